import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from '../../kernel/index.ts';
import type { Random } from '../demo-plant/random.ts';
import type { PageBlock } from './page-text.ts';

/** A code or quantity with the place where it was drawn, in points. */
export interface DrawnFact {
  readonly text: string;
  readonly box: Box;
}

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
  readonly dpi: number;
  /** All that is drawn, in reading order, a line of the page a line. */
  readonly text: string;
  readonly facts: readonly DrawnFact[];
}

const A4 = { width: 595, height: 842 } as const;
const MARGIN = 64;
/** Below it nothing is drawn: what does not fit is no part of the page. */
const FOOT = A4.height - 20;
/** Those that come with a release. */
const WEIGHTS = ['400Regular', '700Bold'] as const;
const BOLD = '700Bold';
const LATIN = ['LiberationSans-Regular', ''] as const;
const SCALE = { title: 1.7, heading: 1.3, paragraph: 1, field: 1, step: 1, table: 0.95 } as const;

/** Draws a page upright at `dpi`, in fonts and sizes by seed. */
export function drawPage(random: Random, blocks: readonly PageBlock[], dpi: number): DrawnPage {
  const perPoint = dpi / 72;
  const [width, height] = [Math.round(A4.width * perPoint), Math.round(A4.height * perPoint)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'black';
  context.setTransform(perPoint, 0, 0, perPoint, 0, 0);
  const pen = new Pen(context, families(random), random.integer(19, 23) / 2, random.integer(14, 17) / 10);
  for (const block of blocks) pen.block(block);
  return { width, height, rgba: context.getImageData(0, 0, width, height).data, dpi, text: pen.lines.join('\n'), facts: pen.facts };
}

function families(random: Random): { readonly plain: string; readonly bold: string } {
  const { resolve } = createRequire(import.meta.url);
  const register = (path: string, name: string): string => {
    if (!GlobalFonts.has(name)) GlobalFonts.registerFromPath(resolve(path), name);
    return name;
  };
  const han = (weight: string): string => register(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`, `Scan ${weight}`);
  const latin = random.pick(LATIN);
  const before = latin === '' ? '' : `"${register(`pdfjs-dist/standard_fonts/${latin}.ttf`, `Scan ${latin}`)}", `;
  return { plain: `${before}"${han(random.pick(WEIGHTS))}"`, bold: `"${han(BOLD)}"` };
}

interface Sign {
  readonly text: string;
  /** Number of the fact it is part of. */
  readonly fact?: number;
}

class Pen {
  readonly lines: string[] = [];
  readonly facts: DrawnFact[] = [];
  private readonly context: SKRSContext2D;
  private readonly fonts: { readonly plain: string; readonly bold: string };
  private readonly size: number;
  private readonly leading: number;
  private y = MARGIN;

  constructor(context: SKRSContext2D, fonts: { readonly plain: string; readonly bold: string }, size: number, leading: number) {
    this.context = context;
    this.fonts = fonts;
    this.size = size;
    this.leading = leading;
  }

  block(block: PageBlock): void {
    const size = this.size * SCALE[block.kind];
    this.context.font = `${size}px ${block.kind === 'title' || block.kind === 'heading' ? this.fonts.bold : this.fonts.plain}`;
    if (block.kind === 'table') this.table(block.rows, size);
    else {
      for (const line of this.wrapped(signsOf(block.text), A4.width - 2 * MARGIN)) {
        this.y += size * this.leading;
        if (this.y > FOOT) return;
        this.lines.push(this.draw(line, MARGIN, this.y, size));
      }
    }
    this.y += size * 0.7;
  }

  private table(rows: readonly (readonly string[])[], size: number): void {
    const wide = (A4.width - 2 * MARGIN) / 4;
    const high = size * 2;
    const [left, top] = [MARGIN, this.y + size];
    this.context.lineWidth = 0.7;
    this.context.strokeStyle = 'black';
    const fitting = rows.filter((_, row) => top + (row + 1) * high <= FOOT);
    fitting.forEach((cells, row) => {
      const texts = cells.map((cell, column) => {
        this.context.strokeRect(left + column * wide, top + row * high, wide, high);
        return this.draw(signsOf(cell), left + column * wide + 5, top + row * high + size * 1.35, size);
      });
      this.lines.push(texts.join('\t'));
    });
    this.y = top + rows.length * high;
  }

  private draw(signs: readonly Sign[], x: number, y: number, size: number): string {
    const text = signs.map((sign) => sign.text).join('');
    this.context.fillText(text, x, y);
    const width = (end: number) => this.context.measureText(text.slice(0, end)).width;
    for (let at = 0; at < signs.length; ) {
      const { fact } = signs[at] ?? {};
      let end = at + 1;
      while (fact !== undefined && signs[end]?.fact === fact) end += 1;
      if (fact !== undefined) {
        this.facts.push({
          text: text.slice(at, end),
          box: { x0: x + width(at), x1: x + width(end), y0: y - 0.8 * size, y1: y + 0.2 * size },
        });
      }
      at = end;
    }
    return text;
  }

  /** Lines that fit: broken between words, between Chinese characters, never in a fact and never before a closing sign. */
  private wrapped(signs: readonly Sign[], width: number): Sign[][] {
    const lines: Sign[][] = [];
    let line: Sign[] = [];
    const textOf = (of: readonly Sign[]) => of.map((sign) => sign.text).join('');
    for (const sign of signs) {
      line.push(sign);
      if (this.context.measureText(textOf(line).trimEnd()).width <= width) continue;
      let cut = line.length - 1;
      while (cut > 0 && !breaksBefore(line, cut)) cut -= 1;
      if (cut === 0) continue;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
    return [...lines, line].map(trimmed).filter((one) => one.length > 0);
  }
}

function breaksBefore(line: readonly Sign[], at: number): boolean {
  const [before, after] = [line[at - 1], line[at]];
  if (before === undefined || after === undefined || (before.fact !== undefined && before.fact === after.fact)) return false;
  if (before.text === ' ') return true;
  return /\p{sc=Han}/u.test(before.text + after.text) && !/[，。；：、）:;,.)]/u.test(after.text);
}

function trimmed(line: readonly Sign[]): Sign[] {
  const solid = line.findLastIndex(({ text }) => text !== ' ') + 1;
  const first = line.findIndex(({ text }) => text !== ' ');
  return first < 0 ? [] : line.slice(first, solid);
}

function signsOf(text: string): Sign[] {
  let fact: number | undefined;
  let facts = 0;
  const signs: Sign[] = [];
  for (const sign of text) {
    if (sign === '⟦') fact = facts++;
    else if (sign === '⟧') fact = undefined;
    else signs.push({ text: sign, ...(fact === undefined ? {} : { fact }) });
  }
  return signs;
}
