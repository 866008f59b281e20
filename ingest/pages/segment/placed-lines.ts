import { type Row, rowText } from '../../layout/rows.ts';
import { bulletLength } from './heading-rules.ts';
import { type PlacedText, TextBuilder } from './text-builder.ts';

const MARKER = /^(?:[(（]?[1-9]\d{0,2}[)）.、](?!\d)|[①-⑳]|[a-z][)）])\s*/u;

/** Adds the pieces of one line; between pieces set apart stands a space. */
export function addRow(builder: TextBuilder, row: Pick<Row, 'pieces'>, page: number, flows: boolean): void {
  row.pieces.forEach((piece, index) => {
    if (index > 0) builder.addJoint(' ');
    builder.addPiece(piece, page, index === 0 && flows ? 'flow' : 'none');
  });
}

/** Text of the lines of a cell: in one that is a list each item stands on a line of its own, other lines flow. */
export function placeLines(lines: readonly Row[], page: number, before?: PlacedText): PlacedText {
  const builder = new TextBuilder(before);
  const isList = opensItem(lines[0]);
  lines.forEach((line, index) => {
    const first = index === 0 && builder.length === 0;
    const item = !first && isList && opensItem(line);
    if (item) builder.addJoint('\n');
    addRow(builder, line, page, !first && !item);
  });
  return builder.build();
}

function opensItem(line: Row | undefined): boolean {
  if (line === undefined) return false;
  const text = rowText(line);
  return MARKER.test(text) || bulletLength(text) !== undefined;
}

/** Texts one after the other with `joint` between them. */
export function joinPlaced(texts: readonly PlacedText[], joint: string): PlacedText & { readonly starts: readonly number[] } {
  let text = '';
  const starts: number[] = [];
  const runs = texts.flatMap((one, index) => {
    if (index > 0) text += joint;
    const by = text.length;
    starts.push(by);
    text += one.text;
    return one.runs.map((run) => ({ ...run, start: run.start + by, end: run.end + by }));
  });
  return { text, runs, starts };
}

/** The part of a text between two offsets, white space at its ends cut off. */
export function slicePlaced({ text, runs }: PlacedText, start: number, end: number): PlacedText {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  const to = Math.max(from, start + part.trimEnd().length);
  const kept = runs.flatMap((run) => {
    const first = Math.max(run.start, from);
    const last = Math.min(run.end, to);
    if (first >= last) return [];
    const [skipped, end] = [first - run.start, last - run.start];
    const { confidences, repairs, ...plain } = run;
    const within = repairs?.filter(([at]) => at >= skipped && at < end).map(([at, recognised]) => [at - skipped, recognised] as const);
    return [
      {
        ...plain,
        ...{ start: first - from, end: last - from, edges: run.edges.slice(skipped, end + 1) },
        ...(confidences === undefined ? {} : { confidences: confidences.slice(skipped, end) }),
        ...(within === undefined || within.length === 0 ? {} : { repairs: within }),
      },
    ];
  });
  return { text: text.slice(from, to), runs: kept };
}
