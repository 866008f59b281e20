import { expect, it } from 'vitest';
import { makeSuiteRecord } from '../report/make-suite-record.ts';
import type { CaseRecord } from '../report/run-record.ts';
import { describeWrong } from './describe-wrong.ts';

const one = (id: string, isGood: boolean, same = 1): CaseRecord => ({
  id,
  language: 'zh',
  form: 'question',
  outcome: isGood || same === 0 ? 'right' : 'wrong',
  isGood,
  values: { 'same-bytes': same },
  shown: { question: '力矩是多少？', answer: '54 N·m\n[1]', expected: '45 N·m', evidence: [], claims: [], notes: ['lacks 45 N·m'] },
});

it('names each question that was not answered as it should be, with what is expected, what was said and why that is wrong', () => {
  const suite = { suite: 'questions', title: { zh: '', en: '' }, corpus: '', scoresAre: 'none', metrics: [] } as const;
  const record = makeSuiteRecord({ ...suite, cases: [one('q1', true), one('q2', false), one('q3', false, 0)] }, 1);
  expect(describeWrong(record).split('\n')).toEqual([
    'q2  wrong: 力矩是多少？',
    '    expected: 45 N·m',
    '    answered: 54 N·m [1]',
    '    lacks 45 N·m',
    'q3  right, and otherwise when asked again: 力矩是多少？',
    '    expected: 45 N·m',
    '    answered: 54 N·m [1]',
    '    lacks 45 N·m',
  ]);
});
