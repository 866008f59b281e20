import { compareText, fold } from '../../kernel/index.ts';
import { statesCause, statesRemedy, wording, wordingPattern } from '../../ontology/index.ts';
import type { Candidate } from '../answer.ts';
import { isAskedQuantity } from '../question/asked-quantity.ts';
import type { LinkedEntity, Question } from '../question/question.ts';
import { belongsTo } from '../verify/tag-relation.ts';
import { WEIGHTS } from '../weights.ts';
import { hasAskedQuantity, subjectCells } from './account-term.ts';
import { alarmCodeOf } from './alarm-code-of.ts';
import { askedAlike } from './asked-alike.ts';
import { assetCodes, assetLevel } from './asset-match.ts';
import { type Composition, type DraftClaim, quotePassage, quoteUnit } from './composition.ts';
import type { EvidenceUnit, UnitCell } from './evidence-unit.ts';
import { findConflict } from './find-conflict.ts';
import type { Gathered } from './gather-evidence.ts';
import { isOfOtherCompound } from './is-of-other-compound.ts';
import { isOfRelatedKind } from './is-of-related-kind.ts';
import { isOneOfSeveral } from './is-one-of-several.ts';
import { refuseAbsent, refuseOtherAsset } from './refuse.ts';
import type { RowIntent } from './row-intents.ts';
import { alarmWordsBeforeCodes, compareUnits, type ScoredUnit, scoreUnits, subjectTerms } from './score-units.ts';
import type { Similarity } from './similarity.ts';
import { tellsAsked } from './tells-asked.ts';
import { namesAskedDimension, namesThing, namesUnasked, termMatch } from './term-match.ts';
import { tableOf } from './with-tables.ts';

const NEAR = WEIGHTS.rows.near;
/** Questions for the number of a part, which only a sentence with a code can answer. */
const ASKS_NUMBER = wordingPattern('asksNumber');
/** What a sentence about an alarm says of it when it explains it, rather than how to reset it. */
const EXPLAINS = wordingPattern('explains');
const TELLS_CHECK = wordingPattern('tellsCheck');
const OPENS_BY_PRONOUN = new RegExp(`^[^\\p{L}\\p{N}]*(?:${wording('anaphor')})`, 'u');
/** Words that tell a cause in few words, beside the sentences of which extraction makes facts. */
const CAUSAL = wordingPattern('causal');

/** Answers with table rows and sentences whose subject is the one asked about. */
export function composeFromUnits(question: Question, gathered: Gathered, intent: RowIntent, similarity: Similarity): Composition {
  const scored = scoreUnits(question, gathered, intent, similarity);
  const able = scored.filter((candidate) => canAnswer(question, candidate));
  const own = able.filter((candidate) => candidate.relation !== 'foreign');
  const accounted = own.filter((candidate) => isAccounted(question, candidate));
  const fit = accounted.length > 0 ? accounted : acrossLanguages(question, own);
  const best = fit[0];
  if (best === undefined) {
    const foreign = able.filter((candidate) => candidate.relation === 'foreign' && isAccounted(question, candidate));
    return foreign.length > 0 ? refuseOtherAsset(question, foreign, gathered) : refuseAbsent(question, scored, gathered);
  }
  if (namesAlarm(question) && best.unit.cells.length > 0)
    return tellsAsked(question, best.unit) ? oneAlarm(question, fit, best) : refuseAbsent(question, scored, gathered);
  if (isOneOfSeveral(question, best, scored)) return refuseAbsent(question, scored, gathered);
  const clear = clarify(question, fit, best, gathered);
  if (clear !== undefined) return clear;
  const alike = askedAlike(question, best, fit);
  const told = withConflict(question, best, own, similarity);
  // Another document's word against the row is what has to be seen first.
  if (alike.length === 1 || told.kind !== 'answer' || told.conflicts !== undefined) return told;
  return { kind: 'answer', claims: alike.map((one) => quoteUnit(one.unit, quotedCells(one, question))) };
}

