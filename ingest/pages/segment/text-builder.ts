import type { GlyphRun } from '../../../kernel/index.ts';
import { type Glyph, isWhite, isWide } from '../layout/glyph.ts';
import { needsSpace, type Piece } from '../layout/pieces.ts';

/** Text with the place of each of its characters. Plain JSON, so that an unfinished block can be carried over a chunk border. */
export interface PlacedText {
  readonly text: string;
  readonly runs: readonly GlyphRun[];
}

interface OpenRun {
  readonly start: number;
  readonly page: number;
  y0: number;
  y1: number;
  readonly edges: number[];
  right: number;
}

/** Builds the text of a passage from pieces and keeps where each character stands. */
export class TextBuilder {
  private text: string;
  private readonly runs: GlyphRun[];

  constructor(from: PlacedText = { text: '', runs: [] }) {
    this.text = from.text;
    this.runs = [...from.runs];
  }

  get length(): number {
    return this.text.length;
  }

  /** Adds characters that stand nowhere on the page: a tab between cells, a space between lines. */
  addJoint(joint: string): void {
    this.text += joint;
  }

  /** Adds a piece after what stands already; `joint` `flow` joins as a line break in running text does. */
  addPiece(piece: Piece, page: number, joint: 'flow' | 'none' = 'none'): void {
    const first = piece.glyphs[0];
    if (joint === 'flow' && first !== undefined) this.text += flowJoint(this.text, first.text);
    let run: OpenRun | undefined;
    let previous: Glyph | undefined;
    for (const glyph of piece.glyphs) {
      if (isWhite(glyph.text)) {
        if (previous !== undefined && !this.text.endsWith(' ')) this.addSpace(run);
        continue;
      }
      if (previous !== undefined && needsSpace(previous, glyph) && !this.text.endsWith(' ')) this.addSpace(run);
      if (run === undefined || glyph.turned || standsAbove(glyph, run)) {
        this.close(run);
        run = { start: this.text.length, page, y0: glyph.y0, y1: glyph.y1, edges: [], right: glyph.x0 };
      }
      this.addGlyph(glyph, run);
      previous = glyph;
    }
    this.close(run);
  }

  build(): PlacedText {
    return { text: this.text, runs: this.runs };
  }

  private addSpace(run: OpenRun | undefined): void {
    if (run !== undefined) run.edges.push(run.right);
    this.text += ' ';
  }

  private addGlyph(glyph: Glyph, run: OpenRun): void {
    const left = Math.max(glyph.x0, run.edges.at(-1) ?? glyph.x0);
    const right = Math.max(glyph.x1, left);
    if (run.edges.length > 0 && composes(this.text, glyph.text)) {
      // A mark drawn after its letter: one character in NFC, whose box is the letter's.
      this.text = (this.text + glyph.text).normalize('NFC');
      while (run.edges.length < this.text.length - run.start) run.edges.push(run.right);
      run.right = Math.max(run.right, right);
      return;
    }
    const units = glyph.text.length;
    for (let unit = 0; unit < units; unit += 1) run.edges.push(left + ((right - left) * unit) / units);
    this.text += glyph.text;
    run.right = right;
    run.y0 = Math.min(run.y0, glyph.y0);
    run.y1 = Math.max(run.y1, glyph.y1);
  }

  private close(run: OpenRun | undefined): void {
    if (run === undefined || run.edges.length === 0) return;
    const edges = [...run.edges, Math.max(run.right, run.edges.at(-1) ?? run.right)].map(round);
    this.runs.push({ start: run.start, end: run.start + run.edges.length, page: run.page, y0: round(run.y0), y1: round(run.y1), edges });
  }
}

/** Whether a sign stands above or below what is read before it, as the numbers of a nuclide do: it has a place of its own. */
function standsAbove({ text, x0, x1 }: Glyph, { right }: OpenRun): boolean {
  return right - x0 > 0.5 * (x1 - x0) && !/^\p{M}/u.test(text);
}

/** What stands between the end of one line and the start of the next: nothing in Chinese and after a hyphen, else a space. */
export function flowJoint(before: string, next: string): string {
  const last = [...before.slice(-2)].at(-1);
  if (last === undefined || isWhite(last)) return '';
  if (isWide(last) || isWide(next)) return '';
  if (/[\p{L}\p{N}][-‐/]$/u.test(before)) return '';
  return ' ';
}

function composes(text: string, mark: string): boolean {
  if (!/^\p{M}/u.test(mark)) return false;
  const last = text.at(-1) ?? '';
  return (last + mark).normalize('NFC').length <= last.length;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
