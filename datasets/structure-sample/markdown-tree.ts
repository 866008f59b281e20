import type { Nodes, RootContent, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

/** Front matter, the attributes of kramdown and the inclusions of a template: none of them is printed. */
const NOT_PRINTED = [/^---\n[\s\S]*?\n---\n/, /^\{:[^}\n]*\}[ \t]*$/gm, /\{%[\s\S]*?%\}/g];

/** What a Markdown file prints, as a tree. */
export function markdownTree(markdown: string): readonly RootContent[] {
  const plain = markdown.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const printed = NOT_PRINTED.reduce((text, pattern) => text.replace(pattern, ''), plain);
  return fromMarkdown(printed, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }).children;
}

/** Words of a node, without pictures and markup. */
export function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    default:
      return 'children' in node ? node.children.map(wordsOf).join('') : '';
  }
}

/** Whether a paragraph is set in bold from end to end. */
export function isBold(node: Nodes): boolean {
  if (!('children' in node)) return false;
  const filled = node.children.filter((child) => wordsOf(child).trim() !== '');
  return filled.length > 0 && filled.every((child) => child.type === 'strong');
}

export function cellsOf(row: TableRow): readonly string[] {
  return row.children.map((cell) => wordsOf(cell).trim());
}
