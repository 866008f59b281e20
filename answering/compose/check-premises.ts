import { type Dimension, findQuantities, fold, relateQuantities, type TagGrammar } from '../../kernel/index.ts';
import { phrasesOf, wordingPattern } from '../../ontology/index.ts';
import { contentTerms } from '../question/content-terms.ts';
import type { LinkedEntity, Premise, Question } from '../question/question.ts';
import { claimParts } from '../verify/claim-parts.ts';
import { verifyClaims } from '../verify/verify-claims.ts';
import { WEIGHTS } from '../weights.ts';
import { type Composition, quoteUnit } from './composition.ts';
import type { EvidenceUnit } from './evidence-unit.ts';
import type { Gathered } from './gather-evidence.ts';
import { type ScoredUnit, scoreUnits } from './score-units.ts';
import type { Similarity } from './similarity.ts';
import { sourceOf } from './source-of.ts';
import { termMatch } from './term-match.ts';

/** Words that make a quantity a condition of the question, not something it asserts. */
const CONDITION = wordingPattern('condition');
/** Chinese puts the word that makes a condition behind the value. */
const CONDITION_BEHIND = wordingPattern('conditionBehind');
/** `A-117 means low oil pressure`, `A-117 表示油位低`. */
const MEANS = wordingPattern('means');
const LEAST_MEANING = WEIGHTS.rows.leastMeaning;
const NEAR = WEIGHTS.rows.near;
/** Sentences against which a premise is held. */
const HELD = 60;

/** What the question takes for granted and the documents deny, refused with the true statement; undefined when nothing is denied. */
export function checkPremises(question: Question, gathered: Gathered, similarity: Similarity): Composition | undefined {
  const own = gathered.units.filter((unit) => unit.stored.passage.kind !== 'log-entry');
  return wrongMeaning(question, own) ?? wrongQuantity(question, gathered, similarity) ?? contradicted(question, own);
}

/** A code that is said to mean something else than its own row says. */
function wrongMeaning(question: Question, units: readonly EvidenceUnit[]): Composition | undefined {
  for (const premise of question.premises) {
    const alarm = question.entities.find((entity) => entity.role === 'alarm' && entity.start >= premise.start && entity.end <= premise.end);
    if (alarm === undefined) continue;
    const after = question.text.slice(alarm.end, premise.end);
    const means = MEANS.exec(fold(after));
    if (means === null) continue;
    const said = after.slice(means.index + means[0].length);
    const terms = contentTerms(said, [], question.grammar);
    const rows = units.filter((unit) => unit.cells.some((cell) => cell.role === 'alarm-code' && cell.bag.codes.has(alarm.folded)));
    if (terms.length === 0 || rows.length === 0) continue;
    const meant = rows.some(
      (unit) =>
        terms.reduce((sum, term) => sum + termMatch(term, unit.bag), 0) / terms.length >= LEAST_MEANING &&
        quantitiesAgree(said, unit, question.grammar),
    );
    if (!meant) return refuse(question, [rowOfLanguage(question, rows)]);
  }
  return undefined;
}

function quantitiesAgree(said: string, unit: EvidenceUnit, grammar: TagGrammar): boolean {
  return findQuantities(said, grammar).every(({ quantity }) =>
    unit.quantities.some((other) => ['equal', 'contained'].includes(relateQuantities(quantity, other.quantity))),
  );
}

function rowOfLanguage(question: Question, rows: readonly EvidenceUnit[]): EvidenceUnit {
  const [first] = rows;
  if (first === undefined) throw new RangeError('a row is asked for where there is none');
  return rows.find((unit) => unit.stored.passage.language === question.language) ?? first;
}

