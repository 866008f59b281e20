import { deflateSync } from 'node:zlib';
import type { Bomb } from './bomb.ts';
import { makePdf, type Objects, page, stream, WORDS } from './make-pdf.ts';
import { SHEET_BOMBS } from './sheet-bombs.ts';

/** PDFs of a few hundred bytes, most of them, that name themselves, fan out, or declare sizes that are not there. */
export const PDF_BOMBS: readonly Bomb[] = [
  bomb('page tree that names itself', { 2: '<< /Type /Pages /Kids [2 0 R] /Count 3 >>' }),
  bomb('page tree that names its parent behind a page', { 2: '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 3 >>' }),
  bomb(
    'page tree that fans out',
    fanOut((next) => `<< /Type /Pages /Kids [${`${next} 0 R `.repeat(10)}] /Count 4000 >>`, 3, 2),
  ),
  bomb('count of a billion pages', { 2: '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>' }),
  bomb('count of pages that are not there', { 2: '<< /Type /Pages /Kids [3 0 R] /Count 4000 >>' }),
  bomb('one page four thousand times', { 2: `<< /Type /Pages /Kids [${'3 0 R '.repeat(4_000)}] /Count 4000 >>` }),
  bomb('page tree nested deep', deepTree(20_000)),
  bomb('widths of enormous ranges', {
    5: '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] >>',
    6: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /W [0 1000000000 500 7 [1 2] 0 2000000000 600] /W2 [0 1000000000 1 2 3] >>',
    7: '<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 1 1] >>',
  }),
  bomb('characters of a font up to two billion', {
    5: '<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 0 /LastChar 2000000000 /Widths [500] /Encoding << /Differences [1000000000 /a 2000000000 /b] >> >>',
  }),
  bomb('map of characters over everything', {
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
    6: stream(
      `/CMapName /A def 1 begincodespacerange <00> <FFFFFFFF> endcodespacerange ${'1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange 1 begincidrange <00000000> <FFFFFFFF> 1 endcidrange '.repeat(3)}`,
    ),
  }),
  bomb('box of a page beyond all measure', { 3: page('/MediaBox [0 0 1e30 1e30]') }),
  bomb('box of a page that is no box', { 3: page('/MediaBox [NaN (a) /b null] /CropBox [1 1 1 1] /UserUnit -1e300 /Rotate 1e9') }),
  bomb('box of a page without area', { 3: page('/MediaBox [100 100 100 100]') }),
  bomb('form that draws itself', {
    3: page('', '/XObject << /X 6 0 R >>'),
    4: stream('/X Do'),
    6: form(`${WORDS} /X Do /X Do`, '/XObject << /X 6 0 R >>'),
  }),
  bomb('forms that draw each other', {
    3: page('', '/XObject << /X 6 0 R >>'),
    4: stream('/X Do'),
    6: form('/X Do /X Do', '/XObject << /X 7 0 R >>'),
    7: form(`/X Do ${WORDS} /X Do`, '/XObject << /X 6 0 R >>'),
  }),
  bomb('forms that fan out', {
    3: page('', '/XObject << /X 10 0 R >>'),
    4: stream('/X Do'),
    ...forms(10, 8, 10),
  }),
  bomb('forms that fan out without words', { 3: page('', '/XObject << /X 10 0 R >>'), 4: stream('/X Do'), ...forms(10, 12, 10, 'n') }),
  bomb('patterns that fan out', {
    3: page('', '/Pattern << /X 10 0 R >>'),
    4: stream('/Pattern cs /X scn 0 0 300 300 re f'),
    ...fanOut(
      (next) =>
        stream(
          '/Pattern cs /X scn 0 0 300 300 re f '.repeat(10),
          `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001 /YStep 0.0001 /Resources << /Pattern << /X ${next} 0 R >> >>`,
        ),
      9,
      10,
    ),
  }),
  bomb('glyphs that draw themselves', {
    5: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 76 /LastChar 76 /Widths [1] /Encoding << /Differences [76 /L] >> /CharProcs << /L 6 0 R >> /Resources << /Font << /F1 5 0 R >> >> >>',
    6: stream('1 0 d0 BT /F1 1 Tf (LLLLLLLLLL) Tj ET'),
  }),
  bomb('notes that fan out', {
    3: page(`/Annots [${'6 0 R '.repeat(2_000)}]`),
    6: '<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 10 0 R >> >>',
    ...forms(10, 6, 10),
  }),
  bomb('contents of one stream again and again', { 3: page('').replace('4 0 R', `[${'4 0 R '.repeat(20_000)}]`) }),
  bomb('state saved without end', () => ({ 4: packed('q '.repeat(2_000_000)) })),
  bomb('arrays nested deep', { 4: stream(`BT /F1 9 Tf ${'['.repeat(50_000)} TJ ET`), 6: `${'['.repeat(50_000)}${']'.repeat(50_000)}` }),
  bomb('arrays nested deep in the catalogue', { 1: `<< /Type /Catalog /Pages 2 0 R /Names ${'['.repeat(20_000)}${']'.repeat(20_000)} >>` }),
  bomb('dictionaries nested deep', { 3: page(`/A ${'<< /A '.repeat(20_000)}1${' >>'.repeat(20_000)}`) }),
  bomb('marked content nested deep', () => ({ 4: packed(`${'/A << /B 1 >> BDC '.repeat(200_000)}${WORDS}`) })),
  bomb('expressions of layers nested deep', {
    1: `<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << /Order ${'['.repeat(3_000)}6 0 R${']'.repeat(3_000)} >> >> >>`,
    3: page('', '/Properties << /A 7 0 R >>'),
    4: stream(`/OC /A BDC ${WORDS} EMC`),
    6: '<< /Type /OCG /Name (A) >>',
    7: `<< /Type /OCMD /VE ${'[/Not '.repeat(3_000)}6 0 R${']'.repeat(3_000)} >>`,
  }),
  bomb('outline that names itself', {
    1: '<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>',
    6: '<< /First 7 0 R /Last 7 0 R /Count 1000000000 >>',
    7: '<< /Title (A) /Parent 6 0 R /Next 7 0 R /First 7 0 R /Dest [3 0 R /Fit] >>',
  }),
  bomb('tree of names that names itself', {
    1: '<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R /Names << /Dests 8 0 R >> >>',
    6: '<< /First 7 0 R /Last 7 0 R /Count 1 >>',
    7: '<< /Title (A) /Parent 6 0 R /Dest (a) >>',
    8: '<< /Kids [8 0 R 8 0 R] /Limits [(a) (z)] >>',
  }),
  bomb('stream whose length is itself', { 4: '<< /Length 4 0 R >>\nstream\nBT ET\nendstream' }),
  bomb('stream of nested filters', {
    4: packed(WORDS).replace('/Filter /FlateDecode', `/Filter [${'/ASCIIHexDecode '.repeat(20_000)}/FlateDecode]`),
  }),
  bomb('stream of columns that are not there', {
    4: packed(WORDS).replace(
      '/Filter /FlateDecode',
      '/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2000000000 /Colors 32 /BitsPerComponent 32 >>',
    ),
  }),
  bomb('stream that inflates', () => ({ 4: packed(`${WORDS}${' '.repeat(100_000_000)}`) })),
  bomb('image of a billion points', {
    3: page('', '/XObject << /X 6 0 R >>'),
    4: stream(`${WORDS} ${'q 9 0 0 9 0 0 cm /X Do Q '.repeat(500)}`),
    6: stream('x', '/Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 8 /ColorSpace /DeviceRGB'),
  }),
  bomb('function of a billion samples', {
    3: page('', '/Shading << /X 6 0 R >>'),
    4: stream('/X sh'),
    6: '<< /ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1 0 1] /Function 7 0 R >>',
    7: stream('x', '/FunctionType 0 /Domain [0 1 0 1] /Range [0 1 0 1 0 1] /Size [60000 60000] /BitsPerSample 32'),
  }),
  bomb('colours of colours', {
    3: page('', `/ColorSpace << /X ${'[/Indexed '.repeat(2_000)}/DeviceRGB${' 255 (a)]'.repeat(2_000)} >>`),
    4: stream(`/X cs 1 sc ${WORDS}`),
  }),
  { format: 'pdf', name: 'a.pdf', kind: 'list of objects that is huge', make: () => makePdf({}, 'xref\n0 2000000000\n') },
  { format: 'pdf', name: 'a.pdf', kind: 'list of objects that names itself', make: () => makePdf({}, undefined, (at) => `/Prev ${at}`) },
  { format: 'pdf', name: 'a.pdf', kind: 'packed list of objects that is huge', make: () => packedList('/Index [0 2000000000]') },
  {
    format: 'pdf',
    name: 'a.pdf',
    kind: 'packed list of objects in wide columns',
    make: () => packedList('/Index [0 9] /W [1000000000 0 0]'),
  },
  {
    format: 'pdf',
    name: 'a.pdf',
    kind: 'list of objects behind a wrong place',
    make: () => makePdf({}).replace(/startxref\n\d+/, 'startxref\n7'),
  },
  {
    format: 'pdf',
    name: 'a.pdf',
    kind: 'many objects and no list',
    make: () => `%PDF-1.4\n${Array.from({ length: 100_000 }, (_, number) => `${number + 9} 0 obj\n<< >>\nendobj\n`).join('')}`,
  },
  ...SHEET_BOMBS,
  { format: 'pdf', name: 'a.pdf', kind: 'objects begun and never ended', make: () => `%PDF-1.4\n${'1 0 obj << '.repeat(50_000)}` },
];

