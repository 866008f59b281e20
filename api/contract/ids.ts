import { z } from 'zod';
import { type DocumentId, parseDocumentId } from '../../kernel/index.ts';

/** Id of a document as it enters: checked and branded. */
export const documentIdSchema = z.string().transform((text, context): DocumentId => {
  const id = parseDocumentId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'is no document id; GET /v1/documents lists them' });
  return z.NEVER;
});
