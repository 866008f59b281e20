import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { fold, foldIdentifier } from '../../kernel/index.ts';
import { decisionListSchema, madeDecisionSchema } from '../contract/decision.ts';
import { entityListSchema, neighbourhoodSchema } from '../contract/entity.ts';
import { reviewDecidedSchema, reviewListSchema, reviewSchema } from '../contract/review.ts';
import { openService, type TestService } from './test-support/open-service.ts';

type Review = z.infer<typeof reviewSchema>;
const NOTE = '现场核对 checked on site';

let service: TestService;
beforeEach(async () => {
  service = await openService();
});
afterEach(() => service.close());

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const reviews = async (query = '') => (await service.ask(reviewListSchema, `/v1/reviews${query}`)).reviews;
/** Texts of the keys of each thing of this name, as one who may read everything sees it. */
async function entitiesOf(name: string): Promise<readonly string[][]> {
  const { ledger, config } = service.application;
  const access = await ledger.accessFor(config.tenant, 'all');
  const keys = await ledger.keys.find(access, [fold(name), foldIdentifier(name)]);
  const entities = await ledger.keys.entities(
    access,
    keys.map((key) => key.id),
  );
  return [...entities.values()].map((entity) => entity.keys.map((key) => key.text).sort());
}

async function only(kind: string): Promise<Review> {
  const [found, ...others] = await reviews(`?kind=${kind}`);
  if (found === undefined || others.length > 0) throw new Error(`there are ${others.length} others of ${kind}`);
  return found;
}

describe('the list of what needs a person', () => {
  it('is given page by page with how many there are in all, out of one kind and state', async () => {
    await service.ingest(
      'orders.csv',
      '日期,设备,描述,Qxv1,Zzk,Wpt\n2024-01-05,P-101A,密封泄漏,aa,7c,k\n2024-01-15,P-102A,轴承更换,bb,9d,m\n',
    );
    await service.ingest('one.md', 'Cooling water pump P-101A vibrates.');
    await service.ingest('two.md', 'Cooling water pump P-101B runs well.');
    const all = await reviews('?state=open');
    expect(all.map(({ subject }) => subject.kind).sort()).toEqual([
      'ambiguous-name',
      'doubtful-column',
      'doubtful-column',
      'doubtful-column',
    ]);
    const paged: Review[] = [];
    let next: string | undefined;
    do {
      const page = await service.ask(reviewListSchema, `/v1/reviews?state=open&limit=2${next === undefined ? '' : `&cursor=${next}`}`);
      expect(page.total).toBe(4);
      paged.push(...page.reviews);
      next = page.next;
    } while (next !== undefined);
    expect(paged).toEqual(all);
    expect(await service.ask(reviewListSchema, '/v1/reviews?kind=doubtful-column&state=open&limit=3')).toMatchObject({ total: 3 });
    expect(await service.ask(reviewListSchema, '/v1/reviews?state=decided')).toEqual({ reviews: [], total: 0 });
    expect(await service.problem('/v1/reviews?cursor=bm8')).toMatchObject({ code: 'invalid-request' });
  });

  for (const [language, header, cells, sentence] of [
    ['Chinese', '日期,设备,描述', 'P-101A,密封泄漏', (tag: string) => `冷却水泵 ${tag} 振动偏大。`],
    ['English', 'Date,Equipment,Description', 'P-101A,seal leak', (tag: string) => `Cooling water pump ${tag} vibrates.`],
  ] as const) {
    it(`begins with what touches most: rows of every table of a form, places that say a name (${language})`, async () => {
      const rows = (month: number, count: number, code: string) =>
        Array.from({ length: count }, (_, at) => `2024-0${month}-1${at},${cells},${code}${at}`).join('\n');
      await service.ingest('one.md', sentence('P-101A'));
      await service.ingest('two.md', `${sentence('P-101B')} ${sentence('P-101B')}`);
      await service.ingest('short.csv', `${header},Wpt\n${rows(1, 2, 'k')}\n`);
      const touched = async () =>
        (await reviews('?state=open')).map(({ subject, touches }) => [
          subject.kind === 'doubtful-column' ? subject.column : subject.kind,
          touches,
        ]);
      expect(await touched()).toEqual([
        ['ambiguous-name', 3],
        ['Wpt', 2],
      ]);
      await service.ingest('january.csv', `${header},Qxv\n${rows(1, 3, 'm')}\n`);
      await service.ingest('february.csv', `${header},Qxv\n${rows(2, 4, 'm')}\n`);
      expect(await touched()).toEqual([
        ['Qxv', 7],
        ['ambiguous-name', 3],
        ['Wpt', 2],
      ]);
    });
  }

  it('counts nothing that its reader may not read', async () => {
    const open = async (query: string) =>
      (await reviews(query)).map(({ subject, touches }) => [subject.kind === 'doubtful-column' ? subject.column : subject.kind, touches]);
    const table = (code: string) => `Date,Equipment,Description,Zlp\n2024-01-05,P-101A,seal leak,${code}\n`;
    await service.ingest('one.md', 'Cooling water pump P-101A vibrates.');
    await service.ingest('two.md', 'Cooling water pump P-101B runs well.');
    await service.ingest('open.csv', table('7c'));
    const before = await open('?state=open');
    await service.ingest('secret.md', 'Cooling water pump P-101B is noisy. 冷却水泵 P-101B 异响。', { labels: 'secret' });
    await service.ingest('secret.csv', table('8d'), { labels: 'secret' });
    expect(before).toEqual([
      ['ambiguous-name', 2],
      ['Zlp', 1],
    ]);
    const { ledger, config } = service.application;
    const found = await ledger.reviews.list(await ledger.accessFor(config.tenant, []));
    expect(found.map(({ subject, touches }) => [subject.kind === 'doubtful-column' ? subject.column : subject.kind, touches])).toEqual(
      before,
    );
    expect(await open('?state=open')).toContainEqual(['ambiguous-name', 3]);
  });
});

