import type { FuzzFormat } from './fuzz-file.ts';
import { makePdf, page, stream } from './make-pdf.ts';
import { madeSeeds } from './make-seeds.ts';
import { readZip, writeZip } from './zip.ts';

/** Where a run of characters can stand in a file. */
export interface RunPlace {
  readonly format: FuzzFormat;
  readonly name: string;
  readonly kind: string;
  readonly put: (run: string) => Buffer | string;
}

const text = (format: FuzzFormat, name: string, kind: string, put: (run: string) => string): RunPlace => ({ format, name, kind, put });

/** Every place of every format whose scanners differ. */
export const RUN_PLACES: readonly RunPlace[] = [
  text('text', 'a.txt', 'first line', (run) => `${run}\nP-101 leaks.\n`),
  text('text', 'a.txt', 'line', (run) => `Pump P-101\n\nThe bearing of P-101 ${run} 5 bar.\n`),
  text('text', 'a.txt', 'value of a field', (run) => `Revision: ${run}\n\nP-101 leaks.\n`),
  text('text', 'a.txt', 'key of a field', (run) => `${run}: 5 bar\n\nP-101 leaks.\n`),
  text('markdown', 'a.md', 'paragraph', (run) => `# a\n\n${run}\n`),
  text('markdown', 'a.md', 'amid a sentence', (run) => `# a\n\nThe leakage of P-101 is caused by ${run} at 5 bar.\n`),
  text('markdown', 'a.md', 'heading', (run) => `# ${run}\n\nP-101 leaks.\n`),
  text('markdown', 'a.md', 'cell', (run) => `# a\n\n| Symptom | Cause |\n|---|---|\n| leakage | ${run} |\n`),
  text('markdown', 'a.md', 'header of a table', (run) => `# a\n\n| Symptom | ${run} |\n|---|---|\n| leakage | wear |\n`),
  text('markdown', 'a.md', 'item', (run) => `# a\n\n1. ${run}\n2. Torque to 45 N·m\n`),
  text('markdown', 'a.md', 'front matter', (run) => `---\ntitle: ${run}\n---\n\n# a\n\nP-101 leaks.\n`),
  text('markdown', 'a.md', 'quotation', (run) => `# a\n\n> [!WARNING]\n> ${run}\n`),
  text('markdown', 'a.md', 'block of HTML', (run) => `# a\n\n<div class="note">${run}</div>\n`),
  text('rst', 'a.rst', 'paragraph', (run) => `.. note:: x\n\n${run}\n`),
  text('rst', 'a.rst', 'amid words', (run) => `.. note:: x\n\nThe leakage of P-101 is caused by ${run} at 5 bar.\n`),
  text('rst', 'a.rst', 'heading', (run) => `.. note:: x\n\n${run}\n====\n\nP-101 leaks.\n`),
  text('rst', 'a.rst', 'directive', (run) => `.. note:: ${run}\n\n   x\n`),
  text('rst', 'a.rst', 'field', (run) => `.. note:: x\n\n:Revision: ${run}\n:${run}: C\n`),
  text('rst', 'a.rst', 'item', (run) => `.. note:: x\n\n#. ${run}\n#. Torque to 45 N·m\n`),
  text('rst', 'a.rst', 'cell', (run) => `.. note:: x\n\n===  ===\nA    B\n===  ===\n1    ${run}\n===  ===\n`),
  text('html', 'a.html', 'paragraph', (run) => `<html><body><p>${run}</p></body></html>`),
  text('html', 'a.html', 'text as text', (run) => `<html><body><p>${escaped(run)}</p><p>P-101</p></body></html>`),
  text('html', 'a.html', 'heading', (run) => `<html><body><h1>${escaped(run)}</h1><p>P-101</p></body></html>`),
  text('html', 'a.html', 'title', (run) => `<html><head><title>${escaped(run)}</title></head><body><p>P-101</p></body></html>`),
  text('html', 'a.html', 'attribute', (run) => `<html><body><p class="${escaped(run)}">P-101</p></body></html>`),
  text('html', 'a.html', 'cell', (run) => `<html><table><tr><th>Symptom<th>Cause<tr><td>leakage<td>${escaped(run)}</table></html>`),
  text('html', 'a.html', 'block of code', (run) => `<html><pre>${escaped(run)}</pre></html>`),
  text('html', 'a.html', 'before the page', (run) => `${run}<html><p>P-101</p></html>`),
  text('csv', 'a.csv', 'cell', (run) => `Date,Asset,Description\n2024-01-01,P-101,${run}\n2024-01-02,P-102,Seal leaks\n`),
  text('csv', 'a.csv', 'quoted cell', (run) => `Date,Asset,Description\n2024-01-01,P-101,"${run.replaceAll('"', '""')}"\n`),
  text('csv', 'a.csv', 'cell of a code', (run) => `Date,Asset,Description\n2024-01-01,${run},Seal leaks\n`),
  text('csv', 'a.csv', 'cell of a date', (run) => `Date,Asset,Description\n${run},P-101,Seal leaks\n`),
  text('csv', 'a.csv', 'header', (run) => `Date,${run},Description\n2024-01-01,P-101,Seal leaks\n`),
  text('csv', 'a.tsv', 'cell', (run) => `Date\tAsset\tHours\n2024-01-01\tP-101\t${run}\n2024-01-02\tP-102\t5\n`),
  { format: 'pdf', name: 'a.pdf', kind: 'line', put: (run) => pdfLine(run, 150) },
  { format: 'pdf', name: 'a.pdf', kind: 'line at the head', put: (run) => pdfLine(run, 290) },
  { format: 'xlsx', name: 'a.xlsx', kind: 'cell', put: (run) => sheet(`<c r="A2" t="inlineStr"><is><t>${escaped(run)}</t></is></c>`) },
  { format: 'xlsx', name: 'a.xlsx', kind: 'number', put: (run) => sheet(`<c r="A2"><v>${escaped(run)}</v></c>`) },
  { format: 'xlsx', name: 'a.xlsx', kind: 'formula', put: (run) => sheet(`<c r="A2"><f>${escaped(run)}</f><v>1</v></c>`) },
  { format: 'xlsx', name: 'a.xlsx', kind: 'reference', put: (run) => sheet(`<c r="${escaped(run)}"><v>1</v></c>`) },
  { format: 'xlsx', name: 'a.xlsx', kind: 'shared text', put: (run) => withText('xlsx', 'xl/sharedStrings.xml', 'Seal leaks', run) },
  { format: 'xlsx', name: 'a.xlsx', kind: 'header', put: (run) => withText('xlsx', 'xl/sharedStrings.xml', 'Description', run) },
  { format: 'xlsx', name: 'a.xlsx', kind: 'name of a sheet', put: (run) => withText('xlsx', 'xl/workbook.xml', '报警', run) },
  {
    format: 'xlsx',
    name: 'a.xlsx',
    kind: 'code of a format',
    put: (run) =>
      withPart('xlsx', 'xl/styles.xml', (xml) =>
        xml.replace(
          /<cellXfs.*<\/cellXfs>/,
          () =>
            `<numFmts count="1"><numFmt numFmtId="164" formatCode="${escaped(run)}"/></numFmts><cellXfs count="1"><xf numFmtId="164"/></cellXfs>`,
        ),
      ),
  },
  {
    format: 'docx',
    name: 'a.docx',
    kind: 'paragraph',
    put: (run) => withText('docx', 'word/document.xml', 'WARNING: Lock out P-101.', run),
  },
  { format: 'docx', name: 'a.docx', kind: 'item', put: (run) => withText('docx', 'word/document.xml', 'Torque to 45 N·m.', run) },
  { format: 'docx', name: 'a.docx', kind: 'heading', put: (run) => withText('docx', 'word/document.xml', '密封更换', run) },
  { format: 'docx', name: 'a.docx', kind: 'cell', put: (run) => withText('docx', 'word/document.xml', 'Overload', run) },
  { format: 'docx', name: 'a.docx', kind: 'name of a style', put: (run) => withText('docx', 'word/document.xml', 'Heading1', run) },
  { format: 'docx', name: 'a.docx', kind: 'running text', put: (run) => withText('docx', 'word/header1.xml', 'WI-PM-0042 Rev. C', run) },
  { format: 'docx', name: 'a.docx', kind: 'marker of a list', put: (run) => withText('docx', 'word/numbering.xml', '%1.', run) },
];

