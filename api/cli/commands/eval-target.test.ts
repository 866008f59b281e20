import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { configuredCaller, createApiKey, serveHere } from '../../../app/index.ts';
import { refineChunks } from '../../../app/pipeline/refine-chunks.ts';
import { parseRunRecord } from '../../../eval/index.ts';
import { readHere } from '../../../ingest/index.ts';
import { listenOnLoopback } from '../../../models/endpoint/listen-on-loopback.test-support.ts';
import { type HttpService, serveHttp } from '../../http/serve-http.ts';
import { openService, type TestService } from '../../http/test-support/open-service.ts';
import { runTold } from '../test-support/run-told.ts';

const MANUAL = `# Loom L-20

## Lubrication

The bearings of the loom L-20 are greased every 250 h with grease LGHP 2.

## 润滑

织机 L-20 的轴承每 250 h 加注一次润滑脂 LGHP 2。
`;
const QUESTIONS = `id,question,expected,document,answerable
g1,How often are the bearings of the loom L-20 greased?,250 h,loom.md,
g2,织机 L-20 的轴承多久加注一次润滑脂？,250 h | LGHP 2,loom.md,
g3,What is the warranty of the boiler B-77?,,,no
g4,How often are the bearings of the loom L-20 greased?,300 h,,yes
`;

/** Long: an answer of a busy machine that a store was too slow for has other bytes. */
const PATIENT = { answerMilliseconds: 600_000, storeMilliseconds: 600_000 };

let folder = '';
let service: TestService;
let served: HttpService;
let questions = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-target-'));
  questions = join(folder, 'questions.csv');
  await writeFile(questions, QUESTIONS);
  service = await openService(PATIENT, (application) => ({
    ...application,
    read: (request, signal) => readHere(request, signal, refineChunks),
  }));
  await service.ingest('loom.md', MANUAL);
  served = await serve();
});
afterAll(async () => {
  await served.stop();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

/** On a port of its own; the application stays open when it stops. */
function serve(): Promise<HttpService> {
  const here = serveHere(service.application);
  return serveHttp({ ...here, config: { ...here.config, port: 0 }, stop: async () => undefined });
}

const run = (...words: string[]) => runTold(folder, words);

it('asks own questions of a running service and reports them with their cases', async () => {
  const [html, record] = [join(folder, 'out', 'report.html'), join(folder, 'out', 'run.json')];
  const asked = await run('eval', 'run', 'questions', questions, '--target', served.address, '--html', html, '--write', record);
  expect(asked).toMatchObject({ code: 0 });
  const { suites } = parseRunRecord(await readFile(record, 'utf8'), record);
  expect(suites[0]?.cases.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(['g1 right', 'g2 right', 'g3 refused', 'g4 wrong']);
  expect(suites[0]?.cases[3]?.shown?.notes).toEqual(['lacks 300 h']);
  const measured = suites[0]?.measures.filter(({ by }) => by === 'all').map(({ metric, value }) => [metric, value]);
  expect(Object.fromEntries(measured ?? [])).toMatchObject({ right: 2 / 3, wrong: 0.25, 'cites-document': 1, 'same-bytes': 1 });
  expect(await readFile(html, 'utf8')).toContain('织机 L-20 的轴承多久加注一次润滑脂？');
});

it('says what the target lacks when questions of a demo plant are asked of one that does not hold it', async () => {
  const asked = await run('eval', 'run', 'gold', '--target', served.address);
  expect(asked.code).toBe(66);
  expect(asked.note).toMatch(/lacks \d+ of the \d+ documents of demo plant 1.*generate\.ts --seed 1/u);
});

it('shows a key where one is wanted, and says so where there is none', async () => {
  const { application } = service;
  const { secret } = await createApiKey(application, configuredCaller(application.config), {
    name: 'measures',
    role: 'reader',
    labels: 'all',
    random: new Uint8Array(32).fill(7),
  });
  const other = await serve();
  const words = ['eval', 'run', 'questions', questions, '--target', other.address];
  const [right, wrong, empty] = ['right.key', 'wrong.key', 'empty.key'].map((name) => join(folder, name));
  await Promise.all([writeFile(right ?? '', `${secret}\n`), writeFile(wrong ?? '', 'nobody'), writeFile(empty ?? '', '\n')]);
  const refused = await run(...words);
  expect(refused).toMatchObject({ code: 77, note: expect.stringMatching(/wants a key .*--key-file/u) });
  expect(await run(...words, '--key-file', wrong ?? '')).toMatchObject({ code: 77, note: expect.stringMatching(/is not known there/u) });
  expect(await run(...words, '--key-file', empty ?? '')).toMatchObject({ code: 64, note: expect.stringMatching(/is empty/u) });
  expect(await run(...words, '--key-file', right ?? '')).toMatchObject({ code: 0 });
  await other.stop();
});

it.each<[string, string, number, RegExp]>([
  ['nobody listens on', 'http://127.0.0.1:1', 75, /cannot be reached/],
  ['is none', 'loom', 64, /is an address such as/],
  ['holds a password', 'http://me:secret@127.0.0.1:1', 64, /without user and password/],
])('says of an address that it %s', async (_, target, code, says) => {
  expect(await run('eval', 'run', 'questions', questions, '--target', target)).toMatchObject({ code, note: expect.stringMatching(says) });
});

it('knows a service that is no Faultline', async () => {
  const page = await listenOnLoopback(createServer((_, response) => response.end('<html>Welcome</html>')));
  const asked = await run('eval', 'run', 'questions', questions, '--target', page.url);
  await page.close();
  expect(asked).toMatchObject({ code: 64, note: expect.stringMatching(/in another form/u) });
});

it.each<[string, string, RegExp]>([
  ['without questions', 'question\n', /has no questions/],
  ['without a column of them', 'frage\nWas?\n', /has no column "question"; its columns are frage/],
  [
    'with a row that says both',
    'question,expected,answerable\n多少？,45 N·m,否\n',
    /line 2: has an expected answer and is said to have none/,
  ],
  ['with a row short of a cell', 'question,expected\nWhat?\n', /line 2: has 1 cells under 2 columns/],
  ['with an id that stands twice', 'id,question\na,What?\na,Where?\n', /id a: stands twice/],
])('refuses a table %s', async (_, text, says) => {
  const path = join(folder, 'broken.csv');
  await writeFile(path, text);
  expect(await run('eval', 'run', 'questions', path)).toMatchObject({ code: 64, note: expect.stringMatching(says) });
});