/** A value that is asserted of something for which the documents give another one of the same kind. */
function wrongQuantity(question: Question, gathered: Gathered, similarity: Similarity): Composition | undefined {
  // Holding every unit against the question is what costs; it is the same for all values of one kind in one clause.
  const ratedBy = new Map<string, readonly ScoredUnit[]>();
  for (const mention of question.quantities) {
    if (mention.quantity.dimension === 'none') continue;
    const clause = clauseAround(question.text, mention.start, mention.end);
    if (CONDITION.test(fold(question.text.slice(clause.start, mention.start)).replace(/^\s*given that/u, ''))) continue;
    if (CONDITION_BEHIND.test(fold(question.text.slice(mention.end, clause.end)))) continue;
    const { dimension } = mention.quantity;
    const matter = `${clause.start} ${dimension}`;
    const scored = ratedBy.get(matter) ?? valuesIn(clause, dimension, question, gathered, similarity);
    ratedBy.set(matter, scored);
    const [best] = scored;
    if (best === undefined) continue;
    const near = scored.filter((candidate) => candidate.score >= best.score - NEAR);
    const relations = near.flatMap((candidate) =>
      candidate.unit.quantities.map(({ quantity }) => relateQuantities(mention.quantity, quantity)),
    );
    if (relations.includes('equal') || relations.includes('contained')) continue;
    if (relations.includes('different')) return refuse(question, [best.unit]);
  }
  return undefined;
}

/** What gives a value of that kind for all that a clause speaks of, the best first. */
function valuesIn(
  clause: { readonly start: number; readonly end: number },
  dimension: Dimension,
  question: Question,
  gathered: Gathered,
  similarity: Similarity,
): readonly ScoredUnit[] {
  const terms = question.terms.filter((term) => term.start >= clause.start && term.end <= clause.end);
  if (terms.length === 0) return [];
  const about: Question = { ...question, intent: 'specification', terms, dimensions: [dimension] };
  return scoreUnits(about, gathered, { answer: ['value', 'torque', 'interval'], quantities: true }, similarity).filter(
    (candidate) =>
      candidate.missing.length === 0 &&
      candidate.relation !== 'foreign' &&
      candidate.keyShare > 0 &&
      candidate.unit.quantities.some(({ quantity }) => quantity.dimension === dimension),
  );
}

const CLAUSE_BREAK = /[,;.?!，；。？！](?=\s|\p{sc=Han}|$)/gu;

function clauseAround(text: string, start: number, end: number): { start: number; end: number } {
  const breaks = [...text.matchAll(CLAUSE_BREAK)].map((match) => match.index);
  const before = breaks.filter((at) => at < start).at(-1);
  return { start: before === undefined ? 0 : before + 1, end: breaks.find((at) => at >= end) ?? text.length };
}

/** A premise that the gate finds contradicted by a sentence of the documents. */
function contradicted(question: Question, units: readonly EvidenceUnit[]): Composition | undefined {
  const sentences = units.filter((unit) => unit.cells.length === 0).slice(0, HELD);
  for (const premise of question.premises) {
    if (claimParts(premise.text, question.grammar).words.length < 2 || names(question.entities, premise)) continue;
    const { claims } = verifyClaims(
      { claims: [{ text: premise.text, asserts: true }], sources: sentences.map(sourceOf) },
      question.grammar,
    );
    const [claim] = claims;
    if (claim?.verdict !== 'contradicted' || !claim.checks.some((check) => check.outcome === 'contradicted' && TELLING.has(check.name)))
      continue;
    const unit = sentences.find((sentence) => claim.citations.includes(sourceOf(sentence).id));
    if (unit !== undefined) return refuse(question, [unit]);
  }
  return undefined;
}

const TELLING: ReadonlySet<string> = new Set(['modality', 'negation']);

function names(entities: readonly LinkedEntity[], premise: Premise): boolean {
  return entities.some((entity) => entity.role === 'alarm' && entity.start >= premise.start && entity.end <= premise.end);
}

function refuse(question: Question, units: readonly EvidenceUnit[]): Composition {
  const missing = phrasesOf(question.language).falsePremise();
  return { kind: 'refuse', reason: 'false-premise', missing, claims: units.map((unit) => quoteUnit(unit)) };
}
