import { z } from 'zod';
import { CAUSE_ORDERS, CAUSE_STANDINGS, DEGRADATIONS, DIAGNOSIS_STATES, EFFORTS, REFUSAL_REASONS } from '../../app/index.ts';
import { OBSERVATION_OUTCOMES } from '../../kernel/index.ts';
import { aigcLabelSchema, noticeSchema } from './aigc-label.ts';
import { citationSchema, claimSchema, lackingSchema } from './answer.ts';
import { asOfSchema } from './as-of.ts';
import { filesBeingReadSchema } from './file-being-read.ts';
import { withoutUndefined } from './without-undefined.ts';

/** More than any table of faults has causes. */
const MOST_OBSERVATIONS = 200;

export const observationsSchema = z
  .array(
    z.strictObject({
      check: z.string().min(1).max(200).meta({ description: 'Id of a check of this diagnosis' }),
      outcome: z.enum(OBSERVATION_OUTCOMES),
    }),
  )
  .max(MOST_OBSERVATIONS)
  .meta({ description: 'What was seen so far, oldest first; of two about one check the later counts' });

export const diagnosisRequestSchema = z
  .strictObject({
    fault: z
      .string()
      .refine((text) => text.trim() !== '', 'must not be empty')
      .meta({ description: 'Symptom, or code and text of an alarm, with the equipment where it is known', examples: ['P-101A vibrates'] }),
    observations: observationsSchema.default([]),
    asOf: asOfSchema.optional(),
  })
  .transform(withoutUndefined)
  .meta({ id: 'DiagnosisRequest' });

const toldSchema = z
  .object({ text: z.string(), claim: claimSchema })
  .meta({ id: 'Told', description: 'Words of a document, and the row that they stand in' });

const causeSchema = toldSchema
  .extend({
    id: z.string(),
    check: z.string().meta({ description: 'Id of the check that tells it' }),
    standing: z.enum(CAUSE_STANDINGS).meta({
      description: '`ruled-out`: looked at, and it is not; `not-checked`: another cause was found before it was seen whether it is this',
    }),
    chance: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'Share of what is still likely: each documented cause counts once, and once more for each earlier order' }),
    remedies: z.array(toldSchema).readonly(),
    earlier: z.object({ atLeast: z.int().min(0), claims: z.array(claimSchema).readonly() }).meta({ description: 'Orders that tell of it' }),
  })
  .meta({ id: 'DiagnosedCause' });

const remedyOf = {
  cause: z.string().meta({ description: 'Id of the cause' }),
  remedy: z.string().meta({ description: 'What is to be done, in words of the documents' }),
};

const procedureSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('documented'),
      ...remedyOf,
      title: z.string().meta({ description: 'Of the section that the steps stand in; empty where they stand under none' }),
      warnings: z.array(claimSchema).readonly().meta({ description: 'To be read before the first step' }),
      steps: z.array(claimSchema).readonly().meta({ description: 'All of them, in order' }),
      missing: z.string().meta({ description: 'What to know of the steps; mostly empty' }),
    }),
    z.object({
      kind: z.literal('none'),
      ...remedyOf,
      missing: z.string().meta({ description: 'Why there is none to give, in the language of the fault' }),
    }),
  ])
  .meta({ id: 'DiagnosedProcedure', description: 'The steps that documents give for doing it, or that they give none' });

export const diagnosisSchema = z
  .object({
    state: z.enum(DIAGNOSIS_STATES).meta({
      description: '`open`: go on with `next`; `found`: a cause was seen; `exhausted`: every documented cause was ruled out',
    }),
    language: z.enum(['zh', 'en']),
    causes: z.array(causeSchema).readonly().meta({ description: 'By `order`; what does not count any longer last' }),
    order: z.enum(CAUSE_ORDERS).meta({
      description:
        '`earlier`: the likeliest first, by earlier orders; `document`: as the document lists them, since nothing tells them apart and `chance` says nothing',
    }),
    next: z
      .object({
        id: z.string(),
        causes: z.array(z.string()).readonly().meta({ description: 'Ids of the causes that it tells' }),
        told: toldSchema.optional().meta({ description: 'What the document says to check; absent where it names causes alone' }),
        effort: z.enum(EFFORTS),
        gain: z.number().min(0).meta({ description: 'Bits that its outcome is expected to tell' }),
      })
      .optional()
      .meta({ description: 'The check that tells most for what it costs' }),
    procedures: z
      .array(procedureSchema)
      .readonly()
      .meta({ description: 'Of the cause that was found or is likelier than every other; empty where none is' }),
    safety: z.array(claimSchema).readonly().meta({ description: 'Warnings for making the machine safe' }),
    citations: z.array(citationSchema).readonly(),
    reason: z.enum(REFUSAL_REASONS).optional(),
    missing: z.string(),
    candidates: z.array(z.object({ key: z.string().optional(), text: z.string() })).readonly(),
    degraded: z.array(z.enum(DEGRADATIONS)).readonly(),
    lacking: lackingSchema,
    beingRead: filesBeingReadSchema,
    notice: noticeSchema,
    aigc: aigcLabelSchema,
  })
  .meta({ id: 'Diagnosis', description: 'Depends on request and state alone: equal states give equal bytes' });
