import { foldText, relateQuantities } from '../../kernel/index.ts';
import type { Check } from './check.ts';
import type { ClaimParts } from './claim-parts.ts';
import { editDistance } from './edit-distance.ts';
import { matchWords } from './match-words.ts';
import type { BoundQuantity, SourceUnit } from './source-text.ts';
import { misplacedFor, swappedWith } from './swapped-quantity.ts';

/**
 * Each quantity of the claim must stand in the unit, equal or wider, in its own column. The same kind of quantity with another
 * value is a contradiction, unless `siblings` (the other units of the cited sources) hold the claimed one: then it is merely
 * bound to the wrong sentence.
 */
export function checkQuantities(claim: ClaimParts, unit: SourceUnit, siblings: readonly SourceUnit[]): Check[] {
  const source = {
    text: unit.text,
    quantities: unit.quantities.filter(({ column }) => column === undefined).map(({ mention }) => mention),
  };
  return claim.quantities.map(({ quantity, start, end }, at): Check => {
    const written = claim.text.slice(start, end);
    const related = unit.quantities.map((bound) => ({ bound, relation: relateQuantities(quantity, bound.mention.quantity) }));
    const held = related.filter(({ relation }) => relation === 'equal' || relation === 'contained').map(({ bound }) => bound);
    if (held.length > 0) {
      const swapped = swappedWith(claim, at, source) ?? misplacedFor(claim, at, source);
      if (swapped !== undefined)
        return {
          name: 'quantity',
          outcome: 'contradicted',
          detail: `${written}; the source says ${unit.text.slice(swapped.start, swapped.end)}`,
        };
      const other = foreignColumn(claim, held, unit.quantities);
      if (other === undefined) return { name: 'quantity', outcome: 'passed', detail: written };
      return { name: 'quantity', outcome: 'contradicted', detail: `${written} stands under “${other}”` };
    }
    const different = related.find(({ relation }) => relation === 'different')?.bound;
    if (different !== undefined) {
      return { name: 'quantity', outcome: 'contradicted', detail: `${written}; the source says ${quantityText(unit, different)}` };
    }
    const elsewhere = siblings.some((sibling) =>
      sibling.quantities.some((bound) => ['equal', 'contained'].includes(relateQuantities(quantity, bound.mention.quantity))),
    );
    return {
      name: 'quantity',
      outcome: 'failed',
      detail: elsewhere ? `${written} belongs to another sentence of the source` : `${written} is not in the source`,
    };
  });
}

function quantityText(unit: SourceUnit, bound: BoundQuantity): string {
  return unit.text.slice(bound.mention.start, bound.mention.end) || `${bound.mention.quantity.low} ${bound.mention.quantity.unit}`;
}

/**
 * In a row with several columns of one kind, the column that holds the value must not be worse named by the claim than
 * another: then the value was taken from the wrong column. Gives the header of the column where the value really stands.
 */
function foreignColumn(claim: ClaimParts, held: readonly BoundQuantity[], all: readonly BoundQuantity[]): string | undefined {
  const columns = [...new Set(all.map((bound) => bound.column).filter((column) => column !== undefined))];
  if (columns.length < 2) return undefined;
  const codes = claim.identifiers.map((mention) => mention.identifier.text.toLowerCase());
  const named = (column: string) => {
    const words = new Set(matchWords(column).map((word) => word.text));
    const own = columns.filter((other) => other !== column).map((other) => new Set(matchWords(other).map((word) => word.text)));
    const telling = [...words].filter((word) => !own.every((other) => other.has(word)));
    const said = telling.filter((word) => claim.words.some((claimed) => claimed.text === word) || codes.includes(word));
    return said.length / Math.max(1, telling.length);
  };
  const heldColumns = held.map((bound) => bound.column).filter((column) => column !== undefined);
  const best = Math.max(...heldColumns.map(named));
  const better = columns.some((column) => !heldColumns.includes(column) && named(column) > best);
  return better ? heldColumns[0] : undefined;
}

/** What is written like a code though no grammar knows it: letters and digits in one. */
const CODE =
  /(?<![\p{L}\p{N}_])(?=[\p{sc=Latin}\d._/-]*\d)(?=[\p{sc=Latin}\d._/-]*\p{sc=Latin})[\p{sc=Latin}\d]+(?:[._/-][\p{sc=Latin}\d]+)*(?![\p{L}\p{N}_])/gu;

/** Words like codes of the claim that neither the unit nor what is around it holds; one or two letters off is a swap. */
export function checkCodes({ text, identifiers, quantities }: ClaimParts, { text: stated, context, contextWords }: SourceUnit): Check[] {
  const known = foldText(`${stated} ; ${context}`).text;
  const atoms = [...identifiers, ...quantities];
  const folded = foldText(text);
  return [...folded.text.matchAll(CODE)].flatMap(({ 0: code, index }): Check[] => {
    const { start, end } = folded.toSource(index, index + code.length);
    if (atoms.some((atom) => atom.start < end && start < atom.end && atom.end >= end) || contextWords.has(code) || holdsWhole(known, code))
      return [];
    const written = text.slice(start, end);
    const near = [...new Set(known.match(CODE))].filter((other) => editDistance(other, code, 2) <= 2).sort();
    if (near.length > 0) return [{ name: 'identifier', outcome: 'contradicted', detail: `${written}; the source says ${near.join(', ')}` }];
    return [{ name: 'identifier', outcome: 'failed', detail: `${written} is not in the source` }];
  });
}

function holdsWhole(text: string, code: string): boolean {
  for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + 1)) {
    if (!/[\p{sc=Latin}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{sc=Latin}\p{N}]/u.test(text.charAt(at + code.length))) return true;
  }
  return false;
}

/** Each code of the claim must stand in the unit or in what its titles and headers lend; a code one or two letters off is a swap. */
export function checkIdentifiers(claim: ClaimParts, unit: SourceUnit): Check[] {
  const known = new Set([...unit.identifiers, ...unit.contextIdentifiers]);
  return claim.identifiers.map(({ identifier }): Check => {
    if (known.has(identifier.folded)) return { name: 'identifier', outcome: 'passed', detail: identifier.text };
    const near = [...known].filter((other) => editDistance(other, identifier.folded, 2) <= 2).sort();
    if (near.length > 0)
      return { name: 'identifier', outcome: 'contradicted', detail: `${identifier.text}; the source says ${near.join(', ')}` };
    return { name: 'identifier', outcome: 'failed', detail: `${identifier.text} is not in the source` };
  });
}
