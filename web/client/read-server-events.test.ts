import { describe, expect, it } from 'vitest';
import { readServerEvents } from './read-server-events.ts';

const TEXT = ': heartbeat\n\nid: 4\nevent: progress\ndata: {"done":1}\n\nevent: done\ndata: 完成\n\nevent: cut\ndata: of';

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

describe('events of a stream', () => {
  it('are the same however the bytes are cut, without comments and without what was cut off', async () => {
    const bytes = new TextEncoder().encode(TEXT);
    for (let size = 1; size <= bytes.length; size += 1) {
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.slice(at, at + size));
      const events = [];
      for await (const event of readServerEvents(streamOf(pieces))) events.push(event);
      expect(events).toEqual([
        { name: 'progress', id: '4', data: '{"done":1}' },
        { name: 'done', data: '完成' },
      ]);
    }
  });

  it('end the stream for its sender when the reader goes', async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('event: claim\ndata: 1\n\n')),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const _ of readServerEvents(body)) break;
    expect(cancelled).toBe(true);
  });
});