describe('a name that documents give to two pumps', () => {
  for (const [language, name, one, two] of [
    ['Chinese', '冷却水泵', '冷却水泵 P-101A 振动偏大。', '冷却水泵 P-101B 运行正常。'],
    ['English', 'Cooling water pump', 'Cooling water pump P-101A vibrates.', 'Cooling water pump P-101B runs well.'],
  ] as const) {
    it(`is asked about, decided and undone (${language})`, async () => {
      expect(await reviews()).toEqual([]);
      await service.ingest('one.md', one);
      await service.ingest('two.md', two);
      const review = await only('ambiguous-name');
      expect(review.state).toBe('open');
      if (review.subject.kind !== 'ambiguous-name') throw new Error('the filter gave another kind');
      expect(review.subject.name.text).toBe(name);
      expect(review.subject.identifiers.map((key) => key.text).sort()).toEqual(['P-101A', 'P-101B']);
      expect(review.evidence.map(({ quote }) => quote).sort()).toEqual([`${name} P-101A`, `${name} P-101B`]);
      expect(await entitiesOf(name)).toContainEqual([name]);

      const first = review.subject.identifiers.find((key) => key.text === 'P-101A');
      const proposal = review.proposals.find(
        (decision) => decision.kind === 'must-link' && (decision.a === first?.id || decision.b === first?.id),
      );
      const decided = await service.ask(
        reviewDecidedSchema,
        `/v1/reviews/${review.id}/decision`,
        post({ decision: proposal, reason: NOTE }),
        201,
      );
      expect(decided.review).toMatchObject({ id: review.id, state: 'decided' });
      expect(decided.decision).toMatchObject({ actor: 'local', reason: NOTE, state: 'in-force', dormant: false });
      expect(await reviews('?state=open')).toEqual([]);
      expect(await entitiesOf(name)).toContainEqual(['P-101A', name].sort());
      expect((await service.ask(reviewSchema, `/v1/reviews/${review.id}`)).decisions.map(({ id }) => id)).toEqual([decided.decision.id]);

      await service.ask(madeDecisionSchema, `/v1/decisions/${decided.decision.id}/undo`, post({ reason: 'wrong pump 错泵' }), 201);
      expect(await only('ambiguous-name')).toEqual(review);
      expect(await entitiesOf(name)).toContainEqual([name]);
      const { decisions } = await service.ask(decisionListSchema, '/v1/decisions');
      expect(decisions.map(({ decision, state }) => [decision.kind, state])).toEqual([
        ['undo', 'in-force'],
        ['must-link', 'undone'],
      ]);
    });
  }
});

