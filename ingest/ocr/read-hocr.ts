import { SaxesParser } from 'saxes';
import type { Box } from '../../kernel/index.ts';
import type { RecognisedLine, RecognisedSymbol, RecognisedWord } from './text-recogniser.ts';

const LINES: ReadonlySet<string> = new Set(['ocr_line', 'ocr_header', 'ocr_caption', 'ocr_textfloat']);

/**
 * Lines of an hOCR file in its order, with a box for each character: as tesseract writes it with `hocr_char_boxes`. The properties are those
 * of the hOCR specification 1.2 (`bbox`, `baseline`, `x_wconf`, `x_bboxes`).
 * @throws Error for what is no well-formed XML.
 */
export function readHocr(file: string): readonly RecognisedLine[] {
  const lines: RecognisedLine[] = [];
  const open: string[] = [];
  let line: { readonly box: Box; readonly baseline: number; readonly words: RecognisedWord[] } | undefined;
  let word: { readonly box: Box; readonly confidence: number; readonly symbols: RecognisedSymbol[] } | undefined;
  let symbol: { readonly box: Box; text: string } | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', ({ attributes }) => {
    const kind = attributes['class'] ?? '';
    const title = attributes['title'] ?? '';
    open.push(kind);
    if (LINES.has(kind)) {
      const box = boxOf(title, 'bbox');
      line = { box, baseline: baselineOf(title, box), words: [] };
    } else if (kind === 'ocrx_word') {
      word = { box: boxOf(title, 'bbox'), confidence: numbersOf(title, 'x_wconf')[0] ?? 0, symbols: [] };
    } else if (kind === 'ocrx_cinfo') {
      symbol = { box: boxOf(title, 'x_bboxes'), text: '' };
    }
  });
  parser.on('text', (text) => {
    if (symbol !== undefined) symbol.text += text;
  });
  parser.on('closetag', () => {
    const kind = open.pop() ?? '';
    if (kind === 'ocrx_cinfo' && symbol !== undefined) {
      const text = symbol.text.normalize('NFC').trim();
      if (text !== '') word?.symbols.push({ text, box: symbol.box });
      symbol = undefined;
    } else if (kind === 'ocrx_word' && word !== undefined) {
      const confidence = Math.max(0, Math.min(1, word.confidence / 100));
      if (word.symbols.length > 0) line?.words.push({ ...word, confidence });
      word = undefined;
    } else if (LINES.has(kind) && line !== undefined) {
      if (line.words.length > 0) lines.push(line);
      line = undefined;
    }
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(file).close();
  return lines;
}

/** In the middle of a line that rises or falls: its slope and how far it stands off the foot of the box, at its left. */
function baselineOf(title: string, { x0, x1, y1 }: Box): number {
  const [slope = 0, offset = 0] = numbersOf(title, 'baseline');
  return Math.min(y1, y1 + offset + (slope * (x1 - x0)) / 2);
}

function boxOf(title: string, name: string): Box {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbersOf(title, name);
  return { x0, y0, x1, y1 };
}

function numbersOf(title: string, name: string): readonly number[] {
  const property = title.split(';').find((one) => one.trim().startsWith(`${name} `));
  return (property ?? '').trim().split(/\s+/).slice(1).map(Number);
}
