import type { Cell, PassageKind } from '../../../kernel/index.ts';
import { inlineSteps, speaksOfFaults, speaksOfTerms, stepMarker } from '../../../ontology/index.ts';
import { readField } from '../../flow/blocks/field.ts';
import { leadingCode } from '../../flow/blocks/find-codes.ts';
import { bulletLength } from './heading-rules.ts';
import { type ItemMark, numberedMark } from './item-mark.ts';
import type { OpenBlock } from './page-state.ts';
import { slicePlaced } from './placed-lines.ts';
import type { PlacedText } from './text-builder.ts';

/** A passage that a block gives, before its place and id. */
export interface BlockPart extends PlacedText {
  readonly kind: PassageKind;
  readonly marker?: string;
  /** Of an item of a list. */
  readonly mark?: ItemMark;
  readonly cells?: readonly Cell[];
  /** How far it stands to the right of its block's first line, in points. */
  readonly indent: number;
}

/** What stands around a block, as far as it says how its words are meant. */
export interface BlockContext {
  /** Titles of the sections around it. */
  readonly titles: readonly string[];
  readonly leadIn: string | undefined;
}

/**
 * The passages of a block of text: as it stands, or where it counts several steps within its lines each of them; a line that
 * names and says (`Rated flow: 12 m³/h`), explains a term or begins with a code has its parts as cells.
 */
export function blockParts(block: OpenBlock, context: BlockContext): readonly BlockPart[] {
  const { kind, text, runs, mark } = block;
  const whole: BlockPart = {
    kind,
    text,
    runs,
    indent: 0,
    ...(block.marker === undefined ? {} : { marker: block.marker }),
    ...(mark === undefined ? {} : { mark }),
  };
  if (kind === 'heading') return [{ ...whole, ...codeCells(block, context) }];
  if ((kind !== 'paragraph' && kind !== 'step') || block.listing === true) return [whole];
  const steps = kind === 'paragraph' && !text.includes('\n') ? stepParts(block) : [];
  if (steps.length > 0) return steps;
  if (kind === 'step') return [whole];
  return [{ ...whole, ...codeCells(block, context), ...fieldCells(block, context) }];
}

function stepParts(block: OpenBlock): BlockPart[] {
  const { text, last, mark } = block;
  const found = inlineSteps(text);
  const [first] = found;
  if (first === undefined) return [];
  const lead = slicePlaced(block, 0, first.start);
  const steps = found.flatMap(({ start, marker }, index): BlockPart[] => {
    const placed = slicePlaced(block, start, found[index + 1]?.start ?? text.length);
    const opening = placed.text.slice(0, stepMarker(placed.text)?.length ?? marker.length);
    return [{ kind: 'step', ...placed, marker, mark: numberedMark(opening, marker), indent: lead.text === '' ? 0 : last.size }];
  });
  if (lead.text === '') return steps;
  return [{ kind: 'paragraph', ...lead, indent: 0, ...(mark === undefined ? {} : { mark }) }, ...steps];
}

function fieldCells({ text, boldLength }: OpenBlock, { titles }: BlockContext): Pick<BlockPart, 'cells' | 'kind'> | undefined {
  const from = bulletLength(text) ?? 0;
  const field = readField(text.slice(from), Math.max(0, boldLength - from), speaksOfTerms(titles.at(-1) ?? ''));
  return field === undefined ? undefined : { kind: field.kind, cells: shifted(field.cells, from) };
}

/** The code that an item or title begins with, where the words around speak of faults. */
function codeCells({ kind, text, mark }: OpenBlock, { titles, leadIn }: BlockContext): Pick<BlockPart, 'cells' | 'kind'> | undefined {
  const isItem = kind === 'paragraph' && mark !== undefined;
  if (!isItem && kind !== 'heading') return undefined;
  if (![...titles, leadIn ?? ''].some(speaksOfFaults)) return undefined;
  const from = isItem ? (bulletLength(text) ?? 0) : 0;
  const words = text.slice(from);
  const code = leadingCode(isItem ? { kind: 'item', text: words, bold: 0 } : { kind: 'heading', level: 1, text: words }, true);
  if (code === undefined) return undefined;
  const name = words.slice(0, code.end);
  const cells: readonly Cell[] = [
    { column: '', role: 'alarm-code', start: 0, end: code.end },
    { column: name, role: 'alarm-text', start: code.words, end: words.length },
  ];
  return { kind: isItem ? 'table-row' : 'heading', cells: shifted(cells, from) };
}

function shifted(cells: readonly Cell[], by: number): readonly Cell[] {
  return cells.map((cell) => ({ ...cell, start: cell.start + by, end: cell.end + by }));
}
