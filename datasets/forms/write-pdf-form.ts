import { createRequire } from 'node:module';
import { assertNever } from '../../kernel/index.ts';
import { loadWriter } from '../demo-plant/load-writer.ts';
import { type FormBlock, widthOf } from './form.ts';

type Pen = PDFKit.PDFDocument;
type Face = 'regular' | 'bold';

const require = createRequire(import.meta.url);
const LEFT = 70;
const TOP = 70;
/** Below it no block begins; the longest one of a form fits under it. */
const LOWEST = 640;
const WIDTH = 455;
const SIZE = 10;
const LEADING = 15;
const GAP = 9;
const INDENT = 20;
const TITLE_SIZES = [17, 13.5, 11.5];
const ROW = 20;
const PAD = 5;

/** A form on pages of A4, set as an office program would: titles by size, lists by hanging numbers, ruled tables, framed callouts. */
export async function writePdfForm(blocks: readonly FormBlock[]): Promise<Uint8Array> {
  const { default: PDFDocument } = await loadWriter(() => import('pdfkit'));
  const date = new Date('2026-01-01T00:00:00Z');
  const pen = new PDFDocument({ size: 'A4', margin: 0, info: { CreationDate: date, ModDate: date } });
  pen.registerFont('regular', require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
  pen.registerFont('bold', require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'));
  const chunks: Buffer[] = [];
  const written = new Promise<Uint8Array>((resolve, reject) => {
    pen.on('data', (chunk: Buffer) => chunks.push(chunk));
    pen.on('end', () => resolve(Buffer.concat(chunks)));
    pen.on('error', reject);
  });
  let y = TOP;
  for (const block of blocks) {
    if (y > LOWEST) {
      pen.addPage({ size: 'A4', margin: 0 });
      y = TOP;
    }
    y = draw(pen, block, LEFT, y);
  }
  pen.end();
  return written;
}

/** Draws a block with its top left corner at a place; returns where the next one begins. */
function draw(pen: Pen, block: FormBlock, x: number, y: number): number {
  switch (block.kind) {
    case 'title': {
      const size = TITLE_SIZES[block.level - 1] ?? SIZE;
      return text(pen, block.text, x, y + GAP, 'bold', size) + GAP;
    }
    case 'text':
      return text(pen, block.text, x, y, block.bold === true ? 'bold' : 'regular') + GAP;
    case 'lines':
      return block.lines.reduce((top, line) => text(pen, line, x, top), y) + GAP;
    case 'steps':
      return items(pen, block.items, (index) => `${block.first + index}.`, x, y);
    case 'bullets':
      return items(pen, block.items, () => '•', x, y);
    case 'callout': {
      const top = y + PAD;
      const titled = block.title === undefined ? top : text(pen, block.title, x + PAD, top, 'bold') + PAD;
      const end = block.inside.reduce((at, inner) => draw(pen, inner, x + PAD, at), titled);
      pen
        .lineWidth(0.8)
        .rect(x, y, WIDTH, end - y)
        .stroke();
      return end + GAP;
    }
    case 'table':
      return drawTable(pen, block, x, block.caption === undefined ? y : text(pen, block.caption, x, y) + PAD);
    case 'terms':
    case 'front':
      return y;
    default:
      return assertNever(block);
  }
}

/** Text within the right margin, broken at blanks or between Chinese signs. */
function text(pen: Pen, words: string, x: number, y: number, face: Face = 'regular', size = SIZE): number {
  pen.font(face).fontSize(size).fillColor('black');
  const pieces = words.match(/\p{sc=Han}[，。；：、）]?|[^\s\p{sc=Han}]+\s*|\s+/gu) ?? [];
  let line = '';
  let top = y;
  const flush = (): void => {
    if (line.trim() !== '') pen.text(line.trimEnd(), x, top, { lineBreak: false });
    top += size * 1.5;
    line = '';
  };
  for (const piece of pieces) {
    if (line !== '' && x + pen.widthOfString(line + piece.trimEnd()) > LEFT + WIDTH) flush();
    line += piece;
  }
  flush();
  return top;
}

function items(
  pen: Pen,
  list: Extract<FormBlock, { kind: 'bullets' }>['items'],
  markOf: (index: number) => string,
  x: number,
  y: number,
): number {
  let top = y;
  list.forEach((item, index) => {
    pen.font('regular').fontSize(SIZE).text(markOf(index), x, top, { lineBreak: false });
    top = text(pen, item.text, x + INDENT, top);
    for (const block of item.below ?? []) top = draw(pen, block, x + INDENT, top);
  });
  return Math.max(top, y + LEADING) + GAP;
}

function drawTable(pen: Pen, table: Extract<FormBlock, { kind: 'table' }>, x: number, y: number): number {
  const { header, rows } = table;
  const columns = widthOf(table);
  const width = WIDTH / columns;
  const cell = (words: string, column: number, top: number, across: number, lines: number, face: Face): void => {
    pen
      .lineWidth(0.6)
      .rect(x + column * width, top, across * width, lines * ROW)
      .stroke();
    pen
      .font(face)
      .fontSize(SIZE)
      .text(words, x + column * width + PAD, top + PAD, { lineBreak: false });
  };
  header.forEach((name, column) => void cell(name, column, y, 1, 1, 'bold'));
  let top = header.length === 0 ? y : y + ROW;
  let open = 0;
  for (const row of rows) {
    if (typeof row === 'string') cell(row, 0, top, columns, 1, 'regular');
    else {
      const shift = open > 0 ? 1 : 0;
      row.forEach(({ text: words, rows: span = 1 }, column) => void cell(words, column + shift, top, 1, span, 'regular'));
      open = open > 0 ? open - 1 : (row[0]?.rows ?? 1) - 1;
    }
    top += ROW;
  }
  return top + GAP;
}
