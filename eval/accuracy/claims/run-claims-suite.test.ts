import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256 } from '../../../kernel/index.ts';
import { type ClaimCase, parseClaimCases } from './claim-case.ts';
import { openClaimSources } from './claim-sources.ts';
import { readClaimCases } from './read-claim-cases.ts';
import { printClaims, printJudgedClaims, reportClaims } from './report-claims.ts';
import { runClaimsSuite } from './run-claims-suite.ts';

const signal = new AbortController().signal;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-claims-'));
  await writeFile(
    join(folder, 'pump.md'),
    '# Pump\nThe seal is changed every 4000 hours.\n泵的额定流量为 45 m³/h。\nThe casing is of bronze.\n',
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const line = (from: number) => [{ file: 'pump.md', from, to: from }];
const CASES: readonly ClaimCase[] = [
  {
    id: 'a',
    language: 'en',
    question: 'How often?',
    claim: 'The seal is changed every 4000 hours.',
    sources: line(2),
    label: 'supported',
    how: 'copied',
  },
  { id: 'b', language: 'zh', question: '流量？', claim: '泵的额定流量为 54 m³/h。', sources: line(3), label: 'contradicted', how: 'value' },
  {
    id: 'c',
    language: 'en',
    question: 'Of what?',
    claim: 'A wedge of nickel holds the impeller in place.',
    sources: line(4),
    label: 'unsupported',
    how: 'addition',
  },
];

it('holds each claim against the lines that it names and counts what was told right, by language', async () => {
  const judged = await runClaimsSuite(CASES, openClaimSources(folder, signal), signal);
  expect(judged.map((one) => one.judged.verdict)).toEqual(['supported', 'contradicted', 'unsupported']);
  const report = reportClaims(judged);
  expect(report.rows).toEqual([
    {
      language: 'all',
      claims: 3,
      auroc: 1,
      byScore: expect.any(Number),
      byVerdict: 1,
      calibrationError: expect.any(Number),
      contradictedTold: 1,
    },
    { language: 'zh', claims: 1, calibrationError: expect.any(Number) },
    { language: 'en', claims: 2, auroc: 1, byScore: expect.any(Number), byVerdict: 1, calibrationError: expect.any(Number) },
  ]);
  expect(report.verdicts).toEqual({ supported: { supported: 1 }, contradicted: { contradicted: 1 }, unsupported: { unsupported: 1 } });
  expect(printClaims(report)).toContain('contradicted told');
  expect(printJudgedClaims(judged)).toContain('## b: contradicted, judged contradicted');
});

it('says which place is not there', async () => {
  const read = openClaimSources(folder, signal);
  await expect(read({ file: 'pump.md', from: 90, to: 91 })).rejects.toMatchObject({
    code: 'not-found',
    message: 'The data folder has no lines 90 to 91 of pump.md.',
  });
});

it('takes no sealed claims for those that were sealed which are others, and no line that is no claim', async () => {
  const text = `${JSON.stringify(CASES[0])}\n`;
  await writeFile(join(folder, 'sealed.jsonl.gz'), gzipSync(text));
  await writeFile(join(folder, 'sealed.sha256'), `${sha256(text)}\n`);
  expect(await readClaimCases(folder, 'sealed')).toEqual([CASES[0]]);
  await writeFile(join(folder, 'sealed.sha256'), `${sha256('other')}\n`);
  await expect(readClaimCases(folder, 'sealed')).rejects.toMatchObject({ code: 'conflict' });
  expect(() => parseClaimCases(`${text}{"id":"x"}`)).toThrow(/Line 2 is no claim/u);
});

it('has the claims that the product was developed on', async () => {
  const claims = await readClaimCases(join(import.meta.dirname, '../../../datasets/claims'), 'development');
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  expect(claims.length).toBeGreaterThan(300);
});
