import { z } from 'zod';

const titleShape = z.object({ zh: z.string(), en: z.string() });
const metricShape = z.object({
  name: z.string().min(1),
  title: titleShape,
  better: z.enum(['higher', 'lower']),
  unit: z.enum(['share', 'milliseconds']),
  /** How its number follows from its cases. */
  statistic: z.string(),
});
const measureShape = z.object({
  metric: z.string(),
  by: z.enum(['all', 'form', 'language']),
  group: z.string(),
  cases: z.int().min(0),
  value: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
});
const shownShape = z.object({
  question: z.string().optional(),
  answer: z.string(),
  expected: z.string().optional(),
  evidence: z.array(z.object({ source: z.string(), text: z.string() })),
  claims: z.array(z.object({ text: z.string(), verdict: z.string(), score: z.number().optional(), reasons: z.array(z.string()) })),
  notes: z.array(z.string()),
});
const caseShape = z.object({
  id: z.string().min(1),
  language: z.string(),
  form: z.string(),
  outcome: z.string(),
  isGood: z.boolean(),
  values: z.record(z.string(), z.number()),
  scored: z.object({ score: z.number() }).optional(),
  refusal: z.object({ isAnswerable: z.boolean(), isAnswered: z.boolean() }).optional(),
  shown: shownShape.optional(),
});
const suiteShape = z.object({
  suite: z.string().min(1),
  title: titleShape,
  skipped: z.string().optional(),
  corpus: z.string(),
  metrics: z.array(metricShape),
  measures: z.array(measureShape),
  cases: z.array(caseShape),
  problems: z.array(z.string()),
});

/** What `faultline eval` writes as report.json, as far as people are shown it. */
export const evaluationShape = z.object({
  format: z.literal('faultline-run-1'),
  version: z.string(),
  at: z.iso.datetime(),
  seed: z.int(),
  configuration: z.string(),
  suites: z.array(suiteShape),
});
export type Evaluation = z.infer<typeof evaluationShape>;
export type EvaluatedSuite = Evaluation['suites'][number];
export type EvaluatedCase = EvaluatedSuite['cases'][number];
export type EvaluatedMetric = EvaluatedSuite['metrics'][number];
