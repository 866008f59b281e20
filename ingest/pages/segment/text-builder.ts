import type { Box, GlyphRun } from '../../../kernel/index.ts';
import { type Glyph, isWhite, isWide } from '../../layout/glyph.ts';
import { needsSpace, type Piece, spaceWidth } from '../../layout/pieces.ts';

/** A run of characters, and how they were recognised where they were. */
export interface PlacedRun extends GlyphRun {
  /** Hundredths, one a character. */
  readonly confidences?: readonly number[];
  /** Characters that were recognised as something else, counted from the start of the run. */
  readonly repairs?: readonly (readonly [at: number, recognised: string])[];
}

/** Text with the place of each of its characters. Plain JSON, so that an unfinished block can be carried over a chunk border. */
export interface PlacedText {
  readonly text: string;
  readonly runs: readonly PlacedRun[];
}

interface OpenRun {
  readonly start: number;
  readonly page: number;
  y0: number;
  y1: number;
  readonly edges: number[];
  right: number;
  /** How far down the page it is shown from where it is read. */
  readonly drift: number;
  readonly confidences: number[];
  readonly repairs: (readonly [number, string])[];
}

/** A run of a page that lies askew is parted where it has come so far up or down, in points. */
const MOST_DRIFT = 1;

/** Builds the text of a passage from pieces and keeps where each character stands. */
export class TextBuilder {
  private text: string;
  private readonly runs: PlacedRun[];
  /** Whether the last piece ended in a mark that its last word goes on in the next line. */
  private isBroken = false;

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
    const { glyphs, isBroken } = withoutBreakMark(piece.glyphs);
    const first = glyphs[0];
    if (joint === 'flow' && first !== undefined && !this.isBroken) this.text += flowJoint(this.text, first.text);
    this.isBroken = isBroken;
    let run: OpenRun | undefined;
    let previous: Glyph | undefined;
    const space = spaceWidth(piece.glyphs);
    for (const glyph of glyphs) {
      if (isWhite(glyph.text)) {
        if (previous !== undefined && !this.text.endsWith(' ')) this.addSpace(run);
        continue;
      }
      if (previous !== undefined && needsSpace(previous, glyph, space) && !this.text.endsWith(' ')) this.addSpace(run);
      const place = glyph.shown ?? glyph;
      const drift = place.y0 - glyph.y0;
      if (run === undefined || glyph.turned || standsAbove(glyph.text, place, run) || Math.abs(drift - run.drift) > MOST_DRIFT) {
        this.close(run);
        const { x0: right, y0, y1 } = place;
        run = { start: this.text.length, page, y0, y1, edges: [], right, drift, confidences: [], repairs: [] };
      }
      this.addGlyph(glyph, place, run);
      previous = glyph;
    }
    this.close(run);
  }

  build(): PlacedText {
    return { text: this.text, runs: this.runs };
  }

  private addSpace(run: OpenRun | undefined): void {
    if (run !== undefined) {
      run.edges.push(run.right);
      if (run.confidences.length > 0) run.confidences.push(run.confidences.at(-1) ?? 0);
    }
    this.text += ' ';
  }

  private addGlyph(glyph: Glyph, place: Box, run: OpenRun): void {
    const left = Math.max(place.x0, run.edges.at(-1) ?? place.x0);
    const right = Math.max(place.x1, left);
    if (run.edges.length > 0 && composes(this.text, glyph.text)) {
      // A mark drawn after its letter: one character in NFC, whose box is the letter's.
      this.text = (this.text + glyph.text).normalize('NFC');
      while (run.edges.length < this.text.length - run.start) run.edges.push(run.right);
      run.right = Math.max(run.right, right);
      return;
    }
    const units = glyph.text.length;
    if (glyph.recognised !== undefined) {
      const { confidence, as } = glyph.recognised;
      if (as !== undefined) run.repairs.push([this.text.length - run.start, as]);
      for (let unit = 0; unit < units; unit += 1) run.confidences.push(Math.round(confidence * 100));
    }
    for (let unit = 0; unit < units; unit += 1) run.edges.push(left + ((right - left) * unit) / units);
    this.text += glyph.text;
    run.right = right;
    run.y0 = Math.min(run.y0, place.y0);
    run.y1 = Math.max(run.y1, place.y1);
  }

  private close(run: OpenRun | undefined): void {
    if (run === undefined || run.edges.length === 0) return;
    const edges = [...run.edges, Math.max(run.right, run.edges.at(-1) ?? run.right)].map(round);
    const { start, page, confidences, repairs } = run;
    this.runs.push({
      ...{ start, end: start + run.edges.length, page, y0: round(run.y0), y1: round(run.y1), edges },
      ...(confidences.length === 0 ? {} : { confidences }),
      ...(repairs.length === 0 ? {} : { repairs }),
    });
  }
}

/** Whether a sign stands above or below what is read before it, as the numbers of a nuclide do: it has a place of its own. */
function standsAbove(text: string, { x0, x1 }: Box, { right }: OpenRun): boolean {
  return right - x0 > 0.5 * (x1 - x0) && !/^\p{M}/u.test(text);
}

const HOOK = /^[↩↵⤶⏎]$/u;
const ARROW = /^←$/u;
const IN_WORD = /^[\p{L}\p{N}_]$/u;

/**
 * The glyphs of a line without the hooked arrow that says that it goes on in the next one (TeX makes it of two signs), and whether its last
 * word does; on a scan the hook may not be read. A key is told by such a sign too, apart from the words around it.
 */
function withoutBreakMark(glyphs: readonly Glyph[]): { readonly glyphs: readonly Glyph[]; readonly isBroken: boolean } {
  const last = glyphs.at(-1);
  const isHook = last !== undefined && (HOOK.test(last.text) || (last.recognised !== undefined && ARROW.test(last.text)));
  if (!isHook) return { glyphs, isBroken: false };
  const isPair = ARROW.test(glyphs.at(-2)?.text ?? '');
  const kept = glyphs.slice(0, isPair ? -2 : -1);
  const [end, mark] = [kept.at(-1), glyphs[kept.length]];
  const isInWord = end !== undefined && mark !== undefined && IN_WORD.test(end.text) && !needsSpace(end, mark, spaceWidth(glyphs));
  return isInWord || (isPair && kept.length > 0) ? { glyphs: kept, isBroken: isInWord } : { glyphs, isBroken: false };
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
