import { z } from 'zod';
import {
  ANSWER_MODES,
  CHANGED_THINGS,
  CUT_REASONS,
  DEGRADATIONS,
  DERIVED_KINDS,
  DRAWN_BASES,
  DRAWN_CHANGES,
  DRAWN_LINKS,
  KEPT_KINDS,
  LACK_REASONS,
} from '../../app/index.ts';
import { COLUMN_ROLES, VERDICTS } from '../../kernel/index.ts';
import { computedSchema, ranQuerySchema } from './aggregate.ts';
import { aigcLabelSchema, noticeSchema } from './aigc-label.ts';
import { anchorSchema } from './anchor.ts';
import { asOfSchema } from './as-of.ts';
import { conversationIdSchema } from './conversation.ts';
import { filesBeingReadSchema } from './file-being-read.ts';
import { documentIdSchema } from './ids.ts';
import { problemSchema } from './problem.ts';
import { checkSchema } from './verify.ts';
import { withoutUndefined } from './without-undefined.ts';

export const answerRequestSchema = z
  .strictObject({
    question: z
      .string()
      .refine((text) => text.trim() !== '', 'must not be empty')
      .meta({ examples: ['What is the tightening torque of the casing bolts of P-101A?'] }),
    scope: z
      .strictObject({ documents: z.array(documentIdSchema).min(1).max(1000).optional() })
      .transform(withoutUndefined)
      .optional()
      .meta({ description: 'Stay within these documents' }),
    conversationId: conversationIdSchema.optional(),
    asOf: asOfSchema.optional(),
    mode: z.enum(ANSWER_MODES).optional().meta({
      description:
        '`extractive`: the words of the documents alone. `model`: worded by a language model, each sentence checked; without one that is configured and replies the extractive answer, `degraded` by `no-model`. `auto`: as the site is set up',
    }),
  })
  .transform(withoutUndefined)
  .meta({ id: 'AnswerRequest' });

const correctedBy = { decision: z.string(), actor: z.string(), at: z.int().meta({ description: 'Milliseconds, UTC' }), reason: z.string() };
const correctionSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), ...correctedBy, read: z.string(), text: z.string() }),
    z.object({ kind: z.literal('column'), ...correctedBy, column: z.string(), role: z.enum(COLUMN_ROLES).nullable() }),
  ])
  .meta({ id: 'CitedCorrection' });

export const citationSchema = z
  .object({
    documentId: z.string(),
    versionId: z.string(),
    title: z.string(),
    documentNumber: z.string().optional(),
    revision: z.string().optional(),
    section: z.string().optional().meta({ description: 'Title of the section it stands in, as it is printed' }),
    passageId: z.string(),
    start: z.int(),
    end: z.int(),
    quote: z.string(),
    anchors: z.array(anchorSchema).readonly(),
    corrections: z
      .array(correctionSchema)
      .readonly()
      .optional()
      .meta({ description: 'What people corrected in these words or their columns: the claim goes by it, the quote stays as printed' }),
    recognition: z
      .object({
        method: z.literal('ocr'),
        engine: z.string(),
        confidence: z.number().min(0).max(1),
        isUnsure: z
          .boolean()
          .meta({ description: 'Below the floor: nothing that rests on these words is answered, it is shown as nearest' }),
        repairs: z.array(z.object({ recognised: z.string(), text: z.string() })).readonly(),
      })
      .optional()
      .meta({ description: 'Present where the words were recognised in a picture' }),
  })
  .meta({
    id: 'Citation',
    description:
      'Where a claim stands; `quote` is the text of the passage from `start` to `end` (UTF-16 units), which GET /v1/passages/{id}/picture shows',
  });

