import type { Bilingual, PlantLanguage } from '../bilingual.ts';
import { both } from '../bilingual.ts';
import { fixedZip } from '../fixed-zip.ts';
import { loadWriter } from '../load-writer.ts';
import type { PlantDocument } from '../plant.ts';
import { ISOLATION_HEADER, type LockoutSource, pointCells } from './isolation-points.ts';

const WORDS = {
  purpose: both('Purpose', '目的'),
  rules: both('Rules', '基本规则'),
  points: both('Isolation points', '隔离点'),
  isolate: both('Isolating', '隔离步骤'),
  restore: both('Return to service', '恢复运行'),
  warning: both('WARNING: ', '警告：'),
  revision: both('Rev.', '版本'),
};

/** The lockout/tagout procedure as a Word file: running header, headings, tables of points, numbered steps. Same input, same bytes. */
export async function writeDocx(source: LockoutSource, document: PlantDocument, language: PlantLanguage): Promise<Buffer> {
  const docx = await loadWriter(() => import('docx'));
  const { Paragraph, TextRun, HeadingLevel, Table, TableRow, TableCell, WidthType } = docx;
  const say = (text: Bilingual): string => text[language];
  const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)], spacing: { after: 120 } });
  const heading = (text: Bilingual) =>
    new Paragraph({ text: say(text), heading: HeadingLevel.HEADING_1, spacing: { before: 240, after: 120 } });
  const numbered = (reference: string) => (text: Bilingual) => new Paragraph({ text: say(text), numbering: { reference, level: 0 } });
  const row = (cells: readonly string[], header: boolean) =>
    new TableRow({
      ...(header ? { tableHeader: true } : {}),
      children: cells.map((text) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: header })] })] })),
    });
  const plans = source.plans.flatMap((plan) => [
    new Paragraph({ text: say(plan.title), heading: HeadingLevel.HEADING_2, spacing: { before: 200, after: 80 } }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [row(ISOLATION_HEADER.map(say), true), ...plan.points.map((point) => row(pointCells(point).map(say), false))],
    }),
  ]);
  const running = `${document.number}    ${say(WORDS.revision)} ${document.revision}    ${document.date}`;
  const level = { level: 0, format: docx.LevelFormat.DECIMAL, text: '%1.', style: { paragraph: { indent: { left: 480, hanging: 360 } } } };
  const file = new docx.Document({
    title: document.title,
    creator: 'Engineering, document control',
    numbering: { config: ['isolate', 'restore', 'rules'].map((reference) => ({ reference, levels: [level] })) },
    sections: [
      {
        headers: { default: new docx.Header({ children: [paragraph(running)] }) },
        children: [
          new Paragraph({ text: document.title, heading: HeadingLevel.TITLE, spacing: { after: 240 } }),
          heading(WORDS.purpose),
          paragraph(say(source.purpose)),
          heading(WORDS.rules),
          ...source.rules.map(numbered('rules')),
          heading(WORDS.points),
          ...plans,
          heading(WORDS.isolate),
          new Paragraph({
            children: [new TextRun({ text: say(WORDS.warning), bold: true }), new TextRun(say(source.warning))],
            spacing: { after: 120 },
          }),
          ...source.steps.map(numbered('isolate')),
          heading(WORDS.restore),
          ...source.restore.map(numbered('restore')),
        ],
      },
    ],
  });
  return fixedZip(await docx.Packer.toBuffer(file));
}
