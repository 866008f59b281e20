import { warningSignal } from '../../ontology/index.ts';
import type { DraftClaim } from '../compose/composition.ts';
import { citedRow, passageSource } from '../compose/source-of.ts';
import type { SourceText } from '../verify/source-text.ts';

export type QuotedDraft = Exclude<DraftClaim, { readonly kind: 'computed' }>;

/** A piece of the extractive answer under the number by which a model cites it, and what a sentence that cites it is held against. */
export interface OfferedEvidence {
  /** From 1. */
  readonly number: number;
  readonly draft: QuotedDraft;
  readonly source: SourceText;
}

/**
 * What of an extractive answer a model may word. Figures, a yes or no, what lines of drawings show and safety messages are none of it: they stay as they are said.
 * A sentence is held against what its reader is shown of the place and nothing beside it, so that each word can be found in a quote.
 */
export function offerEvidence(drafts: readonly DraftClaim[]): readonly OfferedEvidence[] {
  return drafts.filter(isOffered).map((draft, at) => ({ number: at + 1, draft, source: shownSource(draft, String(at + 1)) }));
}

function isOffered(draft: DraftClaim): draft is QuotedDraft {
  if (draft.kind === 'computed' || draft.polar !== undefined || draft.drawn !== undefined) return false;
  const [{ stored }] = draft.spans;
  return stored.passage.kind !== 'warning' && warningSignal(draft.text) === undefined;
}

function shownSource({ text, spans }: QuotedDraft, id: string): SourceText {
  const [{ stored }] = spans;
  const { context = '' } = passageSource(stored);
  if (stored.passage.cells === undefined) return { id, text, context };
  const own = spans.filter((span) => span.stored.passage.id === stored.passage.id);
  return { ...narrowed(citedRow(stored, own)), id, context };
}

/** A row of its cited cells alone. */
function narrowed(row: SourceText): Pick<SourceText, 'text' | 'cells'> {
  let text = '';
  const cells = (row.cells ?? []).map((cell) => {
    const start = text.length;
    const words = row.text.slice(cell.start, cell.end);
    text += `${words}\t`;
    return { ...cell, start, end: start + words.length };
  });
  return { text: text.trimEnd(), cells };
}
