import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestRow } from '../compose/plant.test-support.ts';

const text = (words: string): Value => ({ kind: 'text', text: words });
const PHRASES = [
  'DE brg hot, bearings replaced',
  '机械密封泄漏，换新机封',
  'slight seal weep, cover bolts retightened',
  '叶轮磨损，更换叶轮',
  'mech seal worn, replaced with spare',
  '出力不足，清理过滤器',
  'coupling insert worn, replaced',
  '振动大，重新找正',
];

/** What was done stands in a column whose header nobody knows, in phrases that recur. */
const ROWS = Array.from(
  { length: 24 },
  (_, at): TestRow => ({
    kind: 'work-order',
    columns: {
      asset: text('P-101'),
      date: { kind: 'date', text: `2024-01-${String(at + 1).padStart(2, '0')}`, time: Date.UTC(2024, 0, at + 1), precision: 'day' },
      'x:简要描述': text(PHRASES[at % PHRASES.length] ?? ''),
      'x:班组': text(at % 2 === 0 ? '机修一班' : '机修二班'),
    },
  }),
);

describe('a column without a known header that holds recurring phrases', () => {
  it.each([
    ['When was the mechanical seal of P-101 last replaced?', '2024-01-21'],
    ['P-101 的叶轮上次更换是什么时候？', '2024-01-20'],
  ])('is looked through for what %s speaks of', async (question, day) => {
    const { content } = await answerQuestion(evidenceOf([], ROWS), ACCESS, { question }, new AbortController().signal);
    expect(content.decision).toBe('answered');
    expect(content.claims.map((claim) => claim.text).join(' ')).toContain(day);
  });
});

describe('the last entry', () => {
  const lastDay = { date: { kind: 'date', text: '2024-01-21', time: Date.UTC(2024, 0, 21), precision: 'day' } } as const;
  /** The seal was replaced on the 5th, the 13th and the 21st; here the first time on the last day too. */
  const again = ROWS.map((row, at): TestRow => (at === 4 ? { ...row, columns: { ...row.columns, ...lastDay } } : row));
  it.each(['When was the mechanical seal of P-101 last replaced?', 'P-101 的机械密封上次更换是什么时候？'])(
    'is each of its day where a day is all that is noted: %s',
    async (question) => {
      const claimsOf = async (rows: readonly TestRow[]) =>
        (await answerQuestion(evidenceOf([], rows), ACCESS, { question }, new AbortController().signal)).content.claims;
      expect(await claimsOf(ROWS)).toHaveLength(1);
      const both = await claimsOf(again);
      expect(both).toHaveLength(2);
      for (const { text: words } of both) expect(words).toContain('2024-01-21');
    },
  );
});
