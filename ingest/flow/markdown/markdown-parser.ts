import type { Code, Html, List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { readText } from '../../clean/read-text.ts';
import type { DocumentParser } from '../../parser/document-parser.ts';
import { type AdmonitionKind, admonitionKind } from '../blocks/admonition.ts';
import { type BlockWriter, createBlockWriter } from '../blocks/block-writer.ts';
import { createBlockParser } from '../blocks/create-block-parser.ts';
import { htmlText, writeHtml } from '../blocks/html-to-blocks.ts';
import { takeFrontMatter } from './front-matter.ts';
import { limitInlineMarks } from './limit-inline-marks.ts';
import { limitNesting } from './limit-nesting.ts';
import { shownPictures } from './shown-pictures.ts';
import { unifyAdmonitions } from './unify-admonitions.ts';

/** `:::warning title`, `:::danger[title]`, `:::{caution} title` and the closing `:::` of VuePress, Docusaurus, MyST and their relatives. */
const CONTAINER = /^:{3,}\s*\{?(?<kind>[\p{L}-]*)\}?\s*(?:\[(?<bracketed>[^\]]*)\]|(?<title>.*))$/u;
/** ```` ```{warning} title ```` of MyST. */
const FENCED = /^\{(?<kind>[\p{L}-]+)\}$/u;
/** What explains a term, below it (kramdown, Markdown Extra, Pandoc). */
const TOLD = /^\s*:[ \t]+(?=\S)/;
/** UTF-16 units of the name of a sign that stands before a text. */
const LONGEST_ICON = 24;
/** Far more of one sign than people write into a paragraph. */
const MARKS_A_PARAGRAPH = 500;
/** `[!WARNING]` at the head of a quotation, as GitHub writes notes. */
const ALERT = /^\[!(?<kind>[A-Z]+)\]\s*/i;

/** Markdown (CommonMark, tables, the admonitions of its families, embedded HTML) to blocks. */
export const markdownParser: DocumentParser = createBlockParser('markdown', '10', async ({ path, limits }) => {
  const [{ fromMarkdown }, { gfmTable }, { gfmTableFromMarkdown }, { gfmStrikethrough }, { gfmStrikethroughFromMarkdown }] =
    await Promise.all([
      import('mdast-util-from-markdown'),
      import('micromark-extension-gfm-table'),
      import('mdast-util-gfm-table'),
      import('micromark-extension-gfm-strikethrough'),
      import('mdast-util-gfm-strikethrough'),
    ]);
  const { text, encoding, warnings } = await readText(path);
  const { title, lines, fields, templateLines, body } = takeFrontMatter(text);
  const unified = unifyAdmonitions(limitNesting(body, limits.maxDepth));
  const parse = (markdown: string): readonly RootContent[] =>
    fromMarkdown(markdown, {
      extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false }), limitInlineMarks(MARKS_A_PARAGRAPH)],
      mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
    }).children;
  const tree = parse(unified.text);
  const writer = createBlockWriter();
  for (const tag of unified.markup) writer.exclude(tag, 'markup');
  for (const line of templateLines) writer.exclude(line, 'markup');
  for (const { name, value, group } of fields) writer.field(name, value, group);
  const context: Context = { writer, open: [], parse, maxDepth: limits.maxDepth };
  writeAll(tree, context, 0);
  const firstTitle = tree.find((node) => node.type === 'heading' && node.depth === 1);
  const stated = title ?? (firstTitle === undefined ? undefined : plainText(firstTitle));
  return {
    blocks: writer.blocks(),
    tables: writer.tables(),
    outside: lines,
    excluded: writer.excluded(),
    encoding,
    warnings,
    shows: shownPictures(tree, plainText),
    ...(stated === undefined ? {} : { title: stated }),
  };
});

interface Context {
  readonly writer: BlockWriter;
  /** Kinds of the containers that are open now. */
  readonly open: string[];
  readonly parse: (markdown: string) => readonly RootContent[];
  readonly maxDepth: number;
}

