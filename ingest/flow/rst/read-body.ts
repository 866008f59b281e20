import { assertNever } from '../../../kernel/index.ts';
import type { BodyElement } from './body-element.ts';
import { readGridTable } from './grid-table.ts';
import { isBlank, type Lines, skipBlank, trimBlank } from './indented-lines.ts';
import { inlineText } from './inline-text.ts';
import { flatDirective, writeDirective } from './read-directive.ts';
import { readElement } from './read-element.ts';
import { proseOf, type RstContext } from './rst-context.ts';
import { readSimpleTable } from './simple-table.ts';

/** Writes the elements of a body; below the deepest level its words as one paragraph. */
export function writeBody(lines: Lines, context: RstContext, depth: number): void {
  if (depth > context.maxDepth) {
    context.writer.paragraph(proseOf(lines.join('\n'), context));
    return;
  }
  let number = 0;
  let inList = false;
  let isBulleted = false;
  const list = (isOpen: boolean): void => {
    if (isOpen !== inList) {
      if (isOpen) context.writer.openList();
      else context.writer.closeList();
    }
    inList = isOpen;
  };
  for (let at = skipBlank(lines, 0); at < lines.length; ) {
    const { element, end } = readElement(lines, at);
    if (element.kind === 'item' && element.marker !== undefined) {
      number = /^\d+$/.test(element.marker) ? Number(element.marker) : number + 1;
      const marker = element.marker === '#' ? String(number) : element.marker;
      if (isBulleted) list(false);
      isBulleted = false;
      list(true);
      writeItem(element.lines, marker, context, depth);
    } else {
      const isSilent = element.kind === 'comment' || element.kind === 'reference';
      if (!isSilent) {
        const isItem = element.kind === 'item';
        if (isItem !== isBulleted) list(false);
        list(isItem);
        isBulleted = isItem;
        number = 0;
      }
      writeElement(element, context, depth);
    }
    at = skipBlank(lines, end);
  }
  list(false);
}

function writeElement(element: BodyElement, context: RstContext, depth: number): void {
  const { writer } = context;
  switch (element.kind) {
    case 'title':
      writer.heading(levelOf(element.style, context), proseOf(element.text, context));
      return;
    case 'paragraph':
      writer.paragraph(inlineText(element.text, context.references), { wrapped: true, bold: boldLength(element.text, context) });
      if (element.literal !== undefined) writer.listing(trimBlank(element.literal).join('\n'));
      return;
    case 'quotation':
      writeBody(element.lines, context, depth + 1);
      return;
    case 'item':
      writeItem(element.lines, undefined, context, depth);
      return;
    case 'definition': {
      const { lead, rest } = takeLead(element.lines);
      writer.definition(proseOf(element.term, context), proseOf(lead, context));
      writeBody(rest, context, depth + 1);
      return;
    }
    case 'field':
      writeField(element, context, depth);
      return;
    case 'line-block':
      writer.paragraph(inlineText(element.text, context.references));
      return;
    case 'listing':
      writer.listing(element.lines.join('\n'));
      return;
    case 'grid-table':
    case 'simple-table':
      writeTable(element, context, depth);
      return;
    case 'note': {
      const { lead, rest } = takeLead(element.lines);
      writer.paragraph(`[${element.label}] ${proseOf(lead, context)}`.trim());
      writeBody(rest, context, depth + 1);
      return;
    }
    case 'directive':
      writeDirective(element.directive, context, depth);
      return;
    case 'comment':
      writer.exclude(element.text, 'comment');
      return;
    case 'transition':
    case 'reference':
      return;
    default:
      assertNever(element);
  }
}

function levelOf(style: string, { styles }: RstContext): number {
  const known = styles.indexOf(style);
  return known < 0 ? styles.push(style) : known + 1;
}

