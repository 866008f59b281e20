import { languageOf } from '../../kernel/index.ts';
import { conceptById, conceptNames } from '../../ontology/index.ts';
import { WEIGHTS } from '../weights.ts';
import type { Check } from './check.ts';
import type { ClaimParts } from './claim-parts.ts';
import type { SourceUnit } from './source-text.ts';

const MOST = WEIGHTS.checking.mostAdded;
const HAN = /\p{sc=Han}/u;
const THINGS: ReadonlySet<string> = new Set(['EquipmentClass', 'Component']);

/** A stretch of words that the unit has nowhere was added, however much of the rest it holds. */
export function checkAdditions(claim: ClaimParts, unit: SourceUnit): Check[] {
  const shared = claim.concepts.filter(({ concept }) => unit.concepts.has(concept.id));
  let run: { start: number; end: number; count: number } | undefined;
  for (const { text, start, end } of claim.words) {
    const isHeld =
      unit.words.has(text) || unit.contextWords.has(text) || shared.some((mention) => mention.start < end && start < mention.end);
    if (isHeld) {
      run = undefined;
      continue;
    }
    run = { start: run?.start ?? start, end, count: (run?.count ?? 0) + 1 };
    if (run.count >= (HAN.test(text) ? MOST.pairs : MOST.words)) {
      const added = claim.text.slice(run.start, run.end);
      return [{ name: 'addition', outcome: 'failed', detail: `“${added}” is not in the source` }];
    }
  }
  return [];
}

/** A machine or part that no unit of the sources names, by this or another of its names, a wider or a narrower one. */
export function checkThings(claim: ClaimParts, unit: SourceUnit, units: readonly SourceUnit[]): Check[] {
  // In another language a thing may bear a name that the vocabulary lacks.
  if ((languageOf(claim.text) === 'en') !== (languageOf(unit.text) === 'en')) return [];
  const things = claim.concepts.filter(({ concept }) => THINGS.has(concept.kind) && !unit.concepts.has(concept.id));
  if (things.length === 0) return [];
  const named = new Set(units.flatMap(({ concepts }) => [...concepts]));
  const foreign = things.find(({ concept, start, end }) => {
    if (named.has(concept.id)) return false;
    const written = claim.text.slice(start, end).toLowerCase();
    if (units.some(({ text, context }) => `${context} ${text}`.toLowerCase().includes(written))) return false;
    const names = conceptNames(concept);
    return ![...named].some((id) => {
      const other = conceptById(id);
      return other !== undefined && conceptNames(other).some((name) => names.some((own) => own.includes(name) || name.includes(own)));
    });
  });
  if (foreign === undefined) return [];
  return [{ name: 'asset-scope', outcome: 'failed', detail: `“${claim.text.slice(foreign.start, foreign.end)}” is not in the source` }];
}
