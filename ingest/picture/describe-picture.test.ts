import { describe, expect, it } from 'vitest';
import {
  makeDocumentId,
  makeLabelSetId,
  type Passage,
  parseTenantId,
  type SaidCorrection,
  type StoredPassage,
} from '../../kernel/index.ts';
import { describePicture } from './describe-picture.ts';
import { passageOf } from './picture.test-support.ts';

const TENANT = parseTenantId('plant');
if (TENANT === undefined) throw new Error('no tenant');
const OWNED = { documentId: makeDocumentId(TENANT, 'picture'), labelSet: makeLabelSetId(TENANT, []) };

function stored(passage: Passage, more: Partial<StoredPassage> = {}): StoredPassage {
  return { ...OWNED, passage, title: '泵手册 Pump', uri: 'pump.md', authority: 'approved-manual', age: 0, tokens: [], ...more };
}

const TEXTS = {
  zh: ['说明如下。', '拧紧力矩为 48 N·m。', '完毕。'],
  en: ['As follows.', 'The tightening torque is 48 N·m.', 'End.'],
} as const;

function pictured(language: 'zh' | 'en', corrections: readonly SaidCorrection[] = [], spoken: Passage['language'] = language) {
  const around = TEXTS[language].map((text, order) =>
    stored(passageOf(order, text, { language: order === 1 ? spoken : language, headings: ['手册', 'Fastening'] })),
  );
  const [, cited] = around;
  if (cited === undefined) throw new Error('no passage');
  const start = cited.passage.text.indexOf('48');
  return describePicture({ stored: cited, span: { start, end: start + 2 }, also: [], around, isToEnd: true, corrections });
}

describe('describePicture', () => {
  it.each(['zh', 'en'] as const)('marks the cited words among the passages around them, under the titles above (%s)', (language) => {
    const { title, place, passages, isFromStart, isToEnd } = pictured(language);
    expect({ title, place, isFromStart, isToEnd }).toEqual({
      ...{ title: '泵手册 Pump', place: ['手册', 'Fastening'] },
      ...{ isFromStart: true, isToEnd: true },
    });
    expect(passages.map(({ content }) => content.text)).toEqual(TEXTS[language]);
    const marked = passages.map(({ content }) => content.marks.map((mark) => content.text.slice(mark.start, mark.end)));
    expect(marked).toEqual([[], ['48'], []]);
  });

  it('shows of a slide what stands on it alone, of its notes these, and says which', () => {
    const paths = [
      'slide/1/section/1/heading',
      'slide/2/section/1/heading',
      'slide/2/section/1/paragraph/1',
      'slide/2/notes/1/section/0/paragraph/1',
    ];
    const around = [...paths, 'hidden-slide/3/section/0/paragraph/1'].map((path, order) =>
      stored(passageOf(order, `text ${order} 泵`, { language: 'en', anchors: [{ kind: 'block', path, start: 0, end: 8 }] })),
    );
    const shown = around.map((cited) => {
      const { place, passages, isFromStart, isToEnd } = describePicture({
        ...{ stored: cited, span: { start: 0, end: 4 }, also: [], around, isToEnd: false, corrections: [] },
      });
      return [place, passages.map(({ order }) => order), isFromStart, isToEnd];
    });
    expect(shown).toEqual([
      [['slide 1'], [0], true, true],
      [['slide 2'], [1, 2], true, true],
      [['slide 2'], [1, 2], true, true],
      [['slide 2', 'speaker notes'], [3], true, true],
      [['hidden slide 3'], [4], true, false],
    ]);
  });

  it('says what it is in the language of the cited words, of those around where they have none', () => {
    expect(pictured('zh').words.drawn).toMatch(/\p{sc=Han}/u);
    expect(pictured('en').words.drawn).toMatch(/facsimile/);
    expect(pictured('zh', [], 'none').words.drawn).toBe(pictured('zh').words.drawn);
    expect(pictured('en', [], 'none').words.drawn).toBe(pictured('en').words.drawn);
  });

  it('notes what people corrected, and shows the words as they were read', () => {
    const who = { actor: 'wang', at: 0, reason: '铭牌 nameplate' };
    const { notes, passages } = pictured('zh', [
      { ...who, kind: 'text', read: '48', text: '43' },
      { ...who, kind: 'column', column: '数值', role: 'torque' },
    ]);
    expect(notes).toEqual([
      '人工更正 wang 1970-01-01 00:00Z: "48" → "43" (铭牌 nameplate)',
      '人工更正 wang 1970-01-01 00:00Z: 数值 → torque (铭牌 nameplate)',
    ]);
    expect(passages[1]?.content.text).toContain('48');
  });

  it('names number and revision, and shows nothing of a passage around that was changed where it is kept', () => {
    const cited = stored(passageOf(1, 'cited words'), { documentNumber: 'CWS-OM-4101', revision: 'C' });
    const changed = stored(passageOf(0, '被改动的文字'), { damaged: true });
    const subject = { stored: cited, span: { start: 0, end: 5 }, also: [], around: [changed, cited], isToEnd: false, corrections: [] };
    const { details, passages } = describePicture(subject);
    expect(details).toBe('CWS-OM-4101 · 版次 C');
    expect(passages.map(({ content }) => content.text)).toEqual(['…', 'cited words']);
  });
});
