import { z } from 'zod';
import { nextSchema } from './count-cursor.ts';

const titleSchema = z.object({ zh: z.string(), en: z.string() });
const counts = { cases: z.int(), good: z.int().meta({ description: 'Cases that came out well' }) };
const skipped = z.string().optional().meta({ description: 'Why it was not run' });

export const evaluationListSchema = z
  .object({
    evaluations: z
      .array(
        z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('read'),
            id: z.string(),
            version: z.string(),
            at: z.iso.datetime(),
            seed: z.int(),
            suites: z.array(z.object({ suite: z.string(), title: titleSchema, skipped, ...counts })).readonly(),
          }),
          z.object({ kind: z.literal('damaged'), id: z.string(), fault: z.string() }),
        ]),
      )
      .readonly(),
    next: nextSchema,
  })
  .meta({ id: 'EvaluationList' });

const metricSchema = z
  .object({
    name: z.string(),
    title: titleSchema,
    better: z.enum(['higher', 'lower']),
    unit: z.enum(['share', 'milliseconds']),
    statistic: z.string().meta({ description: 'How its number follows from its cases' }),
  })
  .meta({ id: 'EvaluatedMetric' });

const figure = { value: z.number().optional(), low: z.number().optional(), high: z.number().optional(), cases: z.int() };

export const evaluationSchema = z
  .object({
    id: z.string(),
    version: z.string(),
    at: z.iso.datetime(),
    seed: z.int(),
    configuration: z.string().meta({ description: 'Hash of the settings that results depend on' }),
    suites: z
      .array(
        z.object({
          suite: z.string(),
          title: titleSchema,
          skipped,
          corpus: z.string().meta({ description: 'Hash of what it was run over' }),
          metrics: z.array(metricSchema).readonly(),
          measures: z
            .array(z.object({ metric: z.string(), by: z.enum(['all', 'form', 'language']), group: z.string(), ...figure }))
            .readonly()
            .meta({ description: 'Over all cases, and by form and language; `low` and `high` bound the 95 % interval' }),
          problems: z.array(z.string()).readonly(),
          ...counts,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Evaluation' });

export const evaluatedCaseListSchema = z
  .object({
    cases: z
      .array(
        z.object({
          id: z.string(),
          language: z.string(),
          form: z.string(),
          outcome: z.string(),
          isGood: z.boolean(),
          values: z.record(z.string(), z.number()),
          shown: z
            .object({
              question: z.string().optional(),
              answer: z.string(),
              expected: z.string().optional(),
              evidence: z.array(z.object({ source: z.string(), text: z.string() })).readonly(),
              claims: z
                .array(
                  z.object({
                    text: z.string(),
                    verdict: z.string(),
                    score: z.number().optional(),
                    reasons: z.array(z.string()).readonly(),
                  }),
                )
                .readonly(),
              notes: z.array(z.string()).readonly(),
            })
            .optional(),
        }),
      )
      .readonly(),
    total: z.int(),
    next: nextSchema,
  })
  .meta({ id: 'EvaluatedCaseList' });

export const evaluationComparisonSchema = z
  .object({
    differences: z
      .array(
        z.object({
          suite: z.string(),
          title: titleSchema,
          metric: metricSchema,
          first: z.object(figure),
          second: z.object(figure),
          difference: z.number().optional().meta({ description: 'Second less first' }),
        }),
      )
      .readonly(),
    changes: z
      .array(
        z.object({
          suite: z.string(),
          id: z.string(),
          first: z.string(),
          second: z.string(),
          turned: z.enum(['worse', 'better', 'otherwise']),
        }),
      )
      .readonly()
      .meta({ description: 'Cases that both have and that came out otherwise, worse ones first' }),
    problems: z
      .array(z.object({ suite: z.string(), kind: z.enum(['one-alone', 'other-corpus', 'other-cases']), count: z.int().optional() }))
      .readonly(),
  })
  .meta({ id: 'EvaluationComparison' });
