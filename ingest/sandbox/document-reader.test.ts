import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { programEntry } from '../../kernel/index.ts';
import type { ReadLimits } from '../parser/document-parser.ts';
import { csvParser } from '../rows/csv/csv-parser.ts';
import { readRequest, readWhole } from '../test-support/read-whole.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';
import { openDocumentReader, type ReadEvent } from './document-reader.ts';
import { readHere } from './read-here.ts';

const LOG = `Date,Asset,Description\n${Array.from({ length: 2_500 }, (_, row) => `2024-01-0${(row % 9) + 1},P-${row},密封泄漏 ${row}`).join('\n')}\n`;

const reader = openDocumentReader();
afterAll(() => reader.close());

async function eventsOf(path: string, limits: Partial<ReadLimits> = {}, extra: { signal?: AbortSignal } = {}) {
  const events: ReadEvent[] = [];
  for await (const event of reader.read(readRequest(path, limits), extra.signal ?? new AbortController().signal)) events.push(event);
  return events;
}

describe('openDocumentReader', () => {
  it('gives survey, chunks and one end, equal to reading in this process', async () => {
    const path = await temporaryFile('log.csv', LOG);
    const events = await eventsOf(path);
    expect(events.map((event) => event.kind)).toEqual(['survey', 'chunk', 'chunk', 'chunk', 'ended']);
    const whole = await readWhole(csvParser, path);
    expect(events.flatMap((event) => (event.kind === 'chunk' ? [event.chunk] : []))).toEqual(whole.chunks);
    expect(events.at(-1)).toMatchObject({ outcome: 'visible', report: whole.conclusion.report, properties: { language: 'zh' } });
  });

  it('goes on after the chunk that was committed last', async () => {
    const path = await temporaryFile('log.csv', LOG);
    const { survey, chunks, conclusion } = await readWhole(csvParser, path);
    const [first] = chunks;
    if (first === undefined) throw new Error('the log has no chunk');
    const request = { ...readRequest(path), survey, resume: { ordinal: first.ordinal, carry: first.carry } };
    const events: ReadEvent[] = [];
    for await (const event of reader.read(request, new AbortController().signal)) events.push(event);
    expect(events.flatMap((event) => (event.kind === 'chunk' ? [event.chunk] : []))).toEqual(chunks.slice(1));
    expect(events.at(-1)).toMatchObject({ report: conclusion.report });
  });

  it.each(['手册.md', 'log.csv', 'manual.pdf', 'orders.xlsx'])(
    'says of %s that is not there that it is missing, not that it is bad, and reads the next document all the same',
    async (name) => {
      const path = await temporaryFile(name, LOG);
      await rm(path);
      const missing = { code: 'storage-failed', retryable: true };
      await expect(eventsOf(path)).rejects.toMatchObject(missing);
      const here = async () => {
        for await (const event of readHere(readRequest(path), new AbortController().signal)) throw new Error(event.kind);
      };
      await expect(here()).rejects.toMatchObject(missing);
      expect((await eventsOf(await temporaryFile('log.csv', LOG))).at(-1)).toMatchObject({ outcome: 'visible' });
    },
  );

  it('ends at the limit when the process runs out of memory', async () => {
    const path = await temporaryFile('big.md', '- item **bold** [link](#x)\n'.repeat(300_000));
    const [...events] = await eventsOf(path, { heapMegabytes: 48 });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: 'ended', outcome: 'limit-exceeded' });
    expect(events[0]?.kind === 'ended' && events[0].reason).toContain('48 MB');
  });

  it('ends at the limit when time runs out', async () => {
    const path = await temporaryFile('log.csv', LOG);
    expect(await eventsOf(path, { wallMilliseconds: 1 })).toMatchObject([{ kind: 'ended', outcome: 'limit-exceeded' }]);
  });

  it('kills the process and throws the reason when aborted', async () => {
    const path = await temporaryFile('log.csv', LOG);
    const abort = new AbortController();
    const reading = reader.read(readRequest(path), abort.signal);
    expect((await reading.next()).value).toMatchObject({ kind: 'survey' });
    abort.abort(new Error('no longer wanted'));
    await expect(reading.next()).rejects.toThrow('no longer wanted');
  });

  it('ends at the limit when the process holds too much memory, wherever it lies', async () => {
    const path = await temporaryFile('log.csv', LOG);
    const last = (await eventsOf(path, { residentMegabytes: 20 })).at(-1);
    expect(last).toMatchObject({ kind: 'ended', outcome: 'limit-exceeded' });
    expect(last?.kind === 'ended' && last.reason).toContain('20 MB in all');
  });

  it('reads documents side by side in a process each, and later ones in the same', async () => {
    const own = openDocumentReader(new URL('./tell-process.fixture.ts', import.meta.url));
    const path = await temporaryFile('log.csv', LOG);
    const processOf = async (): Promise<unknown> => {
      let told: unknown;
      for await (const event of own.read(readRequest(path), new AbortController().signal)) if (event.kind === 'chunk') told = event.refined;
      return told;
    };
    try {
      const first = await Promise.all([processOf(), processOf()]);
      expect(new Set(first).size).toBe(2);
      expect(new Set(await Promise.all([processOf(), processOf()]))).toEqual(new Set(first));
    } finally {
      await own.close();
    }
  });

  it('reads document after document in one process, and in another one after a breach', async () => {
    const own = openDocumentReader(new URL('./tell-process.fixture.ts', import.meta.url));
    const path = await temporaryFile('log.csv', LOG);
    const processOf = async (limits: Partial<ReadLimits> = {}): Promise<unknown> => {
      let told: unknown;
      for await (const event of own.read(readRequest(path, limits), new AbortController().signal)) {
        if (event.kind === 'chunk') told = event.refined;
      }
      return told;
    };
    try {
      const first = await processOf();
      expect(first).toEqual(expect.any(Number));
      const embed = (text: string) => own.embed({ texts: [text] }, readRequest(path).limits, new AbortController().signal);
      const vectors = (await Promise.all([embed('泵'), embed('pump')])).flat();
      expect(vectors.map((vector) => [...vector])).toEqual([
        [1, first],
        [4, first],
      ]);
      expect(await processOf()).toBe(first);
      await processOf({ residentMegabytes: 20 });
      expect(await processOf()).not.toBe(first);
    } finally {
      await own.close();
    }
  });

  it('lets a program that closes it go on to its own end', async () => {
    const { path, execArgv } = programEntry(new URL('./read-and-end.fixture.ts', import.meta.url));
    const program = spawn(process.execPath, [...execArgv, path, await temporaryFile('log.csv', LOG)], { stdio: 'ignore' });
    // 13 is what Node says of a program that waits for something that keeps nothing alive.
    expect(await once(program, 'exit')).toEqual([0, null]);
  });

  it('says that the process was lost when it cannot embed', async () => {
    const { limits } = readRequest('');
    await expect(reader.embed({ texts: ['pump'] }, limits, new AbortController().signal)).rejects.toMatchObject({ code: 'busy' });
  });

  it('leaves no process behind when the parent is killed', async () => {
    const { path, execArgv } = programEntry(new URL('./read-and-wait.fixture.ts', import.meta.url));
    const parent = fork(path, [await temporaryFile('log.csv', LOG)], { execArgv: [...execArgv] });
    const [child] = (await once(parent, 'message')) as [number];
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await vi.waitFor(() => expect(() => process.kill(child, 0)).toThrow('ESRCH'), { timeout: 300_000 });
  });
});
