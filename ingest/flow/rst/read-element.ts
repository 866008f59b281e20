import { terminalWidth } from '../blocks/terminal-columns.ts';
import type { BodyElement, ReadElement } from './body-element.ts';
import { indentOf, isBlank, type Lines, skipBlank, takeIndented } from './indented-lines.ts';
import { isExplicit, opensDirective, readExplicit } from './read-explicit.ts';
import { isSimpleBorder, simpleTableEnd } from './simple-table.ts';

const ENDS_CLAUSE = /[:：.。;；]\s*$/u;
const RULE = /^([!-/:-@[-`{-~])\1*$/;
/** Shorter lines of signs are text, unless they are as long as the title they underline. */
const SHORTEST_RULE = 4;
const BULLET = /^(?:[-*+•‣⁃])(?: +|$)/u;
const ENUMERATOR =
  /^(?:\((?<paren>\d{1,9}|[a-zA-Z]|[ivxlcdmIVXLCDM]{2,9}|#)\)|(?<plain>\d{1,9}|[a-zA-Z]|[ivxlcdmIVXLCDM]{2,9}|#)[.)])(?: +|$)/;
const FIELD = /^:(?![: ])(?<name>(?:[^:\\]|\\.|:(?![ `]|$)){1,200}):(?: +|$)/;
const OPTION = /^(?:-{1,2}[A-Za-z][\w-]*|\/[A-Z])(?:[ =][\w<>.-]+)?(?:, (?:-{1,2}[A-Za-z][\w-]*|\/[A-Z])(?:[ =][\w<>.-]+)?)*(?: {2,}|$)/;

/** Reads the element that the line at `at` opens; that line is not blank. Every line is in exactly one element. */
export function readElement(lines: Lines, at: number): ReadElement {
  const line = lines[at] ?? '';
  if (indentOf(line) > 0) return quotation(lines, at);
  if (isExplicit(line)) return readExplicit(lines, at);
  return (
    readTitle(lines, at) ??
    readTable(lines, at) ??
    readRule(lines, at) ??
    readItem(lines, at) ??
    readField(lines, at) ??
    readText(lines, at)
  );
}

function quotation(lines: Lines, at: number): ReadElement {
  const { block, end } = takeIndented(lines, at);
  return { element: { kind: 'quotation', lines: block }, end };
}

/** A title with a line of signs below it, or above and below. */
function readTitle(lines: Lines, at: number): ReadElement | undefined {
  const line = lines[at] ?? '';
  const next = lines[at + 1] ?? '';
  if (RULE.test(line)) {
    const text = next.trim();
    const isOver = lines[at + 2] === line && text !== '' && !RULE.test(text);
    return isOver && isUnderlined(text, line)
      ? { element: { kind: 'title', text, style: `${line.charAt(0)}over` }, end: at + 3 }
      : undefined;
  }
  if (!isUnderlined(line, next)) return undefined;
  return { element: { kind: 'title', text: line.trim(), style: next.charAt(0) }, end: at + 2 };
}

function isUnderlined(title: string, rule: string): boolean {
  return RULE.test(rule) && rule.length >= Math.max(2, Math.min(SHORTEST_RULE, terminalWidth(title)));
}

function readTable(lines: Lines, at: number): ReadElement | undefined {
  const line = lines[at] ?? '';
  if (/^\+-[-+]*\+$/.test(line)) {
    let end = at;
    while (/^[+|]/.test(lines[end] ?? '')) end += 1;
    return end - at < 3 ? undefined : { element: { kind: 'grid-table', lines: lines.slice(at, end) }, end };
  }
  const end = isSimpleBorder(line) ? simpleTableEnd(lines, at) : undefined;
  return end === undefined ? undefined : { element: { kind: 'simple-table', lines: lines.slice(at, end) }, end };
}

function readRule(lines: Lines, at: number): ReadElement | undefined {
  const line = lines[at] ?? '';
  return RULE.test(line) && line.length >= SHORTEST_RULE ? { element: { kind: 'transition' }, end: at + 1 } : undefined;
}

