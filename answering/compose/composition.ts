import type { AggregateQuery, ColumnRole, Field, StoredPassage } from '../../kernel/index.ts';
import { wording } from '../../ontology/index.ts';
import type { Candidate, Computed, RefusalReason } from '../answer.ts';
import type { Derivation } from '../derivation.ts';
import type { DrawnStatement } from '../drawn-statement.ts';
import type { AskedSide } from '../question/asked-sides.ts';
import { headerUnit } from '../verify/source-text.ts';
import { withoutUnit } from '../verify/verbatim.ts';
import type { EvidenceUnit, UnitCell, UnitLabel } from './evidence-unit.ts';
import { readAsRow } from './read-as-row.ts';

/** A span of a passage that a claim leans on. */
export interface Span {
  readonly stored: StoredPassage;
  readonly start: number;
  readonly end: number;
  /** Prints a label of the row that is quoted, and may itself be about something else. */
  readonly isLabel?: true;
}

/** A claim before the gate: words of documents, or a figure with the rows it was computed over. */
export type DraftClaim =
  | {
      readonly kind: 'quote' | 'composed';
      readonly text: string;
      readonly spans: readonly [Span, ...Span[]];
      /** Of a row: the cells that a composer wants said; without them those that matter are chosen when it is shown. */
      readonly chosen?: readonly TextCell[];
      /** Says yes or no to a question, as the span does; its words say nothing else. */
      readonly polar?: AskedPolar;
      /** Of two things that are compared the one that this is said of; it stands before the text. */
      readonly under?: ComparedSide;
      /** What lines of drawings show, which no words say: the gate reads it off the drawings again. */
      readonly drawn?: DrawnStatement;
      /** A model said it of what the spans say. */
      readonly worded?: true;
    }
  | {
      readonly kind: 'computed';
      readonly text: string;
      readonly spans: readonly Span[];
      readonly computed: Computed;
      readonly asked: AskedFigure;
    };

/** What may be meant; a row is called by its cells in the language that asks when it is shown, `text` is all of them. */
export interface DraftCandidate extends Candidate {
  readonly row?: StoredPassage;
}

/** One of two things that are compared, and the other one. */
export interface ComparedSide {
  readonly side: AskedSide;
  readonly rival: AskedSide;
}

/** A question that wants a yes or a no, and which of them is said. */
export interface AskedPolar {
  readonly question: string;
  readonly isYes: boolean;
}

/** Words of a question that a model read as a name, a value, a time or a number. Places in UTF-16 units. */
export interface ReadPlace {
  readonly start: number;
  readonly end: number;
}

/** The question a figure answers, for the check that none of its words got lost; `now` is what its times count from. */
export interface AskedFigure {
  readonly question: string;
  readonly now: number;
  readonly names: ReadonlyMap<Field, readonly string[]>;
  /** Words of the question that name the documents whose rows are counted. */
  readonly called: readonly string[];
  /** Queries of the figures that answer the question beside this one. */
  readonly together: readonly AggregateQuery[];
  /** How what is told follows from the query's rows. */
  readonly derivation?: Derivation;
  /** Where a model read the plan: what it read as names, values, times and numbers. */
  readonly read?: readonly ReadPlace[];
}

/** What a composer comes to. `conflicts` are pairs of indices into `claims`, the one that counts first. */
export type Composition =
  | {
      readonly kind: 'answer';
      readonly claims: readonly DraftClaim[];
      readonly safety?: readonly DraftClaim[];
      /** A procedure with a step cut out is none: all claims or nothing. */
      readonly whole?: boolean;
      readonly conflicts?: readonly (readonly [winner: number, other: number])[];
      /** What other documents say otherwise of what is quoted; not said among the claims. */
      readonly disputes?: readonly Dispute[];
      /** What belongs to the answer and no document tells, in a sentence. */
      readonly missing?: string;
    }
  | {
      readonly kind: 'clarify';
      readonly candidates: readonly DraftCandidate[];
      readonly claims: readonly DraftClaim[];
      /** Why there is nothing to choose from, or not from what. */
      readonly missing?: string;
    }
  | {
      readonly kind: 'refuse';
      readonly reason: RefusalReason;
      /** That the documents say nothing was looked up exactly, not only not found: nothing that was found makes up for it. */
      readonly isExact?: true;
      readonly missing: string;
      readonly claims: readonly DraftClaim[];
      readonly candidates?: readonly Candidate[];
    }
  /** What comes nearest, quoted and said not to answer. */
  | { readonly kind: 'nearest'; readonly missing: string; readonly claims: readonly DraftClaim[] };

/** What another document says otherwise. */
export interface Dispute {
  /** One of the claims or warnings of the composition. */
  readonly of: DraftClaim;
  readonly other: DraftClaim;
  /** Whether the other one goes before it by authority, date and revision. */
  readonly wins: boolean;
}

