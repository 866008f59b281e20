import type { Nodes } from 'mdast';
import { loadWriter } from '../demo-plant/load-writer.ts';
import { cellsOf, isBold, markdownTree, wordsOf } from './markdown-tree.ts';

type Docx = typeof import('docx');
type Written = InstanceType<Docx['Paragraph']> | InstanceType<Docx['Table']>;

/** Levels of nesting that Word has. */
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
/** Twentieths of a point by which what stands below an item is set in. */
const INDENT = 720;

/** What a Markdown file prints as a Word file: titles by style, lists by numbering, what stands below an item set in. */
export async function markdownToDocx(markdown: string): Promise<Uint8Array> {
  const docx = await loadWriter(() => import('docx'));
  const levels = LEVELS.map((level) => ({ level, format: docx.LevelFormat.DECIMAL, text: `%${level + 1}.` }));
  let lists = 0;
  const children = markdownTree(markdown).flatMap((node) => write(node, 0));
  const file = new docx.Document({ numbering: { config: [{ reference: 'steps', levels }] }, sections: [{ children }] });
  return docx.Packer.toBuffer(file);

  function write(node: Nodes, depth: number): readonly Written[] {
    const { Paragraph, TextRun } = docx;
    const indent = depth === 0 ? {} : { indent: { left: depth * INDENT } };
    switch (node.type) {
      case 'heading':
        return [new Paragraph({ text: wordsOf(node), heading: docx.HeadingLevel[`HEADING_${node.depth}`] })];
      case 'paragraph': {
        const text = wordsOf(node);
        return text.trim() === '' ? [] : [new Paragraph({ ...indent, children: [new TextRun({ text, bold: isBold(node) })] })];
      }
      case 'list': {
        lists += 1;
        const instance = lists;
        const numbering =
          node.ordered === true ? { numbering: { reference: 'steps', level: depth, instance } } : { bullet: { level: depth } };
        return node.children.flatMap(({ children: [head, ...rest] }) => [
          ...(head === undefined ? [] : [new Paragraph({ text: wordsOf(head), ...numbering })]),
          ...rest.flatMap((child) => write(child, depth + 1)),
        ]);
      }
      case 'blockquote':
        return node.children.flatMap((child) => write(child, depth));
      case 'table': {
        const rows = node.children.map((row, index) => {
          const cells = cellsOf(row).map((text) => new docx.TableCell({ children: [new Paragraph(text)] }));
          return new docx.TableRow({ tableHeader: index === 0, children: cells });
        });
        return [new docx.Table({ rows })];
      }
      case 'code':
        return [new Paragraph({ ...indent, children: [new TextRun({ text: node.value, font: 'Courier New' })] })];
      default:
        return [];
    }
  }
}
