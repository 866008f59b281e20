import { deflateSync } from 'node:zlib';
import { type Bomb, bombBytes } from './bomb.ts';
import { DRAWING_BOMBS } from './drawing-bombs.ts';
import { DXF_BOMBS } from './dxf-bombs.ts';
import type { FuzzFile, FuzzFormat } from './fuzz-file.ts';
import { madeSeeds } from './make-seeds.ts';
import { OFFICE_BOMBS } from './office-bombs.ts';
import { PDF_BOMBS } from './pdf-bombs.ts';
import { SHEET_BOMBS } from './sheet-bombs.ts';
import { readZip, writeZip, type ZipPart } from './zip.ts';

const MILLION = 1_000_000;

/** Made one at a time. */
const BOMBS: readonly Bomb[] = [
  { format: 'docx', name: 'a.docx', kind: 'zip bomb', make: () => withPart('docx', 'word/media/a.png', Buffer.alloc(80 * MILLION)) },
  {
    format: 'docx',
    name: 'b.docx',
    kind: 'zip bomb just below the ratio',
    make: () => withPart('docx', 'word/media/a.png', slowlyPacked(30 * MILLION)),
  },
  { format: 'docx', name: 'c.docx', kind: 'many entries', make: () => manyParts('docx') },
  {
    format: 'docx',
    name: 'd.docx',
    kind: 'deep tables',
    make: () => wordBody('<w:tbl><w:tr><w:tc>'.repeat(3_000) + '</w:tc></w:tr></w:tbl>'.repeat(3_000)),
  },
  {
    format: 'docx',
    name: 'e.docx',
    kind: 'paragraphs without end',
    make: () => wordBody('<w:p><w:r><w:t>P-101 leaks 5 bar</w:t></w:r></w:p>'.repeat(60_000)),
  },
  { format: 'xlsx', name: 'a.xlsx', kind: 'zip bomb', make: () => withPart('xlsx', 'xl/media/a.bin', Buffer.alloc(80 * MILLION)) },
  {
    format: 'xlsx',
    name: 'b.xlsx',
    kind: 'cell in the last place',
    make: () => sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="1"><c r="ZZZZZZZ1"><v>2</v></c></row>'),
  },
  {
    format: 'xlsx',
    name: 'c.xlsx',
    kind: 'merge over the sheet',
    make: () =>
      withPart(
        'xlsx',
        'xl/worksheets/sheet1.xml',
        Buffer.from(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
      ),
  },
  { format: 'xlsx', name: 'd.xlsx', kind: 'wide row', make: () => sheet(`<row r="1">${'<c><v>1</v></c>'.repeat(200_000)}</row>`) },
  {
    format: 'pdf',
    name: 'a.pdf',
    kind: 'deflate bomb',
    make: () => pdfStream(deflateSync(Buffer.alloc(200 * MILLION, 0x20)), '/Filter /FlateDecode'),
  },
  {
    format: 'pdf',
    name: 'b.pdf',
    kind: 'deflate bomb, twice packed',
    make: () => pdfStream(deflateSync(deflateSync(Buffer.alloc(300 * MILLION, 0x20))), '/Filter [/FlateDecode /FlateDecode]'),
  },
  {
    format: 'pdf',
    name: 'c.pdf',
    kind: 'glyphs without end',
    make: () => pdfStream(deflateSync(Buffer.from(`BT /F1 9 Tf ${'(P-101 leaks) Tj '.repeat(300_000)} ET`)), '/Filter /FlateDecode'),
  },
  {
    format: 'pdf',
    name: 'd.pdf',
    kind: 'image of huge size',
    make: () => pdfStream(Buffer.from('q 400 0 0 300 0 0 cm BI /W 60000 /H 60000 /BPC 8 /CS /RGB ID xxxx EI Q'), ''),
  },
  {
    format: 'pdf',
    name: 'e.pdf',
    kind: 'count of pages that is not there',
    make: () => pdfText().replace('/Count 2', '/Count 2000000000'),
  },
  {
    format: 'pdf',
    name: 'f.pdf',
    kind: 'lines without end',
    make: () => pdfStream(deflateSync(Buffer.from('0 0 m 9 9 l S 5 5 90 1 re f '.repeat(300_000))), '/Filter /FlateDecode'),
  },
  ...PDF_BOMBS,
  ...DXF_BOMBS,
  ...DRAWING_BOMBS,
  ...OFFICE_BOMBS,
  { format: 'csv', name: 'a.csv', kind: 'million columns', make: () => `${'a,'.repeat(MILLION)}a\n${'1,'.repeat(MILLION)}1\n` },
  {
    format: 'csv',
    name: 'b.csv',
    kind: 'line of ten million digits',
    make: () => `Date,Text\n2024-01-01,${'1234567890'.repeat(MILLION)}\n`,
  },
  { format: 'csv', name: 'c.csv', kind: 'open quote', make: () => `a,b,c\n"${'x,y,z\n'.repeat(300_000)}` },
  { format: 'csv', name: 'd.csv', kind: 'quotes without end', make: () => `a,b,c\n${'"a,'.repeat(80_000)}\n1,2,3\n` },
  { format: 'text', name: 'a.txt', kind: 'line of ten million digits', make: () => '7 '.repeat(5 * MILLION) },
  { format: 'text', name: 'b.txt', kind: 'no space in ten million signs', make: () => 'P-101/'.repeat(1_600_000) },
  { format: 'text', name: 'c.txt', kind: 'blanks before every line end', make: () => `${`${' '.repeat(2_000)}\n`.repeat(1_000)}x` },
  { format: 'text', name: 'd.txt', kind: 'numbers of one paragraph', make: () => '1.2.3-4/5~6±7×10^8 bar 至 '.repeat(100_000) },
  { format: 'text', name: 'e.txt', kind: 'tabs of five million', make: () => `${'\t'.repeat(5 * MILLION)}x` },
  { format: 'markdown', name: 'a.md', kind: 'quotations nested deep', make: () => `${'> '.repeat(20_000)}x\n` },
  { format: 'markdown', name: 'b.md', kind: 'lists nested deep', make: () => nestedLines(1_500, '- x') },
  { format: 'markdown', name: 'c.md', kind: 'open brackets', make: () => `# a\n\n${'['.repeat(50_000)}\n` },
  { format: 'markdown', name: 'd.md', kind: 'open emphasis', make: () => `# a\n\n${'*a _b **c '.repeat(20_000)}\n` },
  {
    format: 'markdown',
    name: 'e.md',
    kind: 'wide spans',
    make: () => `# a\n\n<table>${`<tr>${'<td colspan=1000000000 rowspan=1000000000>x'.repeat(50)}`.repeat(300)}</table>\n`,
  },
  { format: 'markdown', name: 'f.md', kind: 'open template tags', make: () => `# a\n\n${'{% include a '.repeat(200_000)}\n` },
  {
    format: 'markdown',
    name: 'g.md',
    kind: 'wide table',
    make: () => `|${'a|'.repeat(3_000)}\n|${'-|'.repeat(3_000)}\n${`|${'1|'.repeat(3_000)}\n`.repeat(100)}`,
  },
  { format: 'html', name: 'a.html', kind: 'elements nested deep', make: () => `<html><body>${'<div>'.repeat(300_000)}x` },
  {
    format: 'html',
    name: 'b.html',
    kind: 'wide spans',
    make: () => `<html><table>${`<tr>${'<td colspan=1000000000 rowspan=1000000000>x'.repeat(100)}`.repeat(1_000)}</table>`,
  },
  { format: 'html', name: 'c.html', kind: 'lists nested deep', make: () => `<html>${'<ul><li>a'.repeat(100_000)}` },
  {
    format: 'html',
    name: 'd.html',
    kind: 'misnested formatting',
    make: () => `<html>${'<a><b><i><table>'.repeat(3_000)}${'</i></a><p>'.repeat(3_000)}`,
  },
  {
    format: 'html',
    name: 'e.html',
    kind: 'attributes without end',
    make: () => `<html><p ${Array.from({ length: 60_000 }, (_, n) => `a${n}=1`).join(' ')}>x</p>`,
  },
  { format: 'html', name: 'f.html', kind: 'comments before the page', make: () => `${'<!---->'.repeat(400_000)}<html><p>x</p>` },
  {
    format: 'html',
    name: 'g.html',
    kind: 'script of ten million signs',
    make: () => `<html><script>${'x=1;'.repeat(2_500_000)}</script><p>text</p>`,
  },
  { format: 'html', name: 'h.html', kind: 'text misplaced in a table', make: () => `<html><table>${'x<tr>'.repeat(100_000)}</table>` },
  {
    format: 'html',
    name: 'i.html',
    kind: 'entities',
    make: () => `<!DOCTYPE html [<!ENTITY a "ha">]><html><p>${'&a;&amp;&notit;&#1114112;'.repeat(50_000)}</p>`,
  },
  { format: 'rst', name: 'a.rst', kind: 'lists nested deep', make: () => nestedLines(1_500, '- x', '\n\n') },
  { format: 'rst', name: 'b.rst', kind: 'substitutions', make: () => `.. |a| replace:: ${'ha '.repeat(60)}\n\n${'|a| '.repeat(50_000)}\n` },
  { format: 'rst', name: 'c.rst', kind: 'open inline marks', make: () => `.. note:: x\n\n${'`a ``b **c *d |e '.repeat(30_000)}\n` },
  {
    format: 'rst',
    name: 'd.rst',
    kind: 'drawn table without end',
    make: () => `${'+-'.repeat(1_000)}+\n${`${'| '.repeat(1_000)}|\n${'+-'.repeat(1_000)}+\n`.repeat(700)}`,
  },
  { format: 'rst', name: 'e.rst', kind: 'directives nested deep', make: () => nestedLines(1_500, '.. note::', '\n\n') },
  { format: 'rst', name: 'f.rst', kind: 'table without an end', make: () => `.. note:: x\n\n${'== ==\nx\n'.repeat(100_000)}` },
  {
    format: 'svg',
    name: 'a.svg',
    kind: 'billion laughs',
    make: () =>
      `<!DOCTYPE svg [${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')}]><svg>&a30;</svg>`,
  },
  {
    format: 'svg',
    name: 'b.svg',
    kind: 'uses that multiply',
    make: () =>
      `<svg><defs>${Array.from({ length: 20 }, (_, n) => `<g id="g${n}">${`<use href="#g${n + 1}"/>`.repeat(10)}</g>`).join('')}<g id="g20"><text>P-1</text></g></defs><use href="#g0"/></svg>`,
  },
  {
    format: 'svg',
    name: 'c.svg',
    kind: 'a path without end',
    make: () =>
      `<svg><path d="M0 0 ${'c1 2 3 4 5 6 '.repeat(500_000)}"/><text transform="${'scale(9e99) '.repeat(20_000)}">P-1</text></svg>`,
  },
  {
    format: 'dexpi',
    name: 'a.xml',
    kind: 'a hub of pipes',
    make: () =>
      `<PlantModel>${Array.from({ length: 3_000 }, (_, n) => `<Equipment ID="E${n}" TagName="P-${n}"/><PipingNetworkSegment ID="G${n}"><Connection FromID="E${n}" ToID="T"/></PipingNetworkSegment><PipingNetworkSegment ID="H${n}"><Connection FromID="T" ToID="E${n}"/></PipingNetworkSegment>`).join('')}<PipingComponent ID="T"/></PlantModel>`,
  },
  { format: 'other', name: 'a.zip', kind: 'zip in a zip', make: () => zipInZip(10) },
  { format: 'other', name: 'zeros.bin', kind: 'zeros', make: () => Buffer.alloc(20 * MILLION) },
];

/** Those of these kinds, each made when it is asked for. Among drawings, a PDF counts where its page is a sheet. */
export function bombsOf(formats: readonly FuzzFormat[]): readonly (() => FuzzFile)[] {
  const chosen = BOMBS.filter((bomb) => formats.includes(bomb.format) || (formats.includes('sheet') && SHEET_BOMBS.includes(bomb)));
  return chosen.map((bomb) => () => ({
    format: bomb.format,
    name: bomb.name,
    bytes: bombBytes(bomb),
    mutations: [`bomb: ${bomb.kind}`],
  }));
}

function partsOf(format: 'docx' | 'xlsx'): readonly ZipPart[] {
  const seed = madeSeeds().find((one) => one.format === format);
  return seed === undefined ? [] : readZip(seed.bytes);
}

function withPart(format: 'docx' | 'xlsx', name: string, content: Buffer): Buffer {
  return writeZip([...partsOf(format).filter((part) => part.name !== name), { name, content }]);
}

function manyParts(format: 'docx' | 'xlsx'): Buffer {
  const many = Array.from({ length: 25_000 }, (_, index) => ({ name: `word/media/${index}.png`, content: Buffer.alloc(0) }));
  return writeZip([...partsOf(format), ...many]);
}

/** Bytes that pack to about a hundredth: varied just enough. */
function slowlyPacked(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0, value = 1; at < length; at += 700) {
    value = (Math.imul(value, 1_103_515_245) + 12_345) >>> 0;
    bytes.writeUInt32LE(value, Math.min(at, length - 4));
  }
  return bytes;
}

function wordBody(content: string): Buffer {
  const part = partsOf('docx').find(({ name }) => name === 'word/document.xml');
  const xml = (part?.content.toString() ?? '').replace(
    /(<w:body>).*(<\/w:body>)/s,
    (_, open: string, close: string) => open + content + close,
  );
  return withPart('docx', 'word/document.xml', Buffer.from(xml));
}

function sheet(rows: string): Buffer {
  return withPart('xlsx', 'xl/worksheets/sheet1.xml', Buffer.from(sheetXml(rows, '')));
}

function sheetXml(rows: string, behind: string): string {
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${behind}</worksheet>`;
}

function pdfText(): string {
  return (
    madeSeeds()
      .find((seed) => seed.format === 'pdf')
      ?.bytes.toString('latin1') ?? ''
  );
}

function pdfStream(content: Buffer, filter: string): Buffer {
  const [before = '', after = ''] = pdfText().split(/<< \/Length \d+ >>\nstream\n[\s\S]*?endstream/);
  const head = Buffer.from(`${before}<< /Length ${content.length} ${filter} >>\nstream\n`, 'latin1');
  return Buffer.concat([head, content, Buffer.from(`\nendstream${after}`, 'latin1')]);
}

function nestedLines(depth: number, line: string, end = '\n'): string {
  return Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}${line}`).join(end);
}

function zipInZip(depth: number): Buffer {
  let inner: Buffer = Buffer.alloc(MILLION);
  for (let level = 0; level < depth; level += 1)
    inner = writeZip([
      { name: `${level}.zip`, content: inner },
      { name: 'copy.zip', content: inner },
    ]);
  return inner;
}
