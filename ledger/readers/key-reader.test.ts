import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { compareText, type EntityPlace, makeFact } from '../../kernel/index.ts';
import { keyReaderContract } from '../../kernel/ports/key-reader.contract.ts';
import { readLink } from '../identity/resolve-components.ts';
import { resolveLinks } from '../identity/resolve-links.ts';
import type { Ledger } from '../open-ledger.ts';
import { keyClassShape, keyIdShape } from '../rows/stored-shapes.ts';
import { describeLedgers, type LedgerForm, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { chunksOf, exported, ingest, modeKey, PLANT, pumpKey, type Sample, versionOf } from '../test-support/sample-documents.fixture.ts';
import { anySamples } from '../test-support/samples.fixture.ts';

async function open(form: LedgerForm): Promise<Ledger> {
  const ledger = await openEmpty(form, { now: () => 5 });
  onTestFinished(() => ledger.close());
  return ledger;
}

const SECRET: Sample = { uri: 'secret', says: [['P-9', 'Leak']], same: [['泄漏', 'leak', 'glossary']], claims: { labels: ['secret'] } };
const OPEN: Sample = {
  uri: 'open',
  says: [
    ['P-101', '泄漏'],
    ['P-101', 'leak'],
  ],
};

describeLedgers('the keys of a ledger', (form) => {
  const passagesOf = (sample: Sample) => chunksOf(sample).parsed.flatMap((chunk) => chunk.passages);
  describe.each([
    ['zh', ['泄漏', '渗漏', '振动'], '泵-3'],
    ['en', ['leak', 'leakage', 'vibration'], 'pump-3'],
  ] as const)('in %s', (_, [leak, leakage, vibration], named) => {
    keyReaderContract(form.name, async () => {
      const ledger = await openEmpty(form, { now: () => 5 });
      const log: Sample = {
        uri: 'log',
        says: [
          ['P-9', leak],
          [named, leak],
          ['P-9', vibration],
        ],
        same: [[leak, leakage, 'glossary']],
      };
      const other: Sample = { uri: 'other', says: [['P-9', leak]] };
      const versions = [await ingest(ledger, log), await ingest(ledger, other)];
      const factOf = (pump: string, mode: string) => makeFact(pumpKey(pump).id, 'HAS_MODE', { kind: 'key', key: modeKey(mode).id }, []);
      const [first, second, third, again] = [...passagesOf(log), ...passagesOf(other)].map(({ id }) => [id]);
      return {
        reader: ledger.keys,
        access: await ledger.accessFor(PLANT, 'all'),
        versions,
        keys: [pumpKey('P-9'), pumpKey(named), modeKey(leak), modeKey(leakage), modeKey(vibration)],
        links: [[modeKey(leak).id, modeKey(leakage).id]],
        facts: [
          { fact: factOf('P-9', leak), passages: [...(first ?? []), ...(again ?? [])] },
          { fact: factOf(named, leak), passages: second ?? [] },
          { fact: factOf('P-9', vibration), passages: third ?? [] },
        ],
        close: () => ledger.close(),
      };
    });
  });
});

describeLedgers('keys and entities', (form) => {
  it('are as the reader’s own documents link and write them', async () => {
    const ledger = await open(form);
    await ingest(ledger, OPEN);
    await ingest(ledger, SECRET);
    const entity = async (labels: 'all' | string[]) =>
      (await ledger.keys.entities(await ledger.accessFor(PLANT, labels), [modeKey('泄漏').id]))
        .get(modeKey('泄漏').id)
        ?.keys.map((key) => key.text);
    expect((await entity('all'))?.sort()).toEqual(['Leak', '泄漏']);
    expect(await entity([])).toEqual(['泄漏']);
    const some = await ledger.accessFor(PLANT, []);
    expect((await ledger.keys.find(some, ['leak'])).map((key) => key.text)).toEqual(['leak']);
    expect(await ledger.keys.get(some, [pumpKey('P-9').id])).toEqual([]);
    expect((await ledger.keys.entities(some, [pumpKey('P-9').id])).size).toBe(0);
  });

  it('can be asked for by folded form, type and class', async () => {
    const ledger = await open(form);
    await ingest(ledger, OPEN);
    const access = await ledger.accessFor(PLANT, 'all');
    expect((await ledger.keys.find(access, ['p-101', 'leak'])).map((key) => key.folded)).toEqual(['p-101', 'leak']);
    expect((await ledger.keys.find(access, ['p-101', 'leak'], { types: ['FailureMode'] })).map((key) => key.folded)).toEqual(['leak']);
    expect((await ledger.keys.find(access, ['p-101', 'leak'], { classes: ['tag'] })).map((key) => key.folded)).toEqual(['p-101']);
    expect((await ledger.keys.ofTypes(access, ['FailureMode'], 1)).map((key) => key.folded)).toEqual(['leak']);
  });

  it('are found page by page, each once, by the best of the names that the reader may see', async () => {
    const query = fc.record({
      texts: fc.uniqueArray(fc.constantFrom<string>('p', 'p-1', 'leak', '泄', '泄漏', 'ea', 'x'), { maxLength: 2 }),
      same: fc.uniqueArray(fc.constantFrom<string>('leak', 'p-101', '磨损'), { maxLength: 1 }),
      limit: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(anySamples, query, fc.constantFrom<'all' | string[]>('all', []), async (samples, asked, labels) => {
        const ledger = await openEmpty(form, { now: () => 5 });
        try {
          for (const sample of samples) await ingest(ledger, sample);
          const access = await ledger.accessFor(PLANT, labels);
          const everything = await ledger.keys.ofTypes(access, ['FunctionalLocation', 'FailureMode'], 1000);
          const rankOf = (folded: string) => {
            if (asked.texts.length + asked.same.length === 0) return 0;
            if ([...asked.texts, ...asked.same].includes(folded)) return 0;
            if (asked.texts.some((text) => folded.startsWith(text))) return 1;
            return asked.texts.some((text) => folded.includes(text)) ? 2 : undefined;
          };
          const places = everything
            .map((key) => ({ key, rank: rankOf(key.folded) ?? -1 }))
            .filter(({ rank }) => rank >= 0)
            .sort((a, b) => a.rank - b.rank || compareText(a.key.folded, b.key.folded) || compareText(a.key.id, b.key.id));
          const entities = await ledger.keys.entities(
            access,
            places.map(({ key }) => key.id),
          );
          const expected = [...new Set(places.map(({ key }) => entities.get(key.id)?.id))];
          const found: (string | undefined)[] = [];
          let after: EntityPlace | undefined;
          do {
            const page = await ledger.keys.search(access, after === undefined ? asked : { ...asked, after });
            expect(page.entities.length).toBeLessThanOrEqual(asked.limit);
            found.push(...page.entities.map(({ id }) => id));
            after = page.next;
          } while (after !== undefined);
          expect(found).toEqual(expected);
        } finally {
          await ledger.close();
        }
      }),
      { numRuns: form.tries(25) },
    );
  });

  it('are not found by a name that only a hidden document gives', async () => {
    const ledger = await open(form);
    await ingest(ledger, OPEN);
    await ingest(ledger, SECRET);
    const found = async (labels: 'all' | string[], text: string) =>
      (await ledger.keys.search(await ledger.accessFor(PLANT, labels), { texts: [text], same: [], limit: 9 })).entities.map(({ keys }) =>
        keys.map((key) => key.folded).sort(),
      );
    expect(await found('all', 'p-9')).toEqual([['p-9']]);
    expect(await found([], 'p-9')).toEqual([]);
    expect(await found('all', '泄')).toEqual([['leak', '泄漏']]);
    expect(await found([], '泄')).toEqual([['泄漏']]);
  });

  it('follow a decision until another one on the same pair', async () => {
    const ledger = await open(form);
    await ingest(ledger, OPEN);
    const [a, b] = [modeKey('泄漏').id, modeKey('leak').id];
    const joined = async () => {
      const access = await ledger.accessFor(PLANT, 'all');
      const entities = await ledger.keys.entities(access, [a, b]);
      const stored = (await exported(ledger)).filter(
        (line) => line.includes('"line":"component"') && (line.includes(a) || line.includes(b)),
      );
      expect(new Set(stored.map((line) => z.object({ entity: z.string() }).parse(JSON.parse(line)).entity)).size).toBe(
        new Set([...entities.values()].map(({ id }) => id)).size,
      );
      return entities.get(a)?.id === entities.get(b)?.id;
    };
    const decide = (kind: 'must-link' | 'cannot-link') =>
      ledger.decisions.decide(PLANT, { decision: { kind, a, b }, actor: 'engineer', reason: 'one place' });
    expect(await joined()).toBe(false);
    await decide('must-link');
    expect(await joined()).toBe(true);
    await decide('cannot-link');
    expect(await joined()).toBe(false);
    expect((await ledger.decisions.list(PLANT)).map(({ decision }) => decision.kind)).toEqual(['must-link', 'cannot-link']);
    await expect(
      ledger.decisions.decide(PLANT, { decision: { kind: 'must-link', a, b: a }, actor: 'engineer', reason: '' }),
    ).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });

  it('stored for one who reads everything equal a computation over everything, whatever came and went', async () => {
    const keyLine = z.object({ line: z.literal('key'), id: keyIdShape, type: z.string(), class: keyClassShape, site: z.string() });
    const linkLine = z.object({ line: z.literal('link'), a: z.string(), b: z.string(), class: z.string() });
    const componentLine = z.object({ line: z.literal('component'), key: keyIdShape, entity: z.string() });
    await fc.assert(
      fc.asyncProperty(anySamples, fc.array(fc.nat(), { maxLength: 2 }), async (samples, removals) => {
        const ledger = await openEmpty(form, { now: () => 5 });
        for (const sample of samples) await ingest(ledger, sample);
        for (const removal of removals) {
          const gone = versionOf(samples[removal % samples.length] ?? OPEN);
          await ledger.retract(gone);
          await ledger.purge(gone);
        }
        const lines: unknown[] = (await exported(ledger)).map((line) => JSON.parse(line));
        await ledger.close();
        const of = <Out>(shape: z.ZodType<Out>) => lines.flatMap((line) => shape.safeParse(line).data ?? []);
        const full = resolveLinks(of(keyLine), of(linkLine).map(readLink), []).entities;
        expect(of(componentLine).map(({ key, entity }) => [key, entity])).toEqual([...full].sort());
      }),
      { numRuns: form.tries(25) },
    );
  });
});
