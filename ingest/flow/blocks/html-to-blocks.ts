import type { PictureText } from '../../parser/picture-text.ts';
import { admonitionOfClasses } from './admonition.ts';
import type { BlockWriter } from './block-writer.ts';
import { leftOutReason } from './html-left-out.ts';
import { allText, isBlock, isImage, nodeText, type ReadInstead, tidy } from './html-text.ts';
import { numberText } from './number-text.ts';
import { attributeOf, classesOf, type HtmlElement, type HtmlNode, isElement, parseHtmlFragment, rawText } from './parse-html.ts';
import { readHtmlTable } from './read-html-table.ts';
import { writeTableText } from './write-table-text.ts';

const NUMBER_FORMATS: Readonly<Record<string, string>> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' };

/** The number printed before an item with these words, where it is known better than by counting. */
export type MarkerLookup = (text: string, counted: string) => string;

export interface HtmlOptions {
  readonly maxDepth: number;
  readonly markerOf?: MarkerLookup;
  /** Page headers are text too. */
  readonly keepHeaders?: boolean;
  /** What was recognised in the picture that an element shows. */
  readonly textsOf?: (image: HtmlElement) => readonly PictureText[];
}

interface Target {
  readonly writer: BlockWriter;
  readonly markerOf: MarkerLookup;
  /** Whether a node is no text; it is then listed as excluded. */
  readonly leaveOut: ReadInstead;
  /** The same, without listing it. */
  readonly leavesOut: (node: HtmlNode) => boolean;
  readonly textsOf: (image: HtmlElement) => readonly PictureText[];
}

/** Writes the blocks of an HTML fragment: see `writeHtmlNodes`. @throws FaultlineError `limit-exceeded` when nested too deep. */
export function writeHtml(html: string, writer: BlockWriter, options: HtmlOptions): void {
  writeHtmlNodes(parseHtmlFragment(html), writer, options);
}

/**
 * Writes headings, paragraphs, lists with their numbers, definitions, tables, captions and safety messages. Scripts, comments,
 * menus and what else is no text of the document is listed as excluded.
 */
export function writeHtmlNodes(nodes: readonly HtmlNode[], writer: BlockWriter, options: HtmlOptions): void {
  const reasonOf = (node: HtmlNode) =>
    'data' in node ? 'comment' : isElement(node) ? leftOutReason(node, options.keepHeaders ?? true) : undefined;
  const leaveOut: ReadInstead = (node) => {
    const reason = reasonOf(node);
    if (reason === undefined) return undefined;
    writer.exclude(reason === 'markup' ? rawText(node) : allText(node), reason);
    return '';
  };
  const markerOf = options.markerOf ?? ((_, counted) => counted);
  const textsOf = options.textsOf ?? (() => []);
  writeFlow(nodes, { writer, leaveOut, leavesOut: (node) => reasonOf(node) !== undefined, markerOf, textsOf }, options.maxDepth);
}

/** Words of an HTML fragment; `<br>` is a line end. */
export function htmlText(html: string): string {
  if (/^<!--/.test(html)) return '';
  return parseHtmlFragment(html)
    .map((node) => nodeText(node, (one) => ('data' in one || (isElement(one) && leftOutReason(one, true) !== undefined) ? '' : undefined)))
    .join('');
}

function writeFlow(nodes: readonly HtmlNode[], target: Target, depth: number): void {
  let inline: HtmlNode[] = [];
  const flush = (): void => {
    const text = tidy(inline.map((node) => nodeText(node, target.leaveOut)).join(''));
    if (text !== '' && inline.every(isImage)) target.writer.imageText(text);
    else if (text !== '') target.writer.paragraph(text, { bold: boldLength(inline, target) });
    writePictures(inline, target);
    inline = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !holdsBlocks(node)) {
      inline.push(node);
      continue;
    }
    flush();
    if (target.leaveOut(node) === undefined) writeElement(node, target, depth - 1);
  }
  flush();
}

/** A block, or an inline element that wraps blocks, as a link around a card does. */
function holdsBlocks(element: HtmlElement): boolean {
  return (
    isBlock(element) || (element.namespaceURI.endsWith('/xhtml') && element.childNodes.some((node) => isElement(node) && isBlock(node)))
  );
}

