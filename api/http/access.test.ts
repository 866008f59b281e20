import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configuredCaller, exportKnowledge, ingestFiles } from '../../app/index.ts';
import { type Caller, sha256 } from '../../kernel/index.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const OPEN = '# Pump P-101 手册\n\nP-101 振动过大的原因是轴承磨损 (worn bearing)。\n\nThe tightening torque of P-101 is 48 N·m.\n';
const SECRET =
  '# Pump P-101 incident 事故\n\nThe excessive vibration of P-101 is caused by impeller imbalance (叶轮不平衡)。\n\nAlarm E999 means dry running of P-777.\n\n| Alarm | Symptom | Cause |\n|---|---|---|\n| E999 | 密封泄漏 | 干运转 |\n';
const NEVER = new AbortController().signal;

interface Hidden {
  readonly document: string;
  readonly version: string;
  readonly passage: string;
  readonly key: string;
  readonly fact: string;
  readonly job: string;
}

let folder: string;
/** Both are asked by a holder of one label; only the first one's data folder holds the secret document too. */
let full: TestService;
let alone: TestService;
let hidden: Hidden;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-access-'));
  full = await openService({ labels: 'maintenance' });
  alone = await openService({ labels: 'maintenance' });
  const { application } = full;
  const insider: Caller = { ...configuredCaller(application.config), labels: 'all', actor: 'insider' };
  const path = join(folder, 'secret.md');
  await writeFile(path, SECRET);
  await ingestFiles(application, insider, { paths: [path], claims: { labels: ['secret'] } }, () => undefined, NEVER);
  const ids: Record<string, string> = {};
  for await (const lines of exportKnowledge(application, insider, undefined, NEVER)) {
    for (const text of lines) {
      const line = JSON.parse(text) as { readonly line: string; readonly id?: string };
      if (line.id !== undefined) ids[line.line] ??= line.id;
    }
  }
  const [job] = await application.ledger.jobs.list(insider.tenant, { limit: 1 });
  const { document = '', version = '', passage = '', key = '', fact = '' } = ids;
  hidden = { document, version, passage, key, fact, job: job?.id ?? '' };
  for (const service of [full, alone]) await service.ingest('open.md', OPEN, { labels: 'maintenance' });
});
afterAll(async () => {
  await full.close();
  await alone.close();
  await rm(folder, { recursive: true, force: true });
});

const absent = (id: string): string => `${id.slice(0, id.indexOf('_') + 1)}${sha256('absent').slice(0, 32)}`;

/** What a caller is told, without names of requests, times and measured durations. */
async function told(service: TestService, path: string, init?: RequestInit): Promise<string> {
  const response = await service.http.request(path, init);
  const body = (await response.text())
    .replaceAll(/urn:faultline:request:[^"]*/g, '')
    .replaceAll(/"(?:createdAt|updatedAt|at)":("[^"]*"|\d+)/g, '')
    .replaceAll(/"rate":[0-9.]+/g, '')
    .replaceAll(/"timings":\{[^}]*\}/g, '')
    .replaceAll(/"id":"ans_[^"]*"/g, '');
  return `${response.status} ${response.headers.get('content-type')} ${body}`;
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

function revision(): FormData {
  const form = new FormData();
  form.append('file', new File([OPEN], 'next.md'));
  return form;
}

/** A decision on words of a passage, as if this caller had read it. */
const correction = ({ version, passage }: Hidden) => ({
  decision: { kind: 'correct-text', version, passage, start: 0, end: 4, read: 'Pump', text: 'Pomp' },
  reason: 'seen at the machine',
});

describe('a caller over HTTP', () => {
  it.each<[string, (ids: Hidden) => string, keyof Hidden, RequestInit?]>([
    ['a document', ({ document }) => `/v1/documents/${document}`, 'document'],
    ['its passages', ({ document }) => `/v1/documents/${document}/passages`, 'document'],
    ['its quality', ({ document }) => `/v1/documents/${document}/quality`, 'document'],
    ['its content', ({ document }) => `/v1/documents/${document}/content`, 'document'],
    ['its page', ({ document }) => `/v1/documents/${document}/pages/1`, 'document'],
    ['a picture of a passage', ({ passage }) => `/v1/passages/${passage}/picture`, 'passage'],
    ['its removal', ({ document }) => `/v1/documents/${document}`, 'document', { method: 'DELETE' }],
    ['a new version of it', ({ document }) => `/v1/documents/${document}`, 'document', { method: 'PUT', body: revision() }],
    ['one of its versions', ({ document, version }) => `/v1/documents/${document}/versions/${version}`, 'document', { method: 'DELETE' }],
    ['a job', ({ job }) => `/v1/jobs/${job}`, 'job'],
    ['its events', ({ job }) => `/v1/jobs/${job}/events`, 'job'],
    ['its cancelling', ({ job }) => `/v1/jobs/${job}/cancel`, 'job', { method: 'POST' }],
    ['a fact', ({ fact }) => `/v1/facts/${fact}`, 'fact'],
    ['an entity', ({ key }) => `/v1/entities/${key}`, 'key'],
    ['its neighbourhood', ({ key }) => `/v1/entities/${key}/neighbourhood`, 'key'],
  ])('is told the same of what is hidden as of what is not there: %s', async (_, path, kind, init) => {
    const nobody = { ...hidden, [kind]: absent(hidden[kind]) };
    const [there, nowhere] = [await told(full, path(hidden), init), await told(full, path(nobody), init)];
    expect(there.replaceAll(hidden[kind], 'ID')).toBe(nowhere.replaceAll(nobody[kind], 'ID'));
    expect(there).toMatch(/^404 application\/problem\+json/);
  });

  it.each<[string, string, RequestInit?]>([
    ['documents', '/v1/documents'],
    ['jobs', '/v1/jobs'],
    ['reviews', '/v1/reviews'],
    ['decisions', '/v1/decisions'],
    ['entities', '/v1/entities?name=P-101'],
    ['a hidden tag', '/v1/entities?name=P-777'],
    ['health', '/readyz'],
    ['an answer', '/v1/answers', post({ question: 'What causes excessive vibration of P-101?' })],
    ['a refusal', '/v1/answers', post({ question: '报警 E999 是什么意思？' })],
    ['a search', '/v1/search', post({ query: 'impeller imbalance P-101', k: 10 })],
  ])('is told the same as where nothing is hidden: %s', async (_, path, init) => {
    const answer = await told(full, path, init);
    expect(answer).toBe(await told(alone, path, init));
    expect(answer).toMatch(/^200 /);
  });

  it('is told the same of a passage that is hidden as of one that is not there, when it is to be corrected', async () => {
    const nobody = { ...hidden, passage: absent(hidden.passage) };
    const there = await told(full, '/v1/decisions', post(correction(hidden)));
    expect(there).toBe(await told(full, '/v1/decisions', post(correction(nobody))));
    expect(there).toMatch(/^404 /);
  });

  it('who sends bytes and a name that a hidden document bears has sent a new document, here as there', async () => {
    const answers = [];
    for (const service of [full, alone]) {
      const { jobId: _, ...sent } = await service.send('secret.md', SECRET, { uri: 'secret.md' });
      answers.push(sent);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.status).toBe('new');
  });

  it('who gives a label that this caller does not hold is refused', async () => {
    const form = new FormData();
    form.append('file', new File([OPEN], 'a.md'));
    form.append('labels', 'maintenance,secret');
    const problem = await full.problem('/v1/documents', { method: 'POST', body: form });
    expect(problem).toMatchObject({ status: 403, code: 'forbidden' });
  });
});