/**
 * The row of an alarm, with rows that continue it. Makers reuse numbers: where rows of several machines, or several rows of one
 * list, have the code and fit the question alike, the person has to say which is meant.
 */
function oneAlarm(question: Question, fit: readonly ScoredUnit[], best: ScoredUnit): Composition {
  const rows = fit.filter((one) => one.unit.cells.length > 0 && one.missing.length <= best.missing.length);
  const table = tableOf(best.unit.stored);
  const follows = (one: ScoredUnit) => tableOf(one.unit.stored) === table && one.unit.cells[0]?.inherited !== undefined;
  const owner = ownerOf(best);
  const rivals = rows.filter((one) => {
    if (one === best || follows(one) || fold(one.unit.text) === fold(best.unit.text)) return false;
    return one.unit.stored.documentId === best.unit.stored.documentId || (owner !== '' && ownerOf(one) !== '' && ownerOf(one) !== owner);
  });
  if (rivals.length > 0) {
    const meant = [best, ...rivals];
    const candidates = meant.map(({ unit: { stored, text } }) => ({ text, row: stored }));
    return { kind: 'clarify', candidates, claims: [] };
  }
  const claims = [best, ...rows.filter((one) => one !== best && follows(one)).sort((a, b) => compareUnits(a.unit, b.unit))];
  return { kind: 'answer', claims: claims.map((one) => quoteUnit(one.unit, quotedCells(one, question))) };
}

/** The machine that a row of a list is about, as its own cell says. */
function ownerOf({ unit }: ScoredUnit): string {
  return fold(
    unit.cells
      .filter((cell) => cell.role === 'asset')
      .map((cell) => cell.text)
      .join(' '),
  );
}

/** A sentence answers only with what the intent asks for; a row has its answering cells. */
function canAnswer(question: Question, candidate: ScoredUnit): boolean {
  const { unit, answerCells } = candidate;
  if (unit.cells.length > 0) {
    const wantsQuantity = question.intent === 'specification' && question.dimensions.length > 0;
    return (
      alarmMatches(question, unit) && (!wantsQuantity || hasAskedQuantity(question, unit, answerCells) || isShare(question, candidate))
    );
  }
  if (!bearsCodes(question, unit)) return false;
  switch (question.intent) {
    case 'specification':
      return hasAskedQuantity(question, unit, []) && !isOfOtherCompound(question.terms, unit.text, question.grammar);
    case 'cause-of-symptom':
      return CAUSAL.test(fold(unit.text)) || statesCause(unit.text);
    case 'alarm-code':
      return EXPLAINS.test(fold(unit.text));
    case 'remedy':
      return statesRemedy(unit.text);
    case 'next-check':
      return statesRemedy(unit.text) && TELLS_CHECK.test(fold(unit.text));
    case 'definition':
      if (alarmWordsBeforeCodes(question).length > 0 && !EXPLAINS.test(fold(unit.text))) return false;
      return unit.stored.passage.kind !== 'step' && unit.stored.passage.kind !== 'warning';
    case 'part-or-tool':
      if (unit.stored.passage.kind === 'warning') return false;
      if (ASKS_NUMBER.test(fold(question.text))) return unit.bag.codes.size > 0;
      return (
        unit.bag.codes.size > 0 || [...unit.bag.concepts].some((concept) => concept.startsWith('tool/') || concept.startsWith('material/'))
      );
    default:
      return false;
  }
}

/** A value of another kind answers where the row itself names the asked one: a current limit may be given in per cent. */
function isShare(question: Question, { keyCells, answerCells }: ScoredUnit): boolean {
  const measured = answerCells.some((cell) => cell.quantities.some(({ quantity }) => quantity.dimension === 'ratio'));
  const naming = question.terms.filter((term) => namesAskedDimension(term, question));
  return measured && naming.length > 0 && naming.every((term) => keyCells.some((cell) => termMatch(term, cell.bag) === 1));
}

