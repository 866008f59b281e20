import { z } from 'zod';
import {
  AUTHORITIES,
  EXCLUSION_REASONS,
  FORMATS,
  OUTCOMES,
  PASSAGE_KINDS,
  SCOPE_NAME_KINDS,
  SCOPE_NAME_SOURCES,
  SHEET_STATUSES,
  VERSION_STATES,
} from '../../kernel/index.ts';
import { anchorSchema } from './anchor.ts';
import { nextSchema } from './count-cursor.ts';
import { columnMeaningShape } from './decision.ts';
import { documentIdSchema } from './ids.ts';

const languageSchema = z.enum(['zh', 'en', 'mixed', 'none']);

const scopeField = (about: string) => z.string().min(1).max(500).exactOptional().meta({ description: about });

/** What all of a document is about, as its sender says; kept with the version among its `scopeNames`, source `sender`. */
const scopeFields = {
  product: scopeField('Products that all of it is about, separated by commas'),
  model: scopeField('Models, separated by commas'),
  variant: scopeField('Variants, separated by commas'),
  productVersion: scopeField('Versions of the product, separated by commas'),
  serialRange: scopeField('Serial numbers, as one range of one or more pieces: 1000-1499, 1700-1999'),
};

const columnSayingsSchema = z
  .array(z.strictObject({ column: z.string().min(1).max(2000), ...columnMeaningShape }))
  .min(1)
  .max(100);

/** What the sender says of columns comes as JSON in one field. */
const columnsField = z
  .string()
  .max(4000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'is no JSON' });
      return z.NEVER;
    }
  })
  .pipe(columnSayingsSchema)
  .exactOptional()
  .meta({
    description:
      'What columns mean, for who may decide: JSON, a list of objects with `column` (its header) and any of `role`, `unit`, `decimal` and `codes` ' +
      'as in a decision of the kind `correct-column`. Each is kept as a decision on the form of the table, by which its next exports are read too',
    examples: ['[{"column":"Idle","role":"duration","unit":"min"}]'],
  });

/** Fields of the upload form beside the part `file`. */
export const uploadFieldsSchema = z.strictObject({
  uri: z
    .string()
    .min(1)
    .max(2000)
    .exactOptional()
    .meta({ description: 'Your own name for the document; a known uri with other bytes is a new version' }),
  title: z.string().min(1).max(500).exactOptional(),
  documentNumber: z.string().min(1).max(200).exactOptional(),
  revision: z.string().min(1).max(100).exactOptional(),
  effective: z.iso.date().exactOptional().meta({ description: 'Day from which it is valid' }),
  authority: z.enum(AUTHORITIES).exactOptional(),
  site: z.string().min(1).max(100).exactOptional(),
  labels: z.string().max(2000).exactOptional().meta({ description: 'Access labels, separated by commas' }),
  translationOf: documentIdSchema.exactOptional().meta({ description: 'Id of the document that this one translates' }),
  ...scopeFields,
  columns: columnsField,
});

const stampsSchema = z
  .array(z.object({ sheet: z.string(), status: z.enum(SHEET_STATUSES) }))
  .readonly()
  .optional()
  .meta({ description: 'Of a drawing: its stamped sheets; void and superseded ones answer no question' });

const qualitySchema = z
  .object({
    characters: z.int(),
    passages: z.int(),
    pages: z.object({ total: z.int(), text: z.int(), unread: z.int(), unreadPages: z.array(z.int()).readonly() }).optional(),
    recognised: z
      .object({
        engine: z.string(),
        pages: z.int(),
        confidence: z.number(),
        unsure: z.int(),
        regions: z
          .array(
            z.object({
              page: z.int(),
              text: z.string(),
              confidence: z.number(),
              box: z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() }),
            }),
          )
          .readonly(),
      })
      .optional()
      .meta({ description: 'What was recognised in pictures, and the first of the words that were recognised unsurely' }),
    tables: z.int(),
    rows: z
      .object({
        total: z.int(),
        bad: z.int(),
        firstBad: z.array(z.object({ sheet: z.string(), row: z.int(), line: z.int().optional(), fault: z.string() })).readonly(),
      })
      .optional(),
    excluded: z.partialRecord(z.enum(EXCLUSION_REASONS), z.int()),
    garbled: z.number(),
    encoding: z.string().optional(),
    delimiter: z.string().optional(),
    columns: z
      .array(
        z.object({
          header: z.string(),
          role: z.string().optional(),
          unit: z.string().optional(),
          sheet: z.string().optional(),
          decisions: z.array(z.string()).readonly().optional().meta({ description: 'Decisions of people that it was read by' }),
        }),
      )
      .readonly()
      .optional(),
    stamps: stampsSchema,
    aiGenerated: z.literal(true).optional().meta({
      description:
        'It says that AI generated it (a visible line, or `AIGC` in its metadata): its authority is `generated`, below all others',
    }),
    warnings: z.array(z.string()).readonly(),
  })
  .meta({ id: 'QualityReport', description: 'What was read of a document and what was not' });

