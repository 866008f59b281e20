import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Access } from './access.ts';
import { makeDocumentId, makeLabelSetId, makePassageId, makeVersionId, parseTenantId } from './ids.ts';
import type { Passage, PassageKind, PassageStructure, StoredPassage } from './passage.ts';
import { readElement } from './read-element.ts';

const tenant = parseTenantId('plant');
if (tenant === undefined) throw new Error('no tenant');
const TENANT = tenant;
const DOCUMENT = makeDocumentId(TENANT, 'manual');
const VERSION = makeVersionId(DOCUMENT, '00');
const ACCESS: Access = { tenant: TENANT, grants: [], hidden: [] };

type Draft = { readonly kind: PassageKind; readonly structure: PassageStructure };

function plant(drafts: readonly Draft[]) {
  const stored = drafts.map(({ kind, structure }, order): StoredPassage => {
    const text = `${kind} ${order}`;
    const passage: Passage = {
      id: makePassageId(VERSION, kind, String(order), text),
      versionId: VERSION,
      kind,
      text,
      language: 'en',
      headings: [],
      structure,
      anchors: [],
      order,
      scope: [],
    };
    return {
      passage,
      documentId: DOCUMENT,
      labelSet: makeLabelSetId(TENANT, []),
      title: 'm',
      uri: 'm',
      authority: 'anonymous',
      age: 0,
      tokens: [],
    };
  });
  const range = async (_: Access, __: unknown, from: number, to: number) =>
    stored.filter(({ passage }) => passage.order >= from && passage.order <= to);
  return (kind: 'section' | 'list' | 'table', opening: number, most = 10_000) =>
    readElement(range, ACCESS, { kind, version: VERSION, opening }, most);
}

const heading = (level: number, section?: number): Draft => ({
  kind: 'heading',
  structure: { level, ...(section === undefined ? {} : { section }) },
});
const step = (list: number, section = 0): Draft => ({ kind: 'step', structure: { section, list, level: 1 } });
const orders = (reading: { readonly passages: readonly StoredPassage[] } | undefined) =>
  reading?.passages.map(({ passage }) => passage.order);

describe('readElement', () => {
  it('gives a section with the sections below it and ends before the next of its depth', async () => {
    const read = plant([heading(1), step(1), heading(2, 0), step(3, 2), heading(1), step(5, 4)]);
    expect(orders(await read('section', 0))).toEqual([0, 1, 2, 3]);
    expect(orders(await read('section', 2))).toEqual([2, 3]);
    expect((await read('section', 4))?.whole).toBe(true);
  });

  it('ends a section before what stands in none, as a slide without a title', async () => {
    const read = plant([heading(1), step(1), { kind: 'paragraph', structure: {} }, heading(1)]);
    const section = await read('section', 0);
    expect([orders(section), section?.whole]).toEqual([[0, 1], true]);
  });

  it('keeps what stands between two items of a list and leaves what follows the last', async () => {
    const warning: Draft = { kind: 'warning', structure: { section: 0 } };
    const read = plant([heading(1), step(1), warning, step(1), { kind: 'paragraph', structure: { section: 0 } }, step(5)]);
    const list = await read('list', 1);
    expect(orders(list)).toEqual([1, 2, 3]);
    expect(list?.whole).toBe(true);
    expect(orders(await read('list', 5))).toEqual([5]);
  });

  it('reads lists and tables of any length whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 500 }), fc.boolean(), async (count, followed) => {
        const rows = Array.from({ length: count }, (): Draft => ({ kind: 'table-row', structure: { section: 0, table: 1 } }));
        const after: Draft[] = followed ? [{ kind: 'table-row', structure: { section: 0, table: count + 1 } }] : [];
        const table = await plant([heading(1), ...rows, ...after])('table', 1);
        expect(table?.passages.length).toBe(count);
        expect(table?.whole).toBe(true);
        expect(table?.following === undefined).toBe(!followed);
      }),
      { numRuns: 40 },
    );
  });

  it('is not whole where it was cut, where a passage is missing, and undefined where nothing opens', async () => {
    const read = plant([heading(1), step(1), step(1), step(1)]);
    const cut = await read('list', 1, 2);
    expect(orders(cut)).toEqual([1, 2]);
    expect(cut?.whole).toBe(false);
    expect(await read('list', 2)).toBeUndefined();
    expect(await read('table', 0)).toBeUndefined();
  });
});

describe('a step that is set as a title', () => {
  const within = (section?: number) => (section === undefined ? {} : { section });
  const titled = (list: number, title: number, section?: number): Draft => ({
    kind: 'step',
    structure: { list, level: 1, title, ...within(section) },
  });
  const text = (list?: number, section?: number): Draft => ({
    kind: 'paragraph',
    structure: { ...(list === undefined ? {} : { list }), ...within(section) },
  });

  it('is read as a section up to the next title, and with all others as one list', async () => {
    const read = plant([heading(1), text(undefined, 0), titled(2, 1), text(2), titled(2, 1), text(2), heading(1)]);
    expect(orders(await read('section', 0))).toEqual([0, 1]);
    expect(orders(await read('section', 2))).toEqual([2, 3]);
    const list = await read('list', 2);
    expect([orders(list), list?.whole]).toEqual([[2, 3, 4, 5], true]);
  });

  it('is part of a section above it', async () => {
    const read = plant([heading(1), titled(1, 2, 0), text(1, 0), titled(1, 2, 0), text(1, 0), heading(1)]);
    expect(orders(await read('section', 0))).toEqual([0, 1, 2, 3, 4]);
  });
});
