import { assertNever } from '../../kernel/index.ts';
import { type FormBlock, type FormItem, widthOf } from './form.ts';

/** A form as Markdown, callouts as the containers of VuePress, terms as kramdown has them. A cell that stands in several rows is written once, as people do. */
export function writeMarkdownForm(blocks: readonly FormBlock[]): string {
  return `${blocks.map(writeBlock).join('\n\n')}\n`;
}

function writeBlock(block: FormBlock): string {
  switch (block.kind) {
    case 'title':
      return `${'#'.repeat(block.level)} ${block.text}`;
    case 'text':
      return block.bold === true ? `**${block.text}**` : block.text;
    case 'lines':
      return block.lines.join('\n');
    case 'steps':
      return block.items.map((item, index) => writeItem(`${block.first + index}. `, item)).join('\n');
    case 'bullets':
      return block.items.map((item) => writeItem('- ', item)).join('\n');
    case 'callout':
      return `:::${block.warns ? 'warning' : 'note'} ${block.title ?? ''}`
        .trimEnd()
        .concat(`\n\n${block.inside.map(writeBlock).join('\n\n')}\n\n:::`);
    case 'table':
      return [...(block.caption === undefined ? [] : [block.caption, '']), ...tableLines(block)].join('\n');
    case 'terms':
      return block.terms.map(([term, text]) => `${term}\n: ${text}`).join('\n\n');
    case 'front':
      return ['---', ...block.template, ...block.fields.map(([name, value]) => `${name}: ${value}`), '---'].join('\n');
    default:
      return assertNever(block);
  }
}

function writeItem(mark: string, { text, below = [] }: FormItem): string {
  const inside = below.map((block) => `\n${writeBlock(block)}`.replaceAll('\n', `\n${' '.repeat(mark.length)}`));
  return [mark + text, ...inside].join('\n');
}

function tableLines(table: Extract<FormBlock, { kind: 'table' }>): readonly string[] {
  const { header, rows } = table;
  const columns = Array.from({ length: widthOf(table) }, (_, column) => column);
  const line = (cells: readonly string[]): string => `| ${columns.map((column) => cells[column] ?? '').join(' | ')} |`;
  let open = 0;
  const body = rows.map((row) => {
    if (typeof row === 'string') return line([`**${row}**`]);
    const cells = [...(open > 0 ? [''] : []), ...row.map(({ text }) => text)];
    open = open > 0 ? open - 1 : (row[0]?.rows ?? 1) - 1;
    return line(cells);
  });
  return [line(header), `|${columns.map(() => '---').join('|')}|`, ...body];
}