export function namesAlarm(question: Question): boolean {
  return question.entities.some((entity) => entity.role === 'alarm');
}

/**
 * Whether a sentence is about every code that the question names: it says the code itself, or stands under a title that does.
 * Equipment is judged by its relation instead, since a document may be about it without a word.
 */
function bearsCodes(question: Question, unit: EvidenceUnit): boolean {
  const codes = question.entities.filter(({ isCode, role }) => isCode && role !== 'asset' && role !== 'document');
  const bags = [unit.bag, ...unit.headings, unit.title];
  return codes.every(({ folded }) => bags.some((bag) => bag.codes.has(folded)));
}

/** Where the question names an alarm, only that alarm's row answers. */
function alarmMatches(question: Question, unit: EvidenceUnit): boolean {
  const alarms = question.entities.filter((entity) => entity.role === 'alarm');
  if (alarms.length === 0) return true;
  const codes = unit.cells.filter((cell) => cell.role === 'alarm-code').map((cell) => alarmCodeOf(cell.inherited ?? cell.text));
  return alarms.some((alarm) => codes.includes(alarm.folded) || unit.bag.codes.has(alarm.folded));
}

function isAccounted(question: Question, candidate: ScoredUnit): boolean {
  if (namesAlarm(question) && alarmMatches(question, candidate.unit) && candidate.unit.cells.length > 0) return true;
  if (candidate.missing.length > 0 || (candidate.relation === 'related' && candidate.guessed)) return false;
  if (isOfRelatedKind(question, candidate)) return false;
  return candidate.keyShare > 0 || subjectTerms(question).length === 0 || namesItself(question, candidate.unit);
}

/** A row of a list of equipment whose subject is the asked code itself. */
function namesItself(question: Question, unit: EvidenceUnit): boolean {
  const asked = assetCodes(assetsOf(question));
  return unit.cells.some((cell) => cell.role === 'asset' && [...cell.bag.codes].some((code) => asked.has(code)));
}

const ACROSS = WEIGHTS.rows.across;

/**
 * A row of the other language about the very equipment that is asked for, with a value of the kind that is asked for: its
 * subject may be worded as no vocabulary has it, as long as no other row of its table comes near.
 */
function acrossLanguages(question: Question, candidates: readonly ScoredUnit[]): ScoredUnit[] {
  if (question.dimensions.length === 0) return [];
  const rows = candidates
    .filter((one) => one.missing.every(({ member }) => member === undefined) && !isOfAnotherThing(question, one))
    .filter((one) => one.unit.cells.length > 0 && one.relation === 'same' && one.unit.stored.passage.language !== question.language)
    .sort((a, b) => b.closeness - a.closeness || compareUnits(a.unit, b.unit));
  const [best, next] = rows;
  if (best === undefined || best.closeness < ACROSS.closeness) return [];
  return next === undefined || best.closeness - next.closeness >= ACROSS.margin ? [best] : [];
}

/** A thing that is asked for is not named, and another one that nobody asked for is. */
function isOfAnotherThing({ terms }: Question, { unit, keyCells, missing }: ScoredUnit): boolean {
  return missing.some(namesThing) && subjectCells(unit, keyCells).some(({ bag }) => namesUnasked(terms, bag));
}

/** Cells to quote: the subject, what tells the case apart (asset, condition, tolerance, unit) and what was asked. */
export function quotedCells(candidate: ScoredUnit, question: Question): UnitCell[] | undefined {
  const { unit } = candidate;
  if (unit.cells.length === 0) return undefined;
  if (question.intent === 'alarm-code') return [...unit.cells];
  const answers = answeringCells(candidate, question);
  const beside = unit.cells.filter(
    (cell) =>
      cell.role === 'asset' || cell.role === 'condition' || cell.role === 'tolerance' || cell.role === 'unit' || cell.role === 'component',
  );
  return [...new Set([...candidate.keyCells, ...beside, ...answers])].filter((cell) => cell.text.trim() !== '');
}

