import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { type Ledger, openLedger } from '../open-ledger.ts';
import { readLink } from '../resolve-components.ts';
import { resolveLinks } from '../resolve-links.ts';
import { exported, ingest, modeKey, PLANT, pumpKey, type Sample, versionOf } from '../sample-documents.fixture.ts';
import { anySamples } from '../samples.fixture.ts';
import { keyClassShape, keyIdShape } from '../stored-shapes.ts';

async function open(): Promise<Ledger> {
  const ledger = await openLedger({ path: ':memory:', clock: { now: () => 5 } });
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

describe('keys and entities', () => {
  it('are as the reader’s own documents link and write them', async () => {
    const ledger = await open();
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
    const ledger = await open();
    await ingest(ledger, OPEN);
    const access = await ledger.accessFor(PLANT, 'all');
    expect((await ledger.keys.find(access, ['p-101', 'leak'])).map((key) => key.folded)).toEqual(['p-101', 'leak']);
    expect((await ledger.keys.find(access, ['p-101', 'leak'], { types: ['FailureMode'] })).map((key) => key.folded)).toEqual(['leak']);
    expect((await ledger.keys.find(access, ['p-101', 'leak'], { classes: ['tag'] })).map((key) => key.folded)).toEqual(['p-101']);
    expect((await ledger.keys.ofTypes(access, ['FailureMode'], 1)).map((key) => key.folded)).toEqual(['leak']);
  });

  it('follow a decision until another one on the same pair', async () => {
    const ledger = await open();
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
        const ledger = await openLedger({ path: ':memory:', clock: { now: () => 5 } });
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
      { numRuns: 25 },
    );
  });
});
