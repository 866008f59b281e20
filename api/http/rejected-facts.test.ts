import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { madeDecisionSchema } from '../contract/decision.ts';
import { reviewDecidedSchema, reviewListSchema, type reviewSchema } from '../contract/review.ts';
import { jsonPost } from './test-support/open-reading-service.ts';
import { openService, type TestService } from './test-support/open-service.ts';

let service: TestService;
beforeEach(async () => {
  service = await openService();
});
afterEach(() => service.close());

const REASON = '文档没有失效模式 a document has no modes';
const listed = (query: string) => service.ask(reviewListSchema, `/v1/reviews?${query}`);
const rejected = () => listed('state=decided&decision=reject-fact');

describe('facts that people rejected', () => {
  for (const [language, table, mode] of [
    ['Chinese', '失效模式,影响,严重度\n外部泄漏,停机,7\n', '外部泄漏'],
    ['English', 'Failure mode,Effect,Severity\nExternal leakage,Shutdown,7\n', 'External leakage'],
  ] as const) {
    it(`are found apart from accepted ones, with who rejected them and where they stand, and are open once that is undone (${language})`, async () => {
      await service.ingest('modes.csv', table, { title: 'Modes' });
      await service.ingest('secret.csv', `${table}Noise 异响,Stop 停机,2\n`, { labels: 'secret' });
      const held = (await listed('kind=quarantined-fact&state=open')).reviews;
      const [one, other] = [held.find(quoting(mode)), held.find(quoting('Noise 异响'))];
      expect(await rejected()).toEqual({ reviews: [], total: 0 });
      const { decision } = await decide(one, 'reject-fact');
      await decide(other, 'accept-fact');
      expect(await rejected()).toMatchObject({ total: 1, reviews: [{ id: one?.id, decisions: [{ id: decision.id, reason: REASON }] }] });
      expect((await listed('decision=accept-fact')).reviews.map(({ id }) => id)).toEqual([other?.id]);

      await service.ask(madeDecisionSchema, `/v1/decisions/${decision.id}/undo`, jsonPost({ reason: REASON }), 201);
      expect((await rejected()).total).toBe(0);
      expect((await listed('kind=quarantined-fact&state=open')).reviews).toEqual(held.filter(({ id }) => id !== other?.id));
    });
  }

  it('are shown to nobody who may not read where they stand', async () => {
    await service.ingest('modes.csv', '失效模式,影响,严重度\nExternal leakage,停机,7\n', { title: 'Modes', labels: 'secret' });
    const [held] = (await listed('kind=quarantined-fact')).reviews;
    await decide(held, 'reject-fact');
    const { ledger, config } = service.application;
    expect(await ledger.reviews.list(await ledger.accessFor(config.tenant, []))).toEqual([]);
    expect((await rejected()).total).toBe(1);
  });

  it('are asked for by kinds of decisions that there are', async () => {
    expect(await service.problem('/v1/reviews?decision=undo')).toMatchObject({ code: 'invalid-request' });
  });
});

type Review = z.infer<typeof reviewSchema>;

function quoting(words: string) {
  return ({ evidence }: Review) => evidence.some(({ quote }) => quote === words);
}

function decide(review: Review | undefined, kind: string) {
  const decision = review?.proposals.find((proposal) => proposal.kind === kind);
  return service.ask(reviewDecidedSchema, `/v1/reviews/${review?.id}/decision`, jsonPost({ decision, reason: REASON }), 201);
}