/** Of several answering cells, those under the asked equipment's or the asked words' own column. */
function answeringCells(candidate: ScoredUnit, question: Question): readonly UnitCell[] {
  const cells = candidate.answerCells;
  const asked = assetCodes(assetsOf(question));
  const byAsset = cells.filter((cell) =>
    [...cell.header.codes].some((code) => asked.has(code) || [...asked].some((other) => belongsTo(code, other))),
  );
  if (byAsset.length > 0) return byAsset;
  const ofKind = cells.filter((cell) => cell.quantities.some(({ quantity }) => isAskedQuantity(question, quantity)));
  if (ofKind.length === 1) return ofKind;
  const byHeader = cells.filter((cell) => question.terms.some((term) => termMatch(term, cell.header) === 1));
  return byHeader.length > 0 ? byHeader : cells;
}

function assetsOf(question: Question): LinkedEntity[] {
  return question.entities.filter((entity) => entity.role === 'asset');
}

/** Asks back when no equipment is named and the answer depends on it. */
function clarify(question: Question, fit: readonly ScoredUnit[], best: ScoredUnit, gathered: Gathered): Composition | undefined {
  if (assetsOf(question).length > 0) return undefined;
  const near = fit.filter((other) => other.score >= best.score - NEAR && other.unit.stored.documentId === best.unit.stored.documentId);
  const byAsset = new Map<string, { value: string; claim: DraftClaim }>();
  for (const candidate of near) {
    for (const { asset, value, claim } of assetValues(candidate, question, gathered))
      if (!byAsset.has(asset)) byAsset.set(asset, { value, claim });
  }
  const values = new Set([...byAsset.values()].map(({ value }) => value));
  if (byAsset.size < 2 || values.size < 2) return undefined;
  const candidates: Candidate[] = [...byAsset.keys()].sort(compareText).map((text) => ({ text }));
  return { kind: 'clarify', candidates, claims: [...new Map([...byAsset.values()].map(({ claim }) => [claim.text, claim])).values()] };
}

function assetValues(candidate: ScoredUnit, question: Question, gathered: Gathered): { asset: string; value: string; claim: DraftClaim }[] {
  const { unit } = candidate;
  const claim = quoteUnit(unit, quotedCells(candidate, question));
  const perColumn = candidate.answerCells.filter((cell) => cell.header.codes.size > 0);
  if (perColumn.length > 1) return perColumn.map((cell) => ({ asset: cell.column, value: fold(cell.text), claim }));
  const value = fold(candidate.answerCells.map((cell) => cell.text).join(' ') || unit.text);
  const levels = [assetLevel(unit), ...unit.headings.map((bag) => bag.codes)];
  const codes = levels.map((level) => [...level].filter(gathered.equipment.isAsset)).find((level) => level.length > 0) ?? [];
  const labels = unit.cells.filter((cell) => cell.role === 'asset' && cell.text.trim() !== '').map((cell) => cell.text.trim());
  const named = codes.length > 0 ? codes : labels;
  return named.map((asset) => ({ asset, value, claim }));
}

/** A sentence that begins with a word for something said before is quoted with what was said. */
function speaksByPronoun({ cells, text }: EvidenceUnit): boolean {
  return cells.length === 0 && OPENS_BY_PRONOUN.test(fold(text));
}

function withConflict(question: Question, best: ScoredUnit, own: readonly ScoredUnit[], similarity: Similarity): Composition {
  const claim = speaksByPronoun(best.unit) ? quotePassage(best.unit.stored) : quoteUnit(best.unit, quotedCells(best, question));
  const conflict = findConflict(best, own, similarity, (candidate) => answeringCells(candidate, question));
  if (conflict === undefined) return { kind: 'answer', claims: [claim] };
  const other = quoteUnit(conflict.unit.unit, quotedCells(conflict.unit, question));
  return { kind: 'answer', claims: conflict.wins ? [other, claim] : [claim, other], conflicts: [[0, 1]] };
}
