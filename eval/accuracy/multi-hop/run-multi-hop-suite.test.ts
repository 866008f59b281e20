import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readMultiHop } from './read-multi-hop.ts';
import { reportMultiHop } from './report-multi-hop.ts';
import { runMultiHopSuite } from './run-multi-hop-suite.ts';

const folder = await mkdtemp(join(tmpdir(), 'faultline-multi-hop-set-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const ARTICLES = {
  'Quiet River': ['Quiet River is a film of 1962.', ' It was directed by Ann Lee.'],
  'Ann Lee': ['Ann Lee was born in Oslo.'],
  'Quiet Lake': ['Quiet Lake is a lake in Norway.'],
};
const QUESTION = {
  question: 'When was the film Quiet River made?',
  supporting_facts: [
    ['Quiet River', 0],
    ['Quiet River', 1],
    ['Nowhere', 0],
  ],
};

describe('the multi-hop suite', () => {
  it('reads each article as a file of its own and says how many of those that a question needs stand how far up', async () => {
    await writeFile(join(folder, 'corpus.json'), JSON.stringify(ARTICLES));
    await writeFile(join(folder, 'questions.json'), JSON.stringify([QUESTION]));
    const report = await runMultiHopSuite({ folder }, new AbortController().signal);
    expect([report.questions, report.articles]).toEqual([1, 3]);
    for (const way of ['mixed', 'plain', 'plain-articles'] as const) {
      expect(report.recall[way]).toEqual({ 2: 0.5, 5: 0.5, 10: 0.5 });
      expect(report.whole[way]).toEqual({ 2: 0, 5: 0, 10: 0 });
    }
    expect(reportMultiHop(report)).toMatch(/mixed +0\.50/);
  });

  it('says what is no set', async () => {
    await writeFile(join(folder, 'questions.json'), JSON.stringify({ question: 1 }));
    await expect(readMultiHop(folder)).rejects.toThrow('holds no multi-hop set');
  });
});
