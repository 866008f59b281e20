import { placeWords } from '../app/index.ts';
import { type Anchor, assertNever, type Box } from '../kernel/index.ts';

/** Where in its document something stands, in a language; a path of blocks as it is. */
export function describePlace(anchor: Anchor, language: 'zh' | 'en'): string {
  const words = placeWords(language);
  switch (anchor.kind) {
    case 'page':
      return words.page(anchor.page);
    case 'row':
      return [
        ...(anchor.sheet === '' ? [] : [words.sheet(anchor.sheet)]),
        words.row(anchor.row),
        ...(anchor.line === undefined ? [] : [words.line(anchor.line)]),
        ...(anchor.column === undefined ? [] : [words.column(anchor.column)]),
      ].join(', ');
    case 'block':
      return anchor.path;
    case 'drawing':
      return words.drawing(anchor.layout, anchor.entity);
    default:
      return assertNever(anchor);
  }
}

/** Boxes of an anchor, each `[x0 y0 x1 y1]`: of a page in points from the top left, of a drawing in its units; empty where there is none. */
export function describeBoxes(anchor: Anchor): string {
  switch (anchor.kind) {
    case 'page':
      return anchor.boxes.map(boxText).join(' ');
    case 'drawing':
      return boxText(anchor.box);
    case 'row':
    case 'block':
      return '';
    default:
      return assertNever(anchor);
  }
}

export function boxText({ x0, y0, x1, y1 }: Box): string {
  return `[${[x0, y0, x1, y1].map((value) => Math.round(value * 10) / 10).join(' ')}]`;
}