/** What was recognised in the pictures among some nodes, behind their words. */
function writePictures(nodes: readonly HtmlNode[], target: Target): void {
  for (const node of nodes) {
    if (!isElement(node) || target.leavesOut(node)) continue;
    const texts = node.tagName === 'img' ? target.textsOf(node) : [];
    if (texts.length > 0) target.writer.picture(texts);
    writePictures(node.childNodes, target);
  }
}

function writeElement(element: HtmlElement, target: Target, depth: number): void {
  const { tagName } = element;
  const { writer } = target;
  const text = (): string => tidy(nodeText(element, target.leaveOut));
  if (depth <= 0) {
    writer.paragraph(text());
    return;
  }
  const kind = tagName === 'body' || tagName === 'html' ? undefined : admonitionOfClasses(classesOf(element));
  const title = kind === undefined ? undefined : boxTitle(element);
  if (kind !== undefined) writer.openBox(kind === 'warning', title === undefined ? '' : tidy(nodeText(title, target.leaveOut)));
  const level = headingLevel(element);
  if (level !== undefined) writer.heading(level, text());
  else if (tagName === 'pre') writer.listing(nodeText(element, target.leaveOut).replace(/^\n+|\s+$/g, ''));
  else if (tagName === 'figcaption') writer.caption(text(), 'figure');
  else if (tagName === 'p' && classesOf(element).includes('caption')) writer.caption(text(), 'table');
  else if (tagName === 'table') writeTable(element, target, depth);
  else if (tagName === 'ol' || tagName === 'ul' || tagName === 'menu') writeList(element, target, depth);
  else if (tagName === 'dl') writeDefinitions(element, target, depth);
  else
    writeFlow(
      element.childNodes.filter((child) => child !== title),
      target,
      depth,
    );
  if (kind !== undefined) writer.closeBox();
}

function headingLevel(element: HtmlElement): number | undefined {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (level !== undefined) return Number(level);
  if (attributeOf(element, 'role') !== 'heading') return undefined;
  return Math.min(6, Math.max(1, Math.trunc(Number(attributeOf(element, 'aria-level'))) || 2));
}

function writeTable(table: HtmlElement, target: Target, depth: number): void {
  const { writer } = target;
  for (const caption of table.childNodes) {
    if (isElement(caption) && caption.tagName === 'caption') writer.caption(tidy(nodeText(caption, target.leaveOut)), 'table');
  }
  const single = singleCell(table);
  if (single !== undefined) {
    const [first, ...rest] = single.childNodes.filter((node) => isElement(node) || nodeText(node, target.leaveOut).trim() !== '');
    const isTitled = first !== undefined && isElement(first) && isBoldLine(first, target) && rest.length > 0;
    writer.openBox(undefined, isTitled ? tidy(nodeText(first, target.leaveOut)) : '');
    writeFlow(isTitled ? rest : single.childNodes, target, depth - 1);
    writer.closeBox();
    return;
  }
  const read = readHtmlTable(
    table,
    (cell) => tidy(nodeText(cell, target.leaveOut)),
    (node) => target.leaveOut(node) !== undefined,
  );
  writeTableText(read, writer);
  writePictures(table.childNodes, target);
}

/** A paragraph that is bold as a whole. */
function isBoldLine(element: HtmlElement, target: Target): boolean {
  if (element.tagName !== 'p' || element.childNodes.length === 0) return false;
  const text = tidy(nodeText(element, (node) => (target.leavesOut(node) ? '' : undefined)));
  return text !== '' && boldLength([element], target) >= text.length;
}

/** The title of a box, as markup families name it by class. */
function boxTitle(box: HtmlElement): HtmlElement | undefined {
  return box.childNodes.find(
    (node): node is HtmlElement =>
      isElement(node) &&
      headingLevel(node) === undefined &&
      classesOf(node).some((name) => /(?:^|[-_])(?:title|heading|header)$/i.test(name)),
  );
}

/** The cell of a table with no other: a frame around a text, not a table. */
function singleCell(table: HtmlElement): HtmlElement | undefined {
  let element: HtmlElement | undefined = table;
  while (element !== undefined && element.tagName !== 'td' && element.tagName !== 'th') {
    const inside: HtmlElement[] = element.childNodes
      .filter(isElement)
      .filter((node) => node.tagName !== 'caption' && node.tagName !== 'colgroup');
    element = inside.length === 1 ? inside[0] : undefined;
  }
  return element;
}

