import { describe, expect, it } from 'vitest';
import type { AnswerContent } from '../../../answering/index.ts';
import { gradeLogAnswer } from './grade-log-answer.ts';
import { type LogQuestion, type LogTruth, parseLogQuestions } from './log-question.ts';

function question(truth: LogTruth, more: Partial<LogQuestion> = {}): LogQuestion {
  const plain = { id: 'q', text: 'How many?', set: 's', files: ['a.csv'], kind: 'count', alternatives: [], tolerance: { rel: 0.005 } };
  return { ...plain, language: 'en', ...more, truth };
}

interface SaidClaim {
  readonly text: string;
  /** Groups and figures of a computed claim; without them the claim is quoted. */
  readonly rows?: readonly (readonly (string | number | null)[])[];
}

function answer(...claims: readonly SaidClaim[]): AnswerContent {
  const made = claims.map(({ text, rows }) =>
    rows === undefined
      ? { kind: 'quote', text, verdict: 'supported', checks: [], citations: [0] }
      : {
          kind: 'computed',
          text,
          verdict: 'supported',
          checks: [],
          citations: [],
          computed: { query: { groupBy: (rows[0]?.length ?? 1) > 1 ? [{}] : [] }, rows, matched: 1, nulls: [0], proof: '' },
        },
  );
  return { decision: claims.length > 0 ? 'answered' : 'abstained', missing: '', claims: made } as unknown as AnswerContent;
}

const figure = (value: number, text = `${value} work orders of P-1`) => answer({ text, rows: [[value]] });

describe('the grade of a figure', () => {
  const seven = question({ type: 'number', value: 7, unit: 'orders' });

  it.each<[string, AnswerContent, string]>([
    ['the truth', figure(7), 'right'],
    ['another number', figure(8), 'wrong'],
    ['zero where there are rows', figure(0), 'wrong'],
    [
      'a list where one number is asked for',
      answer({
        text: 'A: 7; B: 3',
        rows: [
          ['A', 7],
          ['B', 3],
        ],
      }),
      'wrong',
    ],
    ['the truth beside a wrong figure only in its words', figure(8, '8 of 7 rows'), 'wrong'],
    ['nothing', answer(), 'refused'],
  ])('is told of %s', (_, content, grade) => {
    expect(gradeLogAnswer(seven, content)).toBe(grade);
  });

  it('takes another fair reading for right', () => {
    const loose = question({ type: 'number', value: 56 }, { alternatives: [{ value: 48, reading: 'whole word only' }] });
    expect(gradeLogAnswer(loose, figure(48))).toBe('right');
    expect(gradeLogAnswer(loose, figure(49))).toBe('wrong');
  });

  it('asks for the unit where a reading stands in another one', () => {
    const hours = question(
      { type: 'number', value: 4.94, unit: 'h' },
      { alternatives: [{ value: 296.4, reading: 'the same in min, with the unit named' }] },
    );
    expect(gradeLogAnswer(hours, figure(296.4, 'mean of downtime: 296.4 min'))).toBe('right');
    expect(gradeLogAnswer(hours, figure(296.4, 'mean of downtime: 296.4'))).toBe('wrong');
    expect(gradeLogAnswer(hours, figure(4.94, 'mean of downtime: 4.94 h'))).toBe('right');
    expect(gradeLogAnswer(hours, figure(4.94, 'mean of downtime: 4.94 min'))).toBe('wrong');
  });
});

describe('the grade of groups, rows and several figures', () => {
  const top = question({
    type: 'ranking',
    value: [
      ['A', 5],
      ['B', 3],
      ['C', 3],
    ],
  });

  it.each<[string, AnswerContent, string]>([
    [
      'all of a ranking',
      answer({
        text: 'A: 5; B: 3; C: 3',
        rows: [
          ['A', 5],
          ['B', 3],
          ['C', 3],
        ],
      }),
      'right',
    ],
    [
      'one of those that tie at its end',
      answer({
        text: 'A: 5; C: 3',
        rows: [
          ['A', 5],
          ['C', 3],
        ],
      }),
      'right',
    ],
    [
      'groups that go by a code with their names behind it',
      answer({
        text: 'M1 (A): 5; M2 (B): 3; M3 (C): 3',
        rows: [
          ['M1', 5],
          ['M2', 3],
          ['M3', 3],
        ],
      }),
      'right',
    ],
    ['its first place alone', answer({ text: 'A: 5', rows: [['A', 5]] }), 'partly'],
    [
      'another first place',
      answer({
        text: 'B: 3; A: 5',
        rows: [
          ['D', 9],
          ['A', 5],
        ],
      }),
      'wrong',
    ],
    ['another figure of the first place', answer({ text: 'A: 4', rows: [['A', 4]] }), 'wrong'],
    ['a total', figure(11), 'wrong'],
  ])('is told of %s', (_, content, grade) => {
    expect(gradeLogAnswer(top, content)).toBe(grade);
  });

  it('needs all leaves of a table and finds a day however it is written', () => {
    const table = question({ type: 'table', value: { date: '2007-05-07', asset: 'D', cost: 12.5 } });
    expect(gradeLogAnswer(table, answer({ text: 'D | 07.05.2007 | 12.50' }))).toBe('right');
    expect(gradeLogAnswer(table, answer({ text: '2007年5月7日 D' }))).toBe('partly');
    expect(gradeLogAnswer(table, answer({ text: 'E | 2008-01-01' }))).toBe('wrong');
    const sides = question({ type: 'table', value: { C: { orders: 12, cost: 340 }, E: { orders: 7, cost: 95 } } });
    expect(gradeLogAnswer(sides, answer({ text: 'C: 12, 340; E: 7, 95' }))).toBe('right');
    expect(gradeLogAnswer(sides, answer({ text: 'C: 12, 340; E: 7, 96' }))).not.toBe('right');
  });

  it('finds no name inside a longer one', () => {
    const list = question({ type: 'list', value: ['P-101'] });
    expect(gradeLogAnswer(list, answer({ text: 'P-101A' }))).toBe('wrong');
    expect(gradeLogAnswer(list, answer({ text: 'P-101' }))).toBe('right');
    expect(gradeLogAnswer(list, answer({ text: 'P-101' }, { text: 'P-102' }))).toBe('partly');
  });
});

describe('the grade where nothing matches or nothing can be said', () => {
  it('takes nothing but zero where a phrase does not occur', () => {
    const zero = question({ type: 'zero_but_could_match', value: 0, rows_that_could_match: 8, how: 'gearbox oil leak' });
    expect(gradeLogAnswer(zero, figure(0))).toBe('right');
    expect(gradeLogAnswer(zero, figure(8))).toBe('wrong');
  });

  it('wants a refusal where there is no column', () => {
    const absent = question({ type: 'cannot_be_answered', why: 'no cost' });
    expect(gradeLogAnswer(absent, answer())).toBe('rightly-refused');
    expect(gradeLogAnswer(absent, figure(4))).toBe('wrong');
  });
});

describe('a file of questions', () => {
  it('names the line that is none', () => {
    const good = JSON.stringify(question({ type: 'number', value: 1 }));
    expect(parseLogQuestions(`${good}\n\n`)).toHaveLength(1);
    expect(() => parseLogQuestions(`${good}\n{"id":"q2"}`)).toThrow('Line 2');
  });
});
