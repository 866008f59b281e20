import { superscript } from '../clean/superscript.ts';
import { type Glyph, isWhite } from './glyph.ts';

/** A line of text in the making. */
export interface DrawnLine {
  readonly baseline: number;
  readonly size: number;
  glyphs: Glyph[];
}

/** A raised or lowered sign is smaller than the text it stands at by this, and no further from its base line, in sizes of the text. */
const SMALLER = 0.8;
const NEAR_LINE = 0.55;
/** Space between signs that belong together, in sizes. */
const BESIDE = 0.5;
/** More than so many sizes of text are no sign at a letter. */
const LONGEST = 4;
/** Base lines further apart than this, in sizes of the text, are raised or lowered. */
const OFF_LINE = 0.1;
/** A sign at its letter stands no further behind it than this, in sizes of the letter. */
const NEXT = 0.15;
/** Part of a sign's width that another above or below it shares. */
const STACKED = 0.4;
/** A number or the mark of a note stands higher than the text by this, in sizes of it. */
const RAISED = 0.15;
/** What an index stands behind. */
const LETTER = /[\p{L}\p{N})\]}]$/u;

/** Whether a sign of this size, its base line so far from that of a line, is raised or lowered there. */
export function isScriptSize(size: number, line: Pick<DrawnLine, 'size'>, distance: number): boolean {
  return size <= SMALLER * line.size && distance <= NEAR_LINE * line.size;
}

/** Gives small signs of several characters, which were taken for lines of their own, to the line of the letter they stand at. */
export function joinScripts(lines: readonly DrawnLine[]): DrawnLine[] {
  for (const line of lines) {
    const hosts = lines.filter((one) => isScriptSize(line.size, one, Math.abs(one.baseline - line.baseline)));
    if (hosts.length === 0) continue;
    for (const run of runsOf(line.glyphs, BESIDE * line.size)) {
      const host = hosts.find((one) => standsAt(run, one));
      if (host === undefined) continue;
      const moved = new Set(run);
      line.glyphs = line.glyphs.filter((glyph) => !moved.has(glyph));
      host.glyphs.push(...run);
    }
  }
  return lines.filter(({ glyphs }) => glyphs.length > 0);
}

/** Small signs of a line that stand raised, with the characters that are raised by themselves: only runs that are a number or a note's mark. */
export function raisedSigns({ size, baseline, glyphs }: DrawnLine): ReadonlyMap<Glyph, string> {
  const small = glyphs.filter((glyph) => !isWhite(glyph.text) && glyph.size <= SMALLER * size && baseline - glyph.baseline > RAISED * size);
  const texts = new Map<Glyph, string>();
  for (const run of runsOf(small, BESIDE * SMALLER * size)) {
    const signs = [...superscript(run.map(({ text }) => text).join(''))];
    if (signs.length !== run.length) continue;
    for (const [index, glyph] of run.entries()) texts.set(glyph, signs[index] ?? glyph.text);
  }
  return texts;
}

/**
 * The glyphs of a line, left to right, where a raised and a lowered sign stand one above the other each of them whole: the raised
 * one first before a letter (a nuclide), the lowered one first behind it (an index with its exponent).
 */
export function inScriptOrder({ size, baseline, glyphs }: DrawnLine): Glyph[] {
  const sorted = [...glyphs].sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1);
  const ordered: Glyph[] = [];
  let group: Glyph[] = [];
  let spaces: Glyph[] = [];
  const flush = () => {
    const before = ordered.findLast((glyph) => !isWhite(glyph.text));
    const right = rightOf(group);
    // Between signs one above the other stands no space.
    ordered.push(...unstacked(group, before, size, baseline), ...spaces.filter((space) => group.length === 0 || space.x1 > right));
    group = [];
    spaces = [];
  };
  for (const glyph of sorted) {
    if (isWhite(glyph.text)) {
      spaces.push(glyph);
      continue;
    }
    const isScript = glyph.size <= SMALLER * size && Math.abs(glyph.baseline - baseline) > OFF_LINE * size;
    if (!isScript || group.length === 0 || glyph.x0 - rightOf(group) > BESIDE * glyph.size) flush();
    if (isScript) group.push(glyph);
    else ordered.push(glyph);
  }
  flush();
  return ordered;
}

function rightOf(glyphs: readonly Glyph[]): number {
  return Math.max(...glyphs.map(({ x1 }) => x1));
}

function unstacked(group: readonly Glyph[], before: Glyph | undefined, size: number, baseline: number): readonly Glyph[] {
  const raised = group.filter((glyph) => glyph.baseline < baseline);
  const lowered = group.filter((glyph) => glyph.baseline > baseline);
  const isStacked = raised.some((one) => lowered.some((other) => overlap(one, other) > STACKED * (one.x1 - one.x0)));
  if (!isStacked) return group;
  const left = Math.min(...group.map(({ x0 }) => x0));
  const isBehind = before !== undefined && LETTER.test(before.text) && left - before.x1 < NEXT * size;
  return isBehind ? [...lowered, ...raised] : [...raised, ...lowered];
}

function overlap(one: Glyph, other: Glyph): number {
  return Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
}

/** Neighbours without a gap wider than `most`. */
function runsOf(glyphs: readonly Glyph[], most: number): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.x0 - b.x0)) {
    const run = runs.at(-1);
    if (run === undefined || glyph.x0 - rightOf(run) > most) runs.push([glyph]);
    else run.push(glyph);
  }
  return runs;
}

function standsAt(run: readonly Glyph[], { size, glyphs }: DrawnLine): boolean {
  const x0 = Math.min(...run.map((glyph) => glyph.x0));
  const x1 = rightOf(run);
  if (x1 - x0 > LONGEST * size) return false;
  return glyphs.some((glyph) => glyph.x0 - x1 < BESIDE * size && x0 - glyph.x1 < BESIDE * size);
}

/** What is neither raised nor lowered at the largest letters. */
export function withoutScripts(glyphs: readonly Glyph[]): readonly Glyph[] {
  const size = Math.max(...glyphs.map((glyph) => glyph.size));
  const largest = glyphs.find((glyph) => glyph.size === size);
  if (largest === undefined) return glyphs;
  return glyphs.filter((glyph) => glyph.size > SMALLER * size || Math.abs(glyph.baseline - largest.baseline) <= OFF_LINE * size);
}
