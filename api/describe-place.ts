import { type PlaceWords, placeWords } from '../app/index.ts';
import { type Anchor, assertNever, type Box } from '../kernel/index.ts';

/** Of a title, which may be as long as a sentence. */
const LONGEST_SECTION = 80;

/**
 * Where in its document something stands, in a language; equal places once. Sections are called by the title that is printed, where it is
 * known: the numbers that a document prints are others than those of its titles in order.
 */
export function describePlaces(anchors: readonly Anchor[], language: 'zh' | 'en', section?: string): string {
  return [...new Set(anchors.map((anchor) => describePlace(anchor, language, section)))].join(placeWords(language).between);
}

/** One place in a language; a path of blocks of another form than is known as it is. */
export function describePlace(anchor: Anchor, language: 'zh' | 'en', section?: string): string {
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
      ].join(words.between);
    case 'block':
      return describePath(anchor.path, words, section);
    case 'drawing':
      return words.drawing(anchor.layout, anchor.entity);
    default:
      return assertNever(anchor);
  }
}

/** `section/2/table/1/row/3` in words. */
function describePath(path: string, { blocks, between, section: titled }: PlaceWords, section: string | undefined): string {
  // A title is where its section begins.
  const parts = path.replace(/\/heading$/u, '').split('/');
  const said: string[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [kind = '', number] = parts.slice(at, at + 2);
    const name = Object.hasOwn(blocks, kind) ? blocks[kind] : undefined;
    if (name === undefined || number === undefined) return path;
    // What stands before the first title is in no section.
    if (kind !== 'section' || number !== '0') said.push(kind === 'section' && section !== undefined ? titled(clip(section)) : name(number));
  }
  return said.length === 0 ? path : said.join(between);
}

function clip(title: string): string {
  return title.length <= LONGEST_SECTION ? title : `${title.slice(0, LONGEST_SECTION - 1).trimEnd()}…`;
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