/** A passage up to this length is quoted whole: its sentences condition each other. */
const WHOLE = 200;

/** The words of a passage, whole; a row with the labels of rows above that hold for it. */
export function quotePassage(stored: StoredPassage): DraftClaim {
  const { passage } = stored;
  const text = passage.cells === undefined ? passage.text : labelled(stored, rowText(passage.text, passage.cells));
  return { kind: 'quote', text: text.trim(), spans: [{ stored, start: 0, end: passage.text.length }] };
}

/** A sentence, or the chosen cells of a row with their headers; the citation runs from the first chosen cell to the last. */
export function quoteUnit(unit: EvidenceUnit, chosen?: readonly UnitCell[]): DraftClaim {
  if (unit.cells.length === 0 && (unit.stored.passage.kind === 'warning' || unit.stored.passage.text.length <= WHOLE))
    return quotePassage(unit.stored);
  if (unit.cells.length === 0)
    return { kind: 'quote', text: unit.text.trim(), spans: [{ stored: unit.stored, start: unit.start, end: unit.end }] };
  const cells = [...(chosen ?? unit.cells)].filter((cell) => cell.text.trim() !== '').sort((a, b) => a.start - b.start);
  const start = cells[0]?.start ?? unit.start;
  const end = cells.at(-1)?.end ?? unit.end;
  const text = labelled(unit.stored, rowText(unit.stored.passage.text, cells, unit.cells));
  const spans = [{ stored: unit.stored, start, end }, ...unit.labels.flatMap(labelSpan)] as const;
  const isAll = unit.cells.every((cell) => cell.text.trim() === '' || cells.includes(cell));
  return { kind: 'quote', text, spans, ...(isAll ? {} : { chosen: cells }) };
}

/** Names a column where its row is shown. */
export type NameColumn = (cell: Pick<TextCell, 'column' | 'role'>) => string;

const asPrinted: NameColumn = ({ column }) => withoutUnit(column).trim();

/** A row behind the labels of rows above that hold for it. */
export function labelled({ passage }: StoredPassage, row: string, nameOf: NameColumn = ({ column }) => column): string {
  const labels = (readAsRow(passage)?.labels ?? []).map(({ text, column = '' }) => {
    const cell = passage.cells?.find((one) => one.column === column);
    return column === '' ? text : `${nameOf(cell ?? { column })}: ${text}`;
  });
  return [...labels, row].filter((piece) => piece !== '').join('; ');
}

/** Where a label is printed: its own cell in the row above. */
function labelSpan({ text, column, stored }: UnitLabel): Span[] {
  if (stored === undefined) return [];
  const { passage } = stored;
  const cell = passage.cells?.find((one) => one.column === column && passage.text.slice(one.start, one.end).includes(text));
  const start = passage.text.indexOf(text, cell?.start ?? 0);
  return start < 0 ? [] : [{ stored, start, end: start + text.length, isLabel: true }];
}

export interface TextCell {
  readonly column: string;
  readonly role?: ColumnRole;
  readonly start: number;
  readonly end: number;
}

/** Numbers with the signs of ranges and bounds, and nothing else. */
const BARE_VALUE = new RegExp(`^[\\d.,\\s±+\\-–—~～${wording('rangeSigns')}≤≥<>]+$`, 'u');

/** `Header: cell; Header: cell`, a bare value with the unit that its own header gives, or else the row's unit cell. */
export function rowText(
  text: string,
  cells: readonly TextCell[],
  all: readonly TextCell[] = cells,
  nameOf: NameColumn = asPrinted,
): string {
  const unitCell = all.find((cell) => cell.role === 'unit');
  const rowUnit = unitCell === undefined ? '' : text.slice(unitCell.start, unitCell.end).trim();
  const takesRowUnit = ({ role, column }: TextCell) => rowUnit !== '' && role === 'value' && headerUnit(column) === undefined;
  const isTaken = cells.some(takesRowUnit);
  return cells
    .filter((cell) => !(isTaken && cell.role === 'unit'))
    .map((cell) => {
      const words = text.slice(cell.start, cell.end).trim();
      if (words === '' || isKeyOfField(cell, text, cells)) return '';
      const unit = takesRowUnit(cell) ? rowUnit : headerUnit(cell.column);
      const header = nameOf(cell);
      const value = unit !== undefined && unit !== '' && BARE_VALUE.test(words) ? `${words} ${unit}` : words;
      return header === '' ? value : `${header}: ${value}`;
    })
    .filter((piece) => piece !== '')
    .join('; ');
}

/** The key of a field (`Rated flow: 12 m³/h`) is the header of its value and is said with it. */
export function isKeyOfField(cell: TextCell, text: string, cells: readonly TextCell[]): boolean {
  if (cell.column !== '') return false;
  const words = text.slice(cell.start, cell.end).trim();
  return cells.some((other) => other !== cell && other.column === words && text.slice(other.start, other.end).trim() !== '');
}