const labelListSchema = z
  .array(z.string().max(200))
  .max(100)
  .readonly()
  .meta({ description: 'Access labels; none: the document is for everyone' });

export const documentSchema = z
  .object({
    id: z.string(),
    uri: z.string(),
    versionId: z.string(),
    fileName: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    format: z.enum(FORMATS).optional(),
    title: z.string(),
    documentNumber: z.string().optional(),
    revision: z.string().optional(),
    effective: z.iso.date().optional(),
    authority: z.enum(AUTHORITIES),
    language: languageSchema,
    pages: z.int().optional(),
    site: z.string(),
    labels: labelListSchema.optional().meta({
      description: 'Access labels it stands under, all of which the caller holds; none: it is for everyone. Absent of what was just sent',
    }),
    state: z.enum(VERSION_STATES),
    scopeNames: z
      .array(z.object({ kind: z.enum(SCOPE_NAME_KINDS), text: z.string(), source: z.enum(SCOPE_NAME_SOURCES) }))
      .readonly()
      .optional()
      .meta({ description: 'What all of it is about' }),
    stamps: stampsSchema,
    unknownColumns: z.int().optional().meta({
      description: 'Columns of its log whose meaning is not known, so that no figure counts them: reviews ask about them; absent: none',
    }),
    outcome: z.enum(OUTCOMES).optional(),
    reason: z
      .string()
      .optional()
      .meta({ description: 'Why the outcome is not visible, or why what was read again is not what is shown, and what to do' }),
  })
  .meta({ id: 'Document' });

/** Fields of the form for a new version of a document that is known by its id. */
export const revisionFieldsSchema = uploadFieldsSchema.omit({ uri: true });

const revisionSchema = z
  .object({
    documentId: z.string(),
    uri: z.string(),
    ...documentSchema.pick({
      versionId: true,
      title: true,
      documentNumber: true,
      revision: true,
      effective: true,
      authority: true,
      language: true,
      state: true,
      outcome: true,
      reason: true,
      sha256: true,
      bytes: true,
    }).shape,
    sequence: z.int().meta({ description: 'In which order the versions of one document came' }),
    age: z.int().optional().meta({ description: '0 is the valid one, higher is older; absent while it cannot be read' }),
  })
  .meta({ id: 'Revision' });

export const documentHistorySchema = documentSchema
  .extend({
    revisions: z.array(revisionSchema).readonly().meta({
      description:
        'All versions of the document, and of other documents of its number at its site: by authority, then effective date, then revision label, then order of arrival, the valid one first; last those that cannot be read',
    }),
  })
  .meta({ id: 'DocumentHistory' });

export const uploadAnswerSchema = z
  .object({ document: documentSchema, status: z.enum(['new', 'duplicate', 'new-version', 'relabelled']), jobId: z.string() })
  .meta({ id: 'UploadAnswer' });

export const labelsRequestSchema = z.strictObject({ labels: labelListSchema }).meta({ id: 'LabelsRequest' });

export const documentLabelsSchema = z.object({ documentId: z.string(), labels: labelListSchema }).meta({ id: 'DocumentLabels' });

export const passageSchema = z
  .object({
    id: z.string(),
    kind: z.enum(PASSAGE_KINDS),
    text: z.string(),
    language: languageSchema,
    headings: z.array(z.string()).readonly(),
    order: z.int(),
    marker: z.string().optional(),
    recognition: z
      .object({
        method: z.literal('ocr'),
        engine: z.string(),
        confidence: z.number(),
        unsure: z.array(z.object({ start: z.int(), end: z.int(), confidence: z.number() })).readonly(),
        repairs: z.array(z.object({ start: z.int(), end: z.int(), recognised: z.string() })).readonly(),
      })
      .optional()
      .meta({ description: 'How its characters were recognised, where they were read from a picture' }),
    cells: z
      .array(
        z.object({
          column: z.string(),
          role: z.string().optional(),
          decision: z.string().optional().meta({ description: 'The decision of a person that gave the role, or took it away' }),
          start: z.int(),
          end: z.int(),
        }),
      )
      .readonly()
      .optional(),
    anchors: z.array(anchorSchema).readonly(),
    corrections: z
      .array(z.object({ decision: z.string(), start: z.int(), end: z.int(), text: z.string() }))
      .readonly()
      .optional()
      .meta({ description: 'What people say that words of `text` should read; `text` stays as printed' }),
  })
  .meta({ id: 'Passage' });

export const documentListSchema = z
  .object({
    documents: z.array(documentSchema).readonly(),
    next: z.string().optional().meta({ description: 'Give it as `cursor` for the documents that follow; absent: there are none' }),
  })
  .meta({ id: 'DocumentList' });

export const passageListSchema = z
  .object({ passages: z.array(passageSchema).readonly(), next: nextSchema })
  .meta({ id: 'PassageList', description: 'Passages in reading order' });

export const documentQualitySchema = documentSchema
  .pick({ versionId: true, state: true, outcome: true, reason: true })
  .extend({ report: qualitySchema.optional() })
  .meta({ id: 'DocumentQuality' });
