import type { Nodes } from 'mdast';
import { cellsOf, isBold, markdownTree, wordsOf } from './markdown-tree.ts';

/** What a Markdown file prints as a web page, by the elements that HTML has for it. */
export function markdownToHtml(markdown: string): string {
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${markdownTree(markdown).map(write).join('\n')}\n</body></html>\n`;
}

function write(node: Nodes): string {
  switch (node.type) {
    case 'heading':
      return `<h${node.depth}>${escapeHtml(wordsOf(node))}</h${node.depth}>`;
    case 'paragraph': {
      const words = escapeHtml(wordsOf(node));
      return words.trim() === '' ? '' : `<p>${isBold(node) ? `<strong>${words}</strong>` : words}</p>`;
    }
    case 'list': {
      const tag = node.ordered === true ? 'ol' : 'ul';
      const start = node.ordered === true ? ` start="${node.start ?? 1}"` : '';
      const items = node.children.map((item) => `<li>${item.children.map(write).join('')}</li>`);
      return `<${tag}${start}>${items.join('')}</${tag}>`;
    }
    case 'blockquote':
      return `<blockquote>${node.children.map(write).join('')}</blockquote>`;
    case 'table': {
      const [head = [], ...body] = node.children.map(cellsOf);
      const rowOf = (tag: string, cells: readonly string[]) =>
        `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
      return `<table><thead>${rowOf('th', head)}</thead><tbody>${body.map((cells) => rowOf('td', cells)).join('')}</tbody></table>`;
    }
    case 'code':
      return `<pre><code>${escapeHtml(node.value)}</code></pre>`;
    default:
      return '';
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
