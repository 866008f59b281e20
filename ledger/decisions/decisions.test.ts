import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '../../kernel/index.ts';
import { openSqlite } from '../../storage/index.ts';
import { sqliteDialect } from '../connection/dialect/sqlite-dialect.ts';
import { sqliteLedgerDialect } from '../connection/dialect/sqlite-ledger-dialect.ts';
import { createFirstTables } from '../connection/migrations/0001-first-tables.ts';
import { createAuditTables } from '../connection/migrations/0003-audit.ts';
import { type Ledger, openLedger } from '../open-ledger.ts';
import { describeLedgers, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { exported, ingest, modeKey, PLANT, type Sample, versionOf } from '../test-support/sample-documents.fixture.ts';

let now = 1_700_000_000_000;
const clock = { now: () => now };
const [zh, en, other] = [modeKey('外部泄漏'), modeKey('external leakage'), modeKey('leak')];
const MANUAL: Sample = {
  uri: 'manual',
  says: [
    ['P-101', '外部泄漏'],
    ['P-101', 'external leakage'],
  ],
};
const NOTE = { actor: '李伟', reason: '同一种失效 the same mode' };
const must = (a = zh, b = en) => ({ decision: { kind: 'must-link' as const, a: a.id, b: b.id }, ...NOTE });
const cannot = (a = zh, b = en) => ({ decision: { kind: 'cannot-link' as const, a: a.id, b: b.id }, ...NOTE });

describeLedgers('decisions', (form) => {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = await openEmpty(form, clock);
    await ingest(ledger, MANUAL);
  });
  afterEach(() => ledger.close());

  it('keep who decided, when and why, and leave an audit event in the same commit', async () => {
    now = 1_700_000_100_000;
    const made = await ledger.decisions.decide(PLANT, must(en, zh));
    expect(made).toMatchObject({ ...NOTE, at: now, state: 'in-force', decision: { kind: 'must-link' } });
    expect(await ledger.decisions.find(PLANT, made.id)).toEqual(made);
    expect(await ledger.decisions.find('elsewhere' as TenantId, made.id)).toBeUndefined();
    const [event] = await ledger.audit.list(PLANT, { limit: 10 });
    expect(event).toMatchObject({ actor: '李伟', action: 'decision-made', subject: made.id, at: now, detail: { kind: 'must-link' } });
  });

  it('speak of a pair whatever its order, and say nothing of one key', async () => {
    await ledger.decisions.decide(PLANT, must(zh, en));
    await ledger.decisions.decide(PLANT, cannot(en, zh));
    expect((await ledger.decisions.list(PLANT)).map(({ state }) => state)).toEqual(['superseded', 'in-force']);
    await expect(ledger.decisions.decide(PLANT, must(zh, zh))).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('are undone by another decision, after which the one before holds again', async () => {
    const plain = await exported(ledger);
    const first = await ledger.decisions.decide(PLANT, must());
    const joined = await exported(ledger);
    expect(joined).not.toEqual(plain);
    const second = await ledger.decisions.decide(PLANT, cannot());
    expect(await exported(ledger)).toEqual(plain);
    const undoing = await ledger.decisions.decide(PLANT, { ...NOTE, decision: { kind: 'undo', undoes: second.id } });
    expect(await exported(ledger)).toEqual(joined);
    expect((await ledger.audit.list(PLANT, { limit: 1 }))[0]).toMatchObject({ action: 'decision-undone', detail: { undoes: second.id } });
    await ledger.decisions.decide(PLANT, { ...NOTE, decision: { kind: 'undo', undoes: undoing.id } });
    expect(await exported(ledger)).toEqual(plain);
    await ledger.decisions.decide(PLANT, { ...NOTE, decision: { kind: 'undo', undoes: first.id } });
    expect((await ledger.decisions.list(PLANT)).map(({ state }) => state)).toEqual([
      'undone',
      'in-force',
      'undone',
      'in-force',
      'in-force',
    ]);
  });

  it('refuse to undo what is not there or undone already', async () => {
    const made = await ledger.decisions.decide(PLANT, must());
    const undo = { ...NOTE, decision: { kind: 'undo' as const, undoes: made.id } };
    await expect(ledger.decisions.decide('elsewhere' as TenantId, undo)).rejects.toMatchObject({ code: 'not-found' });
    await ledger.decisions.decide(PLANT, undo);
    await expect(ledger.decisions.decide(PLANT, undo)).rejects.toMatchObject({ code: 'conflict' });
    expect(await ledger.decisions.list(PLANT)).toHaveLength(2);
  });

  it('are there for who may read what they are about', async () => {
    const made = await ledger.decisions.decide(PLANT, must());
    const asleep = await ledger.decisions.decide(PLANT, must(zh, other));
    const present = await ledger.decisions.present(await ledger.accessFor(PLANT, 'all'), [made.id, asleep.id]);
    expect([...present]).toEqual([made.id]);
  });
});

describeLedgers('a fact in quarantine', (form) => {
  it('counts while a decision accepts it, with the decision as its support, and not otherwise', async () => {
    const ledger = await openEmpty(form, clock);
    await ingest(ledger, MANUAL);
    const access = await ledger.accessFor(PLANT, 'all');
    const before = await exported(ledger);
    const [review] = (await ledger.reviews.list(access)).filter(({ subject }) => subject.kind === 'quarantined-fact');
    const fact = review?.subject.kind === 'quarantined-fact' ? review.subject.fact : undefined;
    if (fact === undefined) throw new Error('the sample has facts in quarantine');
    expect(review).toMatchObject({ state: 'open', subject: { cause: 'a test of keeping' }, evidence: [{ start: 0 }] });
    expect(await ledger.keys.facts(access, [fact])).toEqual([]);

    const rejected = await ledger.decisions.decide(PLANT, { ...NOTE, decision: { kind: 'reject-fact', fact } });
    expect(await exported(ledger)).toEqual(before);
    expect((await ledger.reviews.list(access)).find(({ id }) => id === review?.id)?.state).toBe('decided');
    const accepted = await ledger.decisions.decide(PLANT, { ...NOTE, decision: { kind: 'accept-fact', fact } });
    const [known] = await ledger.keys.facts(access, [fact]);
    expect(known?.evidence.map(({ evidence }) => evidence.decisions)).toEqual([[accepted.id]]);
    const support = (await exported(ledger)).filter((line) => line.includes('"line":"support"') && line.includes(fact));
    expect(support).toEqual([expect.stringContaining('"kind":"decision"')]);

    await ledger.decisions.decide(PLANT, { ...NOTE, decision: { kind: 'undo', undoes: accepted.id } });
    expect(await exported(ledger)).toEqual(before);
    expect((await ledger.decisions.find(PLANT, rejected.id))?.state).toBe('in-force');
    await ledger.close();
  });
});

describeLedgers('a correction', (form) => {
  it('has its version read again behind a reading that runs, by one worker at a time, and sleeps where there is none', async () => {
    const ledger = await openEmpty(form, clock);
    const version = await ingest(ledger, MANUAL);
    const [passage] = await ledger.passages.range(await ledger.accessFor(PLANT, 'all'), version, 0, 0);
    if (passage === undefined) throw new Error('the sample has passages');
    const correct = (of: typeof version, text: string) =>
      ledger.decisions.decide(PLANT, {
        ...NOTE,
        decision: { kind: 'correct-text', version: of, passage: passage.passage.id, start: 0, end: 5, read: 'P-101', text },
      });
    const queued = async () => (await ledger.jobs.list(PLANT, { states: ['queued'], limit: 10 })).length;
    const running = await ledger.jobs.claim('w1', 1_000);
    expect(running?.job.subject).toBe(version);
    await correct(version, 'P-102');
    await correct(version, 'P-103');
    expect(await queued()).toBe(1);
    expect(await ledger.jobs.claim('w2', 1_000)).toBeUndefined();
    if (running !== undefined) await ledger.jobs.finish(running);
    expect((await ledger.jobs.claim('w2', 1_000))?.job.subject).toBe(version);
    const { corrections } = await ledger.decisions.corrections(version);
    expect(corrections.texts[passage.passage.id]?.map(({ text }) => text)).toEqual(['P-103']);

    await correct(versionOf({ ...MANUAL, uri: 'absent' }), 'P-102');
    expect(await queued()).toBe(0);
    await ledger.close();
  });

  it('of other words of one passage holds beside it, of the same words instead of it', async () => {
    const ledger = await openEmpty(form, clock);
    const version = await ingest(ledger, MANUAL);
    const [passage] = await ledger.passages.range(await ledger.accessFor(PLANT, 'all'), version, 0, 0);
    if (passage === undefined) throw new Error('the sample has passages');
    const correct = (start: number, end: number, text: string) => {
      const read = passage.passage.text.slice(start, end);
      return ledger.decisions.decide(PLANT, {
        ...NOTE,
        decision: { kind: 'correct-text', version, passage: passage.passage.id, start, end, read, text },
      });
    };
    await correct(10, 14, '内漏');
    await correct(0, 5, 'P-102');
    const whole = await correct(0, 9, 'P-103 has');
    const texts = async () => (await ledger.decisions.corrections(version)).corrections.texts[passage.passage.id]?.map(({ text }) => text);
    expect(await texts()).toEqual(['P-103 has', '内漏']);
    await ledger.decisions.decide(PLANT, { ...NOTE, decision: { kind: 'undo', undoes: whole.id } });
    expect(await texts()).toEqual(['P-102', '内漏']);
    await ledger.close();
  });
});

describe('a ledger of an earlier release', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'faultline-decisions-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is brought to the wider decisions though it has run a later migration, and keeps those it has', async () => {
    const path = join(folder, 'ledger.db');
    const old = new Kysely<unknown>({ dialect: sqliteDialect(openSqlite(path)) });
    await createFirstTables(old, sqliteLedgerDialect);
    await createAuditTables(old, sqliteLedgerDialect);
    await sql`create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(old);
    await sql`insert into kysely_migration values ('0001-first-tables', '2026-11-25T00:00:00Z'), ('0003-audit', '2026-11-25T00:00:01Z')`.execute(
      old,
    );
    const [a, b] = [zh.id, en.id].sort();
    await sql`insert into decision values (1, ${PLANT}, 'must', ${a}, ${b}, 'engineer', 5), (2, ${PLANT}, 'cannot', ${a}, ${b}, 'engineer', 6)`.execute(
      old,
    );
    await old.destroy();
    const ledger = await openLedger({ store: { kind: 'sqlite', path }, clock });
    expect((await ledger.decisions.list(PLANT)).map(({ decision, state, at }) => [decision.kind, state, at])).toEqual([
      ['must-link', 'superseded', 5],
      ['cannot-link', 'in-force', 6],
    ]);
    await ledger.decisions.decide(PLANT, must());
    expect((await ledger.decisions.list(PLANT)).map(({ state }) => state)).toEqual(['superseded', 'superseded', 'in-force']);
    expect(new Set((await ledger.decisions.list(PLANT)).map(({ id }) => id)).size).toBe(3);
    await ledger.close();
  });
});
