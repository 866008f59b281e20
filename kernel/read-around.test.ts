import { describe, expect, it } from 'vitest';
import { makeDocumentId, makeLabelSetId, makePassageId, makeVersionId, parseTenantId } from './ids.ts';
import type { Passage, StoredPassage } from './passage.ts';
import { readAround } from './read-around.ts';

const TENANT = parseTenantId('plant');
if (TENANT === undefined) throw new Error('no tenant');
const DOCUMENT = makeDocumentId(TENANT, '手册');
const VERSION = makeVersionId(DOCUMENT, '00');

const STORED = Array.from({ length: 10 }, (_, order): StoredPassage => {
  const id = makePassageId(VERSION, 'paragraph', String(order), 'text');
  const passage: Passage = {
    ...{ id, versionId: VERSION, kind: 'paragraph', text: 'text', language: 'en', headings: [] },
    ...{ structure: {}, anchors: [], order, scope: [] },
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

describe('readAround', () => {
  it.each([
    [5, 2, [3, 4, 5, 6, 7], false],
    [0, 3, [0, 1, 2, 3], false],
    [7, 2, [5, 6, 7, 8, 9], true],
    [9, 2, [7, 8, 9], true],
    [4, 60, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], true],
  ] as const)(
    'gives of passage %i and %i before and behind it those that there are, and whether they go to the end',
    async (order, most, orders, isToEnd) => {
      const range = async (_: unknown, __: unknown, from: number, to: number) => STORED.slice(from, to + 1);
      const passage = STORED[order]?.passage;
      if (passage === undefined) throw new Error('no passage');
      const read = await readAround(range, { tenant: TENANT, grants: [], hidden: [] }, passage, most);
      expect([read.around.map((one) => one.passage.order), read.isToEnd]).toEqual([orders, isToEnd]);
    },
  );
});
