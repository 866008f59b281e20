import type { Selectable } from 'kysely';
import { type ReviewEvidence, spanAnchors } from '../../kernel/index.ts';
import type { LedgerSchema } from '../connection/schema.ts';
import { readPassage } from '../rows/passage-rows.ts';
import { documentIdShape, readShape } from '../rows/stored-shapes.ts';

/** A row of `passage` with the document and title of its version. */
export type StoredEvidence = Selectable<LedgerSchema['passage']> & { readonly document: string; readonly title: string };

export function evidenceOf(row: StoredEvidence, start: number, end: number): ReviewEvidence {
  const passage = readPassage(row);
  return {
    passageId: passage.id,
    versionId: passage.versionId,
    documentId: readShape(documentIdShape, row.document, 'passage'),
    title: row.title,
    start,
    end,
    quote: passage.text.slice(start, end),
    anchors: spanAnchors(passage, start, end),
  };
}
