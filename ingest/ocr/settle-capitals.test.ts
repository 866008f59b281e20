import { describe, expect, it } from 'vitest';
import { settleCapitals } from './settle-capitals.ts';
import type { RecognisedLine } from './text-recogniser.ts';

const [HIGH, LOW] = [30, 22];

/** One word whose signs are as high as capitals, but for those behind a `,`, which are as high as small letters. */
function settled(written: string): { readonly text: string; readonly recognised: readonly string[] } {
  const symbols = [...written.matchAll(/(,?)([^,])/gu)].map(([, low, text = '']) => ({
    text,
    box: { x0: 0, x1: 10, y0: low === ',' ? HIGH - LOW : 0, y1: HIGH },
  }));
  const box = { x0: 0, y0: 0, x1: 100, y1: HIGH };
  const line: RecognisedLine = { words: [{ symbols, box, confidence: 0.9 }], box, baseline: HIGH };
  const found = settleCapitals(line).words.flatMap((word) => word.symbols);
  return { text: found.map(({ text }) => text).join(''), recognised: found.flatMap(({ recognised }) => recognised ?? []) };
}

describe('settleCapitals', () => {
  it.each([
    ['CWs-608', 'CWS-608', ['s']],
    ['CAUTioN', 'CAUTION', ['i', 'o']],
    ['WARNiNG:', 'WARNING:', ['i']],
    ['警告PVc管', '警告PVC管', ['c']],
    ['NLGl', 'NLGI', ['l']],
  ])('reads %s as %s and keeps what was recognised', (written, text, recognised) => {
    expect(settled(written)).toEqual({ text, recognised });
  });

  it.each(['MH,z', 'CW,s-608', 'kW,s', 'DN,o', 'WiFi', 'DeviceNET', 'EtherCAT', 'AlCl', 'ABl'])('leaves %s as it is', (written) => {
    expect(settled(written)).toEqual({ text: written.replaceAll(',', ''), recognised: [] });
  });
});
