import { deflateSync } from 'node:zlib';
import type { Bomb } from './bomb.ts';
import { makePdf, type Objects, page, stream } from './make-pdf.ts';

const STROKES = '40 100 m 90 170 l S ';
const text = (x: number, y: number, words: string): string => `BT /F1 9 Tf ${x} ${y} Td (${words}) Tj ET `;
/** What makes a page a sheet of a drawing: a frame, a title block at its foot, shapes. */
const SHEET = `5 5 390 290 re S ${STROKES.repeat(12)}${text(250, 40, 'DWG NO')}${text(320, 40, 'P-77')}${text(250, 20, 'TITLE')}${text(320, 20, 'SKID')}${text(60, 200, 'P-101A')}`;

/** PDFs whose page is a sheet of a drawing, and more of it than anybody draws. */
export const SHEET_BOMBS: readonly Bomb[] = [
  bomb('sheet of a million strokes', () => ({ 4: packed(SHEET + STROKES.repeat(1_000_000)) })),
  bomb('sheet with a path of a million corners', () => ({ 4: packed(`${SHEET} 0 0 m ${'9 70 l 30 4 l '.repeat(500_000)} S`) })),
  bomb('sheet of strokes that go on without coming back', () => ({
    4: packed(
      SHEET + Array.from({ length: 150_000 }, (_, at) => `${at % 390} ${at % 7} m ${(at + 1) % 390} ${(at + 1) % 7} l S`).join(' '),
    ),
  })),
  bomb('sheet of circles over each other', () => ({
    4: packed(
      SHEET + Array.from({ length: 3_000 }, (_, at) => `${at / 9} 100 m ${at / 9} 120 ${at / 9 + 20} 120 ${at / 9 + 20} 100 c b`).join(' '),
    ),
  })),
  bomb('sheet of tags over each other', () => ({
    4: packed(SHEET + Array.from({ length: 20_000 }, (_, at) => text((at % 97) * 4, 60 + (at % 203), `P-${at}`)).join('')),
  })),
  bomb('sheet of coordinates beyond all measure', {
    4: stream(`${SHEET}${'1e30 -1e30 m -1e37 1e38 l S 99999999999 1 m 1 99999999999 l 7 7 l h B '.repeat(50)}`),
  }),
  bomb('sheet of forms that fan out', {
    3: page('', '/XObject << /X 10 0 R >>'),
    4: stream(`${SHEET}/X Do`),
    ...Object.fromEntries(Array.from({ length: 5 }, (_, at) => [10 + at, form('/X Do '.repeat(10), `/XObject << /X ${11 + at} 0 R >>`)])),
    15: form(STROKES, ''),
  }),
  bomb('sheet of forms nested deep', {
    3: page('', '/XObject << /X 10 0 R >>'),
    4: stream(`${SHEET}/X Do`),
    ...Object.fromEntries(Array.from({ length: 500 }, (_, at) => [10 + at, form(`${STROKES}/X Do`, `/XObject << /X ${11 + at} 0 R >>`)])),
    510: form(STROKES, ''),
  }),
];

function bomb(kind: string, objects: Objects | (() => Objects)): Bomb {
  return { format: 'pdf', name: 'a.pdf', kind, make: () => makePdf(typeof objects === 'function' ? objects() : objects) };
}

function packed(content: string): string {
  return stream(deflateSync(content).toString('latin1'), '/Filter /FlateDecode');
}

function form(content: string, resources: string): string {
  return stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << ${resources} >>`);
}