const saidSchema = z.object({
  text: z.string(),
  verdict: z.enum(VERDICTS),
  checks: z.array(checkSchema).readonly(),
  worded: z.literal(true).optional().meta({ description: 'A model said it, and the check found it in what it cites' }),
  marker: z
    .string()
    .optional()
    .meta({ description: 'Number or letter that a quoted step has in its document, where its words do not begin with it' }),
});
const placeSchema = z.int().min(0);
const placesSchema = z
  .tuple([placeSchema], placeSchema)
  .readonly()
  .meta({
    description: 'Places in `citations` of the answer, at least one',
    // Said in full: the description of a tuple would leave out that others may follow and that the first may not be missing.
    type: 'array',
    items: { type: 'integer', minimum: 0 },
    minItems: 1,
  });

const names = z.array(z.string()).readonly();
const basis = z.enum(DRAWN_BASES);
const isElectrical = z
  .literal(true)
  .optional()
  .meta({ description: 'A one-line diagram shows it: conductors and breakers, not pipes and valves' });
const drawnSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.enum(DRAWN_LINKS), from: z.string(), to: z.string(), line: z.string().optional(), basis, isElectrical }),
    z.object({
      kind: z.literal('isolation'),
      of: z.string(),
      valves: names.meta({
        description:
          'Shut-off valves, or breakers and isolating switches, drawn nearest to it on each line: candidates to be verified on site',
      }),
      unparted: names.meta({ description: 'Other equipment that no shut-off valve parts from it' }),
      leaving: names.meta({ description: 'What has a pipe that goes on at a sheet that was not found' }),
      basis,
      isElectrical,
    }),
    z.object({
      kind: z.literal('changed'),
      drawing: z.string(),
      from: z.string(),
      to: z.string(),
      change: z.enum(DRAWN_CHANGES),
      what: z.enum(CHANGED_THINGS),
      name: z.string(),
      before: z.string().optional(),
      after: z.string().optional(),
    }),
    z.object({ kind: z.literal('normal-state'), valve: z.string(), mark: z.string() }),
    z.object({
      kind: z.literal('candidates-only'),
      isElectrical,
      isRecognised: z.literal(true).optional().meta({ description: 'of a sheet that was read from a picture' }),
    }),
  ])
  .meta({ id: 'DrawnStatement', description: 'What lines of drawings show; present where they say it, and no words do' });

export const claimSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.enum(['quote', 'composed']),
      ...saidSchema.shape,
      citations: placesSchema,
      drawn: drawnSchema.optional(),
    }),
    z.object({
      kind: z.literal('computed'),
      ...saidSchema.shape,
      citations: z.array(placeSchema).readonly().meta({ description: 'Places of some of the rows; of a count of nothing there are none' }),
      computed: z
        .object({
          query: ranQuerySchema,
          ...computedSchema.shape,
          derived: z
            .array(z.object({ kind: z.enum(DERIVED_KINDS), value: z.number() }))
            .readonly()
            .optional()
            .meta({
              description:
                'What follows from the figures by arithmetic: a difference, a share in percent, a rate, days between rows, repeats',
            }),
        })
        .meta({ description: 'The query that gives the figure, its rows and the proof over the rows that matched' }),
    }),
  ])
  .meta({ id: 'Claim' });

const resolutionSchema = z
  .object({
    question: z.string().meta({ description: 'The question that was answered' }),
    kept: z.array(z.object({ kind: z.enum(KEPT_KINDS), text: z.string() })).readonly(),
    text: z.string().meta({ description: 'Says so in a sentence' }),
  })
  .meta({ id: 'Resolution', description: 'How a follow-up was completed with words of earlier questions' });

const wordingSchema = z
  .object({
    model: z.string(),
    prompt: z.string().meta({ description: 'Names the words by which the model was asked' }),
    said: z.int().min(0).meta({ description: 'Sentences that the model said' }),
    kept: z.int().min(0),
    cut: z
      .array(z.object({ reasons: z.array(z.enum(CUT_REASONS)).readonly(), isQuoted: z.boolean() }))
      .readonly()
      .meta({ description: 'Sentences that did not pass the check, without their words; `isQuoted`: what they cite is quoted instead' }),
  })
  .meta({ id: 'WordingReport', description: 'What came of having a model word the answer; absent where none was asked or replied' });