function writeItem(lines: Lines, marker: string | undefined, context: RstContext, depth: number): void {
  const { lead, rest } = takeLead(lines);
  context.writer.listItem(inlineText(lead, context.references), marker, { wrapped: true, bold: boldLength(lead, context) });
  writeBody(rest, context, depth + 1);
}

/** A field that says nothing is an instruction to the program that typesets the document. */
function writeField({ name, lines }: Extract<BodyElement, { kind: 'field' }>, context: RstContext, depth: number): void {
  if (lines.every(isBlank)) {
    context.writer.exclude(`:${name}:`, 'markup');
    return;
  }
  const { lead, rest } = takeLead(lines);
  context.writer.field(proseOf(name, context), proseOf(lead, context));
  writeBody(rest, context, depth + 1);
}

function writeTable(
  { kind, lines }: Extract<BodyElement, { kind: 'grid-table' | 'simple-table' }>,
  context: RstContext,
  depth: number,
): void {
  const cellText = (cell: Lines): string => flatText(cell, context, depth + 1);
  const table = kind === 'grid-table' ? readGridTable(lines, cellText) : readSimpleTable(lines, cellText);
  if (table === undefined) context.writer.listing(lines.join('\n'));
  else context.writer.table(table);
}

/** UTF-16 units at the head of a text that are set in bold. */
function boldLength(text: string, context: RstContext): number {
  const strong = /^\s*\*\*(?=\S)((?:[^*]|\*(?!\*))+)\*\*(?![\p{L}\p{N}*])/u.exec(text)?.[1];
  return strong === undefined ? 0 : inlineText(strong, context.references).length;
}

/** The first paragraph of an item and the lines below it. */
function takeLead(lines: Lines): { readonly lead: string; readonly rest: Lines } {
  const at = skipBlank(lines, 0);
  if (at >= lines.length) return { lead: '', rest: [] };
  const { element, end } = readElement(lines, at);
  return element.kind === 'paragraph' && element.literal === undefined
    ? { lead: element.text, rest: lines.slice(end) }
    : { lead: '', rest: lines };
}

/** All words of a body as one text, as a cell of a table needs them. */
export function flatText(lines: Lines, context: RstContext, depth: number): string {
  if (depth > context.maxDepth) return proseOf(lines.join('\n'), context);
  const texts: string[] = [];
  const dedented = dedent(lines);
  for (let at = skipBlank(dedented, 0); at < dedented.length; ) {
    const { element, end } = readElement(dedented, at);
    texts.push(flatElement(element, context, depth + 1));
    at = skipBlank(dedented, end);
  }
  return texts.filter((text) => text !== '').join('\n');
}

function flatElement(element: BodyElement, context: RstContext, depth: number): string {
  const inside = (lines: Lines): string => flatText(lines, context, depth);
  switch (element.kind) {
    case 'title':
      return proseOf(element.text, context);
    case 'paragraph':
      return [proseOf(element.text, context), ...(element.literal ?? [])].filter((text) => text !== '').join('\n');
    case 'quotation':
    case 'item':
      return inside(element.lines);
    case 'definition':
      return `${proseOf(element.term, context)}\n${inside(element.lines)}`;
    case 'field':
      return `${element.name}: ${inside(element.lines)}`;
    case 'line-block':
      return inlineText(element.text, context.references);
    case 'listing':
    case 'grid-table':
    case 'simple-table':
      return element.lines.join('\n');
    case 'note':
      return `[${element.label}] ${inside(element.lines)}`;
    case 'directive':
      return flatDirective(element.directive, context, depth);
    case 'comment':
      context.writer.exclude(element.text, 'comment');
      return '';
    case 'transition':
    case 'reference':
      return '';
    default:
      return assertNever(element);
  }
}

function dedent(lines: Lines): Lines {
  const indent = lines.reduce(
    (least, line) => (isBlank(line.trim()) ? least : Math.min(least, line.length - line.trimStart().length)),
    Infinity,
  );
  return lines.map((line) => line.slice(indent).trimEnd());
}
