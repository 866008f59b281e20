import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeDecisionSchema } from '../contract/decision.ts';
import { decisionEffectSchema } from '../contract/decision-effect.ts';
import { versionIdSchema } from '../contract/ids.ts';
import { jobListSchema } from '../contract/job.ts';
import { reviewDecidedSchema, reviewListSchema } from '../contract/review.ts';
import { jsonPost } from './test-support/open-reading-service.ts';
import { openService, type TestService } from './test-support/open-service.ts';

let service: TestService;
beforeEach(async () => {
  service = await openService();
});
afterEach(() => service.close());

const REASON = '照片页，没有内容 photographs only';

const REPORT = {
  characters: 40,
  passages: 1,
  pages: { total: 3, text: 2, unread: 1, unreadPages: [3] },
  recognised: {
    engine: 'known texts 1',
    pages: 1,
    confidence: 0.8,
    unsure: 1,
    regions: [{ page: 2, text: '8S N·m', confidence: 0.4, box: { x0: 10, y0: 10, x1: 60, y1: 20 } }],
  },
  tables: 0,
  excluded: {},
  garbled: 0,
  warnings: [],
};

/** A document of which a page and a word were not read. */
async function ingestInPart(title: string, labels = '') {
  const { id, versionId } = await service.ingest('pump.md', `# ${title}\n\nThe pump P-101A has a coupling 联轴器.\n`, { title, labels });
  await service.application.ledger.documents.settle(versionIdSchema.parse(versionId), 'partial', undefined, REPORT);
  return id;
}

const listed = (query: string) => service.ask(reviewListSchema, `/v1/reviews?kind=unread-part&${query}`);
const jobs = () => service.ask(jobListSchema, '/v1/jobs?limit=100');

describe.each([
  ['zh', '泵手册'],
  ['en', 'Pump manual'],
] as const)('parts of a document that were not read (%s)', (_, title) => {
  it('are a matter until a person sets them aside, which reads nothing anew, and again once that is undone', async () => {
    await service.ingest('read.md', '# P-102\n\nThe pump P-102 has a coupling.\n');
    const id = await ingestInPart(title);
    const { reviews } = await listed('state=open');
    expect(reviews).toMatchObject([
      {
        subject: { document: id, title, pages: { unread: 1, first: [3] }, words: { unsure: 1, first: [{ page: 2, text: '8S N·m' }] } },
        touches: 2,
        evidence: [],
      },
    ]);
    const [review] = reviews;
    const decision = review?.proposals[0];
    expect(await service.ask(decisionEffectSchema, '/v1/decisions/preview', jsonPost({ decision }))).toEqual({ kind: 'unread' });
    const before = await jobs();
    const made = await service.ask(reviewDecidedSchema, `/v1/reviews/${review?.id}/decision`, jsonPost({ decision, reason: REASON }), 201);
    expect(made.review.state).toBe('decided');
    expect((await listed('state=open')).total).toBe(0);
    expect((await listed('decision=set-aside')).reviews.map((one) => one.id)).toEqual([review?.id]);
    await service.ask(madeDecisionSchema, `/v1/decisions/${made.decision.id}/undo`, jsonPost({ reason: REASON }), 201);
    expect((await listed('state=open')).reviews).toEqual(reviews);
    expect(await jobs()).toEqual(before);
  });

  it('are shown to nobody who may not read the document, and cannot be set aside by them', async () => {
    await ingestInPart(title, 'secret');
    const [review] = (await listed('state=open')).reviews;
    const decision = review?.proposals[0];
    expect(decision?.kind).toBe('set-aside');
    const { ledger, config } = service.application;
    expect(await ledger.reviews.list(await ledger.accessFor(config.tenant, []))).toEqual([]);
    const unknown = { kind: 'set-aside', version: `ver_${'0'.repeat(32)}` };
    expect(await service.problem('/v1/decisions', jsonPost({ decision: unknown, reason: REASON }))).toMatchObject({ code: 'not-found' });
  });
});
