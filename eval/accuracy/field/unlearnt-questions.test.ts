import { describe, expect, it } from 'vitest';
import { packageFile } from '../../../app/index.ts';
import { readFieldQuestions } from './read-field-questions.ts';
import { learntDocuments, readLearntDocuments, unlearntQuestions } from './unlearnt-questions.ts';

describe('questions over documents that the reading adapter has not learnt', () => {
  it('leave out those whose place it was taught with, and keep those of no place', async () => {
    const learnt = await readLearntDocuments(packageFile('datasets', 'reading', 'stretches'));
    const questions = await readFieldQuestions(packageFile('datasets', 'field-questions'), 'development');
    const unlearnt = unlearntQuestions(questions, learnt);
    expect(learnt.size).toBeGreaterThan(100);
    expect(unlearnt.flatMap(({ places }) => places).filter(({ file }) => learnt.has(file))).toEqual([]);
    expect(unlearnt.filter(({ places }) => places.length === 0)).toEqual(questions.filter(({ places }) => places.length === 0));
    expect(unlearnt.length).toBeLessThan(questions.length);
  });

  it('count a document that was held out of the teaching as not learnt', () => {
    const stretch = (name: string) => `# STRETCH ${name} | 0 | 20 | cfbf4d645c59732b\nC en s | It holds. | 9\n`;
    expect([...learntDocuments([stretch('set/held-6.md') + stretch('set/learnt-0.md')])]).toEqual(['set/learnt-0.md']);
  });
});