function writeAll(nodes: readonly RootContent[], context: Context, depth: number): void {
  for (const node of nodes) writeNode(node, context, depth);
}

function writeNode(node: RootContent, context: Context, depth: number): void {
  const { writer } = context;
  if (depth > context.maxDepth) {
    writer.paragraph(plainText(node));
    return;
  }
  switch (node.type) {
    case 'heading':
      writer.heading(node.depth, plainText(node));
      return;
    case 'paragraph':
      if (node.children.every(isImage)) writer.imageText(plainText(node));
      else writeParagraph(node, context, undefined);
      return;
    case 'list':
      writeList(node, context, depth);
      return;
    case 'blockquote':
      writeQuotation(node.children, context, depth);
      return;
    case 'table':
      writeTable(node, context);
      return;
    case 'code':
      writeCode(node, context, depth);
      return;
    case 'html':
      writeMarkup(node, context);
      return;
    case 'thematicBreak':
    case 'definition':
      return;
    default:
      writer.paragraph(plainText(node));
  }
}

function writeParagraph(node: Paragraph, context: Context, marker: string | undefined, isItem = false): void {
  const [icon, ...words] = node.children;
  const kind = isItem || words.length === 0 ? undefined : iconKind(icon);
  if (icon !== undefined && kind !== undefined) {
    context.writer.exclude(plainText(icon), 'markup');
    context.writer.openBox(kind === 'warning');
    writeParagraph({ ...node, children: words }, context, marker);
    context.writer.closeBox();
    return;
  }
  const whole = plainText(node);
  const [term = '', ...told] = whole.split('\n');
  if (!isItem && told.length > 0 && !term.startsWith(':') && told.every((line) => TOLD.test(line))) {
    context.writer.definition(term, told.map((line) => line.replace(TOLD, '')).join('\n'));
    return;
  }
  const bold = boldLength(node.children);
  let pending: string[] = [];
  let isHead = isItem;
  const flush = (): void => {
    const text = pending.join('\n');
    pending = [];
    const marks = { wrapped: true, bold: whole.startsWith(text) ? Math.min(bold, text.length) : 0 };
    if (isHead) context.writer.listItem(text, marker, marks);
    else context.writer.paragraph(text, marks);
    isHead = false;
  };
  for (const line of whole.split('\n')) {
    const container = CONTAINER.exec(line.trim())?.groups;
    if (container === undefined) {
      pending.push(line);
      continue;
    }
    if (pending.length > 0) flush();
    const { kind = '', bracketed, title } = container;
    if (kind !== '') {
      context.open.push(kind);
      context.writer.openBox(admonitionKind(kind) === 'warning', bracketed ?? title ?? '');
    } else if (context.open.pop() !== undefined) context.writer.closeBox();
  }
  if (pending.length > 0) flush();
}

/** What a picture at the head of a paragraph makes of it, where its name is that of a sign (`![warning](warning_icon.png)`). */
function iconKind(node: PhrasingContent | undefined): AdmonitionKind | undefined {
  if ((node?.type !== 'image' && node?.type !== 'imageReference') || (node.alt ?? '').length > LONGEST_ICON) return undefined;
  const names = (node.alt ?? '').split(/[\s_-]+/);
  return names.map(admonitionKind).find((kind) => kind !== undefined);
}

/** UTF-16 units at the head of a paragraph that are set in bold. */
function boldLength(nodes: readonly PhrasingContent[]): number {
  let length = 0;
  for (const node of nodes) {
    const text = plainText(node);
    if (node.type !== 'strong' && text.trim() !== '') break;
    length += text.length;
  }
  return length;
}

