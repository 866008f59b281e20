import { describe, expect, it } from 'vitest';
import { anchorsText, makeDocumentId, makePassageId, makeVersionId, type TenantId } from '../../kernel/index.ts';
import { packRuns } from '../rows/packed-runs.ts';
import { rememberPassages } from './remember-passages.ts';

type Row = Parameters<ReturnType<typeof rememberPassages>>[0];

const TEXTS = ['联轴器螺栓的拧紧力矩为 48 N·m。', 'The torque of the coupling bolts is 48 N·m.'] as const;

function rowOf(text: string): Row {
  const version = makeVersionId(makeDocumentId('plant' as TenantId, 'manual'), 'bytes');
  const anchors = [{ kind: 'block' as const, path: 'p1', start: 0, end: text.length }];
  return {
    id: makePassageId(version, 'paragraph', anchorsText(anchors), text),
    version,
    ord: 1,
    kind: 'paragraph',
    language: 'mixed',
    text,
    content_json: JSON.stringify({ language: 'mixed', headings: ['Torque 力矩'], structure: {}, anchors }),
    runs: packRuns([{ start: 0, end: 1, page: 1, y0: 1, y1: 2, edges: [0, 5] }]),
    scope_json: '[]',
    tokens_json: '["torque"]',
  };
}

/** The row with one column as somebody would change it where it is kept. */
function changes(row: Row): readonly Row[] {
  return [
    { ...row, version: makeVersionId(makeDocumentId('plant' as TenantId, 'other'), 'bytes') },
    { ...row, ord: 2 },
    { ...row, kind: 'step' },
    { ...row, text: row.text.replace('48', '99') },
    { ...row, content_json: row.content_json.replace('"start":0', '"start":1') },
    { ...row, runs: null },
    { ...row, runs: packRuns([{ start: 0, end: 1, page: 2, y0: 1, y1: 2, edges: [0, 5] }]) },
    { ...row, scope_json: `["key_${'0'.repeat(32)}"]` },
    { ...row, tokens_json: '["moment"]' },
  ];
}

describe('rows of passages that are remembered', () => {
  it.each(TEXTS)('are not taken apart again while they are the same: %s', (text) => {
    const read = rememberPassages({ now: () => 0 });
    const first = read(rowOf(text));
    expect(first).toMatchObject({ isIntact: true, tokens: ['torque'], passage: { text } });
    expect(read(rowOf(text))).toBe(first);
  });

  it.each(TEXTS)('are read anew when any column was changed, and again when it is put right: %s', (text) => {
    const read = rememberPassages({ now: () => 0 });
    const first = read(rowOf(text));
    for (const changed of changes(rowOf(text))) {
      const expected = rememberPassages({ now: () => 0 })(changed);
      expect(expected).not.toEqual(first);
      expect(read(changed)).toEqual(expected);
      expect(read(rowOf(text))).toEqual(first);
    }
  });

  it('fails on damage each time, whatever was read before', () => {
    const read = rememberPassages({ now: () => 0 });
    const [text] = TEXTS;
    read(rowOf(text));
    for (const _ of [1, 2]) expect(() => read({ ...rowOf(text), content_json: '{' })).toThrow('damaged passage');
  });
});
