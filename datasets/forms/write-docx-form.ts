import { assertNever } from '../../kernel/index.ts';
import { loadWriter } from '../demo-plant/load-writer.ts';
import { type FormBlock, type FormCell, widthOf } from './form.ts';

type Docx = typeof import('docx');
type Written = InstanceType<Docx['Paragraph']> | InstanceType<Docx['Table']>;

/** A form as a Word file: titles by style, lists by numbering, a callout as a table of one cell. */
export async function writeDocxForm(blocks: readonly FormBlock[]): Promise<Uint8Array> {
  const docx = await loadWriter(() => import('docx'));
  let lists = 0;
  const write = (block: FormBlock): readonly Written[] => {
    const { Paragraph, TextRun } = docx;
    switch (block.kind) {
      case 'title':
        return [
          new Paragraph({ text: block.text, heading: block.level === 1 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2 }),
        ];
      case 'text':
        return [new Paragraph({ children: [new TextRun({ text: block.text, bold: block.bold ?? false })] })];
      case 'lines':
        return block.lines.map((line) => new Paragraph({ text: line }));
      case 'steps':
        if (block.first === 1) lists += 1;
        return block.items.flatMap(({ text, below = [] }) => [
          new Paragraph({ text, numbering: { reference: 'steps', level: 0, instance: lists } }),
          ...below.flatMap(write),
        ]);
      case 'bullets':
        return block.items.flatMap(({ text, below = [] }) => [new Paragraph({ text, bullet: { level: 0 } }), ...below.flatMap(write)]);
      case 'callout': {
        const title = block.title === undefined ? [] : write({ kind: 'text', text: block.title, bold: true });
        const children = [...title, ...block.inside.flatMap(write)];
        return [new docx.Table({ rows: [new docx.TableRow({ children: [new docx.TableCell({ children })] })] })];
      }
      case 'table':
        return [...(block.caption === undefined ? [] : write({ kind: 'text', text: block.caption })), tableOf(docx, block)];
      case 'terms':
      case 'front':
        return [];
      default:
        return assertNever(block);
    }
  };
  const children = blocks.flatMap(write);
  const level = { level: 0, format: docx.LevelFormat.DECIMAL, text: '%1.' };
  const file = new docx.Document({ numbering: { config: [{ reference: 'steps', levels: [level] }] }, sections: [{ children }] });
  return docx.Packer.toBuffer(file);
}

function tableOf(docx: Docx, table: Extract<FormBlock, { kind: 'table' }>): Written {
  const { header, rows } = table;
  const { Paragraph, TableCell, TableRow } = docx;
  const cell = ({ text, rows: rowSpan = 1 }: FormCell) => new TableCell({ rowSpan, children: [new Paragraph(text)] });
  return new docx.Table({
    rows: [
      ...(header.length === 0 ? [] : [new TableRow({ tableHeader: true, children: header.map((text) => cell({ text })) })]),
      ...rows.map((row) =>
        typeof row === 'string'
          ? new TableRow({ children: [new TableCell({ columnSpan: widthOf(table), children: [new Paragraph(row)] })] })
          : new TableRow({ children: row.map(cell) }),
      ),
    ],
  });
}
