import { expect, it, onTestFinished } from 'vitest';
import { makeEntityId, type Unit } from '../../kernel/index.ts';
import type { Ledger } from '../open-ledger.ts';
import { describeLedgers, type LedgerForm, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import {
  chunksOf,
  deliver,
  ingest,
  ingestSteps,
  modeKey,
  PLANT,
  pumpKey,
  type Sample,
  versionOf,
} from '../test-support/sample-documents.fixture.ts';

const MANUAL: Sample = {
  uri: 'manual',
  says: [
    ['P-101', '泄漏'],
    ['P-101', 'leak'],
    ['P-102', 'leak'],
    ['P-102', 'leak'],
  ],
};
const GLOSSARY: Sample = { uri: 'glossary', says: [['P-7', 'leak']], same: [['泄漏', 'leak', 'glossary']] };

async function open(form: LedgerForm): Promise<Ledger> {
  const ledger = await openEmpty(form, { now: () => 5 });
  onTestFinished(() => ledger.close());
  return ledger;
}

async function graphOf(ledger: Ledger, unit: Unit) {
  const found = { nodes: [] as unknown[], edges: [] as unknown[] };
  for await (const batch of ledger.projection.edgesOf(unit)) {
    found.nodes.push(...batch.nodes);
    found.edges.push(...batch.edges);
  }
  return found;
}

const idsOf = async (ledger: Ledger, target: 'search' | 'graph') => (await ledger.outbox.pending(target, 99)).map(({ unit }) => unit.id);

describeLedgers('the outbox', (form) => {
  it('names the version for both targets and the keys for the graph, until they are delivered', async () => {
    const ledger = await open(form);
    await ingest(ledger, MANUAL);
    expect(await idsOf(ledger, 'search')).toEqual([versionOf(MANUAL)]);
    const keys = [pumpKey('P-101'), pumpKey('P-102'), modeKey('泄漏'), modeKey('leak')].map((key) => key.id).sort();
    expect(await idsOf(ledger, 'graph')).toEqual([...keys, versionOf(MANUAL)]);
    await deliver(ledger, 'graph');
    expect(await idsOf(ledger, 'graph')).toEqual([]);
    expect(await idsOf(ledger, 'search')).toEqual([versionOf(MANUAL)]);
  });

  it('names only the keys whose entity another document changed', async () => {
    const ledger = await open(form);
    await ingest(ledger, MANUAL);
    await deliver(ledger, 'graph');
    await ingest(ledger, GLOSSARY);
    const [first, second] = [modeKey('泄漏').id, modeKey('leak').id].sort();
    expect(new Set(await idsOf(ledger, 'graph'))).toEqual(new Set([versionOf(GLOSSARY), pumpKey('P-7').id, second]));
    expect(first).toBeDefined();
  });

  it('names the keys that another document writes in its own way, when it comes and when it goes', async () => {
    const ledger = await open(form);
    await ingest(ledger, MANUAL);
    const other: Sample = {
      uri: 'other',
      says: [
        ['P-101', 'Leak'],
        ['P-102', '泄漏'],
      ],
    };
    await deliver(ledger, 'graph');
    await ingest(ledger, other);
    expect(new Set(await idsOf(ledger, 'graph'))).toEqual(new Set([versionOf(other), modeKey('leak').id]));
    await deliver(ledger, 'graph');
    await ledger.retract(versionOf(other));
    await deliver(ledger, 'graph');
    await ledger.purge(versionOf(other));
    expect(await idsOf(ledger, 'graph')).toEqual([modeKey('leak').id]);
    const { nodes } = await graphOf(ledger, { kind: 'key', id: modeKey('leak').id });
    expect(nodes).toEqual([expect.objectContaining({ names: [{ text: 'leak', language: 'en' }] })]);
  });

  it('keeps a row that changed again before it was delivered', async () => {
    const ledger = await open(form);
    await ingest(ledger, MANUAL);
    const early = await ledger.outbox.pending('search', 99);
    await ledger.retract(versionOf(MANUAL));
    await deliver(ledger, 'search', early);
    const late = await ledger.outbox.pending('search', 99);
    expect(late.map(({ unit }) => unit.id)).toEqual([versionOf(MANUAL)]);
    expect(late[0]?.generation).toBeGreaterThan(early[0]?.generation ?? Number.POSITIVE_INFINITY);
  });
});

describeLedgers('the state of a unit', (form) => {
  it('is a version with its passages in order and its edges with counted evidence', async () => {
    const ledger = await open(form);
    await ingest(ledger, MANUAL);
    const texts: string[] = [];
    for await (const batch of ledger.projection.passagesOf(versionOf(MANUAL))) texts.push(...batch.map((row) => row.passage.text));
    expect(texts).toEqual(['P-101 has 泄漏', 'P-101 has leak', 'P-102 has leak', 'P-102 has leak']);
    const { edges, nodes } = await graphOf(ledger, { kind: 'version', id: versionOf(MANUAL) });
    expect(nodes).toEqual([]);
    expect(edges).toHaveLength(3);
    expect(edges).toContainEqual(
      expect.objectContaining({ from: pumpKey('P-102').id, to: modeKey('leak').id, n: 2, status: 'stated', predicate: 'HAS_MODE' }),
    );
  });

  it('is a key with its entity over all documents', async () => {
    const ledger = await open(form);
    await ingest(ledger, MANUAL);
    await ingest(ledger, GLOSSARY);
    const entity = makeEntityId([modeKey('泄漏').id, modeKey('leak').id].sort()[0] ?? modeKey('leak').id);
    const { nodes } = await graphOf(ledger, { kind: 'key', id: modeKey('泄漏').id });
    expect(nodes).toEqual([
      { key: modeKey('泄漏').id, entity, type: 'FailureMode', class: 'name', names: [{ text: '泄漏', language: 'zh' }] },
    ]);
  });

  it('is absent before a version is resolved, once it is retracted, and after it is purged', async () => {
    const ledger = await open(form);
    const unit: Unit = { kind: 'version', id: versionOf(MANUAL) };
    const steps = ingestSteps(MANUAL);
    for (const step of steps.slice(0, 6)) await step(ledger);
    expect(await ledger.projection.present(unit)).toBe(false);
    for (const step of steps) await step(ledger);
    expect(await ledger.projection.present(unit)).toBe(true);
    await ledger.retract(versionOf(MANUAL));
    expect(await ledger.projection.present(unit)).toBe(false);
    expect((await graphOf(ledger, unit)).edges).toEqual([]);
    expect(await ledger.projection.present({ kind: 'key', id: pumpKey('P-101').id })).toBe(true);
    await deliver(ledger, 'graph');
    await ledger.purge(versionOf(MANUAL));
    expect(await ledger.projection.present({ kind: 'key', id: pumpKey('P-101').id })).toBe(false);
    expect(await idsOf(ledger, 'graph')).toContain(pumpKey('P-101').id);
  });
});

describeLedgers('stages', (form) => {
  const id = versionOf(MANUAL);
  const { parsed, tokens, extracted } = chunksOf(MANUAL);
  const [firstExtracted] = extracted;

  it('resume from the last chunk and repeat none', async () => {
    const ledger = await open(form);
    for (const step of ingestSteps(MANUAL).slice(0, 5)) await step(ledger);
    expect(await ledger.stages.last(id, 'parsed')).toMatchObject({ ordinal: 1, carry: { seen: 2 }, tool: 'parser-1' });
    const chunk = parsed[0];
    if (chunk === undefined || firstExtracted === undefined) throw new Error('the sample has chunks');
    expect(await ledger.stages.commitParsed(id, 'parser-1', chunk, tokens[0] ?? [])).toBe('repeated');
    await expect(ledger.stages.commitExtracted(id, 'extractor-1', { ...firstExtracted, ordinal: 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('hand the parsed passages on to extraction, with the records that stand in them', async () => {
    const ledger = await open(form);
    const log: Sample = {
      uri: 'log',
      says: [['P-101', '振动']],
      rows: [
        ['P-101', 1, 2],
        ['P-102', 3, null],
        ['P-7', 5, 6],
      ],
    };
    await ingest(ledger, log);
    const { passages, records, inputHash } = await ledger.stages.material(versionOf(log), 1, 2);
    expect(passages.map((passage) => passage.order)).toEqual([1, 2]);
    expect(records.map((record) => [record.ordinal, record.passageId])).toEqual(passages.map((passage) => [passage.order - 1, passage.id]));
    expect((await ledger.stages.material(versionOf(log), 0, 2)).inputHash).not.toBe(inputHash);
    expect((await ledger.stages.material(versionOf(log), 4, 2)).passages).toEqual([]);
  });

  it('start anew with another extractor, which leaves the passages, and facts as they were until it is done', async () => {
    const ledger = await open(form);
    await ingest(ledger, MANUAL);
    if (firstExtracted === undefined) throw new Error('the sample has chunks');
    expect(await ledger.stages.commitExtracted(id, 'extractor-2', firstExtracted)).toBe('committed');
    expect((await ledger.accessFor(PLANT, 'all')).hidden).toEqual([]);
    const about = async () => ledger.keys.about(await ledger.accessFor(PLANT, 'all'), [pumpKey('P-102').id], [], 9);
    expect((await about()).map((fact) => fact.evidence.length)).toEqual([2]);
    expect(await ledger.stages.last(id, 'parsed')).toMatchObject({ ordinal: 1 });
    expect(await ledger.stages.last(id, 'extracted')).toMatchObject({ ordinal: 0, tool: 'extractor-2' });
    for (const chunk of extracted.slice(1)) await ledger.stages.commitExtracted(id, 'extractor-2', chunk);
    await ledger.stages.takePlace(id, { outcome: 'visible', reason: undefined, report: undefined });
    expect(await ledger.stages.commitResolved(id)).toBe('repeated');
    expect(await ledger.stages.lastShown(id, 'extracted')).toMatchObject({ tool: 'extractor-2' });
    expect((await about()).map((fact) => fact.evidence.length)).toEqual([2]);
  });

  it('start anew with another parser before a version is shown, which takes all that came of the old one along', async () => {
    const ledger = await open(form);
    for (const step of ingestSteps(MANUAL).slice(0, -1)) await step(ledger);
    const chunk = parsed[0];
    if (chunk === undefined) throw new Error('the sample has chunks');
    expect(await ledger.stages.commitParsed(id, 'parser-2', chunk, tokens[0] ?? [])).toBe('committed');
    expect(await ledger.stages.last(id, 'extracted')).toBeUndefined();
    expect(await ledger.projection.present({ kind: 'key', id: pumpKey('P-102').id })).toBe(false);
  });

  it('are refused for a version that is being removed', async () => {
    const ledger = await open(form);
    await ingest(ledger, MANUAL);
    await ledger.retract(id);
    if (firstExtracted === undefined) throw new Error('the sample has chunks');
    await expect(ledger.stages.commitExtracted(id, 'extractor-1', firstExtracted)).rejects.toMatchObject({ code: 'busy' });
    await expect(ledger.makeVisible(id)).rejects.toMatchObject({ code: 'busy' });
  });
});
