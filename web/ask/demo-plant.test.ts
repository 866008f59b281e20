import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import demo from './demo-plant.json' with { type: 'json' };

const DATASETS = join(import.meta.dirname, '..', '..', 'datasets', 'demo-plant');
const read = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(DATASETS, ...path), 'utf8'));

it('the page knows the demo plant by its documents and offers three of its questions', () => {
  const { documents } = read('files', 'manifest.json') as { documents: { path: string }[] };
  expect(documents.map(({ path }) => path)).toEqual(expect.arrayContaining(demo.documents));
  const asked = (read('demo-questions.json') as { question: string }[]).map(({ question }) => question);
  expect(demo.questions.map(({ question }) => question).filter((question) => !asked.includes(question))).toEqual([]);
  expect(demo.questions).toHaveLength(3);
});
