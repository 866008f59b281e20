import { FRAME_WORDS } from './frame-words.ts';
import { box, line, type Shape, words } from './shape.ts';
import type { SheetSet } from './sheet-set.ts';

const WIDTH = 841;
const HIGH = 594;
const COLUMNS = [0, 25, 75];

/** What stands around what a sheet draws: frame, title block, table of revisions, notes. `numbers`: those of all sheets of the set. */
export function drawFrame(
  { title, revisions, notes, language }: SheetSet,
  numbers: readonly string[],
  sheet: number,
  height: number,
): readonly Shape[] {
  const { fields, history, notesTitle } = FRAME_WORDS[language];
  const newest = revisions.at(-1);
  const [left, low] = [WIDTH - 210, 15];
  const rows: readonly (readonly [string, string])[] = [
    [fields.number, numbers[sheet] ?? ''],
    [fields.title, title],
    [fields.revision, newest?.label ?? ''],
    [fields.date, newest?.date ?? ''],
    [fields.scale, '1:50'],
    [fields.sheet, `${sheet + 1}/${numbers.length}`],
  ];
  const pitch = 9;
  const cell = (at: number, x: number, text: string): Shape => words(left + x, low + at * pitch + 3, height, text);
  const block = rows.flatMap(([name, value], at) => [
    line(left, low + at * pitch, left + 195, low + at * pitch),
    cell(at, 3, name),
    cell(at, 53, value),
  ]);
  const top = low + rows.length * pitch;
  const table = [history, ...revisions.map(({ label, date, words: text }) => [label, date, text])].flatMap((row, at) => [
    line(left, top + 14 + at * pitch, left + 195, top + 14 + at * pitch),
    ...row.map((text, column) => words(left + 3 + (COLUMNS[column] ?? 0), top + 17 + at * pitch, height, text)),
  ]);
  const end = top + 14 + (revisions.length + 1) * pitch;
  return [
    box(5, 5, WIDTH - 5, HIGH - 5),
    box(left, low, left + 195, top),
    line(left + 50, low, left + 50, top),
    ...block,
    ...table,
    line(left, end, left + 195, end),
    ...[0, 22, 72, 195].map((x) => line(left + x, top + 14, left + x, end)),
    words(20, 120, height, notesTitle),
    ...notes.map((note, at) => words(20, 120 - (at + 1) * height * 2.2, height, note)),
  ];
}
