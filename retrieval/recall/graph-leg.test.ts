import { describe, expect, test } from 'vitest';
import type { ErrorCode, Key, StoredPassage } from '../../kernel/index.ts';
import { openStaticEmbedder } from '../../models/index.ts';
import { EVERYTHING, type MemoryPlant, makeMemoryPlant } from '../test-support/memory-plant.ts';
import { graphLeg } from './graph-leg.ts';
import type { RecallFault } from './recall-fault.ts';

const embedder = openStaticEmbedder();

async function textsNear(plant: MemoryPlant, text: string, keys: readonly Key[] = []) {
  const faults = new Map<RecallFault, ErrorCode>();
  const near = await graphLeg(plant, EVERYTHING, { text, keys: keys.map(({ id }) => id) }, faults, new AbortController().signal);
  expect([...faults.keys()]).toEqual([]);
  const stored = await plant.passages.get(
    EVERYTHING,
    near.map(({ id }) => id),
  );
  return stored.map(({ passage }) => passage.text);
}

/** A document whose passages state one fact each. */
async function addFacts(plant: MemoryPlant, title: string, facts: readonly [string, Key, 'CAUSED_BY' | 'HAS_MODE' | 'ON', Key][]) {
  const passages = await plant.addDocument(
    title,
    facts.map(([text]) => text),
  );
  for (const [at, [, subject, predicate, object]] of facts.entries()) {
    await plant.addFact(subject, predicate, object, passages[at] as StoredPassage);
  }
}

describe('the graph leg', () => {
  test('starts at codes and at terms of the vocabulary, and brings what lies between them first', async () => {
    const plant = makeMemoryPlant(embedder);
    const pump = plant.addKey('FunctionalLocation', 'tag', 'P-9');
    const mode = plant.addKey('FailureMode', 'code', 'failure-mode/leakage');
    const others = ['一', '二', '三'].map((name) => plant.addKey('FailureMode', 'name', name));
    await addFacts(plant, 'analysis', [
      ...others
        .map((other) => [`P-9 ${other.text}`, pump, 'HAS_MODE', other] as const)
        .map(([...one]): [string, Key, 'HAS_MODE', Key] => one),
      ['P-9 泄漏', pump, 'HAS_MODE', mode],
    ]);
    for (const question of ['P-9 渗漏', 'P-9 seepage']) expect((await textsNear(plant, question, [pump]))[0]).toBe('P-9 泄漏');
    expect(await textsNear(plant, 'seepage')).toContain('P-9 泄漏');
    expect(await textsNear(plant, '天气')).toEqual([]);
  });

  test('goes on over several facts, the nearer ones first', async () => {
    const plant = makeMemoryPlant(embedder);
    const [alarm, cause, root, far] = ['A-1', '轴承过热', '润滑脂变质', 'grease too old'].map((name) =>
      plant.addKey('Cause', 'name', name),
    );
    if (alarm === undefined || cause === undefined || root === undefined || far === undefined) throw new Error('four keys were made');
    await addFacts(plant, 'manual', [
      ['three', root, 'CAUSED_BY', far],
      ['two', cause, 'CAUSED_BY', root],
      ['one', alarm, 'CAUSED_BY', cause],
    ]);
    expect(await textsNear(plant, '', [alarm])).toEqual(['one', 'two', 'three']);
  });

  test('does not follow a hub that everything hangs on, but what is special to the thing asked for', async () => {
    const plant = makeMemoryPlant(embedder);
    const [pump, cause, hub] = ['P-9', 'dry running', 'pump class'].map((name) => plant.addKey('Asset', 'name', name));
    if (pump === undefined || cause === undefined || hub === undefined) throw new Error('three keys were made');
    const orders = Array.from({ length: 600 }, (_, n): [string, Key, 'ON', Key] => [
      `order ${n}`,
      plant.addKey('WorkOrder', 'code', String(n)),
      'ON',
      hub,
    ]);
    await addFacts(plant, 'log', [...orders, ['P-9 is a pump', pump, 'ON', hub], ['P-9 ran dry', pump, 'CAUSED_BY', cause]]);
    expect((await textsNear(plant, '', [pump])).sort()).toEqual(['P-9 is a pump', 'P-9 ran dry']);
  }, 900_000);
});
