import type { AnswerContent } from '../../../answering/index.ts';
import { assertNever, fold } from '../../../kernel/index.ts';
import type { LogQuestion, LogTruth } from './log-question.ts';
import { isFairUnit, numbersIn, type SaidFigure, saidFigures, saysText } from './said-in-answer.ts';

/**
 * `right`: the truth, or what another fair reading gives; `partly`: some of what is asked for and nothing untrue; `wrong`: a figure
 * that is neither, or anything given where nothing can be; `refused`: nothing given though there is something; `rightly-refused`.
 */
export const LOG_GRADES = ['right', 'partly', 'wrong', 'refused', 'rightly-refused'] as const;
export type LogGrade = (typeof LOG_GRADES)[number];

/** Integers of tables and rankings are exact. */
const FLOAT_TOLERANCE = 0.005;
/** A figure is written with two decimals. */
const ROUNDING = 0.0051;

export function gradeLogAnswer(question: LogQuestion, content: AnswerContent): LogGrade {
  const { truth } = question;
  const isAlternative = () => question.alternatives.some((one) => meetsAlternative(question, one, content));
  if (content.decision !== 'answered') return truth.type === 'cannot_be_answered' ? 'rightly-refused' : 'refused';
  const grade = gradeAgainst(truth, question, content);
  return grade === 'right' || !isAlternative() ? grade : 'right';
}

function gradeAgainst(truth: LogTruth, question: LogQuestion, content: AnswerContent): LogGrade {
  const texts = content.claims.map(({ text }) => text);
  switch (truth.type) {
    case 'number':
      return saidFigures(content).some((said) => isNumber(said, truth.value, truth.unit ?? undefined, question)) ? 'right' : 'wrong';
    case 'yes_no': {
      const isYes = truth.value === true || /^(?:yes|true|是)$/i.test(String(truth.value));
      return texts.some((text) => (isYes ? /^(?:yes|是|有|对)/i : /^(?:no|否|没有|不)/i).test(text)) ? 'right' : 'wrong';
    }
    case 'text':
      return texts.some((text) => saysText(text, String(truth.value))) ? 'right' : 'wrong';
    case 'list':
      return gradeLeaves(leavesOf(truth.value), question, content, true);
    case 'table':
      return gradeLeaves(leavesOf(Object.values(truth.value)), question, content, false);
    case 'ranking':
      return gradeRanking(truth.value, truth.unit ?? undefined, content);
    case 'zero_but_could_match':
      return saidFigures(content).some(({ number }) => number === 0) ? 'right' : 'wrong';
    case 'cannot_be_answered':
      return 'wrong';
    default:
      return assertNever(truth);
  }
}

/** A reading whose unit has to be named counts only with one behind its figure. */
function meetsAlternative(question: LogQuestion, { value, reading }: LogQuestion['alternatives'][number], content: AnswerContent): boolean {
  const needsUnit = /unit/.test(reading) && /named/.test(reading);
  if (typeof value === 'number')
    return saidFigures(content).some((said) => isNumber(said, value, undefined, question) && (!needsUnit || said.unit !== ''));
  if (!Array.isArray(value)) return false;
  const rows = value.filter((row): row is [string | number, string | number] => Array.isArray(row) && row.length === 2);
  if (question.truth.type === 'ranking') return rows.length === value.length && gradeRanking(rows, undefined, content) === 'right';
  return question.truth.type === 'list' && gradeLeaves(leavesOf(value), question, content, true) === 'right';
}

function isNumber(said: SaidFigure, value: number, unit: string | undefined, { tolerance }: LogQuestion): boolean {
  const allowed = Math.max(tolerance?.abs ?? 0, (tolerance?.rel ?? 0) * Math.abs(value), Number.isInteger(value) ? 0 : ROUNDING);
  return Math.abs(said.number - value) <= allowed && (unit === undefined || isFairUnit(said.unit, unit));
}

type Leaf = string | number | boolean;

function leavesOf(values: readonly unknown[]): readonly Leaf[] {
  return values.flatMap((value) => (typeof value === 'object' && value !== null ? leavesOf(Object.values(value)) : [value as Leaf]));
}

/** All leaves, in any order; of a list no other rows beside. */
function gradeLeaves(leaves: readonly Leaf[], question: LogQuestion, content: AnswerContent, isWhole: boolean): LogGrade {
  const texts = content.claims.map(({ text }) => text);
  const numbers = [...saidFigures(content), ...content.claims.flatMap((claim) => groupedFigures(claim)), ...texts.flatMap(numbersIn)];
  const held = leaves.filter((leaf) =>
    typeof leaf === 'number'
      ? numbers.some((said) => isNumber(said, leaf, undefined, question))
      : texts.some((text) => saysText(text, String(leaf))),
  ).length;
  if (held === 0) return 'wrong';
  const others = isWhole && content.claims.filter(({ kind }) => kind !== 'computed').length > leaves.length;
  return held === leaves.length && !others ? 'right' : 'partly';
}

function groupedFigures({ computed }: AnswerContent['claims'][number]): readonly SaidFigure[] {
  return (computed?.rows ?? []).flatMap((row) => row.flatMap((cell) => (typeof cell === 'number' ? [{ number: cell, unit: '' }] : [])));
}

/** The first groups with their figures. Where several tie at the last place, any of them that fill it. */
function gradeRanking(expected: readonly (readonly [Leaf, Leaf])[], unit: string | undefined, content: AnswerContent): LogGrade {
  const claim = content.claims.find((one) => one.kind === 'computed' && one.computed.query.groupBy.length > 0);
  if (claim?.computed === undefined) return 'wrong';
  const rows = claim.computed.rows.map((row) => ({ name: String(row[0] ?? ''), figure: row.at(-1) }));
  const written = numbersIn(claim.text).map((said) => said.unit);
  if (unit !== undefined && written.some((one) => !isFairUnit(one, unit) && one !== '')) return 'wrong';
  const last = expected.at(-1)?.[1];
  const surely = expected.filter(([, value]) => value !== last);
  // A group that goes by a code is told with its name behind it.
  const isCalled = (said: string, wanted: Leaf) =>
    isSameName(said, String(wanted)) || fold(claim.text).includes(fold(`${said} (${wanted})`));
  const isOf = (row: (typeof rows)[number]) => expected.some(([name, value]) => isCalled(row.name, name) && isSameValue(row.figure, value));
  const leading = rows.slice(0, expected.length);
  if (leading.length === 0 || !isOf(leading[0] as (typeof rows)[number])) return 'wrong';
  if (!leading.every(isOf)) return 'wrong';
  const isWhole = surely.every(([name]) => leading.some((row) => isCalled(row.name, name))) && leading.length > surely.length;
  return isWhole && rows.length <= expected.length ? 'right' : 'partly';
}

/** `2010-04` is the month that the truth calls 4. */
function isSameName(said: string, wanted: string): boolean {
  return (
    fold(said) === fold(wanted) || (/^\d{1,2}$/.test(wanted) && /^\d{4}-\d{2}$/.test(said) && Number(said.slice(5)) === Number(wanted))
  );
}

function isSameValue(said: unknown, wanted: Leaf): boolean {
  if (typeof said !== 'number' || typeof wanted !== 'number') return false;
  if (Number.isInteger(wanted) && Number.isInteger(said)) return said === wanted;
  return Math.abs(said - wanted) <= Math.max(ROUNDING, FLOAT_TOLERANCE * Math.abs(wanted));
}