function readItem(lines: Lines, at: number): ReadElement | undefined {
  const line = lines[at] ?? '';
  const bullet = BULLET.exec(line);
  const ordered = bullet === null ? ENUMERATOR.exec(line) : null;
  const mark = bullet ?? ordered;
  if (mark === null || (ordered !== null && !isListed(lines[at + 1]))) return undefined;
  const { block, end } = takeIndented(lines, at + 1, mark[0].length);
  const marker = ordered?.groups?.paren ?? ordered?.groups?.plain;
  const inside = [line.slice(mark[0].length), ...block];
  return { element: { kind: 'item', lines: inside, ...(marker === undefined ? {} : { marker }) }, end };
}

/** `A. Einstein` at the head of a paragraph is no item: the line after one is blank, indented or another item. */
function isListed(next: string | undefined): boolean {
  return next === undefined || isBlank(next) || indentOf(next) > 0 || ENUMERATOR.test(next) || BULLET.test(next) || isExplicit(next);
}

function readField(lines: Lines, at: number): ReadElement | undefined {
  const line = lines[at] ?? '';
  const field = FIELD.exec(line);
  const option = field === null ? OPTION.exec(line) : null;
  const mark = field ?? option;
  if (mark === null) return undefined;
  const { block, end } = takeIndented(lines, at + 1);
  const inside = [line.slice(mark[0].length), ...block];
  const name = field?.groups?.name;
  return {
    element: name === undefined ? { kind: 'definition', term: mark[0].trim(), lines: inside } : { kind: 'field', name, lines: inside },
    end,
  };
}

/** Line blocks, definitions, listings and paragraphs: what no mark of its own opens. */
function readText(lines: Lines, at: number): ReadElement {
  const line = lines[at] ?? '';
  if (/^\|(?: |$)/.test(line))
    return run(
      lines,
      at,
      (next) => /^(?:\| ?| +\S)/.test(next),
      (text) => ({ kind: 'line-block', text }),
    );
  if (line.startsWith('>>> '))
    return run(
      lines,
      at,
      () => true,
      (_, part) => ({ kind: 'listing', lines: part }),
    );
  const next = lines[at + 1];
  if (next !== undefined && indentOf(next) > 0 && !line.endsWith('::')) {
    const { block, end } = takeIndented(lines, at + 1);
    return { element: { kind: 'definition', term: line, lines: block }, end };
  }
  let end = at + 1;
  while (end < lines.length && goesOn(lines, end)) end += 1;
  const text = lines.slice(at, end).join('\n');
  if (!text.endsWith('::')) return { element: { kind: 'paragraph', text }, end };
  const below = skipBlank(lines, end);
  const shown = text.slice(0, /(?:^|\s)::$/.test(text) ? -2 : -1).trimEnd();
  if (indentOf(lines[below] ?? '') === 0) return { element: { kind: 'paragraph', text: shown }, end };
  const { block, end: behind } = takeIndented(lines, below);
  return { element: { kind: 'paragraph', text: shown, literal: block }, end: behind };
}

/** A bullet right below a text that has come to its end is meant as a list, though the blank line before it is missing. */
function goesOn(lines: Lines, at: number): boolean {
  const line = lines[at] ?? '';
  const isList = BULLET.test(line) && ENDS_CLAUSE.test(lines[at - 1] ?? '');
  return !isBlank(line) && indentOf(line) === 0 && !isList && !opensDirective(line) && !isUnderlined(line, lines[at + 1] ?? '');
}

/** The lines from `at` up to a blank one that a test holds for, after the first. */
function run(lines: Lines, at: number, holds: (line: string) => boolean, make: (text: string, part: Lines) => BodyElement): ReadElement {
  let end = at + 1;
  while (end < lines.length && !isBlank(lines[end]) && holds(lines[end] ?? '')) end += 1;
  const part = lines.slice(at, end);
  return { element: make(part.map((line) => line.replace(/^\| ?/, '').trim()).join('\n'), part), end };
}
