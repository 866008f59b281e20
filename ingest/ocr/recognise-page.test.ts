import { describe, expect, it } from 'vitest';
import { type Box, ok } from '../../kernel/index.ts';
import { printedLine } from './printed-line.test-support.ts';
import { recognisePage } from './recognise-page.ts';
import type { RecognisedLine, TextRecogniser } from './text-recogniser.ts';

/** So long that nothing is tried the other way round. */
const NAME = 'ABCDEFGHKLMN';

/** A row of a name and 1, of which an engine finds the first part alone; asked for the rest, it says `sign` with so much confidence. */
async function readRow(sign: string, confidence: number, readsLines = true): Promise<readonly string[]> {
  const { line, raster } = printedLine([NAME, '        1'], [NAME]);
  const end = Math.max(...line.words.flatMap(({ symbols }) => symbols.map(({ box }) => box.x1)));
  const found: RecognisedLine = { ...line, box: { ...line.box, x1: end + 4 } };
  const lineAt = (box: Box): RecognisedLine => ({ box, baseline: box.y1, words: [{ box, confidence, symbols: [{ text: sign, box }] }] });
  const recogniser: TextRecogniser = {
    engine: 'told',
    doubted: 0,
    least: 0,
    needsEvenLight: false,
    recognise: async () => ok([found]),
    ...(readsLines ? { readLines: async (_, boxes) => ok(boxes.map(lineAt)) } : {}),
    close: async () => undefined,
  };
  const read = await recognisePage(recogniser, { raster, dpi: 300, milliseconds: 1_000 });
  return read.ok ? read.value.lines.map(({ words }) => words.map(({ symbols }) => symbols.map(({ text }) => text).join('')).join(' ')) : [];
}

describe('recognisePage', () => {
  it('reads a single sign that the engine passed over in the row of a line', async () => {
    expect(await readRow('1', 0.9)).toEqual([NAME, '1']);
  });

  it.each([
    ['unsure', '1', 0.4],
    ['no letter or digit', '-', 0.9],
  ])('takes what is %s for none', async (_, sign, confidence) => {
    expect(await readRow(sign, confidence)).toEqual([NAME]);
  });

  it('gives what an engine finds that cannot read lines by themselves', async () => {
    expect(await readRow('1', 0.9, false)).toEqual([NAME]);
  });
});
