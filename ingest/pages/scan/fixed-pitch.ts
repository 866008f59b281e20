import { isWide } from '../../layout/glyph.ts';
import { medianOf } from '../../ocr/median-of.ts';
import type { RecognisedLine } from '../../ocr/text-recogniser.ts';

/** Share of signs that stand in their places, of a line that is sure by itself: the fewer they are the more. */
const SURE = [
  { signs: 12, onGrid: 0.95 },
  { signs: 20, onGrid: 0.9 },
] as const;
/** Signs of a line that is one of a listing though no other line has its pitch: the few of a shorter one may stand so by chance. */
const ALONE = 20;
/** Pitches that differ by less than this part are one. */
const SAME = 0.02;
/** The same of a line at the pitch of one that is sure, and of one beside such a line in its row. */
const AT_PITCH = { signs: 5, onGrid: 0.9 } as const;
const IN_ROW = 0.6;
/** Letters a line needs: digits alone are equally wide in nearly all faces. */
const MIN_LETTERS = 4;
const MIN_LETTER_KINDS = 3;
/** How far the middle of the ink of a sign is from that of its place at most, in pitches. */
const OFF = 0.2;
/** Listings are set no larger than running text: their pitch is at most so many times the usual distance of two signs of the page. */
const WIDEST = 1.6;
/** The pitch is looked for so far around the usual distance of two signs. */
const REACH = 0.08;
const STEPS = 16;

/** Lines of one listing stand no further apart than this, in heights of a line. */
const NEXT_LINE = 3;

/**
 * Lines of a page whose signs stand at equal distances, as in the faces of listings: most of their ink has its middle in the middle of a
 * place. Short ones, of which that may be chance, count where they have the pitch of a longer one and stand with it in one listing, and so
 * does whatever stands beside such a line in its row.
 */
export function fixedPitchLines(lines: readonly RecognisedLine[]): ReadonlySet<RecognisedLine> {
  const narrow = lines.filter(isNarrow);
  const widest = WIDEST * medianOf(narrow.flatMap(stepsOf));
  const pitched = narrow.flatMap((line) => {
    const pitch = surePitch(line);
    return pitch !== undefined && pitch <= widest ? [{ line, pitch }] : [];
  });
  const sure = pitched.filter(
    (one) =>
      middlesOf(one.line).flat().length >= ALONE || pitched.some((other) => other !== one && Math.abs(other.pitch / one.pitch - 1) <= SAME),
  );
  const shareAtPitch = (line: RecognisedLine) => Math.max(0, ...sure.map(({ pitch }) => shareOnGrid(middlesOf(line).flat(), pitch)));
  const short = narrow.filter((line) => middlesOf(line).flat().length >= AT_PITCH.signs && shareAtPitch(line) >= AT_PITCH.onGrid);
  const found = sure.map(({ line }) => line);
  // Lines that were found are gone through once each, those added while it lasts among them.
  for (const line of found) found.push(...short.filter((one) => !found.includes(one) && isNext(line, one)));
  const besides = narrow.filter(
    (line) => !found.includes(line) && found.some((one) => shareRow(one, line)) && shareAtPitch(line) >= IN_ROW,
  );
  return new Set([...found, ...besides]);
}

/** The middles of the signs of each word. */
function middlesOf({ words }: RecognisedLine): readonly (readonly number[])[] {
  return words.map(({ symbols }) => symbols.map(({ box }) => (box.x0 + box.x1) / 2));
}

/** The distances of the signs of each word from those before them. */
function stepsOf(line: RecognisedLine): readonly number[] {
  return middlesOf(line).flatMap((word) => word.slice(1).map((middle, index) => middle - (word[index] ?? middle)));
}

/** The distance at which the signs of a line stand; undefined where it is not one for all of them. */
function surePitch(line: RecognisedLine): number | undefined {
  const middles = middlesOf(line).flat();
  const usual = medianOf(stepsOf(line));
  if (!(usual > 0) || !hasLetters(line)) return undefined;
  let best = { pitch: usual, onGrid: 0 };
  for (let step = 0; step <= 2 * STEPS; step += 1) {
    // From the usual distance outwards, so that of equally good ones the nearest is taken.
    const side = step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    const pitch = usual * (1 + (REACH * side) / STEPS);
    const onGrid = shareOnGrid(middles, pitch);
    if (onGrid > best.onGrid) best = { pitch, onGrid };
  }
  return SURE.some(({ signs, onGrid }) => middles.length >= signs && best.onGrid >= onGrid) ? best.pitch : undefined;
}

/** Share of places that lie in the same part of their pitch. */
function shareOnGrid(places: readonly number[], pitch: number): number {
  const phases = places.map((place) => (((place / pitch) % 1) + 1) % 1);
  const most = Math.max(...phases.map((from) => phases.filter((phase) => (phase - from + 1) % 1 <= 2 * OFF).length));
  return most / places.length;
}

function isNarrow({ words }: RecognisedLine): boolean {
  return words.every(({ symbols }) => symbols.every(({ text }) => !isWide(text)));
}

function hasLetters({ words }: RecognisedLine): boolean {
  const letters = words.flatMap(({ symbols }) => symbols.map(({ text }) => text).filter((text) => /^\p{L}$/u.test(text)));
  return letters.length >= MIN_LETTERS && new Set(letters).size >= MIN_LETTER_KINDS;
}

function isNext(one: RecognisedLine, other: RecognisedLine): boolean {
  return Math.abs(one.baseline - other.baseline) <= NEXT_LINE * (one.box.y1 - one.box.y0);
}

function shareRow(one: RecognisedLine, other: RecognisedLine): boolean {
  return Math.abs(one.baseline - other.baseline) < 0.35 * (one.box.y1 - one.box.y0);
}
