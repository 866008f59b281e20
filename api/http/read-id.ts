import { z } from 'zod';
import { type DocumentId, FaultlineError, type JobId, parseDocumentId, parseJobId } from '../../kernel/index.ts';

/** Path of one document or job. */
export const idParamsSchema = z.object({ id: z.string() });

/** What is no id names nothing. @throws FaultlineError `not-found`. */
export function readDocumentId(text: string): DocumentId {
  const id = parseDocumentId(text);
  if (id === undefined) throw new FaultlineError('not-found', 'There is no such document, or you may not read it.');
  return id;
}

/** @throws FaultlineError `not-found`. */
export function readJobId(text: string): JobId {
  const id = parseJobId(text);
  if (id === undefined) throw new FaultlineError('not-found', 'There is no such job.');
  return id;
}
