import type { PassageId, StoredPassage } from '../../kernel/index.ts';
import type { Candidate, Computed, RefusalReason } from '../answer.ts';
import { headerUnit } from '../verify/source-text.ts';
import { withoutUnit } from '../verify/verbatim.ts';
import type { EvidenceUnit, UnitCell } from './evidence-unit.ts';

/** A span of a passage that a claim leans on. */
export interface Span {
  readonly stored: StoredPassage;
  readonly start: number;
  readonly end: number;
}

/** A claim before the gate. */
export interface DraftClaim {
  readonly kind: 'quote' | 'computed' | 'composed';
  readonly text: string;
  readonly spans: readonly Span[];
  readonly computed?: Computed;
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
    }
  | { readonly kind: 'clarify'; readonly candidates: readonly Candidate[]; readonly claims: readonly DraftClaim[] }
  | {
      readonly kind: 'refuse';
      readonly reason: RefusalReason;
      readonly missing: string;
      readonly claims: readonly DraftClaim[];
      readonly candidates?: readonly Candidate[];
    }
  | { readonly kind: 'passages'; readonly passages: readonly PassageId[] };

/** A passage up to this length is quoted whole: its sentences condition each other. */
const WHOLE = 200;

/** The words of a passage, whole. */
export function quotePassage(stored: StoredPassage): DraftClaim {
  const { passage } = stored;
  const text = passage.cells === undefined ? passage.text : rowText(passage.text, passage.cells);
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
  return { kind: 'quote', text: rowText(unit.stored.passage.text, cells, unit.cells), spans: [{ stored: unit.stored, start, end }] };
}

interface TextCell {
  readonly column: string;
  readonly role?: string;
  readonly start: number;
  readonly end: number;
}

/** `Header: cell; Header: cell`, a bare value with the unit that its header or the row's unit cell gives. */
export function rowText(text: string, cells: readonly TextCell[], all: readonly TextCell[] = cells): string {
  const unitCell = all.find((cell) => cell.role === 'unit');
  const rowUnit = unitCell === undefined ? '' : text.slice(unitCell.start, unitCell.end).trim();
  const takesRowUnit = rowUnit !== '' && cells.some((cell) => cell.role === 'value');
  return cells
    .filter((cell) => !(takesRowUnit && cell.role === 'unit'))
    .map((cell) => {
      const words = text.slice(cell.start, cell.end).trim();
      if (words === '') return '';
      const unit = cell.role === 'value' && rowUnit !== '' ? rowUnit : headerUnit(cell.column);
      const header = withoutUnit(cell.column).trim();
      const value = unit !== undefined && unit !== '' && /^[\d.,\s±+\-–—~～至到≤≥<>]+$/u.test(words) ? `${words} ${unit}` : words;
      return header === '' ? value : `${header}: ${value}`;
    })
    .filter((piece) => piece !== '')
    .join('; ');
}
