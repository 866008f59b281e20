import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SuiteRecord } from '../report/run-record.ts';
import { citedIndices } from './cited-indices.ts';
import { readAnswerSet } from './read-answer-set.ts';
import { scoreAnswers } from './score-answers.ts';

const FILE = join(import.meta.dirname, '..', '..', 'datasets', 'scored-answers', 'answers.csv');
const OPTIONS = {
  tagPatterns: [],
  crossEncoder: 'bundled',
  strictness: 'balanced',
  seed: 1,
  corpus: '',
  file: 'answers.csv',
  onProgress: () => undefined,
} as const;
const run = async () => scoreAnswers(await readAnswerSet(FILE), OPTIONS, new AbortController().signal);

describe('scoreAnswers', () => {
  let record: SuiteRecord;
  beforeAll(async () => {
    record = await run();
  });
  const caseOf = (id: string) => record.cases.find((one) => one.id === id);
  const all = (metric: string) => record.measures.find((one) => one.metric === metric && one.by === 'all');

  it('holds what the contexts say and says of another value what the source has, in both languages', () => {
    for (const language of ['en', 'zh']) {
      expect(caseOf(`${language}-01`)?.values).toMatchObject({ faithfulness: 1, 'citation-recall': 1, 'context-recall': 1 });
      const wrong = caseOf(`${language}-02`);
      expect(wrong?.values).toMatchObject({ faithfulness: 0, contradicted: 1, 'any-bad': 1, 'citation-recall': 0 });
      expect(wrong?.shown?.claims[0]?.reasons[0]).toContain('62 N·m');
    }
  });

  it('counts a claim that was added beside one that is held', () => {
    expect(caseOf('en-06')?.values).toMatchObject({ faithfulness: 0.5, unsupported: 0.5, contradicted: 0 });
    expect(caseOf('zh-07')?.values).toMatchObject({ faithfulness: 0.5, unsupported: 0.5, contradicted: 0 });
  });

  it('says nothing of an answer without a claim, and nothing of citations where none is given', () => {
    expect(caseOf('en-12')?.values).toEqual({});
    expect(caseOf('zh-10')?.values).not.toHaveProperty('citation-recall');
    expect(all('faithfulness')?.cases).toBe(record.cases.length - 2);
    expect(record.problems.filter((problem) => problem.includes('assert nothing') && problem.includes('en-12'))).toHaveLength(1);
  });

  it('measures the checks where people labelled the answers, by language too', () => {
    expect(all('false-alarm')).toMatchObject({ value: 0, cases: 10 });
    expect(all('flag-recall')?.cases).toBe(12);
    expect(record.measures.filter((one) => one.metric === 'auroc' && one.by === 'language').map(({ group }) => group)).toEqual([
      'en',
      'zh',
    ]);
  });

  it('gives the same record for the same set', async () => {
    expect(await run()).toEqual(record);
  });
});

describe('citedIndices', () => {
  it('reads marks as answers have them', () => {
    expect(citedIndices('第一步【2】，as said [1, 3-5] and [1].')).toEqual([2, 1, 3, 4, 5]);
    expect(citedIndices('in [mm] and arr[x]')).toEqual([]);
  });
});
