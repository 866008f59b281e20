import type { Code, Html, List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { type BlockWriter, createBlockWriter } from '../../blocks/block-writer.ts';
import { createBlockParser } from '../../blocks/create-block-parser.ts';
import { htmlText, writeHtml } from '../../blocks/write-html.ts';
import { joinLines, readText } from '../../clean/read-text.ts';
import type { DocumentParser } from '../../document-parser.ts';
import { takeFrontMatter } from './front-matter.ts';

/** `:::warning title` and `:::` lines of VuePress and its relatives. */
const CONTAINER = /^:{3,}\s*(?<kind>[a-z]*)\s*(?<title>.*)$/i;
/** `[!WARNING]` at the head of a quotation, as GitHub writes notes. */
const ALERT = /^\[!(?<kind>[A-Z]+)\]\s*/i;
const WARNING_KINDS = new Set(['warning', 'danger', 'caution', 'error', 'important']);

/** Markdown (CommonMark, tables, VuePress containers, embedded HTML) to blocks. */
export const markdownParser: DocumentParser = createBlockParser('markdown', '1', async ({ path, limits }) => {
  const [{ fromMarkdown }, { gfmTable }, { gfmTableFromMarkdown }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('micromark-extension-gfm-table'),
    import('mdast-util-gfm-table'),
  ]);
  const { text, encoding } = await readText(path);
  const { title, lines, body } = takeFrontMatter(text);
  const tree = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const writer = createBlockWriter();
  if (lines.length > 0) writer.paragraph(lines.join('\n'));
  const context: Context = { writer, warning: false, maxDepth: limits.maxDepth };
  writeAll(tree.children, context, 0);
  const firstTitle = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  const stated = title ?? (firstTitle === undefined ? undefined : plainText(firstTitle));
  return {
    blocks: writer.blocks(),
    tables: writer.tables(),
    outside: lines,
    excluded: writer.excluded(),
    encoding,
    warnings: [],
    ...(stated === undefined ? {} : { title: stated }),
  };
});

interface Context {
  readonly writer: BlockWriter;
  /** Inside a container that warns. */
  warning: boolean;
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
      writeCode(node, context);
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

function writeParagraph(node: Paragraph, context: Context, marker: string | undefined): void {
  let pending: string[] = [];
  let mark = marker;
  const flush = (): void => {
    const text = joinLines(pending.join('\n'));
    pending = [];
    if (mark === undefined) context.writer.paragraph(text, context.warning ? 'warning' : undefined);
    else context.writer.listItem(text, mark);
    mark = undefined;
  };
  for (const line of plainText(node).split('\n')) {
    const container = CONTAINER.exec(line.trim())?.groups;
    if (container === undefined) {
      pending.push(line);
      continue;
    }
    flush();
    context.warning = WARNING_KINDS.has((container.kind ?? '').toLowerCase());
    if (container.title) context.writer.paragraph(container.title, context.warning ? 'warning' : undefined);
  }
  if (pending.length > 0) flush();
}

function writeQuotation(nodes: readonly RootContent[], context: Context, depth: number): void {
  const [first, ...rest] = nodes;
  const head = first?.type === 'paragraph' ? plainText(first) : '';
  const alert = ALERT.exec(head);
  if (first === undefined || alert === null) {
    writeAll(nodes, context, depth + 1);
    return;
  }
  const outer = context.warning;
  context.warning = WARNING_KINDS.has((alert.groups?.kind ?? '').toLowerCase());
  context.writer.paragraph(joinLines(head.slice(alert[0].length)), context.warning ? 'warning' : undefined);
  writeAll(rest, context, depth + 1);
  context.warning = outer;
}

function writeList(list: List, context: Context, depth: number): void {
  if (isContents(list)) {
    context.writer.exclude(plainText(list), 'contents-list');
    return;
  }
  list.children.forEach((item, index) => {
    writeItem(item, list.ordered === true ? String((list.start ?? 1) + index) : undefined, context, depth + 1);
  });
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
    else if (marker !== undefined) writeParagraph(child, context, marker);
    else if (context.warning) context.writer.paragraph(joinLines(plainText(child)), 'warning');
    else context.writer.listItem(joinLines(plainText(child)), undefined);
  });
}

function writeTable(table: Table, context: Context): void {
  const [header, ...rows] = table.children.map((row) => row.children.map((cell) => plainText(cell).trim()));
  context.writer.table(header, rows);
}

function writeCode(node: Code, context: Context): void {
  context.writer.paragraph(node.value);
}

function writeMarkup(node: Html, context: Context): void {
  writeHtml(node.value, context.writer, context.maxDepth);
}

/** Words of a node as a reader sees them; of an image its alternative text. */
function plainText(node: Nodes | PhrasingContent): string {
  switch (node.type) {
    case 'text':
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

function isImage(node: PhrasingContent): boolean {
  return node.type === 'image' || node.type === 'imageReference' || (node.type === 'text' && node.value.trim() === '');
}

function isFlow(node: Nodes): boolean {
  return node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' || node.type === 'root';
}
