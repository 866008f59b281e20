import { foldText, type QuantityMention, relateQuantities } from '../../kernel/index.ts';
import { findTotals } from '../../ontology/index.ts';
import type { ClaimParts } from './claim-parts.ts';
import { type ComputedFigure, joinUnits } from './computed-unit.ts';
import { matchWords } from './match-words.ts';
import type { SourceUnit } from './source-text.ts';

/** What adds up to nothing: degrees of heat, and what recurs. */
const UNSUMMED: ReadonlySet<string> = new Set(['temperature', 'none']);
/** Decimals of a double that may be noise. */
const NOISE_DECIMALS = 9;

interface Operand {
  readonly mention: QuantityMention;
  readonly unit: SourceUnit;
  readonly written: string;
}

/**
 * The sum that a claim states and no source does, computed from its operands: other quantities of the claim (`40 m³/h and 25 m³/h,
 * 65 m³/h in total`), or, of codes that it names, the one quantity of that kind in the sentence of each. Undefined of a claim that
 * states no sum, or of which it cannot be told what is summed.
 */
export function computeSum(claim: ClaimParts, units: readonly SourceUnit[]): ComputedFigure | undefined {
  const total = statedSum(claim);
  if (total === undefined || units.some((unit) => unit.quantities.some(({ mention }) => isHeld(total.mention, mention)))) return undefined;
  const operands = operandsOf(claim, total.mention, units);
  if (operands === undefined) return undefined;
  if (typeof operands === 'string')
    return { check: { name: 'recomputed', outcome: 'failed', detail: `${operands}, which is summed, is not in the source` } };
  const [first, ...others] = operands;
  if (first === undefined) return undefined;
  const figure = sumOf(total.mention, operands);
  const isRight = relateQuantities(total.mention.quantity, figure.quantity) === 'equal';
  const terms = operands.map(({ written }) => written).join(' + ');
  const written = claim.text.slice(total.mention.start, total.mention.end);
  const value = `${figure.quantity.low} ${figure.quantity.unit}`;
  const summed = [
    first.unit,
    ...others.map(({ unit }) => unit).filter((unit, at, all) => unit !== first.unit && all.indexOf(unit) === at),
  ] as const;
  return {
    check: isRight
      ? { name: 'recomputed', outcome: 'passed', detail: `${terms} = ${written}` }
      : { name: 'recomputed', outcome: 'contradicted', detail: `${written}; ${terms} = ${value}` },
    unit: joinUnits(summed, { said: total.words, words: matchWords(total.words).map(({ text }) => text), figure }),
  };
}

/** The first quantity behind words that say that it is a sum, or else the last before them. */
function statedSum({ text, quantities }: ClaimParts): { readonly mention: QuantityMention; readonly words: string } | undefined {
  const folded = foldText(text);
  const [cue] = findTotals(folded.text).map(({ start, end }) => folded.toSource(start, end));
  if (cue === undefined) return undefined;
  const summed = quantities.filter(isSummed);
  const mention = summed.find(({ start }) => start >= cue.end) ?? summed.filter(({ end }) => end <= cue.start).at(-1);
  return mention === undefined ? undefined : { mention, words: text.slice(cue.start, cue.end) };
}

function isSummed({ quantity }: QuantityMention): boolean {
  return !UNSUMMED.has(quantity.dimension) && !quantity.recurring && quantity.comparator === '=' && quantity.low === quantity.high;
}

/** What is summed with where it stands; a text: what of it stands nowhere. Undefined where it cannot be told. */
function operandsOf(claim: ClaimParts, total: QuantityMention, units: readonly SourceUnit[]): readonly Operand[] | string | undefined {
  const isOfKind = (mention: QuantityMention) => isSummed(mention) && relateQuantities(total.quantity, mention.quantity) !== 'incomparable';
  const said = claim.quantities.filter((mention) => mention !== total && isOfKind(mention));
  if (said.length > 1) {
    const found = said.map((mention): Operand | string => {
      const written = claim.text.slice(mention.start, mention.end);
      const unit = units.find(({ quantities }) => quantities.some((bound) => isHeld(mention, bound.mention)));
      return unit === undefined ? written : { mention, unit, written };
    });
    return allFound(found);
  }
  if (said.length > 0 || new Set(claim.identifiers.map(({ identifier }) => identifier.folded)).size < 2) return undefined;
  const found = claim.identifiers.map(({ identifier }): Operand | string => {
    const own = units.flatMap((unit): Operand[] => {
      const bound = unit.quantities.filter(({ mention }) => isOfKind(mention));
      const [only] = bound;
      if (!unit.identifiers.has(identifier.folded) || unit.identifiers.size > 1 || only === undefined || bound.length > 1) return [];
      return [{ mention: only.mention, unit, written: unit.text.slice(only.mention.start, only.mention.end) }];
    });
    const [first] = own;
    // Of two values it is not known which is meant.
    const isOne = first !== undefined && own.every(({ mention }) => isHeld(mention, first.mention));
    return isOne ? first : identifier.text;
  });
  return allFound(found);
}

function allFound(found: readonly (Operand | string)[]): readonly Operand[] | string {
  const lost = found.find((one) => typeof one === 'string');
  return typeof lost === 'string' ? lost : found.filter((one) => typeof one !== 'string');
}

function isHeld(one: QuantityMention, other: QuantityMention): boolean {
  return relateQuantities(one.quantity, other.quantity) === 'equal';
}

/** The sum in the unit of the stated one. */
function sumOf(total: QuantityMention, operands: readonly Operand[]): QuantityMention {
  const si = operands.reduce((sum, { mention }) => sum + mention.quantity.si.low, 0);
  const { quantity } = total;
  // Of what has no offset the ratio of a value to its SI value is the factor of its unit.
  const own = quantity.si.low === 0 ? si : (si * quantity.low) / quantity.si.low;
  const value = Number(own.toFixed(NOISE_DECIMALS));
  return { ...total, quantity: { ...quantity, low: value, high: value, si: { low: si, high: si } } };
}
