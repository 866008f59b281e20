import type { Box } from '../../../kernel/index.ts';
import type { DrawingSheet, DrawingText } from '../model/drawing.ts';

/** One printed line of a sheet. */
export interface PlacedText {
  readonly id: string;
  readonly text: string;
  readonly box: Box;
  readonly height: number;
  readonly rotation: number;
  /** Place among the lines of its text element. */
  readonly line: number;
  readonly symbol?: string;
  /** Name of the attribute that it is the value of. */
  readonly tag?: string;
}

/** Height of texts whose element does not say it. */
const UNSAID = 1;

/** The lines of the texts of a sheet that are drawn and say something, each with its share of the box of its text. */
export function placedTexts({ elements }: DrawingSheet): readonly PlacedText[] {
  return elements.flatMap((element) =>
    element.kind === 'text' && !element.isHidden && element.form !== 'placeholder' ? linesOf(element) : [],
  );
}

function linesOf(element: DrawingText): readonly PlacedText[] {
  // The place of a line within a text that is turned is not told apart.
  const lines = element.rotation === 0 ? element.text.split('\n') : [element.text];
  return lines.flatMap((line, at) => {
    const text = line.replace(/\s+/gu, ' ').trim();
    if (text === '') return [];
    return [
      {
        id: element.id,
        text,
        box: shareOf(element.box, at, lines.length),
        height: element.height > 0 ? element.height : UNSAID,
        rotation: element.rotation,
        line: at,
        ...(element.symbol === undefined ? {} : { symbol: element.symbol }),
        ...(element.tag === undefined ? {} : { tag: element.tag }),
      },
    ];
  });
}

/** The strip of one line in the box of a text. */
function shareOf(box: Box, line: number, count: number): Box {
  const pitch = (box.y1 - box.y0) / count;
  return { ...box, y0: box.y1 - pitch * (line + 1), y1: box.y1 - pitch * line };
}
