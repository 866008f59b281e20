import type { Box } from '../../../kernel/index.ts';
import { type DrawingLabel, drawingLabel } from '../../../ontology/index.ts';
import type { PlacedText } from './placed-text.ts';
import type { Rulings } from './rulings.ts';

/** A field of a title block. `label` is absent where only the name of an attribute says what the value is. */
export interface TitleField {
  readonly role: DrawingLabel;
  /** Printed label, or the name of the attribute. */
  readonly name: string;
  readonly label?: PlacedText;
  /** Absent where the label holds the value itself: `SHEET 1 OF 2`. */
  readonly value?: PlacedText;
  /** What is said: the value's words. */
  readonly text: string;
}

/** Heights of the label within which its value stands, beside and below it. */
const FARTHEST_BESIDE = 14;
const FARTHEST_BELOW = 4;
/** The same where one ruled line parts the two: what stands in the cell beside a label is of it, however wide its own cell is. */
const FARTHEST_IN_NEXT_CELL = 30;
/** Heights that a ruled line between label and value counts as: what stands in the same cell comes first, then the cell beside it. */
const OTHER_COLUMN = 100;
const OTHER_ROW = 200;
/** A title block says more than one thing of its drawing; one without number and title says more than two. */
const FEWEST_ROLES = 2;
const FEWEST_UNNAMED = 3;
const ORDER: readonly DrawingLabel[] = ['number', 'title', 'revision', 'date', 'scale', 'sheet', 'status'];
/** Share of the smaller extent that two boxes must have in common to stand in one row or column. */
const IN_LINE = 0.4;
/** Labels that are looked at, from the lower right corner, where title blocks stand. */
const MOST_LABELS = 300;
/** Longest text that a field says. */
const LONGEST_VALUE = 200;

/**
 * The fields of the title block of a sheet: values of attributes by their names, and what stands beside or under a printed label in
 * its cell. Empty where the words found are no title block.
 */
export function readTitleBlock(texts: readonly PlacedText[], rulings: Rulings): readonly TitleField[] {
  const labels = texts
    .flatMap((text) => labelOf(text))
    .sort((a, b) => a.label.box.y0 - b.label.box.y0 || b.label.box.x0 - a.label.box.x0)
    .slice(0, MOST_LABELS);
  const taken = new Set<PlacedText>(labels.map(({ label }) => label));
  const fields: TitleField[] = [];
  for (const { label, role, own } of labels) {
    if (own !== undefined) {
      fields.push({ role, name: label.text.slice(0, label.text.length - own.length).trim(), label, text: own });
      continue;
    }
    const value = valueFor(label, texts, taken, rulings);
    if (value === undefined) continue;
    taken.add(value);
    fields.push({ role, name: label.text, label, value, text: value.text });
  }
  for (const value of texts) {
    const role = value.tag === undefined || taken.has(value) ? undefined : drawingLabel(value.tag);
    if (role === undefined || value.tag === undefined) continue;
    taken.add(value);
    fields.push({ role, name: value.tag, value, text: value.text });
  }
  const roles = new Set(fields.map(({ role }) => role));
  const isNamed = roles.has('number') || roles.has('title');
  if (roles.size < (isNamed ? FEWEST_ROLES : FEWEST_UNNAMED)) return [];
  return [...fields].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
}

/** A text that is a label of a title block, or begins with one and says what stands behind it (`DWG NO: P-1`). */
function labelOf(text: PlacedText): readonly { readonly label: PlacedText; readonly role: DrawingLabel; readonly own?: string }[] {
  const role = drawingLabel(text.text);
  if (role !== undefined) return [{ label: text, role }];
  const parted = /^(?<name>[^:：]{1,24})[:：]\s*(?<value>\S.*)$/u.exec(text.text);
  const named = drawingLabel(parted?.groups?.name ?? '');
  const own = parted?.groups?.value;
  return named === undefined || own === undefined || own.length > LONGEST_VALUE ? [] : [{ label: text, role: named, own }];
}

/** What a label is of: in its cell below or beside it, else in the cell beside it, else in the one below. */
function valueFor(
  label: PlacedText,
  texts: readonly PlacedText[],
  taken: ReadonlySet<PlacedText>,
  rulings: Rulings,
): PlacedText | undefined {
  let best: { readonly value: PlacedText; readonly cost: number } | undefined;
  const consider = (value: PlacedText, cost: number): void => {
    if (best === undefined || cost < best.cost) best = { value, cost };
  };
  for (const value of texts) {
    if (value === label || taken.has(value) || value.rotation !== label.rotation || value.text.length > LONGEST_VALUE) continue;
    const height = Math.max(label.height, value.height);
    const besideGap = value.box.x0 - label.box.x1;
    if (isInLine(label.box, value.box, 'y') && besideGap > -height / 2 && besideGap < FARTHEST_IN_NEXT_CELL * height) {
      const lines = rulings.between(label.box, value.box);
      if (lines === 1 || (lines === 0 && besideGap < FARTHEST_BESIDE * height)) consider(value, besideGap / height + lines * OTHER_COLUMN);
    }
    const belowGap = label.box.y0 - value.box.y1;
    if (isInLine(label.box, value.box, 'x') && belowGap > -height / 2 && belowGap < FARTHEST_BELOW * height) {
      const lines = rulings.below(label.box, value.box);
      if (lines <= 1) consider(value, belowGap / height + lines * OTHER_ROW);
    }
  }
  return best?.value;
}

function isInLine(a: Box, b: Box, axis: 'x' | 'y'): boolean {
  const [from, to] = axis === 'x' ? [Math.max(a.x0, b.x0), Math.min(a.x1, b.x1)] : [Math.max(a.y0, b.y0), Math.min(a.y1, b.y1)];
  const smaller = axis === 'x' ? Math.min(a.x1 - a.x0, b.x1 - b.x0) : Math.min(a.y1 - a.y0, b.y1 - b.y0);
  return to - from >= IN_LINE * smaller;
}
