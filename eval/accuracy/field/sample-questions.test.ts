import { expect, test } from 'vitest';
import type { FieldQuestion } from './field-question.ts';
import { sampleQuestions } from './sample-questions.ts';

const question = (id: string, conversation?: string) => ({ id, ...(conversation === undefined ? {} : { conversation }) }) as FieldQuestion;
const ALL = Array.from({ length: 60 }, (_, at) => question(`q${at}`, at % 3 === 0 ? undefined : `c${Math.floor(at / 3)}`));

test('a sample is the same whatever the order of the questions, and holds conversations whole', () => {
  const ids = (some: readonly FieldQuestion[]) => some.map(({ id }) => id).sort();
  const drawn = sampleQuestions(ALL, 20);
  expect(ids(sampleQuestions([...ALL].reverse(), 20))).toEqual(ids(drawn));
  expect(drawn.length).toBeGreaterThanOrEqual(20);
  expect(drawn.length).toBeLessThanOrEqual(21);
  for (const { conversation } of drawn.filter((one) => one.conversation !== undefined))
    expect(drawn.filter((one) => one.conversation === conversation)).toHaveLength(2);
});

test('a sample of more than there are is all of them', () => expect(sampleQuestions(ALL, 1000)).toHaveLength(60));
