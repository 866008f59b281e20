import { follows, type ItemMark } from './item-mark.ts';

/** The passage that introduces what comes after it. */
export interface LeadIn {
  readonly order: number;
  readonly text: string;
  /** Left edge of its first line. */
  readonly x: number;
}

/** One depth of an open list: the item read last at it. */
interface ListLevel extends ItemMark {
  readonly x: number;
  /** Distance from the edge of the text column, which stays when the column or the margin of the page changes. */
  readonly inset: number;
  /** Set as a title (`Step 2: …`): all that stands below it is part of the step. */
  readonly titled?: boolean;
}

/** The list that the next item may be part of. Plain JSON. */
export interface OpenList {
  /** Order of its first item. */
  readonly opening: number;
  /** Outermost first. */
  readonly levels: readonly ListLevel[];
  readonly page: number;
  readonly baseline: number;
  /** Left edge of the words of its last item, and the box in which that stands. */
  readonly words: number;
  readonly frame?: string;
  readonly leadIn?: LeadIn;
  /** Whether running text at its edge has stood since its last item. */
  readonly parted: boolean;
}

/** An item as it stands on its page. */
export interface PlacedItem extends ListLevel {
  readonly page: number;
  readonly baseline: number;
  readonly size: number;
  readonly words: number;
  readonly frame?: string;
}

/** A text that is no item, as it stands on its page. */
export interface PlacedBeside {
  /** Left edge of its outermost line, and of the text column it stands in. */
  readonly x: number;
  readonly column: number;
  readonly page: number;
  readonly size: number;
  readonly frame?: string | undefined;
}

/** Edges nearer than this part of the size are one depth. */
const SAME_DEPTH = 0.6;
const DEEPEST = 9;

/**
 * The list with the item in it: `list` gone on with, or another that the item opens. A number that follows the last of its form
 * goes on with its list wherever it stands; without one the edge decides. A lead-in of its own opens another list.
 */
export function placeItem(list: OpenList | undefined, item: PlacedItem, order: number, lead: LeadIn | undefined): OpenList {
  const levels = list === undefined || isParted(list, item, lead) ? undefined : levelsWith(openAt(list, item), item);
  const { page, baseline, words, frame } = item;
  const last = { page, baseline, words, ...(frame === undefined ? {} : { frame }), parted: false };
  if (list === undefined || levels === undefined) {
    return { opening: order, levels: [levelOf(item)], ...last, ...(lead === undefined ? {} : { leadIn: lead }) };
  }
  const { opening, leadIn } = list;
  return { opening, levels, ...last, ...(leadIn === undefined ? {} : { leadIn }) };
}

function isParted(list: OpenList, item: PlacedItem, lead: LeadIn | undefined): boolean {
  const [outer] = list.levels;
  return lead !== undefined && outer !== undefined && outer.titled !== true && lead.x <= outer.x + SAME_DEPTH * item.size;
}

/** Within a step that is set as a title nothing parts its list but another title. */
function openAt(list: OpenList, item: PlacedItem): OpenList {
  return list.levels[0]?.titled === true && item.titled !== true ? { ...list, parted: false } : list;
}

/** The levels after the item; undefined where it opens a list of its own. */
function levelsWith(list: OpenList, item: PlacedItem): ListLevel[] | undefined {
  const { levels } = list;
  const slack = SAME_DEPTH * item.size;
  const moved = item.page !== list.page || item.baseline < list.baseline - slack;
  const at = (index: number) => [...levels.slice(0, index), levelOf(item)].slice(0, DEEPEST);
  const next = levels.findLastIndex((level) => follows(level, item));
  if (next !== -1) return at(next);
  const beside = ({ x, inset }: ListLevel) => Math.abs(item.x - x) <= slack || (moved && Math.abs(item.inset - inset) <= slack);
  const inner = levels.at(-1);
  const depth = levels.findLastIndex(beside);
  if (depth === -1) {
    if (inner !== undefined && item.x > inner.x) return list.parted ? undefined : at(levels.length);
    const outside = levels.findIndex(({ x }) => x > item.x);
    return outside <= 0 ? undefined : at(outside);
  }
  const level = levels[depth];
  if (level === undefined || (list.parted && item.values.length === 0 && depth === 0)) return undefined;
  if (level.style !== item.style) return startsAnew(item) && !list.parted ? at(depth + 1) : list.parted ? undefined : at(depth);
  return startsAnew(item) && item.values.length > 0 && depth === 0 ? undefined : at(depth);
}

/** Whether the item is the first of its numbering, or has none. */
function startsAnew({ values }: ItemMark): boolean {
  return values.length === 0 || values.includes(1);
}

/**
 * Whether a text stands to the right of the list's edge, under one of its items. On another page the edge is measured from the
 * text column if that has moved; a column that begins at the words of the items has not.
 */
function standsUnder({ levels: [outer], page, words }: OpenList, text: PlacedBeside): boolean {
  if (outer === undefined) return false;
  const slack = SAME_DEPTH * text.size;
  const column = outer.x - outer.inset;
  const isMoved = text.page !== page && [column, words].every((edge) => Math.abs(text.column - edge) > slack);
  return isMoved ? text.x - text.column > outer.inset + slack : text.x > outer.x + slack;
}

/** Whether a text is part of an item of the list: it stands under it, in the same box, and nothing has parted the list before. */
export function isOfItem(list: OpenList, text: PlacedBeside): boolean {
  const isFramed = (frame: string | undefined) => frame !== undefined;
  const inBox = text.page === list.page ? text.frame === list.frame : isFramed(text.frame) === isFramed(list.frame);
  return !list.parted && inBox && standsUnder(list, text);
}

/** How far the edge of a table may stand from the words of the item above it, in points. */
const ALIGNED = 8;

/** The list of a table with its left edge at `x` that stands under an item: one introduced by it, or set at the edge of its words. */
export function tableOfItem(list: OpenList | undefined, x: number, lead: LeadIn | undefined): { readonly list?: number } {
  const [outer] = list?.levels ?? [];
  if (list === undefined || outer === undefined || list.parted) return {};
  const isLed = lead !== undefined && lead.order >= list.opening && lead.x > outer.x;
  return x > outer.x && (isLed || Math.abs(x - list.words) <= ALIGNED) ? { list: list.opening } : {};
}

/** Notes running text between items: at the list's edge, it ends a list that has no numbers to go on by. */
export function passText(list: OpenList, text: PlacedBeside): OpenList {
  return standsUnder(list, text) ? list : { ...list, parted: true };
}

function levelOf({ style, values, x, inset, titled }: PlacedItem): ListLevel {
  return { style, values, x, inset, ...(titled === true ? { titled } : {}) };
}
