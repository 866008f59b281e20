import { describe, expect, it } from 'vitest';
import type { PhotoReading } from '../contract.ts';
import { askedFault, photoChoices } from './photo-choices.ts';

const box = { x0: 0, y0: 0, x1: 10, y1: 10 };
const words = (text: string, confidence = 0.9) => ({ text, confidence, isUnsure: confidence < 0.5, box });
const part = (text: string, start: number, confidence?: number) => ({ ...words(text, confidence), start, end: start + text.length });
const tag = (text: string, line: number, start: number, confidence?: number) =>
  ({ ...part(text, start, confidence), type: 'identifier', subtype: 'tag', canonical: text.replace('-', ''), line }) as const;

const READING: PhotoReading = {
  engine: 'known texts 1',
  width: 100,
  height: 100,
  lines: [
    { ...words('设备 K-730'), parts: [part('设备', 0), part('K-730', 3, 0.4)] },
    { ...words('K-730 风机振动大'), parts: [part('K-730 风机振动大', 0)] },
    { ...words('—'), parts: [part('—', 0, 0.1)] },
  ],
  mentions: [
    tag('K-730', 0, 3, 0.4),
    tag('K-730', 1, 0, 0.8),
    { ...part('11 mm', 0), type: 'quantity', subtype: 'length', canonical: '0.011', line: 1 },
  ],
};

describe('what a photo offers to be asked', () => {
  it('is each code once, as it was read most surely, and the texts beside it', () => {
    expect(photoChoices(READING).map(({ id, code, text, confidence }) => [id, code, text, confidence])).toEqual([
      ['code K730', 'tag', 'K-730', 0.8],
      ['text 0 0', undefined, '设备', 0.9],
      ['text 1 0', undefined, 'K-730 风机振动大', 0.9],
    ]);
  });

  it('is nothing of it unless it is chosen', () => {
    expect(askedFault(photoChoices(READING), new Map(), ' ')).toBe('');
    expect(askedFault(photoChoices(READING), new Map(), ' 异响 ')).toBe('异响');
  });

  it('is asked as it was corrected, each word once, before what was typed', () => {
    const choices = photoChoices(READING);
    expect(
      askedFault(
        choices,
        new Map([
          ['code K730', 'K-780'],
          ['text 0 0', ' '],
        ]),
        '异响',
      ),
    ).toBe('K-780 异响');
    expect(
      askedFault(
        choices,
        new Map([
          ['text 1 0', 'K-730 风机振动大'],
          ['code K730', 'K-730'],
        ]),
        '',
      ),
    ).toBe('K-730 风机振动大');
    expect(
      askedFault(
        choices,
        new Map([
          ['text 1 0', 'same'],
          ['text 0 0', 'same'],
        ]),
        '',
      ),
    ).toBe('same');
  });
});
