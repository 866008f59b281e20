/** Writes a PDF with a font whose glyphs are drawings of their own; not used by the product. */
import { writeFile } from 'node:fs/promises';
import { temporaryPath } from '../../test-support/temporary-file.ts';

/** A run of text in Helvetica (`text`) or in the font of drawings (`sign`), at a place from the bottom left in points. */
export interface SetRun {
  readonly font: 'text' | 'sign';
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/**
 * A page of A4 with runs of 12 points. The font of drawings has the codes given and names them by their numbers (`G26`), without a
 * word on which characters they are.
 */
export async function makeType3Pdf(codes: readonly number[], runs: readonly SetRun[]): Promise<string> {
  const name = (code: number) => `G${code.toString(16).toUpperCase().padStart(2, '0')}`;
  const shown = runs.map(({ font, text, x, y }) => `BT /${font} 12 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`).join('\n');
  const square = '30 0 5 5 25 25 d1 5 5 20 20 re f';
  const first = Math.min(...codes);
  const widths = Array.from({ length: Math.max(...codes) - first + 1 }, () => 30).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /text 5 0 R /sign 6 0 R >> >> >>',
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 30 30] /FontMatrix [0.02 0 0 0.02 0 0] /FirstChar ${first} /LastChar ${Math.max(...codes)} /Widths [${widths}] /Encoding << /Type /Encoding /Differences [${codes.map((code) => `${code} /${name(code)}`).join(' ')}] >> /CharProcs << ${codes.map((code) => `/${name(code)} 7 0 R`).join(' ')} >> /Resources << >> >>`,
    `<< /Length ${square.length} >>\nstream\n${square}\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const starts = objects.map((body, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return start;
  });
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n`;
  const path = await temporaryPath('type3.pdf');
  await writeFile(path, `${file}${end}startxref\n${file.length}\n%%EOF\n`, 'latin1');
  return path;
}
