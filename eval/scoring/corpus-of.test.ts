import { expect, it } from 'vitest';
import type { AnswerRow } from './answer-row.ts';
import { corpusOf } from './corpus-of.ts';

const row = (id: string, more: Partial<AnswerRow> = {}): AnswerRow => ({
  id,
  place: id,
  question: `${id}？`,
  answer: '45 N·m',
  contexts: ['力矩 45 N·m'],
  ...more,
});
const of = (...rows: readonly AnswerRow[]) => corpusOf({ layout: 'JSON', rows, problems: [] }, 'file');

it('is the same for other answers and contexts of the same questions in any order, and another for other questions', () => {
  const first = of(row('a'), row('b'));
  expect(of(row('b', { answer: '54 N·m', contexts: ['Other'] }), row('a'))).toBe(first);
  expect(of(row('a'), row('b', { question: 'Other?' }))).not.toBe(first);
  expect(of(row('a'), row('b', { reference: '45 N·m' }))).not.toBe(first);
});

it('is the file where people labelled answers, or a row does not tell its question', () => {
  expect(of(row('a'), row('b', { isSupported: true }))).toBe('file');
  const { question: _, ...without } = row('b');
  expect(of(row('a'), without)).toBe('file');
});