/** Why what is `degraded` was not there. */
export const lackingSchema = z
  .array(z.object({ what: z.enum(DEGRADATIONS), why: z.enum(LACK_REASONS) }))
  .readonly()
  .optional()
  .meta({
    description:
      'Why what is `degraded` was not there: `late` gave nothing in the time that was left and `busy` is being changed (ask again soon), `away` cannot be reached (ask again when it runs), `unreadable` cannot be read (`faultline doctor`)',
  });

export const answerSchema = z
  .object({
    content: z
      .object({
        decision: z.enum(['answered', 'clarify', 'nearest', 'abstained']),
        reason: z
          .enum(['absent', 'wrong-asset', 'false-premise', 'damaged-source', 'unread-part', 'not-verified', 'not-found', 'nothing-read'])
          .optional(),
        intent: z.string(),
        language: z.enum(['zh', 'en']),
        resolution: resolutionSchema.optional(),
        mode: z.enum(['extractive', 'model']).meta({ description: '`model`: a language model worded at least one claim' }),
        wording: wordingSchema.optional(),
        claims: z.array(claimSchema).readonly(),
        citations: z.array(citationSchema).readonly(),
        conflicts: z
          .array(z.object({ winner: z.int(), other: z.int(), text: z.string() }))
          .readonly()
          .meta({
            description:
              'What valid documents say otherwise of one thing: places in `citations`, the one that goes first by authority, date and revision as `winner`, with the words of the other; of steps and sentences the other one stands here alone, not among the claims',
          }),
        safety: z.array(claimSchema).readonly().meta({ description: 'Warnings that go with what the claims tell to do' }),
        missing: z.string().meta({
          description: 'Of a refusal: why, and what does exist; of an answer: what belongs to it and no document tells, mostly empty',
        }),
        candidates: z.array(z.object({ key: z.string().optional(), text: z.string() })).readonly(),
        degraded: z.array(z.enum(DEGRADATIONS)).readonly(),
      })
      .meta({ description: 'Depends on question and state alone: equal states give equal bytes' }),
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'SHA-256 of the canonical JSON of `content`' }),
    envelope: z.object({
      timings: z.record(z.string(), z.number()),
      models: z
        .array(z.string())
        .readonly()
        .optional()
        .meta({ description: 'Language models that read the evidence or worded the answer and were heard' }),
      spending: z
        .object({
          currency: z.string(),
          spent: z.number().min(0),
          budget: z.number().min(0).optional(),
          calls: z.int().min(0),
          notMade: z.int().min(0).meta({ description: 'Calls that were not made since they might have passed the budget' }),
          notMadeMost: z.number().min(0).meta({ description: 'What those would have cost at most' }),
        })
        .optional()
        .meta({ description: 'What the answer spent on a language model, where its price is configured (`FAULTLINE_CHAT_PRICES`)' }),
      lacking: lackingSchema,
      beingRead: filesBeingReadSchema,
      found: z
        .array(z.object({ passageId: z.string(), legs: z.array(z.object({ leg: z.string(), rank: z.int() })).readonly() }))
        .readonly()
        .optional()
        .meta({
          description:
            'How each cited passage was found: its ranks in the legs of retrieval (`identifier`, `lexical`, `vector`, `graph`), best first; no leg: it was read beside what was found, or by a query over rows',
        }),
      notice: noticeSchema,
      aigc: aigcLabelSchema,
      conversation: z
        .object({ id: z.string(), turn: z.int() })
        .optional()
        .meta({ description: 'Place of the question in its conversation, from 1' }),
    }),
  })
  .meta({ id: 'Answer' });

/** `data` of the events of an answer that comes piece by piece, by the event's name. */
export const answerEventSchemas = {
  start: z.object({ intent: z.string(), language: z.enum(['zh', 'en']), resolution: resolutionSchema.optional() }),
  evidence: z.object({ index: z.int().min(0), citation: citationSchema }),
  safety: z.object({ index: z.int().min(0), claim: claimSchema }),
  claim: z.object({ index: z.int().min(0), claim: claimSchema }),
  done: answerSchema,
  error: problemSchema,
} as const;
