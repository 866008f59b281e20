import type { TagGrammar } from '../../kernel/index.ts';
import { warningSignal } from '../../ontology/index.ts';
import { WEIGHTS } from '../weights.ts';
import { alignUnits } from './align.ts';
import type { CheckedClaim } from './check.ts';
import { claimParts } from './claim-parts.ts';
import { type SourceText, type SourceUnit, sourceUnits } from './source-text.ts';

/** A safety message of a source that an answer leans on and does not pass on. Offsets are UTF-16 units in the source's text. */
export interface OmittedWarning {
  readonly sourceId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const LEAST_COVERAGE = WEIGHTS.checking.leastCoverage;

/**
 * Safety messages (`WARNING …`, `危险：…`) in the sources that supported claims lean on, of which no claim holds the words. An
 * answer that tells what to do and leaves them out is faithful sentence by sentence, and dangerous as a whole.
 */
export function findOmittedWarnings(
  claims: readonly CheckedClaim[],
  sources: readonly SourceText[],
  grammar: TagGrammar,
): readonly OmittedWarning[] {
  const leantOn = new Set(claims.filter(({ verdict }) => verdict === 'supported').flatMap(({ citations }) => citations));
  const said = claims.flatMap((claim) => sourceUnits({ id: '', text: claim.text }, grammar));
  return sources
    .filter(({ id, cells }) => leantOn.has(id) && cells === undefined)
    .flatMap((source) => warningsOf(source, grammar).filter(({ text }) => !isSaid(text, said, grammar)));
}

/** A signal word opens a message; one that stands alone opens the sentence after it. */
function warningsOf(source: SourceText, grammar: TagGrammar): readonly OmittedWarning[] {
  const units = sourceUnits(source, grammar);
  return units.flatMap((unit, at): OmittedWarning[] => {
    const signal = warningSignal(unit.text);
    if (signal === undefined) return [];
    const isAlone = unit.text.slice(signal.length).trim() === '';
    const end = (isAlone ? units[at + 1]?.end : undefined) ?? unit.end;
    const text = source.text.slice(unit.start, end).trim();
    return [{ sourceId: source.id, start: unit.start, end, text }];
  });
}

function isSaid(warning: string, said: readonly SourceUnit[], grammar: TagGrammar): boolean {
  const signal = warningSignal(warning);
  const message = signal === undefined ? warning : warning.slice(signal.length);
  const parts = claimParts(message.trim() === '' ? warning : message, grammar);
  return (alignUnits(parts, said)[0]?.coverage ?? 0) >= LEAST_COVERAGE;
}
