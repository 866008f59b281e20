import type { ExclusionReason } from '../../../kernel/index.ts';
import { splitCells } from '../../rows/csv/split-cells.ts';
import { admonitionKind, admonitionOfClasses } from '../blocks/admonition.ts';
import type { Directive } from './body-element.ts';
import { isBlank, type Lines, skipBlank, trimBlank } from './indented-lines.ts';
import { readElement } from './read-element.ts';
import { proseOf, type RstContext } from './rst-context.ts';

/** Boxes whose first words are their text; of the others the argument is a title. */
const UNTITLED = new Set(
  'attention caution danger error hint important note tip warning seealso versionadded versionchanged deprecated'.split(' '),
);
/** What shows its content as it stands. */
const LISTINGS = new Set(
  'code code-block sourcecode code-tab parsed-literal literal math productionlist prompt console doctest testcode mermaid graphviz digraph graph uml plantuml'.split(
    ' ',
  ),
);
const LEFT_OUT: Readonly<Record<string, ExclusionReason>> = {
  contents: 'contents-list',
  toctree: 'contents-list',
  header: 'running-header',
  footer: 'running-footer',
};
const SILENT = new Set(
  'raw meta index role default-role highlight module currentmodule py:module title sectnum section-numbering class rst-class target-notes tabularcolumns only-format date'.split(
    ' ',
  ),
);
const INCLUDES = new Set(['include', 'literalinclude']);
/** Lines that an open quotation of a CSV cell may go on over. */
const LONGEST_CELL = 100;

/** Writes what a directive shows; what it does not show is listed as excluded. A directive of no known name shows all it holds. */
export function writeDirective(directive: Directive, context: RstContext, depth: number): void {
  const { name, argument, options, content } = directive;
  const { writer } = context;
  if (leftOut(directive, context)) return;
  if (LISTINGS.has(name)) {
    writer.paragraph(proseOf(options.get('caption') ?? '', context));
    const inArgument = name === 'math' || name === 'parsed-literal' ? argument : '';
    writer.listing([inArgument, ...trimBlank(content)].join('\n').trim());
  } else if (name === 'image' || name === 'figure') {
    writer.imageText(proseOf(options.get('alt') ?? '', context));
    writeFigure(content, context, depth);
  } else if (name === 'table' || name === 'list-table' || name === 'csv-table') {
    writer.caption(proseOf(argument, context), 'table');
    writeTable(directive, context, depth);
  } else if (UNTITLED.has(name) || admonitionKind(name) !== undefined || name === 'admonition') {
    const kind =
      admonitionKind(name) ?? admonitionOfClasses((options.get('class') ?? '').split(/\s+/)) ?? admonitionKind(proseOf(argument, context));
    writer.openBox(kind === 'warning', name === 'admonition' ? proseOf(argument, context) : '');
    context.write(name === 'admonition' ? content : [...argument.split('\n'), ...content], depth + 1);
    writer.closeBox();
  } else {
    if (isSpoken(directive)) writer.paragraph(proseOf(argument, context));
    else writer.exclude(argument, 'markup');
    context.write(content, depth + 1);
  }
}

/** The words of a directive within a cell of a table. */
export function flatDirective(directive: Directive, context: RstContext, depth: number): string {
  const { name, argument, options, content } = directive;
  if (leftOut(directive, context)) return '';
  const alone = proseOf(options.get('alt') ?? options.get('caption') ?? '', context);
  if (LISTINGS.has(name)) return [alone, ...trimBlank(content)].join('\n').trim();
  const said = name === 'image' || name === 'figure' || !isSpoken(directive) ? '' : proseOf(argument, context);
  return [alone, said, context.flat(content, depth + 1)].filter((text) => text !== '').join('\n');
}

