import { foldText, type TagGrammar } from '../../kernel/index.ts';
import { warningSignal, wordingPattern } from '../../ontology/index.ts';
import { alignUnits } from '../verify/align.ts';
import { claimParts } from '../verify/claim-parts.ts';
import { modalityOf } from '../verify/modality.ts';
import { type SourceText, type SourceUnit, sourceUnits } from '../verify/source-text.ts';
import { WEIGHTS } from '../weights.ts';

const RESERVATION = wordingPattern('reservation');
const CLAUSE_END = wordingPattern('clauseEnd');
const LEAST_COVERAGE = WEIGHTS.checking.leastCoverage;

/** What of the place that a sentence leans on makes it hold in part or at times, and is left out by the sentence. */
export function lostLimit(sentence: string, sources: readonly SourceText[], grammar: TagGrammar): string | undefined {
  const units = sources.flatMap((source) => sourceUnits(source, grammar));
  const [best] = alignUnits(claimParts(sentence, grammar), units);
  if (best === undefined) return undefined;
  const said = unitsOf(sentence, grammar);
  return limitsOf(best.unit, sources).find((clause) => !isSaid(clause, said, grammar));
}

/** What sources forbid or warn of and no sentence says, by the source that says so. */
export function unsaidProhibitions(sentences: readonly string[], sources: readonly SourceText[], grammar: TagGrammar): ReadonlySet<string> {
  const said = sentences.flatMap((sentence) => unitsOf(sentence, grammar));
  const forbidding = (unit: SourceUnit) => modalityOf(unit.text) === 'forbid' || warningSignal(unit.text) !== undefined;
  const unsaid = sources.filter((source) =>
    sourceUnits(source, grammar).some((unit) => forbidding(unit) && !isSaid(unit.text, said, grammar)),
  );
  return new Set(unsaid.map(({ id }) => id));
}

/** Clauses of a sentence, or cells of a row, that limit the rest of it. */
function limitsOf(unit: SourceUnit, sources: readonly SourceText[]): readonly string[] {
  const cells = sources.find(({ id }) => id === unit.sourceId)?.cells;
  if (cells !== undefined)
    return cells
      .filter(({ role, start, end }) => role === 'condition' || limits(unit.text.slice(start, end)))
      .map(({ start, end }) => unit.text.slice(start, end));
  return unit.text.split(CLAUSE_END).filter(limits);
}

function limits(text: string): boolean {
  return RESERVATION.test(foldText(text).text);
}

function unitsOf(sentence: string, grammar: TagGrammar): readonly SourceUnit[] {
  return sourceUnits({ id: '', text: sentence }, grammar);
}

function isSaid(clause: string, said: readonly SourceUnit[], grammar: TagGrammar): boolean {
  const parts = claimParts(clause, grammar);
  const best = alignUnits(parts, said)[0];
  if (best === undefined || best.coverage < LEAST_COVERAGE) return false;
  return modalityOf(clause) !== 'forbid' || said.some(({ text }) => modalityOf(text) === 'forbid');
}
