import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeFact } from '../kernel/index.ts';
import { openLedger } from './open-ledger.ts';
import { describeLedgers, openEmpty } from './test-support/ledger-forms.test-support.ts';
import {
  chunksOf,
  exported,
  ingest,
  ingestSteps,
  modeKey,
  PLANT,
  pumpKey,
  type Sample,
  versionOf,
} from './test-support/sample-documents.fixture.ts';
import { anySamples } from './test-support/samples.fixture.ts';

const clock = { now: () => 1_700_000_000_000 };
const signal = new AbortController().signal;

async function inMemory(samples: readonly Sample[]): Promise<string[]> {
  const ledger = await openLedger({ store: { kind: 'sqlite', path: ':memory:' }, clock });
  for (const sample of samples) await ingest(ledger, sample);
  const lines = await exported(ledger);
  await ledger.close();
  return lines;
}

/** Texts that a database could trip over: those of its own language, characters that it cannot keep, and any others. */
const anyText = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "'; drop table version; --",
      '$1',
      '%s',
      '\\u0000',
      '\\',
      '"',
      "''",
      '{1,NULL}',
      'a\0b',
      '\0',
      '\u0001',
      '\u0001\u0002',
      '𠮷野',
      '�',
      'İ',
      '𝒜 ﷽',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }) },
);
const hostileSample: fc.Arbitrary<Sample> = fc.record({
  uri: anyText,
  says: fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 4 }),
  same: fc.array(fc.tuple(anyText, anyText, fc.constant('glossary' as const)), { maxLength: 2 }),
  rows: fc.array(
    fc.tuple(anyText, fc.integer({ min: 0, max: 900 }), fc.option(fc.double({ min: 0, max: 9, noNaN: true }), { nil: null })),
    { maxLength: 3 },
  ),
  claims: fc.record({
    labels: fc.array(anyText, { maxLength: 2 }),
    documentNumber: anyText,
    title: anyText,
    site: anyText,
    revision: anyText,
  }),
});

describeLedgers('the lines of an export', (form) => {
  it('are the same bytes on every database', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, async (samples) => {
        const ledger = await openEmpty(form, clock);
        for (const sample of samples) await ingest(ledger, sample);
        expect(await exported(ledger)).toEqual(await inMemory(samples));
        await ledger.close();
      }),
      { numRuns: form.tries(20) },
    );
  });

  it('are the same bytes whatever stands in names, labels, cells and texts, and each can be asked for', async () => {
    await fc.assert(
      fc.asyncProperty(hostileSample, async (sample) => {
        const ledger = await openEmpty(form, clock);
        await ingest(ledger, sample);
        expect(await exported(ledger)).toEqual(await inMemory([sample]));
        const access = await ledger.accessFor(PLANT, sample.claims?.labels ?? []);
        const keys = sample.says.flatMap(([tag, mode]) => [pumpKey(tag), modeKey(mode)]);
        const found = await ledger.keys.find(
          access,
          keys.map((key) => key.folded),
        );
        expect(found.map((key) => key.id)).toEqual(expect.arrayContaining(keys.map((key) => key.id)));
        for (const [tag] of sample.says)
          expect((await ledger.keys.search(access, { texts: [tag.toLowerCase()], same: [], limit: 9 })).entities.length).toBeGreaterThan(0);
        const passages = await ledger.passages.range(access, versionOf(sample), 0, 99);
        expect(passages.slice(0, sample.says.length).map(({ passage }) => passage.text)).toEqual(
          sample.says.map(([tag, mode]) => `${tag} has ${mode}`),
        );
        const rows = await ledger.records.rows(
          access,
          { from: 'work-order', where: { kind: 'all', filters: [] }, offset: 0, limit: 9 },
          signal,
        );
        expect(rows.map(({ record }) => Object.keys(record.columns))).toEqual(
          rows.map(() => ['asset', 'date', 'duration', 'text', 'x:备注 "note"', 'coded:activity']),
        );
        expect((await ledger.documents.list(access)).map(({ document }) => document.uri)).toEqual([sample.uri]);
        await ledger.retract(versionOf(sample));
        await ledger.purge(versionOf(sample));
        expect(await exported(ledger)).toEqual([]);
        await ledger.close();
      }),
      { numRuns: form.tries(60) },
    );
  });

  it('hold texts longer than an index of a server can hold', async () => {
    // Random, so that no compression makes them short.
    const long = Array.from({ length: 9_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * index * 7_919 + index * 104_729) % 20_000)),
    ).join('');
    const sample: Sample = {
      uri: long,
      says: [[long, `${long}模式`]],
      rows: [[long, 1, 2]],
      claims: { documentNumber: long, labels: [long] },
    };
    const ledger = await openEmpty(form, clock);
    await ingest(ledger, sample);
    expect(await exported(ledger)).toEqual(await inMemory([sample]));
    const access = await ledger.accessFor(PLANT, [long]);
    expect((await ledger.keys.find(access, [pumpKey(long).folded])).map((key) => key.text)).toEqual([long]);
    const { matched } = await ledger.records.aggregate(
      access,
      {
        from: 'work-order',
        where: { kind: 'equals', field: 'asset', value: long },
        groupBy: [],
        measures: [{ kind: 'count' }],
        orderBy: [],
        limit: 1,
      },
      signal,
    );
    expect(matched).toBe(1);
    const tokens = chunksOf(sample).tokens.flat(2);
    expect([...(await ledger.passages.statistics(access, tokens)).frequency.keys()].sort()).toEqual([...new Set(tokens)].sort());
    const column = { kind: 'correct-column', version: versionOf(sample), table: 'orders', column: long, role: null } as const;
    const made = await ledger.decisions.decide(PLANT, { decision: column, actor: '李伟', reason: long });
    expect((await ledger.decisions.find(PLANT, made.id))?.state).toBe('in-force');
    await ledger.close();
  });

  it('keep a fact in quarantine whose texts hold what the database cannot', async () => {
    const sample: Sample = { uri: 'q', says: [['P\0-1', '\\u0000 "leak"']] };
    const ledger = await openEmpty(form, clock);
    for (const step of ingestSteps(sample)) await step(ledger);
    const [fact] = chunksOf(sample).extracted[0]?.quarantine ?? [];
    const reviews = await ledger.reviews.list(await ledger.accessFor(PLANT, 'all'));
    expect(reviews.flatMap(({ evidence }) => evidence.map(({ quote }) => quote))).toContain('P\0-1 has \\u0000 "leak"');
    expect(fact?.fact.id).toBe(makeFact(modeKey('\\u0000 "leak"').id, 'HAS_EFFECT', { kind: 'key', key: pumpKey('P\0-1').id }, []).id);
    await ledger.close();
  });
});

