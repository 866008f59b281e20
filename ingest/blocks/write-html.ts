import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { BlockWriter } from './block-writer.ts';
import { readHtmlTable } from './read-html-table.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const UNSEEN = new Set(['script', 'style', 'head', 'template', 'noscript']);
const FLOW = new Set(
  'address article aside blockquote body dd details div dl dt figure footer form header html main nav pre section summary center'.split(
    ' ',
  ),
);
const LETTERED = 'abcdefghijklmnopqrstuvwxyz';

/** The number printed before an item with these words, where it is known better than by counting. */
export type MarkerLookup = (text: string, counted: string) => string;

interface Target {
  readonly writer: BlockWriter;
  readonly markerOf: MarkerLookup;
}

/** Writes the blocks of an HTML fragment: headings, paragraphs, lists with their numbers, tables. Comments are no text. */
export function writeHtml(html: string, writer: BlockWriter, maxDepth: number, markerOf: MarkerLookup = (_, counted) => counted): void {
  writeFlow(parseFragment(html).childNodes, { writer, markerOf }, maxDepth);
}

/** Words of an HTML fragment; `<br>` is a line end. */
export function htmlText(html: string): string {
  return /^<!--/.test(html) ? '' : parseFragment(html).childNodes.map(nodeText).join('');
}

function writeFlow(nodes: readonly Node[], target: Target, depth: number): void {
  let inline = '';
  const flush = (): void => {
    if (inline.trim() !== '') target.writer.paragraph(tidy(inline));
    inline = '';
  };
  for (const node of nodes) {
    if (!isElement(node) || !isBlock(node)) {
      inline += nodeText(node);
      continue;
    }
    flush();
    writeElement(node, target, depth - 1);
  }
  flush();
}

function writeElement(element: Element, target: Target, depth: number): void {
  const { tagName } = element;
  if (depth <= 0) {
    target.writer.paragraph(tidy(nodeText(element)));
    return;
  }
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  if (level !== undefined) target.writer.heading(Number(level), tidy(nodeText(element)));
  else if (tagName === 'table') {
    const { header, rows } = readHtmlTable(element, (node) => tidy(nodeText(node)));
    target.writer.table(header, rows);
  } else if (tagName === 'ol' || tagName === 'ul') writeList(element, target, depth);
  else writeFlow(element.childNodes, target, depth);
}

function writeList(list: Element, target: Target, depth: number): void {
  let number = Number(attribute(list, 'start') ?? 1) - 1;
  const lettered = attribute(list, 'type')?.toLowerCase() === 'a';
  for (const item of list.childNodes.filter(isElement)) {
    if (item.tagName !== 'li') {
      writeFlow([item], target, depth - 1);
      continue;
    }
    number += 1;
    const first = item.childNodes.findIndex((node) => isElement(node) && isBlock(node) && node.tagName !== 'p');
    const own = first < 0 ? item.childNodes : item.childNodes.slice(0, first);
    const [head = '', ...rest] = paragraphsOf(own);
    const counted = (lettered ? LETTERED[number - 1] : undefined) ?? String(number);
    target.writer.listItem(head, list.tagName === 'ul' || isNote(item) ? undefined : target.markerOf(head, counted));
    for (const paragraph of rest) target.writer.paragraph(paragraph);
    if (first >= 0) writeFlow(item.childNodes.slice(first), target, depth - 1);
  }
}

/** Footnotes come as a numbered list at the end; they are no steps. */
function isNote(item: Element): boolean {
  return /^(?:foot|end)note/.test(attribute(item, 'id') ?? '');
}

/** Texts of the paragraphs among some nodes; loose text is one of its own. */
function paragraphsOf(nodes: readonly Node[]): readonly string[] {
  const texts: string[] = [];
  let loose = '';
  for (const node of nodes) {
    if (isElement(node) && node.tagName === 'p') {
      texts.push(loose, nodeText(node));
      loose = '';
    } else loose += nodeText(node);
  }
  return [...texts, loose].map(tidy).filter((text) => text !== '');
}

function nodeText(node: Node): string {
  if ('value' in node) return node.value;
  if (!isElement(node) || UNSEEN.has(node.tagName)) return '';
  if (node.tagName === 'br') return '\n';
  if (node.tagName === 'img') return attribute(node, 'alt') ?? '';
  const inside = node.childNodes.map(nodeText).join('');
  return isBlock(node) || node.tagName === 'li' || node.tagName === 'tr'
    ? `\n${inside}\n`
    : /^t[dh]$/.test(node.tagName)
      ? `${inside}\t`
      : inside;
}

function isBlock(element: Element): boolean {
  return FLOW.has(element.tagName) || /^(?:p|h[1-6]|ol|ul|table)$/.test(element.tagName);
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** White space as a browser shows it, line breaks kept. */
function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim();
}
