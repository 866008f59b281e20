import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { partOf, readStatements } from './read-statements.ts';
import { reportMutation } from './report-mutation.ts';
import { runMutationSuite } from './run-mutation-suite.ts';
import type { Statement } from './statement.ts';

const SIGNAL = new AbortController().signal;
const MANUAL = `# Loom

The cover of the loom must be locked. The belt is 45 mm wide and runs under the floor.

| Signal | Meaning |
|---|---|
| red lamp | yarn is torn |
| blue lamp | cloth roller is full |

## Removing the cover

**Warning:** The roller may turn by itself.

1. Stop the loom.
2. Lock the main switch.
3. Take the cover off.

## 皮带

护罩必须锁定后才能启动织机。皮带宽 45 毫米，位于地板下面。
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-mutation-'));
  await mkdir(join(folder, 'looms'));
  await writeFile(join(folder, 'looms', 'loom.md'), MANUAL);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('reads sentences, rows and procedures of a manual, each with what stands around it', async () => {
  const statements = await readStatements(folder, 'looms/loom.md', SIGNAL);
  const sentences = statements.filter((one) => one.kind === 'sentence');
  expect(sentences.map(({ language, text }) => `${language} ${text}`)).toEqual(
    expect.arrayContaining(['en The belt is 45 mm wide and runs under the floor.', 'zh 护罩必须锁定后才能启动织机。']),
  );
  expect(statements.filter((one) => one.kind === 'row').map(({ cells }) => cells[0]?.text)).toEqual(['red lamp', 'blue lamp']);
  const [procedure] = statements.filter((one) => one.kind === 'steps');
  expect(procedure?.steps).toEqual(['Stop the loom.', 'Lock the main switch.', 'Take the cover off.']);
  expect(procedure?.warning).toContain('The roller may turn by itself.');
});

it('counts what the gate notices of both halves, and shows trials of the development half alone', async () => {
  const own = await readStatements(folder, 'looms/loom.md', SIGNAL);
  const statements = (['development', 'held-back'] as const).flatMap((part): Statement[] => own.map((one) => ({ ...one, part })));
  const options = { seed: 4, count: 2, strictness: 'strict', kinds: ['digit swap', 'unit converted', 'wrong revision'] } as const;
  const report = await runMutationSuite(statements, options, SIGNAL);
  expect(await runMutationSuite(statements, options, SIGNAL)).toEqual(report);
  expect(report.rows.filter(({ kind }) => kind === 'digit swap')).toEqual(
    ['zh', 'en'].flatMap((language) =>
      ['development', 'held-back'].map((part) => ({ kind: 'digit swap', changes: true, part, language, trials: 1, right: 1 })),
    ),
  );
  const text = reportMutation(report);
  expect(text).toContain('recall on edits that change the meaning');
  const bad = report.rows.filter(({ part }) => part === 'development').reduce((sum, { trials, right }) => sum + trials - right, 0);
  expect(report.wrong).toHaveLength(bad);
});

it('divides files by their names alone', () => {
  const parts = Array.from({ length: 40 }, (_, at) => partOf(`set/file-${at}.md`));
  expect(new Set(parts).size).toBe(2);
  expect(Array.from({ length: 40 }, (_, at) => partOf(`set/file-${at}.md`))).toEqual(parts);
});
