import type { Random } from '../../datasets/index.ts';

type MutatePdf = (pdf: string, random: Random) => string;

const HUGE = ['2147483648', '-1', '99999999999', '0', '1e30', 'null', '[0 R]'];
const FILTERS = [
  '/FlateDecode',
  '/LZWDecode',
  '/ASCII85Decode',
  '/RunLengthDecode',
  '/DCTDecode',
  '/JBIG2Decode',
  '/JPXDecode',
  '[/FlateDecode /FlateDecode]',
  '/Nothing',
];
const OPERATORS = [
  'q '.repeat(5_000),
  '(x) Tj',
  '[(a) 1e9 (b)] TJ',
  '1e30 0 0 1e30 0 0 cm',
  '/F1 1e9 Tf',
  'BT BT BT',
  '0 0 m '.repeat(500),
  '<FEFF> Tj',
  '/Im1 Do',
  'BI /W 99999 /H 99999 ID x EI',
  '0 0 1e9 1e9 re f',
  '(((((((',
];

/** Mutations of the objects of a PDF whose bytes stand as Latin-1 text; offsets are not mended, so that repair is tried too. */
export const PDF_MUTATIONS: Readonly<Record<string, MutatePdf>> = {
  'references crossed': (pdf, random) => {
    const count = [...pdf.matchAll(/\b\d+ 0 obj\b/g)].length;
    return pdf.replace(/\b\d+ 0 R\b/g, (whole) => (random.chance(0.15) ? `${random.integer(0, count + 2)} 0 R` : whole));
  },
  'page tree in a circle': (pdf) =>
    pdf.replace(/\/Kids\s*\[\s*(\d+) 0 R/, (whole) => `${whole} ${/(\d+) 0 obj\s*<<[^>]*\/Kids/.exec(pdf)?.[1] ?? '1'} 0 R`),
  'numbers made huge': (pdf, random) =>
    pdf.replace(/(\/(?:Length|Count|First|N|W|Size|Prev|Width|Height|MediaBox \[|Columns|Predictor)\s*)(-?\d+)/g, (whole, key: string) =>
      random.chance(0.3) ? key + random.pick(HUGE) : whole,
    ),
  'page made huge': (pdf, random) =>
    pdf.replace(/\/MediaBox\s*\[[^\]]*\]/, `/MediaBox [0 0 ${random.pick(['1e9 1e9', '0 0', '-5 -5', '14400 14400', 'x y'])}]`),
  'page turned': (pdf, random) =>
    pdf.replace(
      /\/Type\s*\/Page\b/,
      (whole) => `${whole} /Rotate ${random.pick(['90', '7', '1e9', '-270'])} /UserUnit ${random.pick(['0', '1e6', '75'])}`,
    ),
  'table of objects spoilt': (pdf, random) =>
    pdf.replace(/\d{10} (\d{5}) ([nf])/g, (whole) =>
      random.chance(0.3) ? `${String(random.integer(0, pdf.length)).padStart(10, '0')} 00000 n` : whole,
    ),
  'tables in a circle': (pdf) => pdf.replace(/trailer\s*<</, (whole) => `${whole} /Prev ${/startxref\s+(\d+)/.exec(pdf)?.[1] ?? '0'}`),
  'filters changed': (pdf, random) =>
    pdf.replace(/\/Filter\s*(?:\/\w+|\[[^\]]*\])/g, (whole) => (random.chance(0.4) ? `/Filter ${random.pick(FILTERS)}` : whole)),
  'operators put in': (pdf, random) => {
    const streams = [...pdf.matchAll(/stream\r?\n/g)];
    if (streams.length === 0) return pdf;
    const chosen = random.pick(streams);
    const at = chosen.index + chosen[0].length;
    return `${pdf.slice(0, at)}${random.pick(OPERATORS)}\n${pdf.slice(at)}`;
  },
  'form that draws itself': (pdf) =>
    pdf
      .replace(/\/Resources\s*<</, (whole) => `${whole} /XObject << /Im1 4 0 R >>`)
      .replace(/(4 0 obj\s*<<)/, '$1 /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Im1 4 0 R >> >>'),
  'object dropped': (pdf, random) => {
    const objects = [...pdf.matchAll(/\b\d+ 0 obj\b/g)];
    if (objects.length === 0) return pdf;
    const { index } = random.pick(objects);
    const end = pdf.indexOf('endobj', index);
    return end < 0 ? pdf : pdf.slice(0, index) + pdf.slice(end + 6);
  },
  'dictionary nested deep': (pdf, random) => pdf.replace(/<</, `<< /Deep ${'<< /A ['.repeat(random.pick([20, 500, 8_000]))} `),
};
