import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../app/index.ts';
import { noteAddress } from './service-address.ts';
import { runTold } from './test-support/run-told.ts';
import { whileServed } from './test-support/while-served.ts';

const QUESTIONS = ['K-640 地脚螺栓的拧紧力矩是多少？', 'What is the torque of the anchor bolts of K-640?'];
const MANUAL = `# Fan K-640 风机

## 参数

K-640 地脚螺栓的拧紧力矩为 120 N·m。

## Data

The torque of the anchor bolts of K-640 is 120 N·m.
`;

let home: string;
const run = (...words: string[]) => runTold(home, words);
const asJson = async (...words: string[]) => JSON.parse((await run(...words, '--json')).out) as { content: unknown; digest: string };

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'faultline-ask-service-'));
  await writeFile(join(home, 'k-640.md'), MANUAL);
  const told = await run('ingest', join(home, 'k-640.md'));
  if (told.code !== 0) throw new Error(told.out + told.note);
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function timesAsked(address: string, path: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.includes(path) && line.includes('_count{'));
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}

describe('a command of a folder that a service runs on', { timeout: 120_000 }, () => {
  it('has the service answer and search, with what it would find itself', async () => {
    const alone: Awaited<ReturnType<typeof asJson>>[] = [];
    for (const question of QUESTIONS) alone.push(await asJson('ask', question), await asJson('search', question));
    await whileServed(home, [], async ({ address }) => {
      const told = [];
      for (const question of QUESTIONS) told.push(await asJson('ask', question), await asJson('search', question));
      expect(told.map(({ content, digest, ...rest }) => (digest === undefined ? rest : { content, digest }))).toEqual(
        alone.map(({ content, digest, ...rest }) => (digest === undefined ? rest : { content, digest })),
      );
      expect(await timesAsked(address, '/v1/answers')).toBe(QUESTIONS.length);
      expect(await timesAsked(address, '/v1/search')).toBe(QUESTIONS.length);
      // What the numbers of `show` stand for is kept whoever answered.
      expect((await run('show', '1', '--out', join(home, 'place.png'))).out).toContain('120 N·m');
    });
  });

  it('answers itself where it reads other labels than the service, and where the service wants a key', async () => {
    await whileServed(home, [], async ({ address }) => {
      expect((await run('ask', QUESTIONS[0] ?? '', '--read-labels', '-')).out).toContain('120 N·m');
      expect(await timesAsked(address, '/v1/answers')).toBe(0);
      expect((await run('keys', 'create', 'tablet', '--role', 'reader')).code).toBe(0);
      expect((await run('ask', QUESTIONS[0] ?? '')).out).toContain('120 N·m');
    });
  });

  it('sends nothing to a program that listens where a killed service did', async () => {
    let asked = 0;
    const stranger = createServer((_, response) => {
      asked += 1;
      response.end('{}');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const forget = await noteAddress(loadConfig({ home }, {}), `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`);
    try {
      expect((await run('ask', QUESTIONS[1] ?? '')).out).toContain('120 N·m');
      expect(asked).toBe(0);
    } finally {
      await forget();
      stranger.close();
    }
  });
});
