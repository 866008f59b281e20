import type { Box, TagGrammar } from '../../../kernel/index.ts';
import { gapBetween, holds, middleOf, nearestOn, type Segment } from '../../plane/geometry.ts';
import type { TextGroup } from '../interpret/join-balloons.ts';
import type { PlacedText } from '../interpret/placed-text.ts';
import type { SheetItem } from './sheet-items.ts';

/** A tag as it is printed, with its first text. */
export interface PrintedTag {
  readonly tag: string;
  readonly text: PlacedText;
  readonly box: Box;
}

/** Heights of a tag that it may stand from its item, and from the pipe whose number it is. */
const FARTHEST_TAG = 4;
const FARTHEST_NUMBER = 2.1;
/** Weight of standing beside the middle against standing apart. */
const OFF_MIDDLE = 0.3;
/** Groups of a line's number, as size, medium, number and class. */
const GROUPS_OF_A_LINE = 3;

/** Tags of a sheet: those put together from lines, and those that open a text. */
export function printedTags(texts: readonly PlacedText[], balloons: readonly TextGroup[], grammar: TagGrammar): readonly PrintedTag[] {
  const joined = balloons.flatMap(({ parts, text, box }) => (parts[0] === undefined ? [] : [{ tag: text, text: parts[0], box }]));
  const inBalloon = new Set(balloons.flatMap(({ parts }) => parts));
  const single = texts.flatMap((text) => {
    if (inBalloon.has(text)) return [];
    const [mention] = grammar.find(text.text);
    const isOne = mention?.start === 0 && (mention.identifier.kind === 'tag' || mention.identifier.kind === 'line');
    return isOne ? [{ tag: mention.identifier.text, text, box: text.box }] : [];
  });
  return [...joined, ...single];
}

/** The piece of pipe that a tag is the number of: of several groups, along the piece and close to it. Undefined for other tags. */
export function numberedPiece(one: PrintedTag, pieces: readonly Segment[]): Segment | undefined {
  if (!/\d/u.test(one.tag) || one.tag.split('-').length < GROUPS_OF_A_LINE) return undefined;
  const middle = middleOf(one.box);
  const isLevel = one.text.rotation % 180 === 0;
  let best: { readonly piece: Segment; readonly away: number } | undefined;
  for (const piece of pieces) {
    const runsLevel = Math.abs(piece.to.x - piece.from.x) >= Math.abs(piece.to.y - piece.from.y);
    if (runsLevel !== isLevel) continue;
    const { away } = nearestOn(piece, middle);
    if (away <= FARTHEST_NUMBER * one.text.height && away < (best?.away ?? Infinity)) best = { piece, away };
  }
  return best?.piece;
}

/** The tag of each item: one of its own texts, one inside it, else the nearest; each tag is of one item. */
export function nameItems(items: readonly SheetItem[], tags: readonly PrintedTag[]): ReadonlyMap<number, PrintedTag> {
  const costs = items.flatMap(({ box, symbols }, item) =>
    tags.flatMap((one) => {
      if (one.text.symbol !== undefined && symbols.has(one.text.symbol)) return [{ item, one, cost: -2 }];
      const [middle, other] = [middleOf(one.box), middleOf(box)];
      if (holds(box, middle)) return [{ item, one, cost: -1 }];
      const gap = gapBetween(box, one.box);
      if (gap > FARTHEST_TAG * one.text.height) return [];
      const off = Math.min(Math.abs(middle.x - other.x), Math.abs(middle.y - other.y));
      return [{ item, one, cost: (gap + OFF_MIDDLE * off) / one.text.height }];
    }),
  );
  const names = new Map<number, PrintedTag>();
  const taken = new Set<PrintedTag>();
  for (const { item, one } of costs.sort((a, b) => a.cost - b.cost || a.item - b.item)) {
    if (names.has(item) || taken.has(one)) continue;
    names.set(item, one);
    taken.add(one);
  }
  return names;
}
