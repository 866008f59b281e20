import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Logger } from '../../kernel/index.ts';
import type { HttpEnvironment } from './http-app.ts';
import { type ServerEvent, sendEvents } from './send-events.ts';

const logger: Logger = { event: () => undefined, error: () => undefined };

describe('a stream of events', () => {
  it('carries comments while nothing happens, and then what happened', async () => {
    let go: () => void = () => undefined;
    const until = new Promise<void>((resolve) => {
      go = resolve;
    });
    async function* open(): AsyncGenerator<ServerEvent, void, undefined> {
      yield { name: 'start', data: { 语: '中文\n' } };
      await until;
      yield { name: 'done', data: null };
    }
    const http = new Hono<HttpEnvironment>();
    http.get('/', (context) => sendEvents(context, open, { logger, heartbeatMilliseconds: 1 }));
    const reader = (await http.request('/')).body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
      text += read.value;
      if (text.includes(': heartbeat\n\n')) go();
    }
    expect(text.replaceAll(': heartbeat\n\n', '')).toBe('event: start\ndata: {"语":"中文\\n"}\n\nevent: done\ndata: null\n\n');
    expect(text).toContain(': heartbeat\n\n');
  });
});
