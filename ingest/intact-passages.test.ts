import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isIntact, type Passage } from '../kernel/index.ts';
import { docxParser } from './flow/docx/docx-parser.ts';
import { htmlParser } from './flow/html/html-parser.ts';
import { markdownParser } from './flow/markdown/markdown-parser.ts';
import { rstParser } from './flow/rst/rst-parser.ts';
import { textParser } from './flow/text/text-parser.ts';
import { pdfParser } from './pages/pdf/pdf-parser.ts';
import type { DocumentParser } from './parser/document-parser.ts';
import { csvParser } from './rows/csv/csv-parser.ts';
import { xlsxParser } from './rows/xlsx/xlsx-parser.ts';
import { readWhole } from './test-support/read-whole.ts';
import { temporaryFile } from './test-support/temporary-file.ts';

const DEMO = new URL('../datasets/demo-plant/files/', import.meta.url);
const FILES: readonly (readonly [string, DocumentParser])[] = [
  ['CWS-OM-4101-ZH.pdf', pdfParser],
  ['CWS-OM-4101-EN.pdf', pdfParser],
  ['CWS-LOTO-03-ZH.docx', docxParser],
  ['CWS-LOTO-03-EN.docx', docxParser],
  ['alarm-history-101.csv', csvParser],
  ['fmea-101.xlsx', xlsxParser],
];
const TEXTS: readonly (readonly [string, DocumentParser, string])[] = [
  ['手册.md', markdownParser, '# 泵手册\n\n拧紧力矩为 48 N·m。\n\n1. 断电\n2. 挂牌\n'],
  [
    'manual.html',
    htmlParser,
    '<h1>Pump</h1><p>The torque is 48 N·m.</p><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>',
  ],
  ['manual.rst', rstParser, 'Pump 泵\n=======\n\nThe torque is 48 N·m.\n\n#. 断电\n#. tag\n'],
  ['notes.txt', textParser, '泵 P-600\n\nThe torque is 48 N·m.\n'],
];

/** As they come back from where they are kept. */
const kept = (passages: readonly Passage[]) => JSON.parse(JSON.stringify(passages)) as readonly Passage[];

async function expectIntact(parser: DocumentParser, path: string): Promise<void> {
  const { passages } = await readWhole(parser, path);
  expect(passages.length).toBeGreaterThan(0);
  expect(kept(passages).filter((passage) => !isIntact(passage))).toEqual([]);
  for (const passage of kept(passages)) expect(isIntact({ ...passage, text: `${passage.text}9` })).toBe(false);
}

describe('each passage has the id that its text and place make', () => {
  it.each(FILES)('%s', async (name, parser) => {
    await expectIntact(parser, fileURLToPath(new URL(name, DEMO)));
  });

  it.each(TEXTS)('%s', async (name, parser, text) => {
    await expectIntact(parser, await temporaryFile(name, text));
  });
});
