import type { DrawnFact } from '../../../datasets/index.ts';
import {
  type Box,
  findQuantities,
  type Passage,
  type Quantity,
  recognitionOfSpan,
  spanAnchors,
  type TagGrammar,
} from '../../../kernel/index.ts';

/** How well one page was recognised. */
export interface PageScore {
  readonly characters: number;
  /** Characters to be changed, added or taken away until what was read is what was drawn; white space does not count. */
  readonly wrong: number;
  readonly facts: number;
  readonly kept: number;
  /** Of the facts kept: those whose box is within the tolerance of where they were drawn. */
  readonly placed: number;
  /** Codes and quantities that were read and not drawn, though every word of them passed for sure: what would be said as a value. */
  readonly unmarked: readonly string[];
  readonly lost: readonly string[];
  /** Facts kept elsewhere, with the distance of the worst side in millimetres. */
  readonly misplaced: readonly string[];
}

/** Two millimetres. */
const TOLERANCE = (2 * 72) / 25.4;

/** Scores what was read of a page against what was drawn on it. */
export function scorePage(
  drawn: { readonly text: string; readonly facts: readonly DrawnFact[] },
  passages: readonly Passage[],
  grammar: TagGrammar,
): PageScore {
  const truth = solid(drawn.text);
  const read = solid(passages.map(({ text }) => text).join('\n'));
  const found = drawn.facts.map((fact) => ({ fact, boxes: placesOf(fact.text, passages, grammar) }));
  const kept = found.filter(({ boxes }) => boxes.length > 0);
  const misplaced = kept.flatMap(({ fact, boxes }) => {
    const off = Math.min(...boxes.map((box) => distanceOf(box, fact.box)));
    return off <= TOLERANCE ? [] : [`${fact.text} ${(off / (TOLERANCE / 2)).toFixed(1)} mm`];
  });
  return {
    characters: truth.length,
    wrong: distance(truth, read),
    facts: drawn.facts.length,
    kept: kept.length,
    placed: kept.length - misplaced.length,
    unmarked: passages.flatMap((passage) => unmarkedErrors(passage, drawn.text, grammar)),
    misplaced,
    lost: found.filter(({ boxes }) => boxes.length === 0).map(({ fact }) => fact.text),
  };
}

function solid(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** Where a code or quantity stands in what was read: as the program understands it, with the same value and unit. */
function placesOf(text: string, passages: readonly Passage[], grammar: TagGrammar): Box[] {
  const [code] = grammar.find(text);
  const [quantity] = code === undefined ? findQuantities(text, grammar) : [];
  return passages.flatMap((passage) => {
    const places =
      code !== undefined
        ? grammar.find(passage.text).filter(({ identifier }) => identifier.folded === code.identifier.folded)
        : findQuantities(passage.text, grammar).filter(({ quantity: read }) => quantity !== undefined && isSame(read, quantity.quantity));
    return places.flatMap(({ start, end }) => {
      // Words that compare (`at most`, 以下) are part of what is said and were not drawn as part of the fact.
      const said = passage.text.slice(start, end);
      const from = start + Math.max(0, said.search(/[\dA-Z]/u));
      return boxesOf(passage, from, start + said.replace(/\p{sc=Han}+$/u, '').length);
    });
  });
}

function unmarkedErrors(passage: Passage, truth: string, grammar: TagGrammar): string[] {
  const codes = new Set(grammar.find(truth).map(({ identifier }) => identifier.folded));
  const quantities = findQuantities(truth, grammar).map(({ quantity }) => quantity);
  const wrong = [
    ...grammar.find(passage.text).filter(({ identifier }) => !codes.has(identifier.folded)),
    // A bare number may be one of a section or a step.
    ...findQuantities(passage.text, grammar).filter(
      ({ quantity }) => quantity.unit !== '' && !quantities.some((drawn) => isSame(quantity, drawn)),
    ),
  ];
  return wrong
    .filter(({ start, end }) => recognitionOfSpan(passage, { start, end })?.isUnsure === false)
    .map(({ start, end }) => passage.text.slice(start, end));
}

function isSame(one: Quantity, other: Quantity): boolean {
  return one.unit === other.unit && one.low === other.low && one.high === other.high;
}

function boxesOf(passage: Passage, start: number, end: number): Box[] {
  return spanAnchors(passage, start, end).flatMap((anchor) => {
    if (anchor.kind !== 'page' || anchor.boxes.length === 0) return [];
    return [
      {
        x0: Math.min(...anchor.boxes.map(({ x0 }) => x0)),
        y0: Math.min(...anchor.boxes.map(({ y0 }) => y0)),
        x1: Math.max(...anchor.boxes.map(({ x1 }) => x1)),
        y1: Math.max(...anchor.boxes.map(({ y1 }) => y1)),
      },
    ];
  });
}

/** How far the worst side of a box is from where it should be, in points. */
function distanceOf(box: Box, truth: Box): number {
  const sides = ['x0', 'y0', 'x1', 'y1'] as const;
  return Math.max(...sides.map((side) => Math.abs(box[side] - truth[side])));
}

/** Levenshtein distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