function writeList(list: HtmlElement, target: Target, depth: number): void {
  let number = wholeNumber(attributeOf(list, 'start')) ?? 1;
  const format = NUMBER_FORMATS[attributeOf(list, 'type') ?? ''] ?? 'decimal';
  target.writer.openList();
  for (const item of list.childNodes) {
    if (!isElement(item) || item.tagName !== 'li') {
      writeFlow([item], target, depth - 1);
      continue;
    }
    if (target.leaveOut(item) !== undefined) continue;
    number = wholeNumber(attributeOf(item, 'value')) ?? number;
    const first = item.childNodes.findIndex((node) => isElement(node) && holdsBlocks(node) && node.tagName !== 'p');
    const own = first < 0 ? item.childNodes : item.childNodes.slice(0, first);
    const [head = { text: '', bold: 0 }, ...rest] = paragraphsOf(own, target);
    const numbered = list.tagName === 'ol' && !isNote(item);
    const marker = numbered ? target.markerOf(head.text, numberText(number, format)) : undefined;
    target.writer.listItem(head.text, marker, { bold: head.bold });
    for (const { text, bold } of rest) target.writer.paragraph(text, { bold });
    writePictures(own, target);
    if (first >= 0) writeFlow(item.childNodes.slice(first), target, depth - 1);
    number += 1;
  }
  target.writer.closeList();
}

/** Each `<dd>` with the terms above it; further explanations of the same terms stand by themselves, as they do on the page. */
function writeDefinitions(list: HtmlElement, target: Target, depth: number): void {
  let terms: string[] = [];
  const flush = (text: string): void => {
    if (terms.length > 0 || text !== '') target.writer.definition(terms.join('\n'), text);
    terms = [];
  };
  for (const node of list.childNodes) {
    if (!isElement(node)) target.writer.paragraph(tidy(nodeText(node, target.leaveOut)));
    else if (target.leaveOut(node) !== undefined) continue;
    else if (node.tagName === 'dt') terms.push(tidy(nodeText(node, target.leaveOut)));
    else if (node.tagName === 'dd') {
      const first = node.childNodes.findIndex((child) => isElement(child) && holdsBlocks(child) && child.tagName !== 'p');
      flush(
        paragraphsOf(first < 0 ? node.childNodes : node.childNodes.slice(0, first), target)
          .map(({ text }) => text)
          .join('\n'),
      );
      if (first >= 0) writeFlow(node.childNodes.slice(first), target, depth - 1);
    } else if (node.tagName === 'div') writeDefinitions(node, target, depth - 1);
    else writeFlow([node], target, depth - 1);
  }
  flush('');
}

/** Footnotes come as a numbered list at the end; they are no steps. */
function isNote(item: HtmlElement): boolean {
  return /^(?:foot|end)note/.test(attributeOf(item, 'id') ?? '');
}

/** Texts of the paragraphs among some nodes, with how much of their heads is bold; loose text is one of its own. */
function paragraphsOf(nodes: readonly HtmlNode[], target: Target): readonly { readonly text: string; readonly bold: number }[] {
  const texts: { text: string; bold: number }[] = [];
  let loose: HtmlNode[] = [];
  const flush = (part: readonly HtmlNode[]): void => {
    const text = tidy(part.map((node) => nodeText(node, target.leaveOut)).join(''));
    if (text !== '') texts.push({ text, bold: boldLength(part, target) });
  };
  for (const node of nodes) {
    if (isElement(node) && node.tagName === 'p') {
      flush(loose);
      flush([node]);
      loose = [];
    } else loose.push(node);
  }
  flush(loose);
  return texts;
}

/** UTF-16 units at the head of some nodes' text that are set in bold. */
function boldLength(nodes: readonly HtmlNode[], target: Target): number {
  let bold = '';
  /** Whether all of a node is bold. */
  const take = (node: HtmlNode, isBold: boolean): boolean => {
    if (isElement(node) && node.tagName !== 'br' && node.childNodes.length > 0) {
      const inside = isBold || node.tagName === 'strong' || node.tagName === 'b';
      return node.childNodes.every((child) => take(child, inside));
    }
    const text = nodeText(node, (one) => ('data' in one ? '' : target.leavesOut(one) ? '' : undefined));
    if (!isBold && text.trim() !== '') return false;
    bold += text;
    return true;
  };
  nodes.every((node) => take(node, false));
  return tidy(bold).length;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,7}\s*$/.test(text) ? Number(text) : undefined;
}
