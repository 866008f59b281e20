import { type Cell, type ColumnRole, fold, type StoredPassage } from '../../kernel/index.ts';
import { columnLabel, headerNames, headerWord, wordingPattern } from '../../ontology/index.ts';
import type { TextCell } from '../compose/composition.ts';
import { type Bag, bagOf } from '../compose/evidence-unit.ts';
import { termMatch } from '../compose/term-match.ts';
import type { Question } from '../question/question.ts';
import { withoutUnit } from '../verify/verbatim.ts';
import { inLanguage } from './same-matter.ts';

/** Roles of columns that rate or number a row: a bare number in them says nothing to who has not asked for it. */
const RATING: ReadonlySet<ColumnRole> = new Set(['severity', 'occurrence', 'detection', 'risk-priority', 'priority', 'position']);
const ASKS_VALUE = wordingPattern('asksValue');
const BARE_NUMBER = /^[\d\s.,/+\-–]+$/u;
const HAN = /\p{sc=Han}/u;

/** A cell with what the question is held against. */
interface RowCell {
  readonly cell: TextCell;
  readonly words: string;
  readonly bag: Bag;
  readonly header: Bag;
  /** The question names its column. */
  readonly isAsked: boolean;
}

/**
 * The cells of a row that are shown, in order: what is asked for, what tells which row it is, what is told in words. Left out are
 * empty cells, what another column says in the asker's language, ratings and running numbers that nobody asks for, and values of
 * other columns where the question names one and all of its words are accounted for without them. What a composer has `chosen`
 * stays, in the asker's language where the row has it.
 */
export function chooseCells(question: Question, stored: StoredPassage, chosen?: readonly TextCell[]): readonly TextCell[] {
  const { text, cells = [] } = stored.passage;
  const filled = cells.filter((cell) => text.slice(cell.start, cell.end).trim() !== '');
  const wanted =
    chosen === undefined ? filled : filled.filter((cell) => chosen.some(({ start, end }) => start === cell.start && end === cell.end));
  const once = new Set(wanted.map((cell) => inLanguage(question.language, cell, filled, text) ?? cell));
  const told = filled.filter((cell) => once.has(cell)).map((cell) => rowCell(question, text, cell));
  const kept = chosen === undefined ? withoutOthersValues(question, stored, withoutNumbers(question, told)) : told;
  return withUnit(
    kept.map(({ cell }) => cell),
    filled,
  );
}

function rowCell(question: Question, text: string, cell: Cell): RowCell {
  const words = text.slice(cell.start, cell.end).trim();
  const header = bagOf(cell.column, question.grammar);
  const isAsked =
    question.terms.some((term) => termMatch(term, header) === 1) || namesOf(cell, question).some((name) => says(question, name));
  return { cell, words, bag: bagOf(words, question.grammar), header, isAsked };
}

function namesOf({ column, role }: Cell, { language }: Question): readonly string[] {
  const header = withoutUnit(column);
  return [...headerNames(role ?? `x:${header}`, [header]), fold(columnLabel(header, role, language))].filter((name) => name !== '');
}

/** Whole words in Latin script, in Chinese anywhere. */
function says(question: Question, name: string): boolean {
  const asked = fold(question.text);
  if (HAN.test(name)) return asked.includes(name);
  return ` ${asked.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${name} `);
}

/** Without ratings and running numbers, unless a number is asked for and no other cell has one. */
function withoutNumbers(question: Question, cells: readonly RowCell[]): readonly RowCell[] {
  const rest = cells.filter((one, at) => !isNumbering(one, at) || one.isAsked || isSpokenOf(question, one));
  const asksNumber = question.dimensions.length > 0 || ASKS_VALUE.test(fold(question.text));
  return asksNumber && !rest.some(({ words }) => /\p{N}/u.test(words)) ? cells : rest;
}

function isNumbering({ cell, words }: RowCell, at: number): boolean {
  if (!BARE_NUMBER.test(words)) return false;
  if (cell.role !== undefined) return RATING.has(cell.role);
  const word = headerWord(cell.column);
  return at > 0 && (word === 'code' || word === 'level');
}

function isSpokenOf({ terms, entities }: Question, { bag, words }: RowCell): boolean {
  return terms.some((term) => termMatch(term, bag) === 1) || entities.some(({ folded, text }) => bag.codes.has(folded) || text === words);
}

/** Values of columns that the question does not name go where it names one, and all its words are said without them. */
function withoutOthersValues(question: Question, stored: StoredPassage, cells: readonly RowCell[]): readonly RowCell[] {
  const values = cells.filter(isValue);
  if (!values.some(({ isAsked }) => isAsked)) return cells;
  const rest = cells.filter((one) => !values.includes(one) || one.isAsked || isSpokenOf(question, one));
  const around = [...stored.passage.headings, stored.title].map((title) => bagOf(title, question.grammar));
  const bags = [...rest.flatMap(({ bag, header }) => [bag, header]), ...around];
  return question.terms.every((term) => bags.some((bag) => termMatch(term, bag) === 1)) ? rest : cells;
}

function isValue({ cell: { role }, words }: RowCell): boolean {
  return (role === undefined || role === 'value') && /\p{N}/u.test(words) && !/\p{sc=Han}{2}|(?:(?!\p{sc=Han})\p{L}){4}/u.test(words);
}

/** A value goes with the unit that stands in a cell of its own. */
function withUnit(cells: readonly Cell[], filled: readonly Cell[]): readonly Cell[] {
  if (!cells.some(({ role }) => role === 'value')) return cells;
  return filled.filter((cell) => cell.role === 'unit' || cells.includes(cell));
}
