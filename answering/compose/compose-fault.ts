import { compareText, fold } from '../../kernel/index.ts';
import type { Question } from '../question/question.ts';
import { findOpposition } from '../verify/find-opposition.ts';
import { WEIGHTS } from '../weights.ts';
import { composeFromUnits, namesAlarm, quotedCells } from './compose-from-units.ts';
import { type Composition, type DraftClaim, quoteUnit } from './composition.ts';
import type { Gathered } from './gather-evidence.ts';
import { isOneOfSeveral } from './is-one-of-several.ts';
import { partRowsByKind } from './part-rows-by-kind.ts';
import { refuseAbsent } from './refuse.ts';
import { refuseOtherKind } from './refuse-other-kind.ts';
import type { RowIntent } from './row-intents.ts';
import { compareUnits, rateUnits, type ScoredUnit } from './score-units.ts';
import type { Similarity } from './similarity.ts';
import { tableOf } from './with-tables.ts';

const LEAST = WEIGHTS.faults.least;
const WITH_CAUSE = WEIGHTS.faults.withCause;
const NAMED_CAUSE = WEIGHTS.faults.namedCause;
const MARGIN = WEIGHTS.faults.margin;
const SYMPTOM_TABLE = WEIGHTS.faults.symptomTable;

const ALIKE = WEIGHTS.faults.alike;
const RATE = WEIGHTS.faults.rate;
const SHOWN = 10;

/** Rows about one symptom: of one table, under one label; those that are opposed to the question are left out, be it all. */
interface Fault {
  readonly rows: readonly ScoredUnit[];
  readonly opposed: readonly ScoredUnit[];
  readonly rate: number;
  readonly whole: boolean;
}

/**
 * Causes, remedies or checks of the symptom that the question describes, all of them; of a named cause, its own. What a table says of
 * machines of another kind than the asked one is no answer: that it says so of them is told.
 */
export function composeFault(question: Question, gathered: Gathered, intent: RowIntent, similarity: Similarity): Composition {
  if (namesAlarm(question)) return composeFromUnits(question, gathered, intent, similarity);
  const { own, others, kindsOf } = partRowsByKind(question, gathered);
  const composed = composeOwn(question, own, intent, similarity);
  if (others.units.length === 0 || composed.kind !== 'refuse') return composed;
  const foreign = composeOwn(question, others, intent, similarity);
  return foreign.kind === 'answer' || foreign.kind === 'clarify' ? refuseOtherKind(question, foreign, kindsOf) : composed;
}

function composeOwn(question: Question, gathered: Gathered, intent: RowIntent, similarity: Similarity): Composition {
  const scored = rateUnits(question, gathered, intent, similarity).filter(
    (candidate) => candidate.relation !== 'foreign' && candidate.unit.cells.length > 0,
  );
  const groups = faultsOf(scored);
  const faults = groups
    .map((rows) => rate(question, rows))
    .filter((fault) => fault !== undefined)
    .sort((a, b) => b.rate - a.rate || compareRows(a, b));
  // What the question is nearest to may be the opposite of it; what comes next by nearness alone is then no answer either.
  const best = faults[0]?.rows.length === 0 ? faults.find((fault) => fault.whole && fault.rows.length > 0) : faults[0];
  if (best === undefined) return withAllRows(question, composeFromUnits(question, gathered, intent, similarity), groups);
  const [first] = best.rows;
  if (first !== undefined && isOneOfSeveral(question, first, scored)) return refuseAbsent(question, scored, gathered);
  const rival = faults.find((fault) => fault !== best && fault.rows.length > 0 && tableOfFault(fault) === tableOfFault(best));
  if (!best.whole && rival !== undefined && best.rate - rival.rate < MARGIN) return ask([best, rival]);
  const alike = faults.filter((fault) => fault.rows.length > 0 && fault.whole === best.whole && best.rate - fault.rate < ALIKE);
  if (alike.length > 1 && !isSymptomTable(best)) {
    if (hasAlarmCode(best)) return ask(alike.slice(0, SHOWN));
    return {
      kind: 'answer',
      claims: quoteRows(
        question,
        alike.slice(0, SHOWN).flatMap((fault) => fault.rows),
      ),
    };
  }
  const isNamed = (row: ScoredUnit) => question.intent !== 'cause-of-symptom' && causeShare(row) >= NAMED_CAUSE;
  const named = best.rows.filter((row) => isNamed(row) && !isOpposedCause(question, row));
  const opposite = [...best.rows, ...best.opposed].filter((row) => isNamed(row) && isOpposedCause(question, row));
  // What helps against other causes helps little against the one that was found, and its opposite not at all.
  if (named.length === 0 && opposite.length > 0) return refuseAbsent(question, opposite, gathered);
  const chosen = named.length > 0 ? named.sort((a, b) => causeShare(b) - causeShare(a)).slice(0, 1) : best.rows;
  return { kind: 'answer', claims: quoteRows(question, chosen) };
}

