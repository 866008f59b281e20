import { z } from 'zod';
import { KEY_CLASSES, NODE_KINDS, PREDICATES } from '../../kernel/index.ts';
import { anchorSchema } from './anchor.ts';

export const keySchema = z.object({
  id: z.string(),
  type: z.enum(NODE_KINDS),
  class: z.enum(KEY_CLASSES),
  site: z.string(),
  text: z.string(),
  language: z.enum(['zh', 'en', 'mixed', 'none']),
});

const evidenceSchema = z
  .object({
    versionId: z.string(),
    passageId: z.string(),
    start: z.int(),
    end: z.int(),
    quote: z.string(),
    anchors: z.array(anchorSchema).readonly(),
    extractor: z.string(),
    extractorVersion: z.string(),
    confidence: z.number().meta({ description: "The extractor's own grade from 0 to 1, not a probability" }),
    status: z.enum(['stated', 'observed', 'derived']),
    decisions: z
      .array(z.string())
      .readonly()
      .optional()
      .meta({ description: 'Decisions of people without which this would not count; GET /v1/decisions/{id} says whose' }),
  })
  .meta({ id: 'Evidence' });

export const neighbourhoodSchema = z
  .object({
    entities: z
      .array(z.object({ id: z.string(), type: z.enum(NODE_KINDS), keys: z.array(keySchema).readonly() }))
      .readonly()
      .meta({ description: 'Things of that name; the first key names each' }),
    edges: z
      .array(
        z.object({
          factId: z.string(),
          from: z.string(),
          predicate: z.enum(PREDICATES),
          to: z.string(),
          evidence: z.array(evidenceSchema).readonly(),
        }),
      )
      .readonly(),
    truncated: z.boolean(),
  })
  .meta({ id: 'Neighbourhood', description: 'What is known of a thing, each fact with the words that support it' });
