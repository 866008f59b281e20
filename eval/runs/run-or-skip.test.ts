import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { FaultlineError } from '../../kernel/index.ts';
import { runOrSkip } from './run-or-skip.ts';

const TITLES = { field: { zh: '现场', en: 'field' }, retrieval: { zh: '检索', en: 'retrieval' } };

it('names what could not run with the reason, a suite each, and goes on', async () => {
  const said = async (whyNot: string | undefined, run: () => Promise<readonly never[]>) =>
    (await runOrSkip(TITLES, whyNot, run)).map(({ suite, skipped }) => `${suite}: ${skipped}`);
  const absent = async () => {
    throw new FaultlineError('invalid-request', 'There is no file "日志.xlsx"; set FAULTLINE_DATA.');
  };
  expect(await said('left out', absent)).toEqual(['field: left out', 'retrieval: left out']);
  expect(await said(undefined, absent)).toContain('field: There is no file "日志.xlsx"; set FAULTLINE_DATA.');
  expect(await said(undefined, async () => (await readFile('/nowhere/at/all')) && [])).toContainEqual(
    expect.stringMatching(/^retrieval: a file is not there: .*\/nowhere\/at\/all/u),
  );
});

it('hides no fault of this program', async () => {
  const broken = async () => {
    throw new TypeError('x is not a function');
  };
  await expect(runOrSkip(TITLES, undefined, broken)).rejects.toThrow(TypeError);
});
