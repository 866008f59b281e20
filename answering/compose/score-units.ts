import { type ColumnRole, fold } from '../../kernel/index.ts';
import { wordingPattern } from '../../ontology/index.ts';
import { isAskedQuantity } from '../question/asked-quantity.ts';
import type { Question, Term } from '../question/question.ts';
import { findOpposition } from '../verify/find-opposition.ts';
import { WEIGHTS } from '../weights.ts';
import { accountTerm, hasAskedQuantity, isPartOf, subjectCells } from './account-term.ts';
import { type AssetRelation, assetCodes, assetRelation } from './asset-match.ts';
import { type Bag, bagOf, type EvidenceUnit, type UnitCell } from './evidence-unit.ts';
import type { Gathered } from './gather-evidence.ts';
import type { RowIntent } from './row-intents.ts';
import { askedEquipment, type NamedScope, scopeRelation } from './scope-match.ts';
import type { Similarity } from './similarity.ts';
import { namesUnasked, termMatch } from './term-match.ts';

/** A unit held against the question. `missing` are the terms nothing in or around it accounts for. */
export interface ScoredUnit {
  readonly unit: EvidenceUnit;
  readonly score: number;
  readonly missing: readonly Term[];
  /** Share of the question's terms that the subject itself (key cells, sentence) accounts for. */
  readonly keyShare: number;
  /** Whether a term is accounted for by nearness of meaning alone. */
  readonly guessed: boolean;
  /** Cosine of the question's terms together to the subject, a hint that orders paraphrases. */
  readonly closeness: number;
  readonly relation: AssetRelation;
  readonly answerCells: readonly UnitCell[];
  readonly keyCells: readonly UnitCell[];
  readonly questionWords: ReadonlySet<string>;
  /** It says the other member of a pair than the question: no answer, though it may be what the question is nearest to. */
  readonly opposed: boolean;
}

const WORTH = WEIGHTS.scoring.worth;
const RELATION_WORTH = WEIGHTS.scoring.relation;
const OWN_COLUMN_WORTH = WEIGHTS.scoring.ownColumn;
const AUTHORITY_WORTH = WEIGHTS.scoring.authority;

/** Scores units that have something to answer with and may; order is by score, then by document and place. */
export function scoreUnits(question: Question, gathered: Gathered, intent: RowIntent, similarity: Similarity): ScoredUnit[] {
  return rateUnits(question, gathered, intent, similarity).filter(({ opposed }) => !opposed);
}

/** The same with units that are opposed to the question. */
export function rateUnits(question: Question, gathered: Gathered, intent: RowIntent, similarity: Similarity): ScoredUnit[] {
  const asked = assetCodes(askedEquipment(question, gathered.named));
  const terms = subjectTerms(question);
  return gathered.units
    .map((unit) => scoreUnit(question, terms, unit, intent, relationOf(unit, asked, gathered), gathered.named, similarity))
    .filter((scored) => scored !== undefined)
    .sort((a, b) => b.score - a.score || compareUnits(a.unit, b.unit));
}

/** Of the equipment and of the product or version that its document is about. */
function relationOf(unit: EvidenceUnit, asked: ReadonlySet<string>, { named, equipment }: Gathered): AssetRelation {
  const scope = scopeRelation(unit.stored, named, equipment);
  if (scope === 'foreign') return 'foreign';
  const relation = assetRelation(unit, asked, equipment);
  return scope === 'same' && relation === 'open' ? 'related' : relation;
}

export function compareUnits(a: EvidenceUnit, b: EvidenceUnit): number {
  const left = a.stored.passage;
  const right = b.stored.passage;
  return left.versionId < right.versionId ? -1 : left.versionId > right.versionId ? 1 : left.order - right.order || a.start - b.start;
}

/** Beside an alarm's code they say no more than the code. */
const ALARM_WORDS = wordingPattern('alarmWord');

/**
 * Terms that evidence must account for. The words before a code that end in a kind of equipment (`make-up pump P-103`) name what
 * the code names, so the code accounts for them.
 */
export function subjectTerms(question: Question): Term[] {
  const named = new Set<Term>();
  for (const code of question.entities.filter((entity) => entity.isCode)) {
    let end = code.start;
    for (const term of [...question.terms].filter((one) => one.end <= code.start).reverse()) {
      if (!/^[\s-]*$/.test(question.text.slice(term.end, end))) break;
      if (end === code.start ? term.concept?.startsWith('equipment/') !== true : term.concept?.startsWith('activity/') === true) break;
      named.add(term);
      end = term.start;
    }
  }
  const alarm = question.entities.some((entity) => entity.role === 'alarm');
  const calling = alarmWordsBeforeCodes(question);
  return question.terms.filter((term) => !named.has(term) && !calling.includes(term) && !(alarm && ALARM_WORDS.test(fold(term.text))));
}

/** Words by which a question calls a code an alarm (`alarm E101`, `报警 E101`), whatever the documents take it for. */
export function alarmWordsBeforeCodes(question: Question): Term[] {
  const starts = question.entities.filter((entity) => entity.isCode).map((entity) => entity.start);
  return question.terms.filter(
    (term) =>
      ALARM_WORDS.test(fold(term.text)) &&
      starts.some((start) => start >= term.end && /^[\s:：-]*$/.test(question.text.slice(term.end, start))),
  );
}

