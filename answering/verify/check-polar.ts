import { fold, type TagGrammar } from '../../kernel/index.ts';
import { plainPolar } from '../../ontology/index.ts';
import { type Check, verdictOf } from './check.ts';
import type { SourceText } from './source-text.ts';
import { verifyClaims } from './verify-claims.ts';

/** Checks by which a sentence can contradict what is asked, and nothing else. */
const DENYING: ReadonlySet<string> = new Set(['modality', 'negation']);

/**
 * Holds a yes or no against the very sentence that it leans on: what the question asks, put as a statement, is supported by it for a
 * yes, and for a no contradicted in nothing but its modality or negation.
 */
export function checkPolar(
  { question, isYes }: { readonly question: string; readonly isYes: boolean },
  source: SourceText,
  grammar: TagGrammar,
): Check {
  const { claims } = verifyClaims({ claims: [{ text: plainPolar(fold(question)), asserts: true }], sources: [source] }, grammar);
  const checks = claims[0]?.checks ?? [];
  const denied = checks.filter(({ outcome }) => outcome === 'contradicted');
  const others = checks.filter(({ name }) => !DENYING.has(name));
  const isDenied = denied.length > 0 && denied.every(({ name }) => DENYING.has(name)) && verdictOf(others) === 'supported';
  const isHeld = isYes ? claims[0]?.verdict === 'supported' : isDenied;
  return {
    name: 'modality',
    outcome: isHeld ? 'passed' : 'failed',
    detail: `the cited sentence ${isHeld ? 'says' : 'does not surely say'} ${isYes ? 'yes' : 'no'} to what is asked`,
  };
}
