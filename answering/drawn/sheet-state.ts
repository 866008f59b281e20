import { findQuantities, foldIdentifier, type StoredPassage, type TagGrammar } from '../../kernel/index.ts';
import { type DrawingLabel, drawingLabel, valveFunction } from '../../ontology/index.ts';
import { valveMarks } from './valve-marks.ts';

export const SHEET_THINGS = ['valve', 'instrument', 'equipment', 'line', 'label', 'breaker', 'motor', 'cable'] as const;

/** A tag or number of a line on a sheet. */
export interface SheetThing {
  readonly what: (typeof SHEET_THINGS)[number];
  readonly name: string;
  readonly label: StoredPassage;
  /** On a one-line diagram: the quantities printed with its tag. */
  readonly rating?: string;
}

/** What a sheet of one revision holds. */
export interface SheetState {
  readonly revision: string;
  /** By folded name. */
  readonly things: ReadonlyMap<string, SheetThing>;
  /** The mark of a valve by its folded name. */
  readonly marks: ReadonlyMap<string, StoredPassage>;
  /** Folded names of what feeds what, `from to`; in `joined` whatever the direction, both ways. */
  readonly fed: ReadonlyMap<string, readonly [SheetThing, SheetThing]>;
  readonly joined: ReadonlySet<string>;
  /** Rows of the title block by what they say. */
  readonly title: ReadonlyMap<DrawingLabel, { readonly text: string; readonly row: StoredPassage }>;
  /** A place that shows which sheet this is. */
  readonly witness: StoredPassage;
}

/** Groups of a line's number, as size, medium, number and class. */
const GROUPS_OF_A_LINE = 3;

/** Undefined of a sheet without words. `passages`: of one sheet, in order. */
export function sheetState(passages: readonly StoredPassage[], revision: string, grammar: TagGrammar): SheetState | undefined {
  const labels = passages.filter(({ passage }) => passage.kind === 'drawing-label');
  const things = new Map<string, SheetThing>();
  for (const label of labels) {
    const [mention] = grammar.find(label.passage.text);
    if (mention?.start !== 0 || (mention.identifier.kind !== 'tag' && mention.identifier.kind !== 'line')) continue;
    const { folded, text: name } = mention.identifier;
    const what = whatIs(label, name, mention.identifier.kind === 'line');
    const rating = isElectrical(label) ? ratingOf(label.passage.text.slice(mention.end), grammar) : undefined;
    if (!things.has(folded)) things.set(folded, { what, name, label, ...(rating === undefined ? {} : { rating }) });
  }
  const title = new Map<DrawingLabel, { readonly text: string; readonly row: StoredPassage }>();
  for (const row of passages) {
    const cell = row.passage.cells?.find(({ column }) => column !== '');
    const role = cell === undefined ? undefined : drawingLabel(cell.column);
    // Of a field whose name is printed nowhere the value stands alone: an attribute, or what the file says of itself.
    const isField =
      row.passage.kind === 'table-row' &&
      (row.passage.cells?.length === 2 || (row.passage.cells?.length === 1 && cell?.role === 'value' && cell.start === 0));
    if (cell !== undefined && role !== undefined && isField && !title.has(role))
      title.set(role, { text: row.passage.text.slice(cell.start, cell.end).trim(), row });
  }
  const marks = new Map<string, StoredPassage>();
  for (const [valve, mark] of valveMarks(labels, grammar)) {
    const own = grammar.find(valve.passage.text)[0]?.identifier.folded;
    if (own !== undefined) marks.set(own, mark);
  }
  const fed = new Map<string, readonly [SheetThing, SheetThing]>();
  const joined = new Set<string>();
  for (const { label } of things.values())
    for (const { kind, own, other, otherIs } of label.passage.structure.drawn ?? []) {
      if (otherIs !== 'tag' || (kind !== 'feeds' && kind !== 'fed-by' && kind !== 'joins')) continue;
      const [a, b] = [foldIdentifier(own), foldIdentifier(other)];
      joined.add(`${a} ${b}`).add(`${b} ${a}`);
      const [from, to] = kind === 'fed-by' ? [b, a] : [a, b];
      const [start, end] = [things.get(from), things.get(to)];
      if (kind !== 'joins' && start !== undefined && end !== undefined) fed.set(`${from} ${to}`, [start, end]);
    }
  const witness = title.get('revision')?.row ?? title.get('number')?.row ?? passages[0];
  return witness === undefined ? undefined : { revision, things, marks, fed, joined, title, witness };
}

/** Whether a label names something of a one-line diagram. */
export function isElectrical({ passage }: StoredPassage): boolean {
  return (passage.structure.drawn ?? []).some((relation) => relation.isElectrical === true);
}

/** The quantities of a text as they are printed; undefined without any. */
function ratingOf(text: string, grammar: TagGrammar): string | undefined {
  const [first, ...others] = findQuantities(text, grammar);
  return first === undefined ? undefined : text.slice(first.start, (others.at(-1) ?? first).end);
}

function whatIs({ passage }: StoredPassage, name: string, isLine: boolean): SheetThing['what'] {
  const role = (passage.structure.drawn ?? []).find(({ kind }) => kind === 'drawn-as')?.other;
  if (role !== undefined) return role === 'breaker' || role === 'motor' || role === 'cable' ? role : 'equipment';
  if (isLine) return 'line';
  if (valveFunction(name) !== undefined) return 'valve';
  const drawn = new Set((passage.structure.drawn ?? []).map(({ kind }) => kind));
  if (drawn.has('measures') || drawn.has('controls') || drawn.has('in-loop')) return 'instrument';
  if (drawn.has('feeds') || drawn.has('fed-by') || drawn.has('joins')) return 'equipment';
  return name.split('-').length >= GROUPS_OF_A_LINE ? 'line' : 'label';
}
