import { describe, expect, it } from 'vitest';
import { makeDocumentId, makePassageId, makeVersionId, type Passage, parseTenantId } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { reportHandRead } from './report-hand-read.ts';
import { runHandReadSheet, scoreHandRead } from './run-hand-read-sheet.ts';

function label(text: string, more: Partial<Passage> = {}): Passage {
  const tenant = parseTenantId('test');
  if (tenant === undefined) throw new Error('the tenant has no valid name');
  const versionId = makeVersionId(makeDocumentId(tenant, 'sheet'), '0'.repeat(64));
  const id = makePassageId(versionId, 'drawing-label', '', text);
  const rest = { headings: [], structure: {}, anchors: [], scope: [] };
  return { id, versionId, kind: 'drawing-label', text, language: 'en', order: 0, ...rest, ...more };
}

describe('the sheet that a person read', () => {
  it('is scored by tags, words that are none, and edges whichever way; unsure tags are told', () => {
    const unsure = [{ start: 0, end: 6, confidence: 0.3 }];
    const recognition = { method: 'ocr' as const, engine: 'an engine', confidence: 0.6, unsure, repairs: [] };
    const drawn = [{ kind: 'joins' as const, own: 'V-201', other: 'P-101', otherIs: 'tag' as const, confidence: 0.6 }];
    const passages = [label('TURBINE'), label('P-101 循环泵', { recognition }), label('V-201', { structure: { drawn } }), label('X-999')];
    const score = scoreHandRead(
      ['TURBINE', 'P-101', 'V-201', 'E-103'],
      [
        ['P-101', 'V-201'],
        ['V-201', 'E-103'],
      ],
      passages,
      siteGrammar([]),
    );
    expect(score.tags).toMatchObject({ wanted: 4, found: 4, right: 3, missed: ['E103'], invented: ['X999'] });
    expect(score.edges).toMatchObject({ wanted: 2, found: 1, right: 1 });
    expect(score).toMatchObject({ unsure: ['P101'], isSheet: true });
    expect(reportHandRead(score)).toContain('tags: missed E103');
  });

  it('is left out where the set is not there', async () => {
    expect(await runHandReadSheet('/nowhere', new AbortController().signal)).toBeUndefined();
  });
});
