import { z } from 'zod';
import {
  type DocumentId,
  type FactId,
  type FeedbackId,
  type KeyId,
  type PassageId,
  parseDocumentId,
  parseFactId,
  parseFeedbackId,
  parseKeyId,
  parsePassageId,
  parseVersionId,
  type VersionId,
} from '../../kernel/index.ts';

/** Id of a document as it enters: checked and branded. */
export const documentIdSchema = z.string().transform((text, context): DocumentId => {
  const id = parseDocumentId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'is no document id; GET /v1/documents lists them' });
  return z.NEVER;
});

/** Id of a key as it enters. */
export const keyIdSchema = z.string().transform((text, context): KeyId => {
  const id = parseKeyId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'is no key id; GET /v1/entities gives the keys of a name' });
  return z.NEVER;
});

/** Id of a fact as it enters. */
export const factIdSchema = z.string().transform((text, context): FactId => {
  const id = parseFactId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'is no fact id; GET /v1/reviews gives those in quarantine' });
  return z.NEVER;
});

/** Id of a passage as it enters. */
export const passageIdSchema = z.string().transform((text, context): PassageId => {
  const id = parsePassageId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'is no passage id; citations and GET /v1/documents/{id}/passages give them' });
  return z.NEVER;
});

/** Id of a version as it enters. */
export const versionIdSchema = z.string().transform((text, context): VersionId => {
  const id = parseVersionId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'is no version id; citations and GET /v1/documents give them' });
  return z.NEVER;
});

/** Id of what a person said of an answer as it enters. */
export const feedbackIdSchema = z.string().transform((text, context): FeedbackId => {
  const id = parseFeedbackId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'is no id of feedback; GET /v1/feedback lists what was said' });
  return z.NEVER;
});
