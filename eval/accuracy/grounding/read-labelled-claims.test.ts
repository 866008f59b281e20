import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLabelledClaims } from './read-labelled-claims.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-claims-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const HEADER = 'model_name\tdata_source\tknowledge\tmessage\tresponse\tbegin_label';
const wice = (label: string) => JSON.stringify({ claim: `泵 ${label}`, evidence: ['First.', 'Second.'], label, supporting_sentences: [] });
const begin = (label: string) => `m\tcmu\tThe source.\tHello\tA "reply"\t${label}`;

it('reads claims with whether they are wholly supported, and leaves out what needs no source', async () => {
  await writeFile(join(folder, 'wice-dev.jsonl'), ['supported', 'partially_supported', 'not_supported'].map(wice).join('\n'));
  const lines = [HEADER, begin('Fully attributable'), begin('Not fully attributable'), begin('Generic ')];
  for (const name of ['cmu', 'topicalchat']) await writeFile(join(folder, `begin-dev-${name}.tsv`), `${lines.join('\r\n')}\r\n`);
  const claims = await readLabelledClaims(folder);
  expect(claims.map(({ set, isSupported }) => `${set} ${isSupported}`)).toEqual([
    'wice true',
    'wice false',
    'wice false',
    'begin-cmu true',
    'begin-cmu false',
    'begin-topicalchat true',
    'begin-topicalchat false',
  ]);
  expect(claims[0]).toMatchObject({ claim: '泵 supported', source: 'First.\nSecond.' });
  expect(claims[3]).toMatchObject({ claim: 'A "reply"', source: 'The source.' });
});

it('says which file is missing, or of another form', async () => {
  await expect(readLabelledClaims(join(folder, 'nowhere'))).rejects.toMatchObject({
    code: 'invalid-request',
    message: expect.stringContaining('wice-dev.jsonl'),
  });
  await writeFile(join(folder, 'wice-dev.jsonl'), wice('maybe'));
  await expect(readLabelledClaims(folder)).rejects.toMatchObject({ message: expect.stringContaining('another form') });
});