/** Objects that are large to begin with are made when they are asked for, not by whoever loads this module. */
function bomb(kind: string, objects: Objects | (() => Objects)): Bomb {
  return { format: 'pdf', name: 'a.pdf', kind, make: () => makePdf(typeof objects === 'function' ? objects() : objects) };
}

function packed(content: string): string {
  return stream(deflateSync(content).toString('latin1'), '/Filter /FlateDecode');
}

function form(content: string, resources: string): string {
  return stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /Font << /F1 5 0 R >> ${resources} >>`);
}

/** Forms of which each draws the next one some times, and the last has the content. */
function forms(first: number, depth: number, times: number, content = WORDS): Objects {
  const inner = { [first + depth]: form(content, '') };
  return { ...fanOut((next) => form('/X Do '.repeat(times), `/XObject << /X ${next} 0 R >>`), depth, first), ...inner };
}

/** Objects of which each names the next. */
function fanOut(make: (next: number) => string, depth: number, first: number): Objects {
  const numbers = Array.from({ length: depth }, (_, level) => first + level);
  return Object.fromEntries(numbers.map((number) => [number, make(number + 1)]));
}

function deepTree(depth: number): Objects {
  const levels = Array.from({ length: depth }, (_, level) => level);
  const kid = (level: number): number => (level === 0 ? 2 : 9 + level);
  return Object.fromEntries([
    ...levels.map((level) => [kid(level), `<< /Type /Pages /Kids [${kid(level + 1)} 0 R] /Count 1 >>`]),
    [kid(depth), page('')],
  ]);
}

/** A list of objects in a stream that declares more than it holds. */
function packedList(declared: string): string {
  const plain = makePdf({});
  const at = plain.indexOf('xref\n');
  const columns = declared.includes('/W') ? '' : '/W [1 4 1]';
  return `${plain.slice(0, at)}9 0 obj\n${stream('\u0001\u0000\u0000\u0000\u0009\u0000', `/Type /XRef /Size 2000000000 ${columns} ${declared} /Root 1 0 R`)}\nendobj\nstartxref\n${at}\n%%EOF\n`;
}