function writeQuotation(nodes: readonly RootContent[], context: Context, depth: number): void {
  const [first, ...rest] = nodes;
  const head = first?.type === 'paragraph' ? plainText(first) : '';
  const alert = ALERT.exec(head);
  if (first === undefined || alert === null) {
    writeAll(nodes, context, depth + 1);
    return;
  }
  context.writer.openBox(admonitionKind(alert.groups?.kind ?? '') === 'warning');
  context.writer.paragraph(head.slice(alert[0].length), { wrapped: true });
  writeAll(rest, context, depth + 1);
  context.writer.closeBox();
}

function writeList(list: List, context: Context, depth: number): void {
  if (isContents(list)) {
    context.writer.exclude(plainText(list), 'contents-list');
    return;
  }
  context.writer.openList();
  list.children.forEach((item, index) => {
    writeItem(item, list.ordered === true ? String((list.start ?? 1) + index) : undefined, context, depth + 1);
  });
  context.writer.closeList();
}

/** A table of contents: every item is a link into this document, or holds such a list. */
function isContents(list: List): boolean {
  return list.children.every((item) => {
    const own = item.children.filter((child) => child.type !== 'list');
    const nested = item.children.filter((child) => child.type === 'list');
    const linked = own.every((child) => child.type === 'paragraph' && child.children.every(isInnerLink));
    return own.length > 0 && linked && nested.every(isContents);
  });
}

function isInnerLink(node: PhrasingContent): boolean {
  return (node.type === 'link' && node.url.startsWith('#')) || (node.type === 'text' && node.value.trim() === '');
}

function writeItem(item: ListItem, marker: string | undefined, context: Context, depth: number): void {
  item.children.forEach((child, index) => {
    if (child.type !== 'paragraph' || index > 0) writeNode(child, context, depth + 1);
    else writeParagraph(child, context, marker, true);
  });
}

function writeTable(table: Table, context: Context): void {
  const [header, ...rows] = table.children.map((row) => row.children.map((cell) => plainText(cell).trim()));
  const titles = new Set(table.children.slice(1).flatMap((row, index) => (isTitleRow(row) ? [index] : [])));
  context.writer.table({ header: header?.some((cell) => cell !== '') ? header : undefined, rows, titles });
}

/** Markdown has no cells that span: a row whose first cell alone is filled, in bold, heads those below it. */
function isTitleRow(row: TableRow): boolean {
  const [first, ...rest] = row.children;
  const isBold = first?.children.some((node) => node.type === 'strong') && boldLength(first.children) === plainText(first).length;
  return isBold === true && rest.length > 0 && rest.every((cell) => plainText(cell).trim() === '');
}

/** A fence that names an admonition holds Markdown; any other holds what it shows. */
function writeCode(node: Code, context: Context, depth: number): void {
  const kind = admonitionKind(FENCED.exec(node.lang ?? '')?.groups?.kind ?? '');
  if (kind === undefined) {
    context.writer.listing(node.value);
    return;
  }
  context.writer.openBox(kind === 'warning', node.meta ?? '');
  writeAll(context.parse(node.value), context, depth + 1);
  context.writer.closeBox();
}

function writeMarkup(node: Html, context: Context): void {
  writeHtml(node.value, context.writer, { maxDepth: context.maxDepth });
}

/** Words of a node as a reader sees them; of an image its alternative text. */
function plainText(node: Nodes | PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return withoutWikiLinks(node.value);
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'html':
      return htmlText(node.value);
    default:
      return 'children' in node ? node.children.map(plainText).join(isFlow(node) ? '\n' : '') : '';
  }
}

/** `[[part]]` and `[[page|part]]` link to a page of that name; the reader sees the name. */
function withoutWikiLinks(text: string): string {
  return text.replace(/\[\[(?:[^[\]|\n]{1,200}\|)?([^[\]|\n]{1,200})\]\]/g, '$1');
}

function isImage(node: PhrasingContent): boolean {
  return node.type === 'image' || node.type === 'imageReference' || (node.type === 'text' && node.value.trim() === '');
}

function isFlow(node: Nodes): boolean {
  return node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' || node.type === 'root';
}