/** One row of a symptom that has several is no answer to what causes it: its causes are listed so that all of them are looked at. */
function withAllRows(question: Question, composed: Composition, groups: readonly (readonly ScoredUnit[])[]): Composition {
  if (composed.kind !== 'answer' || question.intent !== 'cause-of-symptom') return composed;
  const quoted = new Set(composed.claims.map(({ spans: [span] }) => span?.stored.passage.id));
  const met = groups.filter((rows) => rows.length > 1 && rows.some(({ unit }) => quoted.has(unit.stored.passage.id)));
  const [rows] = met;
  if (rows === undefined || met.length > 1 || rows.some(({ opposed }) => opposed)) return composed;
  return { kind: 'answer', claims: quoteRows(question, rows) };
}

function quoteRows(question: Question, rows: readonly ScoredUnit[]): DraftClaim[] {
  return [...rows].sort((a, b) => compareUnits(a.unit, b.unit)).map((row) => quoteUnit(row.unit, quotedCells(row, question)));
}

function isSymptomTable({ rows }: Fault): boolean {
  return rows.some((row) => row.keyCells.some((cell) => cell.role === 'symptom'));
}

function hasAlarmCode({ rows }: Fault): boolean {
  return rows.some((row) => row.unit.cells.some((cell) => cell.role === 'alarm-code'));
}

function faultsOf(scored: readonly ScoredUnit[]): ScoredUnit[][] {
  const faults = new Map<string, ScoredUnit[]>();
  for (const candidate of scored) {
    const label = labelOf(candidate);
    if (label === '') continue;
    const id = `${tableOf(candidate.unit.stored)} ${label}`;
    faults.set(id, [...(faults.get(id) ?? []), candidate]);
  }
  return [...faults.entries()].sort(([a], [b]) => compareText(a, b)).map(([, rows]) => rows);
}

/** Words of the cells that say what is observed. */
function labelOf({ keyCells }: ScoredUnit): string {
  return keyCells
    .filter((cell) => cell.role !== 'cause')
    .map((cell) => fold(cell.inherited ?? cell.text))
    .join(' | ');
}

function rate(question: Question, rows: readonly ScoredUnit[]): Fault | undefined {
  const best = [...rows].sort((a, b) => b.keyShare - a.keyShare || b.closeness - a.closeness)[0];
  if (best === undefined) return undefined;
  const cause = question.intent === 'cause-of-symptom' ? 0 : Math.max(...rows.map((row) => causeShare(row)));
  const closeness = Math.max(...rows.map((row) => row.closeness));
  const least = cause >= NAMED_CAUSE ? WITH_CAUSE : LEAST;
  if (best.keyShare < least.share && closeness < least.closeness) return undefined;
  const isSymptom = best.keyCells.some((cell) => cell.role === 'symptom');
  if (!isSymptom && best.missing.length > 0) return undefined;
  const symptoms = isSymptom ? SYMPTOM_TABLE : 0;
  return {
    rows: rows.filter(({ opposed }) => !opposed),
    opposed: rows.filter(({ opposed }) => opposed),
    rate: RATE.keyShare * best.keyShare + RATE.closeness * closeness + RATE.cause * cause + RATE.score * best.score + symptoms,
    whole: best.missing.length === 0,
  };
}

/** Whether the question names the opposite of a row's cause: the suction strainer is blocked, not the discharge strainer. */
function isOpposedCause(question: Question, { unit }: ScoredUnit): boolean {
  const causes = unit.cells.filter((cell) => cell.role === 'cause').map((cell) => cell.inherited ?? cell.text);
  return causes.some((cause) => findOpposition(question.text, [cause], question.grammar) !== undefined);
}

/** Share of the words of a row's cause that the question holds. */
function causeShare(row: ScoredUnit): number {
  const asked = row.questionWords;
  const shares = row.unit.cells
    .filter((cell) => cell.role === 'cause' && cell.bag.words.size > 0)
    .map((cell) => [...cell.bag.words].filter((word) => asked.has(word)).length / cell.bag.words.size);
  return Math.max(0, ...shares);
}

function tableOfFault(fault: Fault): string {
  const [row] = fault.rows;
  return row === undefined ? '' : tableOf(row.unit.stored);
}

function compareRows(a: Fault, b: Fault): number {
  const [left, right] = [a.rows[0], b.rows[0]];
  return left === undefined || right === undefined ? 0 : compareUnits(left.unit, right.unit);
}

/** Two symptoms fit equally: the person who sees the machine decides. */
function ask(faults: readonly Fault[]): Composition {
  const labels = faults.flatMap(({ rows }) =>
    rows.slice(0, 1).map((row) => row.keyCells.map((cell) => cell.inherited ?? cell.text).join(', ')),
  );
  return { kind: 'clarify', candidates: labels.map((text) => ({ text })), claims: [] };
}
