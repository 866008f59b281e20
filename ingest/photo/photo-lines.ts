import { type Box, findQuantities, type TagGrammar } from '../../kernel/index.ts';
import type { PageContent } from '../layout/glyph.ts';
import { piecesOf } from '../layout/pieces.ts';
import { type Row, rowsOf } from '../layout/rows.ts';
import { type PlacedText, TextBuilder } from '../pages/segment/text-builder.ts';
import type { PhotoLine, PhotoMention } from './photo-reading.ts';

/**
 * Below this confidence words of a photo are marked as unsure. It lies above the floor of documents: nothing else stands around a code
 * on a panel that could tell it wrong, and a machine is looked at by it.
 */
const PHOTO_FLOOR = 0.75;

/** What stands on a page that was recognised, line by line, with the codes and quantities in it; `perPoint`: pixels of the photo a point. */
export function photoLines(
  { page, glyphs }: Pick<PageContent, 'page' | 'glyphs'>,
  perPoint: number,
  grammar: TagGrammar,
): { readonly lines: readonly PhotoLine[]; readonly mentions: readonly PhotoMention[] } {
  const placed = rowsOf(piecesOf(glyphs)).map((row) => placedRow(row, page));
  return {
    lines: placed.map(({ text, parts }) => ({
      ...wordsAt(text, 0, text.text.length, perPoint),
      parts: parts.map(([start, end]) => ({ start, end, ...wordsAt(text, start, end, perPoint) })),
    })),
    mentions: placed.flatMap(({ text }, line) =>
      foundIn(text.text, grammar).map((found) => ({ ...found, line, ...wordsAt(text, found.start, found.end, perPoint) })),
    ),
  };
}

interface PlacedRow {
  readonly text: PlacedText;
  readonly parts: readonly (readonly [start: number, end: number])[];
}

function placedRow({ pieces }: Row, page: number): PlacedRow {
  const builder = new TextBuilder();
  const parts = pieces.map((piece): readonly [number, number] => {
    if (builder.length > 0) builder.addJoint(' ');
    const start = builder.length;
    builder.addPiece(piece, page);
    return [start, builder.length];
  });
  return { text: builder.build(), parts };
}

type Found = Pick<PhotoMention, 'start' | 'end' | 'canonical'> &
  ({ readonly type: 'quantity'; readonly subtype: string } | Pick<Extract<PhotoMention, { type: 'identifier' }>, 'type' | 'subtype'>);

function foundIn(text: string, grammar: TagGrammar): Found[] {
  const codes = grammar
    .find(text)
    .map(
      ({ identifier, start, end }): Found => ({ type: 'identifier', subtype: identifier.kind, canonical: identifier.folded, start, end }),
    );
  const quantities = findQuantities(text, grammar).map(({ quantity, start, end }): Found => {
    const { low, high } = quantity.si;
    return { type: 'quantity', subtype: quantity.dimension, canonical: low === high ? String(low) : `${low}..${high}`, start, end };
  });
  return [...codes, ...quantities].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The words of a span: how surely they were recognised, and where they stand on the photo. */
function wordsAt({ text, runs }: PlacedText, start: number, end: number, perPoint: number): Omit<PhotoLine, 'parts'> {
  let least = 1;
  const repairs: (readonly [at: number, recognised: string])[] = [];
  const box: { -readonly [Side in keyof Box]: number } = { x0: Number.POSITIVE_INFINITY, y0: Number.POSITIVE_INFINITY, x1: 0, y1: 0 };
  for (const run of runs) {
    const [from, to] = [Math.max(start, run.start), Math.min(end, run.end)];
    if (from >= to) continue;
    for (let at = from; at < to; at += 1) if (text[at] !== ' ') least = Math.min(least, (run.confidences?.[at - run.start] ?? 100) / 100);
    for (const [at, recognised] of run.repairs ?? [])
      if (run.start + at >= from && run.start + at < to) repairs.push([run.start + at, recognised]);
    box.x0 = Math.min(box.x0, run.edges[from - run.start] ?? box.x0);
    box.x1 = Math.max(box.x1, run.edges[to - run.start] ?? box.x1);
    box.y0 = Math.min(box.y0, run.y0);
    box.y1 = Math.max(box.y1, run.y1);
  }
  return {
    text: text.slice(start, end),
    confidence: least,
    isUnsure: least < PHOTO_FLOOR,
    ...(repairs.length === 0 ? {} : { recognised: undone(text, start, end, repairs) }),
    box: inPixels(box, perPoint),
  };
}

function undone(text: string, start: number, end: number, repairs: readonly (readonly [at: number, recognised: string])[]): string {
  let before = '';
  for (let at = start; at < end; at += 1) before += repairs.find(([place]) => place === at)?.[1] ?? text[at];
  return before;
}

function inPixels({ x0, y0, x1, y1 }: Box, perPoint: number): Box {
  const pixels = (points: number) => Math.max(0, Math.round(points * perPoint));
  return { x0: pixels(x0), y0: pixels(y0), x1: pixels(x1), y1: pixels(y1) };
}
