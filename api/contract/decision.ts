import { z } from 'zod';
import { COLUMN_ROLES, DECIMAL_MARKS, type Decision } from '../../kernel/index.ts';
import { nextSchema } from './count-cursor.ts';
import { factIdSchema, feedbackIdSchema, keyIdSchema, passageIdSchema, versionIdSchema } from './ids.ts';

const pairKind = z.enum(['must-link', 'cannot-link']);
const MAX_TEXT = 2000;
/** What a person may say of a column; what is absent stays as read. */
export const columnMeaningShape = {
  role: z.enum(COLUMN_ROLES).nullable().exactOptional().meta({ description: 'null: nothing that is known' }),
  unit: z
    .string()
    .min(1)
    .max(20)
    .exactOptional()
    .meta({ description: 'Unit of its plain numbers', examples: ['min'] }),
  decimal: z.enum(DECIMAL_MARKS).exactOptional().meta({ description: 'What its decimals stand behind' }),
  codes: z
    .record(z.string().min(1).max(100), z.string().min(1).max(MAX_TEXT))
    .exactOptional()
    .meta({ description: 'What whole cells mean, by the cell as printed', examples: [{ '02': 'seal leak' }] }),
};
const columnShape = {
  table: z
    .string()
    .max(MAX_TEXT)
    .meta({ description: 'Sheet of the rows (empty where the file names none), else a title that they stand under' }),
  column: z.string().min(1).max(MAX_TEXT).meta({ description: 'Header of the column as read' }),
  ...columnMeaningShape,
};
const formShape = {
  document: z.string().exactOptional().meta({ description: 'All versions of this document' }),
  form: z
    .string()
    .exactOptional()
    .meta({ description: 'The form that its table follows: all documents with such a table, whatever their names' }),
};
const factKind = z.enum(['accept-fact', 'reject-fact']);
const judgedShape = {
  kind: z.literal('judge-answer'),
  outcome: z.enum(['confirmed', 'dismissed']).meta({ description: '`confirmed`: the answer was at fault as it was said' }),
  expected: z.string().trim().min(1).max(MAX_TEXT).exactOptional().meta({ description: 'Words that a right answer has in it' }),
};

/** What a person can decide. */
export const decisionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: pairKind,
      a: keyIdSchema.meta({ examples: ['key_00000000000000000000000000000001'] }),
      b: keyIdSchema.meta({ examples: ['key_00000000000000000000000000000002'] }),
    }),
    z.strictObject({ kind: factKind, fact: factIdSchema }),
    z.strictObject({
      kind: z.literal('correct-text'),
      version: versionIdSchema,
      passage: passageIdSchema,
      start: z.int().min(0),
      end: z.int().min(0),
      read: z.string().max(MAX_TEXT).meta({ description: 'What stands there, as a check' }),
      text: z.string().min(1).max(MAX_TEXT).meta({ description: 'What should stand there' }),
    }),
    z.strictObject({ kind: z.literal('correct-column'), version: versionIdSchema, ...columnShape }),
    z.strictObject({ ...judgedShape, feedback: feedbackIdSchema }),
    z.strictObject({ kind: z.literal('set-aside'), version: versionIdSchema }),
  ])
  .meta({
    id: 'Decision',
    description:
      '`must-link` and `cannot-link`: whether two keys name one thing; `accept-fact` and `reject-fact`: whether a fact in quarantine counts; `correct-text`: what misread words of a passage (in a row: of one cell) should read; `correct-column`: what a column means, in all versions of the document and in all documents whose table follows the same form; `judge-answer`: whether an answer was at fault as a person said of it; `set-aside`: nothing of worth stands in what could not be read of a version',
  }) satisfies z.ZodType<Exclude<Decision, { kind: 'undo' }>>;

const reasonSchema = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .meta({ description: 'Why, in words that others understand later; kept with the decision' });

export const decisionRequestSchema = z.strictObject({ decision: decisionSchema, reason: reasonSchema }).meta({ id: 'DecisionRequest' });
export const undoRequestSchema = z.strictObject({ reason: reasonSchema }).meta({ id: 'UndoRequest' });

/** A decision as it is shown: as made, an undoing too. */
export const shownDecisionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: pairKind, a: z.string(), b: z.string() }),
  z.object({ kind: factKind, fact: z.string() }),
  z.object({
    kind: z.literal('correct-text'),
    version: z.string(),
    passage: z.string(),
    start: z.int(),
    end: z.int(),
    read: z.string(),
    text: z.string(),
  }),
  z.object({ kind: z.literal('correct-column'), version: z.string(), ...formShape, ...columnShape }),
  z.object({ ...judgedShape, feedback: z.string() }),
  z.object({ kind: z.literal('set-aside'), version: z.string() }),
  z.object({ kind: z.literal('undo'), undoes: z.string() }),
]);

const madeShape = {
  id: z.string(),
  decision: shownDecisionSchema,
  actor: z.string(),
  at: z.iso.datetime(),
  reason: z.string(),
  state: z.enum(['in-force', 'superseded', 'undone']).meta({ description: '`superseded`: a later decision on the same matter holds' }),
};

export const decidedSchema = z.object(madeShape).meta({ id: 'DecidedBy' });

export const madeDecisionSchema = z
  .object({
    ...madeShape,
    dormant: z.boolean().meta({ description: 'What it is about is not there; it holds again when that is back' }),
  })
  .meta({ id: 'MadeDecision' });

export const decisionListSchema = z
  .object({
    decisions: z.array(madeDecisionSchema).readonly(),
    next: nextSchema,
  })
  .meta({ id: 'DecisionList', description: 'Newest first' });