/** Lists what a directive leaves out, and says whether that is all of it. */
function leftOut({ name, argument, options, content }: Directive, context: RstContext): boolean {
  const reason = LEFT_OUT[name] ?? (SILENT.has(name) ? 'markup' : undefined);
  const source = INCLUDES.has(name) ? argument : (options.get('file') ?? options.get('url'));
  if (reason === undefined && source === undefined) return false;
  if (source !== undefined)
    context.warnings.add(`The document includes "${source.slice(0, 200)}", which is not followed; send that file itself.`);
  context.writer.exclude([argument || source || name, ...trimBlank(content)].join('\n'), reason ?? 'include');
  return true;
}

/** Whether the argument is shown: a title or signature, not the name of a language, a theme or a film. */
function isSpoken({ name, argument, content }: Directive): boolean {
  return (
    name.includes(':') ||
    /\s|\p{sc=Han}/u.test(argument) ||
    ['rubric', 'centered', 'topic', 'sidebar', 'tab', 'tab-item', 'dropdown', 'glossary'].includes(name) ||
    (content.length > 0 && /^\p{Lu}/u.test(argument))
  );
}

/** The first paragraph below a figure is its caption. */
function writeFigure(content: Lines, context: RstContext, depth: number): void {
  const at = skipBlank(content, 0);
  if (at >= content.length) return;
  const { element, end } = readElement(content, at);
  if (element.kind === 'paragraph' && element.literal === undefined) {
    context.writer.caption(proseOf(element.text, context), 'figure');
    context.write(content.slice(end), depth + 1);
  } else context.write(content, depth + 1);
}

function writeTable({ name, options, content }: Directive, context: RstContext, depth: number): void {
  if (name === 'table') {
    context.write(content, depth + 1);
    return;
  }
  const rows = name === 'csv-table' ? csvRows(content, options, context) : listRows(content, context, depth);
  const head = Number(options.get('header-rows') ?? 0);
  const named = options.get('header') === undefined ? [] : csvRows((options.get('header') ?? '').split('\n'), options, context);
  const header = [...named, ...(head > 0 ? rows.slice(0, head) : [])];
  const width = header.reduce((most, row) => Math.max(most, row.length), 0);
  const names = Array.from({ length: width }, (_, column) =>
    header
      .map((row) => row[column] ?? '')
      .filter((text) => text !== '')
      .join(' '),
  );
  context.writer.table({ header: header.length === 0 ? undefined : names, rows: head > 0 ? rows.slice(head) : rows });
}

/** A list of lists: each item a row, each of its items a cell. */
function listRows(content: Lines, context: RstContext, depth: number): string[][] {
  const itemsOf = (lines: Lines): Lines[] => {
    const items: Lines[] = [];
    for (let at = skipBlank(lines, 0); at < lines.length; ) {
      const { element, end } = readElement(lines, at);
      if (element.kind === 'item') items.push(element.lines);
      else if (element.kind !== 'comment' || element.text !== '') items.push(lines.slice(at, end));
      at = skipBlank(lines, end);
    }
    return items;
  };
  return itemsOf(content).map((row) => itemsOf(row).map((cell) => context.flat(cell, depth + 1)));
}

function csvRows(lines: Lines, options: ReadonlyMap<string, string>, context: RstContext): string[][] {
  const named = options.get('delim')?.trim();
  const delimiter = named === 'tab' ? '\t' : named === 'space' ? ' ' : named === undefined || named === '' ? ',' : named.charAt(0);
  const rows: string[][] = [];
  let open: string[] = [];
  const close = (cells: readonly string[]): void => {
    rows.push(cells.map((cell) => proseOf(cell.trim(), context)));
    open = [];
  };
  for (const line of lines) {
    if (isBlank(line) && open.length === 0) continue;
    open.push(line);
    const split = splitCells(open.join('\n'), delimiter);
    if (!split.open) close(split.cells);
    else if (open.length >= LONGEST_CELL) close(splitCells(open.join('\n'), delimiter, true).cells);
  }
  if (open.length > 0) close(splitCells(open.join('\n'), delimiter, true).cells);
  return rows;
}