describeLedgers('figures of decimal numbers', (form) => {
  it('are the same where the fifteenth digit of a mean hangs on the last bit of the division', async () => {
    const sample: Sample = {
      uri: 'log',
      says: [['P-1', 'x']],
      rows: [515.68, 854.49, 964.35, 605.54, 863.62, 370.97, 533.84].map((value) => ['P-1', 1, value]),
    };
    const ledger = await openEmpty(form, clock);
    await ingest(ledger, sample);
    const measures = [{ kind: 'mean', field: 'duration' }] as const;
    const asked = { from: 'work-order', where: { kind: 'all', filters: [] }, groupBy: [], measures, orderBy: [], limit: 1 } as const;
    expect((await ledger.records.aggregate(await ledger.accessFor(PLANT, 'all'), asked, signal)).rows).toEqual([[672.641428571]]);
    await ledger.close();
  });

  it('are the same on every database and in every order of rows', async () => {
    const hours = fc.array(
      fc.double({ min: 0, max: 1000, noNaN: true }).map((value) => Math.round(value * 100) / 100),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(hours, async (values) => {
        const rows = (list: readonly number[]): Sample => ({
          uri: 'log',
          says: [['P-1', 'x']],
          rows: list.map((value) => ['P-1', 1, value]),
        });
        const figures = async (sample: Sample, ledger: Awaited<ReturnType<typeof openEmpty>>) => {
          await ingest(ledger, sample);
          const measures = (['sum', 'mean', 'min', 'max', 'median'] as const).map((kind) => ({ kind, field: 'duration' as const }));
          const asked = { from: 'work-order', where: { kind: 'all', filters: [] }, groupBy: [], measures, orderBy: [], limit: 1 } as const;
          const { rows: found } = await ledger.records.aggregate(await ledger.accessFor(PLANT, 'all'), asked, signal);
          await ledger.close();
          return found;
        };
        const here = await figures(rows(values), await openEmpty(form, clock));
        const reversed = rows([...values].reverse());
        expect(here).toEqual(await figures(reversed, await openLedger({ store: { kind: 'sqlite', path: ':memory:' }, clock })));
      }),
      { numRuns: form.tries(40) },
    );
  });
});