function scoreUnit(
  question: Question,
  terms: readonly Term[],
  unit: EvidenceUnit,
  intent: RowIntent,
  relation: AssetRelation,
  named: readonly NamedScope[],
  similarity: Similarity,
): ScoredUnit | undefined {
  if (unit.cells.some((cell) => cell.role === 'date')) return undefined;
  const able = answersOf(question, unit, intent);
  const answerCells = able.filter((cell) => findOpposition(question.text, [cell.column], question.grammar) === undefined);
  if (unit.cells.length > 0 && answerCells.length === 0) return undefined;
  const keyCells = keysOf(unit, intent, able);
  if (unit.cells.length > 0 && keyCells.length === 0) return undefined;
  const keyBags = unit.cells.length > 0 ? keyCells.map((cell) => cell.bag) : [unit.bag, ...unit.headings.slice(0, 1).filter(isQuestion)];
  const questionWords = bagOf(question.text, question.grammar).words;
  // Symptoms and the like are worded freely; what values and parts are listed for is called by its name.
  const namesOther = intent.key === undefined && subjectCells(unit, keyCells).some((cell) => namesUnasked(terms, cell.bag));
  const held = { question, unit, keyBags, answerCells, namesOther };
  const missing: Term[] = [];
  let total = 0;
  let keyTotal = 0;
  let guessed = false;
  for (const term of terms) {
    const { worth, isKey } = accountTerm(term, { ...held, named: named.filter(isPartOf(term)) }, similarity);
    // What another product lacks is nothing but the name of the asked one.
    if (worth === 0 && !(relation === 'foreign' && named.some(isPartOf(term)))) missing.push(term);
    if (worth === WORTH.similar) guessed = true;
    total += worth;
    if (isKey) keyTotal += 1;
  }
  const count = Math.max(1, terms.length);
  const precision = precisionOf(terms, keyBags, questionWords);
  const language = unit.stored.passage.language === question.language ? 0.15 : 0;
  const score =
    total / count +
    0.3 * precision +
    RELATION_WORTH[relation] +
    AUTHORITY_WORTH[unit.stored.authority] +
    language +
    quantityWorth(question, unit, answerCells) +
    (answerCells.some((cell) => cell.role !== undefined && intent.answer.includes(cell.role)) ? OWN_COLUMN_WORTH : 0);
  return {
    unit,
    score,
    missing,
    keyShare: keyTotal / count,
    guessed,
    closeness: similarity.closeness(keyBags),
    relation,
    answerCells,
    keyCells,
    questionWords,
    opposed: findOpposition(question.text, subjectLevels(question, unit, keyCells, answerCells), question.grammar) !== undefined,
  };
}

/**
 * What a unit says it is about, the nearest first: its key cells or sentence, then its titles. A value is part of that where a
 * value is asked for (`min. 12 m³/h`); what a remedy or cause says is not.
 */
function subjectLevels(
  question: Question,
  unit: EvidenceUnit,
  keyCells: readonly UnitCell[],
  answerCells: readonly UnitCell[],
): readonly string[] {
  const values = question.intent === 'specification' ? answerCells : [];
  const cells = [...keyCells.map((cell) => cell.inherited ?? cell.text), ...values.map((cell) => `${cell.column}: ${cell.text}`)];
  return [unit.cells.length > 0 ? cells.join('; ') : unit.text, ...unit.headings.map((bag) => bag.folded)];
}

/** What answers a question that a title asks is about that. */
function isQuestion({ folded }: Bag): boolean {
  return /[?？]\s*$/u.test(folded);
}

function answersOf(question: Question, unit: EvidenceUnit, intent: RowIntent): UnitCell[] {
  return unit.cells.filter((cell) => {
    if (cell.text.trim() === '' && cell.inherited === undefined) return false;
    if (question.isDurationAsked && cell.role === 'interval') return false;
    if (cell.role !== undefined && intent.answer.includes(cell.role)) return true;
    if (intent.quantities !== true) return false;
    const isSubject = question.terms.some((term) => termMatch(term, cell.bag) > 0);
    if (!isSubject && question.terms.some((term) => termMatch(term, cell.header) === 1)) return true;
    if (cell.quantities.length === 0) return false;
    return cell.header.codes.size > 0 || cell.quantities.some(({ quantity }) => isAskedQuantity(question, quantity));
  });
}

/** Cells of what comes of a thing, or before: what they mention is not what the row is about. */
const AFTERMATH: ReadonlySet<ColumnRole> = new Set(['effect', 'cause', 'mechanism']);

function keysOf(unit: EvidenceUnit, intent: RowIntent, answerCells: readonly UnitCell[]): UnitCell[] {
  return unit.cells.filter((cell) => {
    if (cell.text.trim() === '' && cell.inherited === undefined) return false;
    if (intent.key !== undefined) return cell.role !== undefined && intent.key.includes(cell.role);
    return !answerCells.includes(cell) && !(cell.role !== undefined && AFTERMATH.has(cell.role));
  });
}

function quantityWorth(question: Question, unit: EvidenceUnit, answerCells: readonly UnitCell[]): number {
  return question.dimensions.length > 0 && hasAskedQuantity(question, unit, answerCells) ? WEIGHTS.scoring.askedQuantity : 0;
}

/** Share of the subject's own words that the question asked for: `Maximum discharge pressure` is less apt than `Discharge pressure`. */
function precisionOf(terms: readonly Term[], keyBags: readonly Bag[], questionWords: ReadonlySet<string>): number {
  if (keyBags.length === 0) return 0;
  const held = keyBags.map((bag) => {
    const words = [...bag.words];
    if (words.length === 0) return 0;
    const concepts = terms.some((term) => term.concept !== undefined && bag.concepts.has(term.concept));
    const share = words.filter((word) => questionWords.has(word)).length / words.length;
    return Math.max(share, concepts ? 0.5 : 0);
  });
  return Math.max(...held);
}
