import { z } from 'zod';
import { anchorSchema } from './anchor.ts';
import { decidedSchema, decisionRequestSchema, madeDecisionSchema, shownDecisionSchema } from './decision.ts';
import { keySchema } from './entity.ts';
import { feedbackSchema } from './feedback.ts';

export const reviewStateSchema = z.enum(['open', 'decided']);

const subjectSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('ambiguous-name'), name: keySchema, site: z.string(), identifiers: z.array(keySchema).readonly() }),
    z.object({
      kind: z.literal('link-conflict'),
      cause: z.enum(['two-identifiers', 'parted', 'too-many', 'contradiction']),
      between: z.array(keySchema).readonly().meta({ description: 'Keys that may not be one thing' }),
      keys: z.array(keySchema).readonly().meta({ description: 'All keys that links join' }),
    }),
    z.object({
      kind: z.literal('quarantined-fact'),
      fact: z.string().optional().meta({ description: 'Absent where too little was kept to decide on it' }),
      statement: z.string(),
      cause: z.string().meta({ description: 'How it breaks the schema' }),
    }),
    z.object({ kind: z.literal('doubtful-column'), version: z.string(), table: z.string(), column: z.string() }),
    z.object({
      kind: z.literal('doubtful-row'),
      version: z.string(),
      passage: z.string(),
      cause: z.string(),
      cells: z
        .array(z.object({ column: z.string(), start: z.int(), end: z.int() }))
        .readonly()
        .meta({ description: 'Where its cells stand in the text of the passage, for `correct-text`; empty ones are left out' }),
    }),
    z.object({
      kind: z.literal('unread-part'),
      version: z.string(),
      document: z.string(),
      title: z.string(),
      pages: z.object({ unread: z.int().min(0), first: z.array(z.int()).readonly() }),
      words: z.object({
        unsure: z.int().min(0).meta({ description: 'Words recognised with less confidence than the floor' }),
        first: z.array(z.object({ page: z.int(), text: z.string(), confidence: z.number() })).readonly(),
      }),
    }),
    z.object({ kind: z.literal('answer-feedback'), feedback: feedbackSchema }),
  ])
  .meta({
    id: 'ReviewSubject',
    description:
      '`ambiguous-name`: documents give one name to several identifiers of one site; `quarantined-fact`: it breaks the schema and does not count; `doubtful-column`: its meaning is not known; `doubtful-row`: a cell could not be read; `unread-part`: pages or words of a read document that could not, or not surely, be read; `answer-feedback`: what a person said of an answer, for who may decide and for that person',
  });

export const reviewSchema = z
  .object({
    id: z.string(),
    state: reviewStateSchema,
    subject: subjectSchema,
    touches: z.int().min(0).meta({
      description:
        'How much a decision touches, out of what you may read: `doubtful-column`: rows of the tables that it would be read anew in; `doubtful-row`: 1 row; `ambiguous-name`: places that say the name; `link-conflict`: places that say one of the joined names; `quarantined-fact`: places that state it; `answer-feedback`: 1 answer; `unread-part`: pages and words',
    }),
    evidence: z
      .array(
        z.object({
          passageId: z.string(),
          versionId: z.string(),
          documentId: z.string(),
          title: z.string(),
          start: z.int(),
          end: z.int(),
          quote: z.string(),
          anchors: z.array(anchorSchema).readonly(),
        }),
      )
      .readonly(),
    proposals: z.array(shownDecisionSchema).readonly().meta({ description: 'Decisions that would settle it' }),
    decisions: z.array(decidedSchema).readonly().meta({ description: 'Decisions in force on the same matter' }),
  })
  .meta({ id: 'Review' });

export const reviewListSchema = z
  .object({
    reviews: z.array(reviewSchema).readonly(),
    total: z.int().min(0).meta({ description: 'Reviews that were asked for, on all pages' }),
    next: z.string().optional().meta({ description: 'Give it as `cursor` for the reviews that follow; absent: there are none' }),
  })
  .meta({ id: 'ReviewList' });
export const reviewDecisionRequestSchema = decisionRequestSchema;
export const reviewDecidedSchema = z.object({ decision: madeDecisionSchema, review: reviewSchema }).meta({ id: 'ReviewDecided' });
