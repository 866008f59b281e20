import type { Glyph } from '../../layout/glyph.ts';
import type { PrintedSheet } from '../../traced/sheet-of-print.ts';

/** The words of a sheet that was recognised, each with its place on the page, for whoever counts what was read and how surely. */
export function sheetGlyphs({ printed }: PrintedSheet): Glyph[] {
  return [...printed.values()].flatMap(({ text, words }) =>
    words.flatMap(({ start, end, confidence, shown }) =>
      [...text.slice(start, end)].map((sign): Glyph => {
        const { x0, x1, y0, y1 } = shown;
        return { text: sign, x0, x1, y0, y1, baseline: y1, size: y1 - y0, bold: false, turned: false, shown, recognised: { confidence } };
      }),
    ),
  );
}
