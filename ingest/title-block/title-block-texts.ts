import type { Cell, PassageKind, PassageStructure } from '../../kernel/index.ts';

/** A text at the head of a document, in order. */
export interface HeadText {
  readonly kind: PassageKind;
  readonly text: string;
  readonly cells?: readonly Cell[];
  readonly structure?: PassageStructure;
}

/** Texts of a title block at most. */
const MOST_TEXTS = 40;
const LONGEST_LABEL_TEXT = 300;
const PROSE = /[。！？；]\s*$|[.!?;]\s*$/u;
const UNNAMED = /^(?:column \d+)?$/u;

/**
 * The texts of the title block: what stands under the title, up to the first section, list or paragraph of prose. Rows of a table
 * with named columns are none: they say something of what the columns name.
 */
export function titleBlockTexts(texts: readonly HeadText[]): string[] {
  const block: string[] = [];
  let titled = false;
  for (const one of texts.slice(0, MOST_TEXTS)) {
    const { kind, text } = one;
    if (kind === 'heading') {
      if (titled) break;
      titled = true;
      continue;
    }
    if (kind === 'caption') continue;
    if (kind !== 'paragraph' && kind !== 'table-row' && kind !== 'table') break;
    if (kind === 'paragraph' && isProse(text)) break;
    if (kind !== 'table-row' || hasOwnNames(one)) block.push(text);
  }
  return block;
}

function isProse(text: string): boolean {
  return text.length > LONGEST_LABEL_TEXT || (PROSE.test(text) && text.trim().split(/\s+/u).length > 3) || /[。！？]\s*$/u.test(text);
}

/** A row that names what it says in its own first cell, and is no part of something named above it. */
function hasOwnNames({ cells = [], text, structure }: HeadText): boolean {
  if (structure?.leadIn !== undefined || (structure?.rowLabels ?? []).length > 0) return false;
  const [first] = cells;
  const name = first === undefined ? '' : text.slice(first.start, first.end);
  return cells.every(({ column }) => UNNAMED.test(column) || column === name);
}
