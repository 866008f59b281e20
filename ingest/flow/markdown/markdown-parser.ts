import type { Code, Html, List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { joinLines, readText } from '../../clean/read-text.ts';
import type { DocumentParser } from '../../parser/document-parser.ts';
import { admonitionKind } from '../blocks/admonition.ts';
import { type BlockWriter, createBlockWriter } from '../blocks/block-writer.ts';
import { createBlockParser } from '../blocks/create-block-parser.ts';
import { htmlText, writeHtml } from '../blocks/html-to-blocks.ts';
import { takeFrontMatter } from './front-matter.ts';
import { limitNesting } from './limit-nesting.ts';
import { unifyAdmonitions } from './unify-admonitions.ts';

/** `:::warning title`, `:::danger[title]`, `:::{caution} title` and the closing `:::` of VuePress, Docusaurus, MyST and their relatives. */
const CONTAINER = /^:{3,}\s*\{?(?<kind>[\p{L}-]*)\}?\s*(?:\[(?<bracketed>[^\]]*)\]|(?<title>.*))$/u;
/** ```` ```{warning} title ```` of MyST. */
const FENCED = /^\{(?<kind>[\p{L}-]+)\}$/u;
/** `[!WARNING]` at the head of a quotation, as GitHub writes notes. */
const ALERT = /^\[!(?<kind>[A-Z]+)\]\s*/i;

/** Markdown (CommonMark, tables, the admonitions of its families, embedded HTML) to blocks. */
export const markdownParser: DocumentParser = createBlockParser('markdown', '2', async ({ path, limits }) => {
  const [{ fromMarkdown }, { gfmTable }, { gfmTableFromMarkdown }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('micromark-extension-gfm-table'),
    import('mdast-util-gfm-table'),
  ]);
  const { text, encoding } = await readText(path);
  const { title, lines, body } = takeFrontMatter(text);
  const unified = unifyAdmonitions(limitNesting(body, limits.maxDepth));
  const parse = (markdown: string): readonly RootContent[] =>
    fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }).children;
  const tree = parse(unified.text);
  const writer = createBlockWriter();
  for (const tag of unified.markup) writer.exclude(tag, 'markup');
  if (lines.length > 0) writer.paragraph(lines.join('\n'));
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
    warnings: [],
    ...(stated === undefined ? {} : { title: stated }),
  };
});

interface Context {
  readonly writer: BlockWriter;
  /** Whether warnings were written before each container that is open now. */
  readonly open: boolean[];
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

function writeParagraph(node: Paragraph, context: Context, marker: string | undefined): void {
  let pending: string[] = [];
  let mark = marker;
  const flush = (): void => {
    const text = joinLines(pending.join('\n'));
    pending = [];
    if (mark === undefined) context.writer.paragraph(text);
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
    const { kind = '', bracketed, title } = container;
    if (kind === '') context.writer.warn(context.open.pop() ?? false);
    else {
      const before = context.writer.warn(admonitionKind(kind) === 'warning');
      context.open.push(before);
    }
    context.writer.paragraph(bracketed ?? title ?? '');
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
  const outer = context.writer.warn(admonitionKind(alert.groups?.kind ?? '') === 'warning');
  context.writer.paragraph(joinLines(head.slice(alert[0].length)));
  writeAll(rest, context, depth + 1);
  context.writer.warn(outer);
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
    else context.writer.listItem(joinLines(plainText(child)), undefined);
  });
}

function writeTable(table: Table, context: Context): void {
  const [header, ...rows] = table.children.map((row) => row.children.map((cell) => plainText(cell).trim()));
  context.writer.table(header, rows);
}

/** A fence that names an admonition holds Markdown; any other holds what it shows. */
function writeCode(node: Code, context: Context, depth: number): void {
  const kind = admonitionKind(FENCED.exec(node.lang ?? '')?.groups?.kind ?? '');
  if (kind === undefined) {
    context.writer.paragraph(node.value);
    return;
  }
  const outer = context.writer.warn(kind === 'warning');
  context.writer.paragraph(node.meta ?? '');
  writeAll(context.parse(node.value), context, depth + 1);
  context.writer.warn(outer);
}

function writeMarkup(node: Html, context: Context): void {
  writeHtml(node.value, context.writer, { maxDepth: context.maxDepth });
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
