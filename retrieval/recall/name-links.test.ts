import { describe, expect, test } from 'vitest';
import { makeDocumentId, makePassageId, makeVersionId, parseTenantId, type TenantId } from '../../kernel/index.ts';
import { handedByName, type NamedPassage } from './name-links.ts';

const tenant = parseTenantId('plant') as TenantId;

function passage(document: string, text: string, name: string, worth: number): NamedPassage {
  const documentId = makeDocumentId(tenant, document);
  const id = makePassageId(makeVersionId(documentId, 'bytes'), 'paragraph', text, text);
  return { id, documentId, tokens: text.split(' '), name: name.split(' ').filter((token) => token !== ''), worth };
}

function handed(passages: readonly NamedPassage[]): readonly (number | undefined)[] {
  const found = handedByName(passages);
  return passages.map(({ id }) => found.get(id));
}

describe('what names hand on', () => {
  test('is the best worth of a text of another document that names it whole, word by word', () => {
    const passages = [
      passage('film', 'directed by ann lee in rome', 'the film', 0.8),
      passage('person', 'born in oslo', 'ann lee', 0),
      passage('other', 'born in bonn', 'lee ann', 0.1),
    ];
    expect(handed(passages)).toEqual([0, 0.8, 0]);
  });

  test('is nothing from texts of its own document, nor to one without a name', () => {
    expect(handed([passage('泵', '泵 手册', '泵', 1), passage('泵', '密封', '泵', 0.5), passage('b', '密封', '', 0.5)])).toEqual([0, 0, 0]);
  });

  test('is less, the more texts hold the name', () => {
    const once = handed([passage('a', '见 密封 手册', '泵', 1), passage('b', '无', '密封 手册', 0), passage('c', '无', '阀', 0)])[1] ?? 0;
    const twice =
      handed([passage('a', '见 密封 手册', '泵', 1), passage('b', '无', '密封 手册', 0), passage('c', '密封 手册', '阀', 0)])[1] ?? 0;
    expect(once).toBe(1);
    expect(twice).toBeGreaterThan(0);
    expect(twice).toBeLessThan(once);
  });
});
