import { z } from 'zod';
import { KEY_CLASSES, NODE_KINDS, PREDICATES, QUALIFIER_NAMES, RECORD_KINDS } from '../../kernel/index.ts';
import { beingReadSchema, valueSchema } from './aggregate.ts';
import { anchorSchema } from './anchor.ts';
import { nextSchema } from './count-cursor.ts';

export const keySchema = z.object({
  id: z.string(),
  type: z.enum(NODE_KINDS),
  class: z.enum(KEY_CLASSES),
  site: z.string(),
  text: z.string(),
  language: z.enum(['zh', 'en', 'mixed', 'none']),
});

const directionSchema = z.enum(['out', 'in']).meta({ description: '`out`: the thing is the subject; `in`: it is the object' });

const namedEntitySchema = z
  .object({
    id: z.string(),
    type: z.enum(NODE_KINDS),
    name: z.string(),
    zh: z.string().optional(),
    en: z.string().optional(),
  })
  .meta({ id: 'NamedEntity', description: 'A thing by its strongest identifier and its names' });

const entitySchema = namedEntitySchema
  .extend({ keys: z.array(keySchema).readonly() })
  .meta({ id: 'Entity', description: 'A thing with all keys that name it; every key is a handle of it' });

export const entityListSchema = z
  .object({
    entities: z.array(entitySchema).readonly(),
    next: z.string().optional().meta({ description: 'Give it as `cursor` for the things that follow; absent: there are none' }),
  })
  .meta({ id: 'EntityList' });

const evidenceSchema = z
  .object({
    documentId: z.string(),
    versionId: z.string(),
    title: z.string(),
    documentNumber: z.string().optional(),
    revision: z.string().optional(),
    superseded: z.boolean().meta({ description: 'Another revision has replaced this one' }),
    passageId: z.string(),
    start: z.int(),
    end: z.int(),
    quote: z.string().meta({ description: 'Text of the passage from `start` to `end` (UTF-16 units)' }),
    anchors: z.array(anchorSchema).readonly(),
    extractor: z.string(),
    extractorVersion: z.string(),
    confidence: z.number().meta({ description: "The extractor's own grade from 0 to 1, not a probability" }),
    status: z.enum(['stated', 'observed', 'derived']).meta({
      description: '`stated`: a document says so in general; `observed`: a log saw it happen; `derived`: a rule concludes it',
    }),
    decisions: z
      .array(z.string())
      .readonly()
      .optional()
      .meta({ description: 'Decisions of people without which this would not count; GET /v1/decisions/{id} says whose' }),
  })
  .meta({ id: 'Evidence' });

export const factSchema = z
  .object({
    id: z.string(),
    subject: namedEntitySchema,
    predicate: z.enum(PREDICATES),
    object: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('entity'), entity: namedEntitySchema }),
      z.object({ kind: z.literal('value'), value: valueSchema }),
    ]),
    qualifiers: z
      .array(z.object({ name: z.enum(QUALIFIER_NAMES), text: z.string() }))
      .readonly()
      .meta({ description: 'Conditions and parameters under which the fact holds' }),
    evidence: z.array(evidenceSchema).min(1).readonly().meta({ description: 'Valid revisions first, then by authority of the document' }),
  })
  .meta({ id: 'Fact', description: 'What documents say of a thing, with the words that support it' });

const pieces = { pieces: z.int().meta({ description: 'Pieces of evidence in all; GET /v1/facts/{id} gives them' }) };
const truncated = z.boolean().meta({ description: 'True when a cap left out something' });

export const entityDetailSchema = entitySchema
  .extend({
    values: z.array(factSchema).readonly().meta({ description: 'Specifications and intervals' }),
    relations: z
      .array(z.object({ predicate: z.enum(PREDICATES), direction: directionSchema, count: z.int() }))
      .readonly()
      .meta({ description: 'How many facts join it to other things' }),
    truncated,
  })
  .meta({ id: 'EntityDetail' });

export const neighbourhoodSchema = z
  .object({
    of: z.array(namedEntitySchema).readonly().meta({ description: 'The thing under its id of now' }),
    entities: z
      .array(
        namedEntitySchema.extend({
          depth: z.int().meta({ description: 'Facts from the thing' }),
          community: z.int().meta({ description: 'Number of the group that facts join closely; the largest is 0' }),
        }),
      )
      .readonly(),
    facts: z.array(factSchema.extend(pieces)).readonly(),
    leftOut: z
      .array(z.object({ entity: z.string(), predicate: z.enum(PREDICATES), direction: directionSchema, count: z.int() }))
      .readonly()
      .meta({ description: 'Facts beyond `group`, counted' }),
    truncated,
  })
  .meta({ id: 'Neighbourhood', description: 'What is known around a thing, each fact with the words that support it' });

export const pathsSchema = z
  .object({
    from: z.array(namedEntitySchema).readonly(),
    to: z.array(namedEntitySchema).readonly(),
    paths: z
      .array(
        z.object({
          steps: z
            .array(
              z.object({
                from: namedEntitySchema,
                to: namedEntitySchema,
                facts: z
                  .array(
                    factSchema.extend({
                      ...pieces,
                      direction: z.enum(['out', 'in']).meta({ description: '`out`: read in the direction of the path; `in`: against it' }),
                    }),
                  )
                  .readonly(),
                of: z.int().meta({ description: 'Of how many facts between the two these are' }),
              }),
            )
            .readonly(),
        }),
      )
      .readonly()
      .meta({ description: 'Shortest first' }),
    truncated: z.boolean().meta({ description: 'True when there may be other paths' }),
  })
  .meta({ id: 'Paths', description: 'How two things are connected, each step with its facts and their evidence' });

export const timelineSchema = z
  .object({
    of: z.array(namedEntitySchema).readonly().meta({ description: 'The thing under its id of now' }),
    entries: z
      .array(
        evidenceSchema
          .pick({
            documentId: true,
            versionId: true,
            title: true,
            documentNumber: true,
            revision: true,
            superseded: true,
            passageId: true,
            start: true,
            end: true,
            quote: true,
            anchors: true,
          })
          .extend({
            kind: z.enum([...RECORD_KINDS, 'document']).meta({ description: 'Of a row what kind of row it is' }),
            at: z.number().optional().meta({
              description:
                'Milliseconds since 1970 UTC: the date of a row, or from when a revision is in effect; absent: a document that gives none',
            }),
          }),
      )
      .readonly()
      .meta({
        description:
          'Newest first, documents without a date last; `quote` is the row, or the first passage that says something of the thing',
      }),
    matched: z.int().meta({ description: 'Entries in all, over all pages' }),
    beingRead: beingReadSchema,
    next: nextSchema,
  })
  .meta({ id: 'Timeline', description: 'What happened to a thing and what was written of it, by date' });

export const sheetTagsSchema = z
  .object({
    versionId: z.string(),
    layout: z.string().meta({ description: 'Name of the sheet, as anchors give it' }),
    tags: z
      .array(
        z.object({
          entity: namedEntitySchema,
          passageId: z.string(),
          start: z.int(),
          end: z.int(),
          text: z.string(),
          place: z
            .object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() })
            .meta({ description: 'In the picture of the sheet without marks: shares of its width and height from the top left, 0 to 1' }),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'SheetTags', description: 'The tags of a sheet with the things that they name' });
