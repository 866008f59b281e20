import { createRequire } from 'node:module';
import { loadWriter } from '../demo-plant/load-writer.ts';
import { createRandom } from '../demo-plant/random.ts';
import { PdfPen, type PrintHabit } from './pdf-pen.ts';
import type { DrawnSheet, Shape } from './shape.ts';
import type { SheetSet } from './sheet-set.ts';
import { rounded } from './xml-text.ts';

type Pen = PDFKit.PDFDocument;

/** How a program prints a sheet, picked by seed. */
interface PdfHabit extends PrintHabit {
  /** Points a millimetre of the sheet as it was drawn: on its own paper, or on smaller one. */
  readonly unit: number;
  /** The sheet stands on its side, and the page is shown turned so that it is upright, or is not. */
  readonly turn: 'none' | 'shown' | 'left';
  /** Symbols are forms of the file, or each is drawn where it stands. */
  readonly hasForms: boolean;
  /** Each character is set alone. */
  readonly isSetApart: boolean;
  readonly font: string;
  /** Texts are filled outlines, so that no character is known. */
  readonly isOutlined: boolean;
}

/** Points a millimetre. */
const MILLIMETRE = 72 / 25.4;
/** Size of a font by the height of its capitals. */
const SIZE = 1 / 0.73;
const WIDE = 841;
const HIGH = 594;
/** Half of the side of the box of a form, in millimetres: no symbol is larger. */
const FORM = 40;
const DATE = new Date('2026-01-01T00:00:00Z');

const require = createRequire(import.meta.url);

