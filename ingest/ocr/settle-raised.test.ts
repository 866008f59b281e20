import { describe, expect, it } from 'vitest';
import { settleRaised } from './settle-raised.ts';
import type { RecognisedLine } from './text-recogniser.ts';

const HIGH = 30;

/** One line of words as printed: signs behind a `^` stand raised, up to a `;`; a `-` there is as high as a raised one stands. */
function settled(written: string, raisedBy = 0.6): { readonly text: string; readonly recognised: string } {
  let raised = false;
  const words = written.split(' ').map((word) => {
    const symbols = [...word].flatMap((text) => {
      if (text === '^' || text === ';') {
        raised = text === '^';
        return [];
      }
      const foot = raised ? HIGH * (1 - raisedBy) : HIGH;
      const height = (raised ? 0.57 : 1) * HIGH;
      const [y0, y1] = text === '-' ? [foot - 0.5 * height, foot - 0.4 * height] : [foot - height, foot];
      return [{ text, box: { x0: 0, x1: 10, y0, y1 } }];
    });
    raised = false;
    return { symbols, box: { x0: 0, y0: 0, x1: 100, y1: HIGH }, confidence: 0.9 };
  });
  const line: RecognisedLine = { words, box: { x0: 0, y0: 0, x1: 100, y1: HIGH }, baseline: HIGH };
  const found = settleRaised(line).words;
  return {
    text: found.map(({ symbols }) => symbols.map(({ text }) => text).join('')).join(' '),
    recognised: found.flatMap(({ symbols }) => symbols.flatMap(({ recognised }) => recognised ?? [])).join(''),
  };
}

describe('settleRaised', () => {
  it.each([
    ['3.7 x 10^10; Bq', '3.7 x 10¹⁰ Bq', '10'],
    ['1.25 x 10^-13; cm', '1.25 x 10⁻¹³ cm', '-13'],
    ['3.7 x 10^1°; Bq', '3.7 x 10¹⁰ Bq', '1°'],
    ['流量 85 m^3;/h', '流量 85 m³/h', '3'],
    ['扭矩 35^2 N', '扭矩 35² N', '2'],
  ])('reads %s as %s and keeps what was recognised', (written, text, recognised) => {
    expect(settled(written)).toEqual({ text, recognised });
  });

  it.each(['P-101 85', 'H2O 12', '5-10 A'])('leaves %s as it is', (written) => {
    expect(settled(written)).toEqual({ text: written, recognised: '' });
  });

  it('takes no digit for a raised one whose lower part alone was not printed', () => {
    expect(settled('12^5;7 mm').text).toBe('1257 mm');
    expect(settled('125^7 mm', 0.4).text).toBe('1257 mm');
  });
});
