import { z } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';

/** How the number of a metric follows from the cases that it applies to. */
const STATISTICS = [
  'mean',
  'median',
  'ninety-fifth',
  'auroc',
  'balanced-accuracy',
  'calibration-error',
  'risk-coverage-area',
  'refusal-precision',
  'refusal-recall',
  'refusal-balance',
  'false-refusals',
] as const;

const titleShape = z.strictObject({ zh: z.string(), en: z.string() });

const metricShape = z.strictObject({
  name: z.string().min(1),
  title: titleShape,
  statistic: z.enum(STATISTICS),
  better: z.enum(['higher', 'lower']),
  unit: z.enum(['share', 'milliseconds']),
  /** Whether the gate holds it: what depends on the machine it does not. */
  isGuarded: z.boolean(),
});
export type MetricDefinition = z.infer<typeof metricShape>;

const caseShape = z.strictObject({
  id: z.string().min(1),
  language: z.enum(['zh', 'en', 'mixed', 'none']),
  /** Form of a question, kind of an edit, name of a set: what cases are told apart by beside their language. */
  form: z.string().min(1),
  /** What became of it, in a word of its suite. */
  outcome: z.string().min(1),
  isGood: z.boolean(),
  /** By name of a metric what the case adds to it; absent: the metric does not apply to the case. */
  values: z.record(z.string(), z.number()),
  /** A score with the truth, and whether it was accepted where that is decided by more than the score. */
  scored: z.strictObject({ score: z.number(), isSupported: z.boolean(), isAccepted: z.boolean().optional() }).optional(),
  refusal: z.strictObject({ isAnswerable: z.boolean(), isAnswered: z.boolean() }).optional(),
  /** What a reader is shown of it. Absent in a baseline. */
  shown: z
    .strictObject({
      question: z.string().optional(),
      answer: z.string(),
      expected: z.string().optional(),
      evidence: z.array(z.strictObject({ source: z.string(), text: z.string() })).readonly(),
      claims: z
        .array(
          z.strictObject({
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
});
export type CaseRecord = z.infer<typeof caseShape>;

const measureShape = z.strictObject({
  metric: z.string().min(1),
  by: z.enum(['all', 'form', 'language']),
  /** Form or language; empty of all. */
  group: z.string(),
  /** Cases that the metric applies to. */
  cases: z.int().min(0),
  /** Absent: not applicable, which is no zero. */
  value: z.number().optional(),
  /** 95 % interval. */
  low: z.number().optional(),
  high: z.number().optional(),
});
export type Measure = z.infer<typeof measureShape>;

const suiteShape = z.strictObject({
  suite: z.string().min(1),
  title: titleShape,
  /** Why it could not run; then it has neither cases nor measures. */
  skipped: z.string().optional(),
  /** Hash of what it was run over. */
  corpus: z.string(),
  /** What a reader has to know of how it was run, and of what its numbers mean. */
  facts: z
    .array(z.strictObject({ name: titleShape, value: titleShape }))
    .readonly()
    .optional(),
  /** Whether scores are meant as chances, so that it may be asked how well they are held. */
  scoresAre: z.enum(['chances', 'ranks', 'none']),
  metrics: z.array(metricShape).readonly(),
  measures: z.array(measureShape).readonly(),
  cases: z.array(caseShape).readonly(),
  /** What was not run or read, with the reason. */
  problems: z.array(z.string()).readonly(),
});
export type SuiteRecord = z.infer<typeof suiteShape>;

const runShape = z.strictObject({
  format: z.literal('faultline-run-1'),
  version: z.string(),
  /** Instant, ISO 8601. */
  at: z.string(),
  seed: z.int(),
  /** Hash of the settings that results depend on. */
  configuration: z.string(),
  suites: z.array(suiteShape).readonly(),
});
/** A run of suites: what was asked and given, case by case, and what it comes to. */
export type RunRecord = z.infer<typeof runShape>;

/** @throws FaultlineError `invalid-request` for what is no record of a run. */
export function parseRunRecord(text: string, name: string): RunRecord {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new FaultlineError('invalid-request', `${name} does not hold JSON.`, { cause });
  }
  const read = runShape.safeParse(json);
  if (!read.success) throw new FaultlineError('invalid-request', `${name} is no record of a run: ${z.prettifyError(read.error)}`);
  return read.data;
}