describe('a fact that breaks the schema', () => {
  for (const [language, table, mode] of [
    ['Chinese', '失效模式,影响,严重度\n外部泄漏,停机,7\n', '外部泄漏'],
    ['English', 'Failure mode,Effect,Severity\nExternal leakage,Shutdown,7\n', 'External leakage'],
  ] as const) {
    it(`counts once a person accepts it, and names the decision (${language})`, async () => {
      await service.ingest('modes.csv', table, { title: 'Modes' });
      const review = await only('quarantined-fact');
      expect(review).toMatchObject({ state: 'open', subject: { cause: 'HAS_MODE does not take a Document as subject' } });
      expect(review.evidence.map(({ quote }) => quote)).toEqual([mode]);
      const modesOf = async () => {
        const { entities } = await service.ask(entityListSchema, '/v1/entities?name=Modes&type=Document');
        const id = entities[0]?.id;
        return (await service.ask(neighbourhoodSchema, `/v1/entities/${id}/neighbourhood?predicates=HAS_MODE`)).facts;
      };
      expect(await modesOf()).toEqual([]);
      const [accept] = review.proposals;
      const { decision } = await service.ask(
        reviewDecidedSchema,
        `/v1/reviews/${review.id}/decision`,
        post({ decision: accept, reason: NOTE }),
        201,
      );
      expect(await modesOf()).toMatchObject([{ predicate: 'HAS_MODE', evidence: [{ quote: mode, decisions: [decision.id] }] }]);
      await service.ask(madeDecisionSchema, `/v1/decisions/${decision.id}/undo`, post({ reason: 'no mode of a document' }), 201);
      expect(await modesOf()).toEqual([]);
      expect(await only('quarantined-fact')).toEqual(review);
    });
  }
});

describe('a decision over HTTP', () => {
  it('sleeps while its document is gone and holds when it is back', async () => {
    await service.ingest('one.md', '冷却水泵 P-101A 振动偏大。');
    const two = await service.ingest('two.md', 'Circulation pump P-102 runs well.', { uri: 'two' });
    const keys = await Promise.all(['冷却水泵', 'Circulation pump'].map(keyNamed));
    const [a, b] = keys;
    const made = await service.ask(
      madeDecisionSchema,
      '/v1/decisions',
      post({ decision: { kind: 'cannot-link', a, b }, reason: NOTE }),
      201,
    );
    expect(made.dormant).toBe(false);
    await service.http.request(`/v1/documents/${two.id}`, { method: 'DELETE' });
    expect((await service.ask(madeDecisionSchema, `/v1/decisions/${made.id}`)).dormant).toBe(true);
    await service.ingest('two.md', 'Circulation pump P-102 runs well.', { uri: 'two' });
    expect((await service.ask(madeDecisionSchema, `/v1/decisions/${made.id}`)).dormant).toBe(false);
  });

  it('is refused in words when it is about nothing, about two kinds of things, or gives no reason', async () => {
    await service.ingest('one.md', 'Cooling water pump P-101A vibrates.');
    const [pump, mode] = await Promise.all(['P-101A', 'Cooling water pump'].map(keyNamed));
    const absent = `key_${'0'.repeat(32)}`;
    const kind = 'must-link';
    expect(await service.problem('/v1/decisions', post({ decision: { kind, a: pump, b: absent }, reason: NOTE }))).toMatchObject({
      code: 'not-found',
    });
    expect(await service.problem('/v1/decisions', post({ decision: { kind, a: pump, b: pump }, reason: NOTE }))).toMatchObject({
      code: 'invalid-request',
    });
    expect(await service.problem('/v1/decisions', post({ decision: { kind, a: pump, b: mode }, reason: ' ' }))).toMatchObject({
      code: 'invalid-request',
      faults: [{ field: 'body.reason' }],
    });
    expect(await service.problem('/v1/decisions', post({ decision: { kind, a: 'P-101A', b: mode }, reason: NOTE }))).toMatchObject({
      code: 'invalid-request',
      faults: [{ field: 'body.decision.a' }],
    });
    expect(await service.problem(`/v1/decisions/dec_${'0'.repeat(32)}/undo`, post({ reason: NOTE }))).toMatchObject({ code: 'not-found' });
    expect(await service.problem('/v1/reviews/none')).toMatchObject({ code: 'not-found' });
    expect((await service.ask(decisionListSchema, '/v1/decisions')).decisions).toEqual([]);
  });

  async function keyNamed(name: string): Promise<string> {
    const { ledger, config } = service.application;
    const access = await ledger.accessFor(config.tenant, 'all');
    const [key] = await ledger.keys.find(access, [fold(name), foldIdentifier(name)], { types: ['FunctionalLocation'] });
    if (key === undefined) throw new Error(`no place is named ${name}`);
    return key.id;
  }
});
