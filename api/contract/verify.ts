import { z } from 'zod';
import { OMISSION_KINDS, STRICTNESSES } from '../../app/index.ts';
import { VERDICTS } from '../../kernel/index.ts';
import { withoutUndefined } from './without-undefined.ts';

const MAX_TEXT = 100_000;

export const verifyRequestSchema = z
  .strictObject({
    answer: z
      .string()
      .max(MAX_TEXT)
      .optional()
      .meta({ examples: ['The casing bolts are tightened to 85 N·m.'] }),
    claims: z
      .array(
        z
          .strictObject({
            text: z.string().min(1).max(MAX_TEXT),
            start: z.int().min(0).optional(),
            end: z.int().min(0).optional(),
            citations: z.array(z.string()).optional(),
          })
          .transform(withoutUndefined),
      )
      .max(500)
      .optional(),
    sources: z
      .array(z.strictObject({ id: z.string().min(1), text: z.string().max(MAX_TEXT) }))
      .min(1)
      .max(200)
      .meta({ examples: [[{ id: 'manual', text: 'Tighten the casing bolts to 85 N·m.' }]] }),
    question: z.string().optional().meta({
      description:
        'What was asked: a claim that its sources support and that does not answer it (opposite, machine, time, revision, kind of value) says so in a failed check named `question`; its verdict stays',
    }),
    strictness: z.enum(STRICTNESSES).optional().meta({
      description:
        '`strict` (default): as answers of this service are held; `balanced`: what is likelier supported than not counts as supported, where no typed check failed',
    }),
  })
  .refine((request) => (request.answer === undefined) !== (request.claims === undefined), 'give either "answer" or "claims"')
  .transform(withoutUndefined)
  .meta({ id: 'VerifyRequest' });

export const checkSchema = z
  .object({ name: z.string(), outcome: z.enum(['passed', 'failed', 'contradicted']), detail: z.string() })
  .meta({ id: 'Check' });

export const verifyAnswerSchema = z
  .object({
    claims: z
      .array(
        z.object({
          text: z.string(),
          start: z.int(),
          end: z.int(),
          verdict: z.enum(VERDICTS),
          score: z
            .number()
            .min(0)
            .max(1)
            .meta({ description: 'How likely the claim is supported, failed checks included; comparable between claims' }),
          checks: z.array(checkSchema).readonly(),
          citations: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
    decision: z.enum(['supported', 'partly-supported', 'unsupported', 'contradicted', 'nothing-to-check']),
    score: z.number().optional(),
    calibration: z.string().optional().meta({
      description:
        'Which calibration of this site the scores were moved by (`faultline eval calibrate`); absent: they are those of the release',
    }),
    models: z.array(z.string()).readonly().optional().meta({ description: 'Language models whose opinion counts in the scores' }),
    degraded: z
      .array(z.enum(['no-model']))
      .readonly()
      .optional()
      .meta({ description: '`no-model`: a language model should have been asked and was away; the scores are those without it' }),
    omittedWarnings: z
      .array(z.object({ sourceId: z.string(), start: z.int(), end: z.int(), text: z.string() }))
      .readonly()
      .meta({ description: 'Safety messages of the sources that the claims lean on, which no claim passes on: show them with the answer' }),
    omissions: z
      .array(z.object({ kind: z.enum(OMISSION_KINDS), sourceId: z.string(), start: z.int(), end: z.int(), text: z.string() }))
      .readonly()
      .meta({
        description:
          'What the sources say and the claims that lean on them leave out: a `warning`, the `condition` that a claim holds under alone, a `step` of a procedure that claims tell in part',
      }),
  })
  .meta({ id: 'VerifyAnswer' });
