import { assertNever } from '../../kernel/index.ts';
import { type FormBlock, type FormItem, widthOf } from './form.ts';

const UNDERLINES = ['=', '-', '~'];

/** A form as reStructuredText; tables are drawn, so that their cells can span. */
export function writeRstForm(blocks: readonly FormBlock[]): string {
  return `${blocks.map(writeBlock).join('\n\n')}\n`;
}

function writeBlock(block: FormBlock): string {
  switch (block.kind) {
    case 'title':
      return `${block.text}\n${(UNDERLINES[block.level - 1] ?? '^').repeat(2 * block.text.length)}`;
    case 'text':
      return block.bold === true ? `**${block.text}**` : block.text;
    case 'lines':
      return block.lines.map((line) => `| ${line}`).join('\n');
    case 'steps':
      return block.items.map((item, index) => writeItem(`${block.first + index}. `, item)).join('\n');
    case 'bullets':
      return block.items.map((item) => writeItem('* ', item)).join('\n');
    case 'callout': {
      const head = block.title === undefined ? `.. ${block.warns ? 'warning' : 'note'}::` : `.. admonition:: ${block.title}`;
      return `${head}\n\n${indent(block.inside.map(writeBlock).join('\n\n'), 3)}`;
    }
    case 'table': {
      const drawn = drawTable(block);
      return block.caption === undefined ? drawn : `.. table:: ${block.caption}\n\n${indent(drawn, 3)}`;
    }
    case 'terms':
      return block.terms.map(([term, text]) => `${term}\n   ${text}`).join('\n\n');
    case 'front':
      return '';
    default:
      return assertNever(block);
  }
}

function writeItem(mark: string, { text, below = [] }: FormItem): string {
  return [mark + text, ...below.map((block) => `\n${indent(writeBlock(block), mark.length)}`)].join('\n');
}

function indent(text: string, columns: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(columns));
}

/** Columns of a terminal: two for a Chinese sign. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(sign) ? 2 : 1), 0);
}

function drawTable(table: Extract<FormBlock, { kind: 'table' }>): string {
  const { header, rows } = table;
  const columns = Array.from({ length: widthOf(table) }, (_, column) => column);
  const width =
    Math.max(...[...header, ...rows.flatMap((row) => (typeof row === 'string' ? [] : row.map(({ text }) => text)))].map(columnsOf)) + 2;
  const pad = (text: string, columns: number): string => ` ${text}${' '.repeat(Math.max(0, columns - columnsOf(text) - 1))}`;
  const rule = (sign: string, from = 0): string =>
    `${from > 0 ? `|${' '.repeat(width)}` : ''}+${columns
      .slice(from)
      .map(() => sign.repeat(width))
      .join('+')}+`;
  const head = `|${header.map((name) => pad(name, width)).join('|')}|`;
  const lines = header.length === 0 ? [rule('-')] : [rule('-'), head, rule('=')];
  let open = 0;
  for (const row of rows) {
    if (typeof row === 'string') lines.push(`|${pad(row, columns.length * (width + 1) - 1)}|`);
    else {
      const texts = [...(open > 0 ? [''] : []), ...row.map(({ text }) => text)];
      lines.push(`|${columns.map((column) => pad(texts[column] ?? '', width)).join('|')}|`);
      open = open > 0 ? open - 1 : (row[0]?.rows ?? 1) - 1;
    }
    lines.push(rule('-', open > 0 ? 1 : 0));
  }
  return lines.join('\n');
}
