import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keyOfEntity,
  makeDocumentId,
  makeEntityId,
  makeFactId,
  makeJobId,
  makeKeyId,
  makeLabelSetId,
  makePassageId,
  makeVersionId,
  parseDocumentId,
  parseEntityId,
  parseFactId,
  parseJobId,
  parseKeyId,
  parseLabelSetId,
  parsePassageId,
  parseTenantId,
  parseVersionId,
  type TenantId,
} from './ids.ts';

function tenant(text: string): TenantId {
  const id = parseTenantId(text);
  if (id === undefined) throw new Error(`no tenant: ${text}`);
  return id;
}

const PLANT = tenant('plant-1');
const DOCUMENT = makeDocumentId(PLANT, 'upload:abc');
const VERSION = makeVersionId(DOCUMENT, 'abc');
const KEY = makeKeyId(PLANT, 'FunctionalLocation', 'tag', 'site', 'P101A');

describe('ids', () => {
  it.each([
    ['document', DOCUMENT, parseDocumentId],
    ['version', VERSION, parseVersionId],
    ['passage', makePassageId(VERSION, 'step', '[]', '关闭阀门'), parsePassageId],
    ['key', KEY, parseKeyId],
    ['fact', makeFactId(KEY, 'HAS_PART', '{}', '[]'), parseFactId],
    ['entity', makeEntityId(KEY), parseEntityId],
    ['label set', makeLabelSetId(PLANT, ['all']), parseLabelSetId],
    ['job', makeJobId(['ingest', VERSION]), parseJobId],
  ] as const)('reads back the id of a %s that it made and nothing else', (_, id, parse) => {
    expect(parse(id)).toBe(id);
    expect(parse(id.toUpperCase())).toBeUndefined();
    expect(parse(`${id}0`)).toBeUndefined();
    expect(parse(id.slice(4))).toBeUndefined();
    expect(parse(`xyz_${id.slice(4)}`)).toBeUndefined();
  });

  it.each(['', 'Plant', '厂区', '-a', 'a b', 'a'.repeat(64)])('takes no tenant named %j', (text) => {
    expect(parseTenantId(text)).toBeUndefined();
  });

  it('never gives two keys one id because their parts join alike', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 4 });
    fc.assert(
      fc.property(fc.tuple(part, part, part, part), fc.tuple(part, part, part, part), (left, right) => {
        const same = makeKeyId(PLANT, ...left) === makeKeyId(PLANT, ...right);
        expect(same).toBe(JSON.stringify(left) === JSON.stringify(right));
      }),
    );
    expect(makeKeyId(PLANT, 'a', 'bc', '', 'd')).not.toBe(makeKeyId(PLANT, 'ab', 'c', '', 'd'));
  });

  it('finds the key that an entity is named after', () => {
    expect(keyOfEntity(makeEntityId(KEY))).toBe(KEY);
  });

  it('keeps tenants apart for the same bytes', () => {
    expect(makeDocumentId(tenant('plant-2'), 'upload:abc')).not.toBe(DOCUMENT);
  });

  it('gives a label set one id in any order and with repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (labels) => {
        expect(makeLabelSetId(PLANT, [...labels].reverse().concat(labels))).toBe(makeLabelSetId(PLANT, labels));
      }),
    );
  });
});
