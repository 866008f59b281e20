import { foldText } from '../../kernel/index.ts';
import { findPolarities, OPEN_MEMBERS, type PolarityMention, wording, wordingPattern, wordingPatterns } from '../../ontology/index.ts';
import { WEIGHTS } from '../weights.ts';
import type { Check } from './check.ts';
import type { ClaimParts } from './claim-parts.ts';
import { matchWords } from './match-words.ts';
import { modalitiesIn, modalityOf, negatedHeads } from './modality.ts';
import type { SourceUnit } from './source-text.ts';

/**
 * Modality, negation and opposite states, clause by clause: each clause of the claim is held against the clause of the unit
 * that shares most words with it, since one sentence may allow one thing and forbid the next.
 */
export function checkClauses(claim: ClaimParts, unit: SourceUnit): Check[] {
  const stated = clauses(unit.text);
  return clauses(claim.text).flatMap((said) => {
    const near = stated.map((clause) => ({ clause, overlap: overlap(said, clause) })).sort((a, b) => b.overlap - a.overlap);
    const [best] = near;
    if (best === undefined || best.overlap < LEAST_OVERLAP) return [];
    // One clause of the claim may put together what the source says in two.
    const whole = near.filter((one) => one === best || one.overlap >= WITHIN).map(({ clause }) => clause);
    const joined = stated.filter((clause) => whole.includes(clause)).join(' ');
    return [...checkNegation(said, best.clause, joined), ...checkModality(said, joined), ...checkOpposites(said, best.clause)];
  });
}

/** Overlap from which a clause of the source is held to be within one of the claim. */
const WITHIN = 0.75;

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

/**
 * Prohibition, duty, release from a duty and permission must not differ; a plain statement or imperative goes with a duty. Where both clauses hold what the
 * other one is worded as, they were only cut elsewhere.
 */
function checkModality(said: string, stated: string): Check[] {
  const claimed = modalityOf(said);
  const source = modalityOf(stated);
  if (modalitiesIn(stated).has(claimed)) return [];
  const weakened = (claimed === 'permit' && source === 'require') || (claimed === 'require' && source === 'permit');
  const forbidding = (claimed === 'forbid') !== (source === 'forbid');
  const both = new Set([claimed, source]);
  const releasing = both.has('release') && both.has('require');
  if (!weakened && !forbidding && !releasing) return [];
  return [{ name: 'modality', outcome: 'contradicted', detail: `the claim is worded as “${claimed}”, the source as “${source}”` }];
}

/** What the source denies, the claim may not assert, and the other way round; heads that only one of them has tell nothing. */
function checkNegation(said: string, stated: string, around: string): Check[] {
  const denied = negatedHeads(said);
  const sourceDenied = negatedHeads(stated);
  const deniedAround = negatedHeads(around);
  const claimWords = new Set(matchWords(said).map((word) => word.text));
  const sourceWords = new Set(matchWords(stated).map((word) => word.text));
  const flipped = [...denied].filter((head) => sourceWords.has(head) && !deniedAround.has(head));
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

/** What each side has to share with the other one of the source. */
const LEAST_CROSSED = 0.3;

/** Cause and effect must not change places. */
export function checkCauseDirection(claim: ClaimParts, unit: SourceUnit): Check[] {
  const isTurned = [...FRAMED, EFFECT_FIRST, CAUSE_FIRST].some((form) => {
    const [said, stated] = [causeOf(claim.text, form), causeOf(unit.text, form)];
    return said !== undefined && stated !== undefined && changedPlaces([said.cause, said.effect], [stated.cause, stated.effect]);
  });
  if (isTurned || turnedAcrossForms(claim.text, unit.text))
    return [{ name: 'cause-direction', outcome: 'contradicted', detail: 'cause and effect have changed places' }];
  return [];
}

type Sides = readonly [first: string, second: string];

function changedPlaces(said: Sides, stated: Sides): boolean {
  const crossed = [shared(said[0], stated[1]), shared(said[1], stated[0])] as const;
  const straight = shared(said[0], stated[0]) + shared(said[1], stated[1]);
  return crossed.every((share) => share > LEAST_CROSSED) && crossed[0] + crossed[1] > straight;
}

/** By the first form that each of them has: `A causes B`, `A is caused by B`. */
function turnedAcrossForms(claim: string, unit: string): boolean {
  const first = (text: string) =>
    [...FRAMED, EFFECT_FIRST, CAUSE_FIRST].map((form) => causeOf(text, form)).find((one) => one !== undefined);
  const [said, stated] = [first(claim), first(unit)];
  return said !== undefined && stated !== undefined && changedPlaces([said.cause, said.effect], [stated.cause, stated.effect]);
}

const PRECEDENCE = wordingPatterns('precedence');
/** What stands before a colon says of what the order is, and is no part of it. */
const LEAD = /^[^:,;]{1,40}:\s*/u;

/** What the source puts first, the claim may not put second. */
export function checkPrecedence(claim: ClaimParts, unit: SourceUnit): Check[] {
  const said = orderOf(claim.text);
  const stated = orderOf(unit.text);
  if (said === undefined || stated === undefined) return [];
  const straight = shared(said.first, stated.first) + shared(said.second, stated.second);
  const crossed = shared(said.first, stated.second) + shared(said.second, stated.first);
  return crossed > straight ? [{ name: 'step-order', outcome: 'contradicted', detail: 'the source gives the other order' }] : [];
}

function causeOf(text: string, form: RegExp): { readonly cause: string; readonly effect: string } | undefined {
  const groups = form.exec(foldText(text).text)?.groups;
  if (groups?.cause === undefined || groups.effect === undefined) return undefined;
  return { cause: clauseAtEnd(groups.cause), effect: clauseAtStart(groups.effect) };
}

/** The last clause that has words. */
function clauseAtEnd(text: string): string {
  return text.split(CAUSE_BREAK).findLast((clause) => matchWords(clause).length > 1) ?? text;
}

function clauseAtStart(text: string): string {
  return text.split(CAUSE_BREAK).find((clause) => matchWords(clause).length > 1) ?? text;
}

const CAUSE_BREAK = /[,;:。]/u;

function orderOf(text: string): { first: string; second: string } | undefined {
  const folded = foldText(text).text.replace(/[.!]$/, '').replace(LEAD, '');
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