function escaped(run: string): string {
  return run.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A line on a page as wide as it needs; signs that its font does not have are none. */
function pdfLine(run: string, height: number): Buffer {
  const shown = run.replace(/[^\u0020-\u00ff]/g, ' ').replace(/[\\()]/g, '\\$&');
  const content = `BT /F1 9 Tf 40 ${height} Td (Pump P-101 ${shown} leaks.) Tj ET BT /F1 9 Tf 40 100 Td (Torque to 45 Nm.) Tj ET`;
  return Buffer.from(makePdf({ 3: page(`/MediaBox [0 0 ${10 * run.length + 400} 300]`), 4: stream(content) }), 'latin1');
}

function sheet(cell: string): Buffer {
  const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>Description</t></is></c></row><row r="2">${cell}</row>`;
  return withPart('xlsx', 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace(/<sheetData>.*<\/mergeCells>/, () => `<sheetData>${rows}</sheetData>`),
  );
}

function withText(format: 'docx' | 'xlsx', name: string, printed: string, run: string): Buffer {
  return withPart(format, name, (xml) => xml.replace(printed, () => escaped(run)));
}

/** The seed of the format with one part changed. @throws Error when that changes nothing, for then the place is not in the seed. */
function withPart(format: 'docx' | 'xlsx', name: string, change: (xml: string) => string): Buffer {
  const seed = madeSeeds().find((one) => one.format === format);
  const parts = seed === undefined ? [] : readZip(seed.bytes);
  const part = parts.find((one) => one.name === name);
  const xml = part?.content.toString() ?? '';
  const changed = change(xml);
  if (part === undefined || changed === xml) throw new Error(`${name} has no such place`);
  return writeZip(parts.map((one) => (one === part ? { name, content: Buffer.from(changed) } : one)));
}
