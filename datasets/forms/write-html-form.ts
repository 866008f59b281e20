import { assertNever } from '../../kernel/index.ts';
import type { FormBlock, FormItem } from './form.ts';

/** A form as a web page, callouts as Sphinx writes them. */
export function writeHtmlForm(blocks: readonly FormBlock[]): string {
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${blocks.map(writeBlock).join('\n')}\n</body></html>\n`;
}

function writeTerms(terms: readonly (readonly [string, string])[]): string {
  return `<dl>${terms.map(([term, text]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd>`).join('')}</dl>`;
}

function writeBlock(block: FormBlock): string {
  switch (block.kind) {
    case 'title':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'text':
      return block.bold === true ? `<p><strong>${escapeHtml(block.text)}</strong></p>` : `<p>${escapeHtml(block.text)}</p>`;
    case 'lines':
      return `<p>${block.lines.map(escapeHtml).join('<br>')}</p>`;
    case 'steps':
      return `<ol start="${block.first}">${block.items.map(writeItem).join('')}</ol>`;
    case 'bullets':
      return `<ul>${block.items.map(writeItem).join('')}</ul>`;
    case 'callout': {
      const title = block.title === undefined ? '' : `<p class="admonition-title">${escapeHtml(block.title)}</p>`;
      return `<div class="admonition ${block.warns ? 'warning' : 'note'}">${title}${block.inside.map(writeBlock).join('')}</div>`;
    }
    case 'table':
      return writeTable(block);
    case 'terms':
      return writeTerms(block.terms);
    case 'front':
      return '';
    default:
      return assertNever(block);
  }
}

function writeItem({ text, below = [] }: FormItem): string {
  return `<li>${escapeHtml(text)}${below.map(writeBlock).join('')}</li>`;
}

function writeTable({ caption, header, rows }: Extract<FormBlock, { kind: 'table' }>): string {
  const title = caption === undefined ? '' : `<caption>${escapeHtml(caption)}</caption>`;
  const body = rows.map((row) =>
    typeof row === 'string'
      ? `<tr><td colspan="${header.length}">${escapeHtml(row)}</td></tr>`
      : `<tr>${row.map(({ text, rows: span = 1 }) => `<td rowspan="${span}">${escapeHtml(text)}</td>`).join('')}</tr>`,
  );
  const head = header.length === 0 ? '' : `<thead><tr>${header.map((name) => `<th>${escapeHtml(name)}</th>`).join('')}</tr></thead>`;
  return `<table>${title}${head}<tbody>${body.join('')}</tbody></table>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
