import { describe, expect, it } from 'vitest';
import type { Anchor, Passage } from '../../../kernel/index.ts';
import { makeDocumentId, makePassageId, makeVersionId, parseTenantId } from '../../../kernel/index.ts';
import { textMark } from '../structure/text-mark.ts';
import { placesIn } from './place-questions.ts';

const tenant = parseTenantId('default');
if (tenant === undefined) throw new Error('no tenant');
const version = makeVersionId(makeDocumentId(tenant, 'a.md'), 'hash');
const passageId = (id: string) => makePassageId(version, 'paragraph', id, id);
const block: Anchor = { kind: 'block', path: 'paragraph/1', start: 0, end: 1 };
function passage(id: string, text: string, anchor: Anchor = block): Passage {
  return {
    id: passageId(id),
    versionId: version,
    kind: 'paragraph',
    text,
    language: 'en',
    headings: [],
    structure: {},
    anchors: [anchor],
    order: 0,
    scope: [],
  };
}
const mark = (text: string) => (text.length < 24 ? `${textMark(text)}:${text.length}` : textMark(text));

describe('the place of a question', () => {
  const words = '按下急停按钮后等待三十秒再打开控制柜的柜门并测量电压';
  const held = passage('1', `注意：${words}。`);

  it('is every passage that holds the opening, wherever in it', () => {
    const places = placesIn([held, passage('2', '按下急停按钮后等待六十秒再打开控制柜的柜门并测量电压')]);
    expect(places({ file: 'a.md', marks: [mark(words)] })).toEqual([held.id]);
  });

  it('is found by a short opening, by white space and bars that differ, and nowhere when it is not there', () => {
    const places = placesIn([passage('3', '24 V\tDC\tred')]);
    expect(places({ file: 'a.md', marks: [mark('24V DC'.replace(/\s/gu, ''))] })).toHaveLength(1);
    expect(places({ file: 'a.md', marks: [mark('48VDC')] })).toEqual([]);
  });

  it('is on its page and in its row', () => {
    const places = placesIn([
      passage('4', words, { kind: 'page', page: 4, boxes: [] }),
      passage('5', words, { kind: 'page', page: 5, boxes: [] }),
      passage('6', words, { kind: 'row', sheet: '', row: 7 }),
    ]);
    expect(places({ file: 'a.pdf', page: 5, marks: [mark(words)] })).toContain(passageId('5'));
    expect(places({ file: 'a.pdf', page: 5, marks: [mark(words)] })).not.toContain(passageId('4'));
    expect(places({ file: 'a.csv', row: 8, marks: [mark(words)] })).not.toContain(passageId('6'));
  });
});
