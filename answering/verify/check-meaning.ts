import { foldText } from '../../kernel/index.ts';
import { findPolarities, OPEN_MEMBERS, type PolarityMention, wording, wordingPattern, wordingPatterns } from '../../ontology/index.ts';
import { WEIGHTS } from '../weights.ts';
import type { Check } from './check.ts';
import type { ClaimParts } from './claim-parts.ts';
import { matchWords } from './match-words.ts';
import { modalityOf, negatedHeads } from './modality.ts';
import type { SourceUnit } from './source-text.ts';

/**
 * Modality, negation and opposite states, clause by clause: each clause of the claim is held against the clause of the unit
 * that shares most words with it, since one sentence may allow one thing and forbid the next.
 */
export function checkClauses(claim: ClaimParts, unit: SourceUnit): Check[] {
  const stated = clauses(unit.text);
  return clauses(claim.text).flatMap((said) => {
    const best = stated.map((clause) => ({ clause, overlap: overlap(said, clause) })).sort((a, b) => b.overlap - a.overlap)[0];
    if (best === undefined || best.overlap < LEAST_OVERLAP) return [];
    return [...checkNegation(said, best.clause), ...checkModality(said, best.clause), ...checkOpposites(said, best.clause)];
  });
}

const LEAST_OVERLAP = WEIGHTS.checking.leastOverlap;
const CLAUSE_END = wordingPattern('clauseEnd');

function clauses(text: string): string[] {
  return text.split(CLAUSE_END).filter((clause) => matchWords(clause).length > 0);
}

function overlap(left: string, right: string): number {
  const a = new Set(matchWords(left).map((word) => word.text));
  const b = new Set(matchWords(right).map((word) => word.text));
  return [...a].filter((word) => b.has(word)).length / Math.max(1, Math.min(a.size, b.size));
}

/** Prohibition, duty and permission must not differ; a plain statement or imperative goes with a duty. */
function checkModality(said: string, stated: string): Check[] {
  const claimed = modalityOf(said);
  const source = modalityOf(stated);
  const weakened = (claimed === 'permit' && source === 'require') || (claimed === 'require' && source === 'permit');
  const forbidding = (claimed === 'forbid') !== (source === 'forbid');
  if (!weakened && !forbidding) return [];
  return [{ name: 'modality', outcome: 'contradicted', detail: `the claim is worded as “${claimed}”, the source as “${source}”` }];
}

/** What the source denies, the claim may not assert, and the other way round; heads that only one of them has tell nothing. */
function checkNegation(said: string, stated: string): Check[] {
  const denied = negatedHeads(said);
  const sourceDenied = negatedHeads(stated);
  const claimWords = new Set(matchWords(said).map((word) => word.text));
  const sourceWords = new Set(matchWords(stated).map((word) => word.text));
  const flipped = [...denied].filter((head) => sourceWords.has(head) && !sourceDenied.has(head));
  const dropped = [...sourceDenied].filter((head) => claimWords.has(head) && !denied.has(head));
  const [head] = [...flipped, ...dropped];
  return head === undefined
    ? []
    : [{ name: 'negation', outcome: 'contradicted', detail: `“${head}” is denied by only one of claim and source` }];
}

/** The claim must not hold the opposite of a state that the source gives and it itself leaves out. */
function checkOpposites(claimed: string, source: string): Check[] {
  const said = findPolarities(claimed);
  const stated = findPolarities(source);
  const holds = (mentions: readonly PolarityMention[], { set, member }: PolarityMention) =>
    mentions.some((other) => other.set === set && other.member === member);
  for (const word of said) {
    if (holds(stated, word) || OPEN_MEMBERS.has(word.member)) continue;
    const opposite = stated.find((other) => other.set === word.set && !OPEN_MEMBERS.has(other.member) && !holds(said, other));
    if (opposite === undefined) continue;
    const [claim, original] = [claimed.slice(word.start, word.end), source.slice(opposite.start, opposite.end)];
    return [{ name: 'opposite', outcome: 'contradicted', detail: `“${claim}”; the source says “${original}”` }];
  }
  return [];
}

const CAUSE_FIRST = new RegExp(`^(?<cause>.+?)(?:${wording('causes')})(?<effect>.+)$`, 'u');
const EFFECT_FIRST = new RegExp(`^(?<effect>.+?)(?:${wording('causedBy')})(?<cause>.+)$`, 'u');
const FRAMED = wordingPatterns('framedCause');

/** Cause and effect must not change places. */
export function checkCauseDirection(claim: ClaimParts, unit: SourceUnit): Check[] {
  const said = causeOf(claim.text);
  const stated = causeOf(unit.text);
  if (said === undefined || stated === undefined) return [];
  const straight = shared(said.cause, stated.cause) + shared(said.effect, stated.effect);
  const crossed = shared(said.cause, stated.effect) + shared(said.effect, stated.cause);
  return crossed > straight ? [{ name: 'cause-direction', outcome: 'contradicted', detail: 'cause and effect have changed places' }] : [];
}

const PRECEDENCE = wordingPatterns('precedence');

/** What the source puts first, the claim may not put second. */
export function checkPrecedence(claim: ClaimParts, unit: SourceUnit): Check[] {
  const said = orderOf(claim.text);
  const stated = orderOf(unit.text);
  if (said === undefined || stated === undefined) return [];
  const straight = shared(said.first, stated.first) + shared(said.second, stated.second);
  const crossed = shared(said.first, stated.second) + shared(said.second, stated.first);
  return crossed > straight ? [{ name: 'step-order', outcome: 'contradicted', detail: 'the source gives the other order' }] : [];
}

function causeOf(text: string): { cause: string; effect: string } | undefined {
  const folded = foldText(text).text;
  const groups = [...FRAMED, EFFECT_FIRST, CAUSE_FIRST].map((form) => form.exec(folded)).find((found) => found !== null)?.groups;
  return groups?.cause === undefined || groups.effect === undefined ? undefined : { cause: groups.cause, effect: groups.effect };
}

function orderOf(text: string): { first: string; second: string } | undefined {
  const folded = foldText(text).text.replace(/[.!]$/, '');
  for (const pattern of PRECEDENCE) {
    const groups = pattern.exec(folded)?.groups;
    if (groups?.first !== undefined && groups.second !== undefined) return { first: groups.first, second: groups.second };
  }
  return undefined;
}

/** Dice overlap of the words of two texts. */
function shared(left: string, right: string): number {
  const a = new Set(matchWords(left).map((word) => word.text));
  const b = new Set(matchWords(right).map((word) => word.text));
  const common = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
