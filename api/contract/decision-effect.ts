import { z } from 'zod';
import { COLUMN_ROLES } from '../../kernel/index.ts';
import { valueSchema } from './aggregate.ts';
import { anchorSchema } from './anchor.ts';
import { decisionSchema } from './decision.ts';
import { factSchema } from './entity.ts';

export const previewRequestSchema = z.strictObject({ decision: decisionSchema }).meta({ id: 'DecisionPreviewRequest' });

const cellReadingSchema = z.object({
  text: z.string().meta({ description: 'As people corrected it' }),
  role: z.enum(COLUMN_ROLES).optional().meta({ description: 'What its column means; absent: nothing that is known' }),
  value: valueSchema.nullable().optional().meta({
    description:
      'What could not be read as its column says stays text, and the row is not read in full; null: empty; absent: its table is no log',
  }),
});

const rowsSchema = z.object({
  kind: z.literal('rows'),
  total: z.int().min(0).meta({ description: 'Versions of documents that would be read anew' }),
  documents: z
    .array(
      z.object({
        documentId: z.string(),
        versionId: z.string(),
        title: z.string(),
        rows: z.int().min(0).optional().meta({ description: 'Absent where its tables are no logs' }),
      }),
    )
    .readonly()
    .meta({ description: 'At most 20 of them' }),
  rows: z.int().min(0).meta({ description: 'Rows in question in all of them' }),
  looked: z.int().min(0).meta({ description: 'Rows of one version that were read as they would be, to tell what follows' }),
  changed: z.int().min(0).meta({ description: 'Those of them that would be read otherwise' }),
  faulty: z
    .object({ before: z.int().min(0), after: z.int().min(0) })
    .meta({ description: 'Those of them that are not read in full, as it is and as it would be' }),
  samples: z
    .array(
      z.object({
        passageId: z.string(),
        anchors: z.array(anchorSchema).readonly(),
        cells: z
          .array(z.object({ column: z.string(), printed: z.string(), before: cellReadingSchema, after: cellReadingSchema }))
          .readonly(),
        fault: z.object({ before: z.string().optional(), after: z.string().optional() }),
      }),
    )
    .readonly()
    .meta({ description: 'Some rows that would be read otherwise, with the cells that would' }),
});

const thingSchema = z.object({
  id: z.string(),
  names: z.array(z.string()).readonly(),
  facts: z.int().min(0).meta({ description: 'How many facts speak of it; 1000: at least' }),
  told: z.array(factSchema).readonly().meta({ description: 'Some of them' }),
});

/** What a decision would change, out of what its caller may read. */
export const decisionEffectSchema = z
  .discriminatedUnion('kind', [
    rowsSchema,
    z.object({ kind: z.literal('things'), before: z.array(thingSchema).readonly(), after: z.array(thingSchema).readonly() }),
    z.object({
      kind: z.literal('text'),
      documentId: z.string(),
      title: z.string(),
      passageId: z.string(),
      before: z.string(),
      after: z.string(),
    }),
    z.object({
      kind: z.literal('fact'),
      statement: z.string(),
      places: z.int().min(1).meta({ description: 'Places that state it' }),
      counts: z.object({ before: z.boolean(), after: z.boolean() }),
    }),
    z.object({
      kind: z.literal('answer'),
      isMeasured: z.boolean().meta({ description: 'It becomes a case to measure by; nothing that is known changes' }),
    }),
    z.object({ kind: z.literal('unread') }),
  ])
  .meta({
    id: 'DecisionEffect',
    description:
      '`rows`: how rows of logs and tables would be read; `text`: how a passage would read; `things`: which things two keys would stand for; `fact`: whether a fact would count; `answer`: what becomes of what was said of an answer; `unread`: nothing that is known changes',
  });
