import type { QuantityMention } from '../../kernel/index.ts';
import { markerPlace, stepMarker } from '../../ontology/index.ts';
import { coverageOf } from './align.ts';
import type { ClaimParts } from './claim-parts.ts';
import { type ComputedFigure, joinUnits } from './computed-unit.ts';
import type { SourceUnit } from './source-text.ts';

/** Items of a list with what leads it in. */
interface CountedList {
  readonly lead: SourceUnit;
  readonly items: readonly SourceUnit[];
}

const BULLET = /^\s*[-–—•*·▪●○]\s+\S/u;
const BULLETS = 'bullet';
const FEWEST = 2;
/** Share of a claim's words that the words before a list have to hold for the claim to be about it; its counted word is what the list does not say. */
const LEAST_LED = 0.65;

/**
 * The count that a claim states of the items of a list, where the words before the list do not state one. Undefined of a claim without
 * a count, or of which no list, or more than one, is meant.
 */
export function computeCount(claim: ClaimParts, units: readonly SourceUnit[]): ComputedFigure | undefined {
  const [mention, ...others] = claim.quantities;
  if (mention === undefined || others.length > 0 || !isCount(mention)) return undefined;
  const counted = claim.words.find(({ start }) => start >= mention.end);
  const about: ClaimParts = { ...claim, words: claim.words.filter((word) => word !== counted) };
  if (counted === undefined || about.words.length === 0) return undefined;
  const [list, ...more] = listsOf(units).filter(
    ({ lead }) => lead.quantities.length === 0 && coverageOf(about, lead) >= LEAST_LED && namesAll(claim, lead),
  );
  if (list === undefined || more.length > 0) return undefined;
  const count = list.items.length;
  const written = claim.text.slice(mention.start, mention.end);
  const isRight = mention.quantity.low === count;
  const figure = { ...mention, quantity: { ...mention.quantity, low: count, high: count, si: { low: count, high: count } } };
  return {
    check: isRight
      ? { name: 'recomputed', outcome: 'passed', detail: `${count} items are listed` }
      : { name: 'recomputed', outcome: 'contradicted', detail: `${written}; ${count} items are listed` },
    unit: joinUnits([list.lead], { said: claim.text.slice(mention.start, counted.end), words: [counted.text], figure }),
  };
}

function isCount({ quantity: { dimension, comparator, low, high, recurring } }: QuantityMention): boolean {
  return dimension === 'none' && comparator === '=' && low === high && Number.isInteger(low) && low >= FEWEST && !recurring;
}

function namesAll({ identifiers }: ClaimParts, { identifiers: own, contextIdentifiers: around }: SourceUnit): boolean {
  return identifiers.every(({ identifier }) => own.has(identifier.folded) || around.has(identifier.folded));
}

interface OpenList extends CountedList {
  readonly items: SourceUnit[];
  /** Of its markers; a list of bullets has one style and no numbers. */
  readonly style: string;
}

/** Lists of sources, each from its first item to the last that follows in its own style of marker; lists within it are passed over. */
function listsOf(units: readonly SourceUnit[]): readonly CountedList[] {
  const lists: OpenList[] = [];
  let open: OpenList | undefined;
  let lead: SourceUnit | undefined;
  for (const unit of units) {
    if (unit.sourceId !== lead?.sourceId) [open, lead] = [undefined, undefined];
    const place = placeOf(unit);
    if (place === undefined) {
      lead = unit;
      // A numbered item may go on for some sentences, and its list by the next number; bullets do not tell that they go on.
      if (open?.style === BULLETS) open = undefined;
    } else if (open?.style === place.style && (place.number === undefined || place.number === open.items.length + 1)) open.items.push(unit);
    else if (lead !== undefined && (open === undefined ? (place.number ?? 1) === 1 : open.style === place.style && place.number === 1)) {
      open = { lead, items: [unit], style: place.style };
      lists.push(open);
    }
  }
  return lists.filter(({ items }) => items.length >= FEWEST);
}

function placeOf({ text }: SourceUnit): { readonly style: string; readonly number?: number } | undefined {
  if (BULLET.test(text)) return { style: BULLETS };
  const marker = stepMarker(text)?.marker;
  return marker === undefined ? undefined : markerPlace(marker);
}
