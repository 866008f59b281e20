import type { Bomb } from './bomb.ts';
import { presentationParts, shapeXml, slideXml } from './make-office-seeds.ts';
import { picturedBook, picturedSlides } from './make-pictured-seeds.ts';
import { madeSeeds } from './make-seeds.ts';
import { PNG_MARK, pngChunk, pngHead } from './png-chunk.ts';
import { writeCompound } from './write-compound.ts';
import { writeDoc } from './write-doc.ts';
import { bookRecords, record, writeXls } from './write-xls.ts';
import { readZip, writeZip, type ZipPart } from './zip.ts';

const MILLION = 1_000_000;
const LAUGHS = `<!DOCTYPE p [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]>`;
const GIGANTIC = Buffer.concat([PNG_MARK, pngHead(100_000, 100_000), pngChunk('IDAT', Buffer.alloc(9)), pngChunk('IEND', Buffer.alloc(0))]);
const SLIDE = 'ppt/slides/slide1.xml';
const RELATIONS = 'ppt/_rels/presentation.xml.rels';

/** Presentations, and files of the old binary form, that ask for more than their size says. */
export const OFFICE_BOMBS: readonly Bomb[] = [
  { format: 'pptx', name: 'a.pptx', kind: 'zip bomb', make: () => withPart('ppt/media/a.png', Buffer.alloc(80 * MILLION)) },
  {
    format: 'pptx',
    name: 'b.pptx',
    kind: 'entities that multiply in a slide',
    make: () => withPart(SLIDE, LAUGHS + slideXml('sld', shapeXml('&a30;', [0, 0, 9, 9]))),
  },
  {
    format: 'pptx',
    name: 'c.pptx',
    kind: 'a million shapes',
    make: () =>
      withPart(
        SLIDE,
        slideXml(
          'sld',
          many((id) => `<p:sp id="${id}"/>`),
        ),
      ),
  },
  {
    format: 'pptx',
    name: 'd.pptx',
    kind: 'shapes that no stripe parts',
    make: () =>
      withPart(
        SLIDE,
        slideXml('sld', Array.from({ length: 12_000 }, (_, at) => shapeXml(`P-${at}`, [at, 12_000 - at, at, 12_000])).join('')),
      ),
  },
  {
    format: 'pptx',
    name: 'e.pptx',
    kind: 'groups nested deep',
    make: () => withPart(SLIDE, slideXml('sld', '<p:grpSp>'.repeat(5_000) + '</p:grpSp>'.repeat(5_000))),
  },
  {
    format: 'pptx',
    name: 'f.pptx',
    kind: 'relations in a ring',
    make: () =>
      writeZip([
        ...presentationParts().filter(({ name }) => !name.endsWith('.rels') || name === RELATIONS),
        ...['slides/_rels/slide1.xml', 'slideLayouts/_rels/l.xml', 'slideMasters/_rels/m.xml', 'notesSlides/_rels/n.xml'].map((name) => ({
          name: `ppt/${name}.rels`,
          content: Buffer.from(
            `<Relationships>${['slideLayout', 'slideMaster', 'notesSlide', 'slide', 'diagramData', 'comments'].map((kind, at) => `<Relationship Id="r${at}" Type="x/${kind}" Target="../${name.split('/')[0]}/${name.split('/')[2]}"/>`).join('')}</Relationships>`,
          ),
        })),
      ]),
  },
  {
    format: 'pptx',
    name: 'g.pptx',
    kind: 'a slide that is named a million times',
    make: () =>
      withPart(
        'ppt/presentation.xml',
        `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>${many((id) => `<p:sldId r:id="r0" id="${id}"/>`)}</p:sldIdLst></p:presentation>`,
      ),
  },
  {
    format: 'pptx',
    name: 'h.pptx',
    kind: 'numbers past all measure',
    make: () =>
      withPart(
        SLIDE,
        slideXml(
          'sld',
          `${shapeXml('P-101 leaks', [9e99, -9e99, 9e99, 9e99])}<p:graphicFrame><a:graphic><a:graphicData><a:tbl>${`<a:tr>${'<a:tc gridSpan="999999999" rowSpan="999999999"><a:txBody><a:p><a:r><a:t>x</a:t></a:r></a:p></a:txBody></a:tc>'.repeat(50)}</a:tr>`.repeat(200)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`,
        ).replace('type="arabicPeriod"', 'type="romanLcPeriod" startAt="999999999999"'),
      ),
  },
  {
    format: 'pptx',
    name: 'i.pptx',
    kind: 'a picture of gigantic dimensions',
    make: () => writeZip(picturedSlides(GIGANTIC)),
  },
  {
    format: 'pptx',
    name: 'j.pptx',
    kind: 'a large picture shown thousands of times',
    make: () => writeZip(picturedSlides(noise(), 20_000)),
  },
  {
    format: 'xlsx',
    name: 'i.xlsx',
    kind: 'a picture of gigantic dimensions',
    make: () => writeZip(picturedBook(bookParts(), GIGANTIC)),
  },
  {
    format: 'xlsx',
    name: 'j.xlsx',
    kind: 'a large picture over thousands of cells',
    make: () => writeZip(picturedBook(bookParts(), noise(), 20_000)),
  },
  {
    format: 'doc',
    name: 'a.doc',
    kind: 'cut off in its text',
    make: () => cut(writeDoc({ body: 'P-101 leaks 5 bar\r'.repeat(1_000) }), 0.5),
  },
  {
    format: 'doc',
    name: 'b.doc',
    kind: 'fields nested without end',
    make: () => writeDoc({ body: `${'\u0013x\u0014y'.repeat(300_000)}${'\u0015'.repeat(300_000)}\r` }),
  },
  {
    format: 'doc',
    name: 'c.doc',
    kind: 'pieces past all measure',
    make: () => {
      const table = Buffer.alloc(64, 0xff);
      table[0] = 2;
      return writeCompound({ WordDocument: wordMain(), '1Table': table });
    },
  },
  { format: 'doc', name: 'd.doc', kind: 'sectors in a ring', make: () => ringed(writeDoc({ body: 'P-101 leaks\r'.repeat(500) })) },
  { format: 'xls', name: 'a.xls', kind: 'cut off in its records', make: () => writeCompound({ Workbook: cut(bookRecords([]), 0.6) }) },
  { format: 'xls', name: 'b.xls', kind: 'sectors in a ring', make: () => ringed(writeXls([['Date', 'Asset', 'Description']])) },
  {
    format: 'xls',
    name: 'c.xls',
    kind: 'cells in the last place',
    make: () => writeCompound({ Workbook: bookRecords([record(0x0203, Buffer.alloc(14, 0xff)), record(0x0200, Buffer.alloc(14, 0xff))]) }),
  },
  {
    format: 'xls',
    name: 'd.xls',
    kind: 'merges over the sheet',
    make: () => {
      const merges = Buffer.alloc(2 + 8 * 1_000, 0xff);
      merges.writeUInt16LE(1_000);
      return writeCompound({ Workbook: bookRecords(Array.from({ length: 6 }, () => record(0xe5, merges))) });
    },
  },
  {
    format: 'xls',
    name: 'e.xls',
    kind: 'records of noise',
    make: () =>
      writeCompound({ Workbook: bookRecords(Array.from({ length: 255 }, (_, kind) => record(kind + 0x0b, Buffer.alloc(200, kind)))) }),
  },
];

