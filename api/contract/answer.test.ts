import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { Answer } from '../../app/index.ts';
import { answerEventSchemas, type answerSchema } from './answer.ts';

type ReadClaim = z.infer<typeof answerSchema>['content']['claims'][number];

describe.each(['轴承温度 85 ℃', 'Bearing temperature 85 °C'])('a claim that is read: %s', (text) => {
  const said = { text, verdict: 'supported', checks: [] };
  const read = (claim: object) => answerEventSchemas.claim.safeParse({ index: 0, claim: { ...said, ...claim } }).success;

  it.each(['quote', 'composed'])('has at least one citation: %s', (kind) => {
    expect(read({ kind, citations: [0, 1] })).toBe(true);
    expect(read({ kind, citations: [] })).toBe(false);
    expect(read({ kind })).toBe(false);
  });

  it('is a figure only with what it was computed by, and then may cite no row', () => {
    const query = {
      from: 'work-order',
      where: { kind: 'all', filters: [] },
      groupBy: [],
      measures: [{ kind: 'count' }],
      orderBy: [],
      limit: 1,
    };
    const computed = { query, rows: [[0]], matched: 0, nulls: [0], proof: 'a'.repeat(64) };
    expect(read({ kind: 'computed', citations: [], computed })).toBe(true);
    expect(read({ kind: 'computed', citations: [0] })).toBe(false);
  });
});

describe('a quoted claim', () => {
  it('cannot be made without a citation, here or where it is read', () => {
    type Quoted<Any extends { readonly kind: string }> = Exclude<Any, { readonly kind: 'computed' }>;
    expectTypeOf<readonly []>().not.toExtend<Quoted<Answer['content']['claims'][number]>['citations']>();
    expectTypeOf<readonly [number]>().toExtend<Quoted<Answer['content']['claims'][number]>['citations']>();
    expectTypeOf<readonly []>().not.toExtend<Quoted<ReadClaim>['citations']>();
  });
});
