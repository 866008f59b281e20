import { describe, expect, it } from 'vitest';
import { recognitionOfDraft } from './recognition-of-draft.ts';

const shown = { x0: 0, y0: 0, x1: 1, y1: 1 };
const printed = new Map([
  [
    't1',
    {
      text: '泵 P-1O1',
      words: [
        { start: 0, end: 1, confidence: 0.9, shown },
        { start: 2, end: 7, confidence: 0.3, shown },
      ],
      repairs: [],
    },
  ],
  ['t2', { text: '1003', words: [{ start: 0, end: 4, confidence: 0.8, shown }], repairs: [{ start: 1, end: 2, recognised: 'O' }] }],
]);
const box = shown;

describe('recognitionOfDraft', () => {
  it('places unsure words and repairs of each text in what was put together of them', () => {
    const places = [
      { entity: 't2', box },
      { entity: 't1', box },
    ];
    expect(recognitionOfDraft({ text: '1003 泵 P-1O1', places }, printed, 'an engine')).toMatchObject({
      method: 'ocr',
      unsure: [{ start: 7, end: 12, confidence: 0.3 }],
      repairs: [{ start: 1, end: 2, recognised: 'O' }],
    });
  });

  it('is unsure of all where a text does not stand in the draft as it is', () => {
    const recognition = recognitionOfDraft({ text: 'other', places: [{ entity: 't2', box }] }, printed, 'an engine');
    expect(recognition?.unsure).toMatchObject([{ start: 0, end: 5 }]);
  });

  it('says nothing of what was not recognised', () => {
    expect(recognitionOfDraft({ text: 'P-101', places: [{ entity: 'x', box }] }, printed, 'an engine')).toBeUndefined();
  });
});