function bookParts(): readonly ZipPart[] {
  return readZip(madeSeeds().find(({ format }) => format === 'xlsx')?.bytes ?? writeZip([]));
}

/** Ten million bytes that hardly pack and are no picture. */
function noise(): Buffer {
  const bytes = Buffer.alloc(10 * MILLION);
  for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE(Math.imul(at + 1, 2_654_435_761) >>> 0, at);
  return bytes;
}

function withPart(name: string, content: Buffer | string): Buffer {
  return writeZip([...presentationParts().filter((part) => part.name !== name), { name, content: Buffer.from(content) }]);
}

/** A million of a piece, each with a number that tells it from the others, so that they pack as honest ones do. */
function many(piece: (id: number) => string): string {
  return Array.from({ length: MILLION }, (_, at) => piece(Math.imul(at, 2_654_435_761) >>> 0)).join('');
}

function cut(bytes: Buffer, share: number): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length * share));
}

/** Each sector is said to be followed by the first. */
function ringed(bytes: Buffer): Buffer {
  const spoilt = Buffer.from(bytes);
  for (let at = 512; at < 1_024; at += 4) spoilt.writeUInt32LE(1, at);
  return spoilt;
}

/** The main stream of a Word document whose text stands in pieces at the start of its table. */
function wordMain(): Buffer {
  const main = Buffer.alloc(4_096);
  for (const [at, value] of [
    [0, 0xa5ec],
    [2, 193],
    [10, 0x0200],
  ] as const)
    main.writeUInt16LE(value, at);
  main.writeUInt32LE(64, 0x01a6);
  return main;
}
