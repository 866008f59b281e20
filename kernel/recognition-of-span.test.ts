import { describe, expect, it } from 'vitest';
import { makeDecisionId, makeDocumentId, makePassageId, makeVersionId, parseTenantId, type TenantId } from './ids.ts';
import type { Passage } from './passage.ts';
import { recognitionOfSpan } from './recognition-of-span.ts';

function tenant(): TenantId {
  const parsed = parseTenantId('plant');
  if (parsed === undefined) throw new Error('the test tenant has no valid name');
  return parsed;
}

const TENANT = tenant();
const VERSION = makeVersionId(makeDocumentId(TENANT, 'scan'), '0'.repeat(64));
const text = '泵 P-101A 温度 80 °C';
const scan: Passage = {
  ...{ id: makePassageId(VERSION, 'paragraph', '', text), versionId: VERSION, kind: 'paragraph', text, language: 'zh', order: 0 },
  ...{ headings: [], structure: {}, anchors: [], scope: [] },
  recognition: {
    ...{ method: 'ocr', engine: 'an engine', confidence: 0.9 },
    unsure: [{ start: 2, end: 8, confidence: 0.3 }],
    repairs: [{ start: 15, end: 16, recognised: '"' }],
  },
};

describe('recognitionOfSpan', () => {
  it('says nothing of a passage that was read as text', () => {
    const { recognition: _, ...read } = scan;
    expect(recognitionOfSpan(read, { start: 0, end: 5 })).toBeUndefined();
  });

  it('is unsure only where a word of the span is', () => {
    expect(recognitionOfSpan(scan, { start: 0, end: 4 })).toMatchObject({ isUnsure: true, confidence: 0.3, repairs: [] });
    expect(recognitionOfSpan(scan, { start: 9, end: text.length })).toMatchObject({
      isUnsure: false,
      confidence: 0.9,
      repairs: [{ recognised: '"', text: '°' }],
    });
  });

  it('is sure of a word that a person corrected', () => {
    const corrections = [{ decision: makeDecisionId(TENANT, 'cell', 1), start: 2, end: 8, text: 'P-101B' }];
    expect(recognitionOfSpan(scan, { start: 0, end: 8 }, corrections)).toMatchObject({ isUnsure: false, confidence: 0.9 });
  });
});
