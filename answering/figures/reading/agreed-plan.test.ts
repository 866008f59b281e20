import { describe, expect, it } from 'vitest';
import { WEIGHTS } from '../../weights.ts';
import { agreedPlan } from './agreed-plan.ts';
import { likeliestPlan } from './likeliest-plan.ts';
import { DOWNTIME, equals, MACHINE, questionRead, type Read } from './plan-read.test-support.ts';

const { sure, likely, advice } = WEIGHTS.rowQuestions;
const TEXT = '引风机停了多少小时';
const SUMMED: Read = {
  ask: 'sum',
  words: [
    ['引风机', 'value', MACHINE, '引风机'],
    ['多少小时', 'column', DOWNTIME],
  ],
  measured: DOWNTIME,
  columns: { [MACHINE]: equals },
};

async function plan(key: string, chance: number, ofAll: number) {
  const made = likeliestPlan([await questionRead(TEXT, SUMMED)], false);
  if (made.kind !== 'plan') throw new Error(`makes no plan but ${made.kind}`);
  return { ...made, key, chance, ofAll };
}
const unclear = { kind: 'unclear' } as const;
const none = (ofAll: number) => ({ kind: 'none', ofAll }) as const;

describe('the plan that is told of a question that was read', () => {
  it('is that of the reader that comes along where it is sure of it, without a second one or where that makes nothing of the question', async () => {
    const own = await plan('a', sure, likely);
    expect(agreedPlan(own)?.plan.key).toBe('a');
    expect(agreedPlan(own, unclear)?.plan.key).toBe('a');
    expect(agreedPlan(await plan('a', sure, likely / 2))).toBeUndefined();
    expect(agreedPlan(await plan('a', sure / 2, likely))).toBeUndefined();
  });

  it('is one that both make, though neither is sure of it', async () => {
    const own = await plan('a', sure / 2, likely / 2);
    expect(agreedPlan(own, await plan('a', 1, advice.agreed))?.plan.key).toBe('a');
    expect(agreedPlan(own, await plan('a', 1, advice.agreed / 2))).toBeUndefined();
  });

  it('is none where two differ, but for what the second is sure of', async () => {
    const own = await plan('a', 1, 1);
    expect(agreedPlan(own, await plan('b', 1, advice.alone / 2))).toBeUndefined();
    expect(agreedPlan(own, await plan('b', 1, advice.alone))?.plan.key).toBe('b');
    expect(agreedPlan(unclear, await plan('b', 1, advice.alone))?.plan.key).toBe('b');
  });

  it('is none where the second takes the question for none that the columns can answer', async () => {
    const own = await plan('a', 1, 1);
    expect(agreedPlan(own, none(advice.none))).toBeUndefined();
    expect(agreedPlan(own, none(advice.none / 2))?.plan.key).toBe('a');
  });
});
