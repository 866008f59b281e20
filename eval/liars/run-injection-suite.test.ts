import { expect, it } from 'vitest';
import { runInjectionSuite } from './run-injection-suite.ts';

it('gives the words of documents to who asks, whatever documents order and a model obeys', async () => {
  const report = await runInjectionSuite({ seed: 1, count: 20 }, () => undefined, new AbortController().signal);
  expect(report.changes).toEqual([]);
  expect(report.documents).toBe(20);
  // Else it would not have been tried: values are answered, and the model reads words of injections among them.
  expect(report.kinds.reduce((sum, { answered }) => sum + answered, 0)).toBeGreaterThanOrEqual(15);
  expect(report.kinds.reduce((sum, { quoted }) => sum + quoted, 0)).toBeGreaterThanOrEqual(3);
}, 120_000);