/** Sheets of a set as the pages of one vector PDF, texts as texts or as outlines; paper, turn, strokes and the way symbols are drawn vary by seed. */
export async function writeSheetPdf(
  sheets: readonly DrawnSheet[],
  { seed, language, title }: Pick<SheetSet, 'seed' | 'language' | 'title'>,
  { isOutlined = false }: { readonly isOutlined?: boolean } = {},
): Promise<Uint8Array> {
  const { default: PDFDocument } = await loadWriter(() => import('pdfkit'));
  const random = createRandom(seed, 'pdf');
  const habit: PdfHabit = {
    circles: random.pick(['curves', 'curves', 'pieces', 'halves']),
    lines: random.pick(['whole', 'whole', 'apart', 'filled']),
    // A frame that hides what lies below it hides what is drawn from whoever looks at the page.
    isMasked: random.chance(0.3) && !isOutlined,
    unit: MILLIMETRE * random.pick([1, Math.SQRT1_2, 0.5]),
    turn: random.pick(['left', 'none', 'shown', 'none']),
    hasForms: random.chance(0.4),
    isSetApart: random.chance(0.2),
    font: random.chance(0.5) && language === 'en' ? 'Helvetica' : 'chinese',
    isOutlined,
  };
  const pen = new PDFDocument({ autoFirstPage: false, margin: 0, info: { Title: title, CreationDate: DATE, ModDate: DATE } });
  pen.registerFont('chinese', require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
  const chunks: Buffer[] = [];
  const written = new Promise<Uint8Array>((resolve, reject) => {
    pen.on('data', (chunk: Buffer) => chunks.push(chunk));
    pen.on('end', () => resolve(Buffer.concat(chunks)));
    pen.on('error', reject);
  });
  for (const sheet of sheets) addSheet(pen, sheet, habit);
  pen.end();
  return written;
}

function addSheet(pen: Pen, { symbols, shapes }: DrawnSheet, habit: PdfHabit): void {
  const { unit, turn, hasForms } = habit;
  const [width, height] = [rounded(WIDE * unit), rounded(HIGH * unit)];
  pen.addPage({ size: turn === 'none' ? [width, height] : [height, width], margin: 0 });
  if (turn === 'shown') Object.assign(pen.page.dictionary.data, { Rotate: 90 });
  if (turn !== 'none') pen.transform(0, -1, 1, 0, 0, width);
  pen.addContent(`${rounded(0.25 * unit)} w`);
  const plain = new PdfPen(habit, unit, HIGH);
  const inSymbol = new PdfPen(habit, unit, 0);
  const bodies = new Map([...symbols].map(([name, own]) => [name, own.map((shape) => inSymbol.drawn(shape)).join(' ')] as const));
  if (hasForms) for (const [name, body] of bodies) addForm(pen, name, body, unit);
  for (const shape of shapes) {
    if (shape.kind === 'text') addText(pen, shape, habit);
    else if (shape.kind === 'use') {
      const body = hasForms ? `/${shape.symbol} Do` : (bodies.get(shape.symbol) ?? '');
      pen.addContent(`q ${placeOf(shape)} ${plain.at(shape.x, shape.y)} cm ${body} Q`);
      for (const { value, x, y, height: high } of shape.attributes)
        addText(pen, { kind: 'text', x, y, height: high, words: value, along: 0, turn: 0 }, habit);
    } else pen.addContent(plain.drawn(shape));
  }
}

function addForm(pen: Pen, name: string, body: string, unit: number): void {
  const reach = rounded(FORM * unit);
  const form = pen.ref({ Type: 'XObject', Subtype: 'Form', BBox: [-reach, -reach, reach, reach], Resources: {} });
  form.end(body);
  pen.page.xobjects[name] = form;
}

/** The map of a symbol to where it is used, `y` downwards, but for its place. */
function placeOf({ turn, isMirrored }: Extract<Shape, { kind: 'use' }>): string {
  const angle = (turn * Math.PI) / 180;
  const side = isMirrored ? -1 : 1;
  return [side * Math.cos(angle), -side * Math.sin(angle), Math.sin(angle), Math.cos(angle)].map(rounded).join(' ');
}

type Words = Extract<Shape, { kind: 'text' }>;

function addText(pen: Pen, text: Words, habit: PdfHabit): void {
  if (text.turn === 0) {
    addLevelText(pen, text, habit);
    return;
  }
  const origin: [number, number] = [text.x * habit.unit, (HIGH - text.y) * habit.unit];
  pen.save().rotate(-text.turn, { origin });
  addLevelText(pen, text, habit);
  pen.restore();
}

function addLevelText(pen: Pen, { x, y, height, words, along }: Words, { unit, isSetApart, font, isOutlined }: PdfHabit): void {
  pen
    .font(isOutlined ? 'chinese' : font)
    .fontSize(rounded(height * SIZE * unit))
    .fillColor('black');
  const left = x * unit - along * pen.widthOfString(words);
  const base = (HIGH - y) * unit;
  const place = { lineBreak: false, baseline: 'alphabetic' } as const;
  if (isOutlined) {
    addOutlines(pen, words, left, base, height * SIZE * unit);
    return;
  }
  if (!isSetApart) {
    pen.text(words, left, base, place);
    return;
  }
  // Each stands where it would in the whole text: a pair that is kerned moves its second character, not the one after it.
  for (const [at, character] of [...words].entries()) {
    const before = pen.widthOfString([...words].slice(0, at + 1).join('')) - pen.widthOfString(character);
    if (character !== ' ') pen.text(character, left + before, base, place);
  }
}

/** What the writer keeps of an embedded font: its glyphs, in units of which `unitsPerEm` are the size. */
interface Glyphs {
  readonly unitsPerEm: number;
  layout(words: string): { readonly glyphs: readonly { readonly advanceWidth: number; readonly path: { toSVG(): string } }[] };
}

function addOutlines(pen: Pen, words: string, left: number, base: number, size: number): void {
  const { unitsPerEm, layout } = glyphsOf(pen);
  const unit = size / unitsPerEm;
  let at = left;
  for (const { advanceWidth, path } of layout(words).glyphs) {
    const outline = path.toSVG();
    if (outline !== '') pen.save().transform(unit, 0, 0, -unit, at, base).path(outline).fill('black').restore();
    at += advanceWidth * unit;
  }
}

/** The writer hands out no outlines of its fonts, so that they are taken where it keeps them. */
function glyphsOf(pen: Pen): Glyphs {
  const { font } = (pen as unknown as { readonly _font: { readonly font: Glyphs } })._font;
  return { unitsPerEm: font.unitsPerEm, layout: (words) => font.layout(words) };
}
