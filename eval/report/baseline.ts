import { z } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';
import type { MetricDefinition, RunRecord } from './run-record.ts';

const suiteShape = z.strictObject({
  corpus: z.string(),
  /** Value of each guarded metric over all cases; a metric that does not apply is left out. */
  values: z.record(z.string(), z.number()),
  /** Outcome of each case that is not well. */
  notWell: z.record(z.string(), z.string()),
});

const baselineShape = z.strictObject({
  format: z.literal('faultline-baseline-1'),
  version: z.string(),
  /** How far a value may fall before it is a regression. */
  tolerance: z.number().min(0).max(1),
  /** By suite and metric (`gold/right`) where another one holds. */
  tolerances: z.record(z.string(), z.number().min(0).max(1)),
  suites: z.record(z.string(), suiteShape),
});
/** What a run must not fall behind; it holds no text of documents. */
export type Baseline = z.infer<typeof baselineShape>;

const DECIMALS = 6;

/** What a first baseline begins with: a value may fall by two of a hundred. */
export const FIRST_BASELINE: EarlierBaseline = { tolerance: 0.02, tolerances: {}, suites: {} };
type EarlierBaseline = Pick<Baseline, 'tolerance' | 'tolerances' | 'suites'>;

/**
 * Makes a run the one that later ones are held against; tolerances stay, and so do suites of which the run has no number to hold. Held
 * is what its metric says is guarded, what was held of the suite before, and `more` (`score/faithfulness`).
 */
export function makeBaseline(run: RunRecord, earlier: EarlierBaseline, more: readonly string[] = []): Baseline {
  const { tolerance, tolerances } = earlier;
  const suites = run.suites.flatMap(({ suite, corpus, skipped, metrics, measures, cases }) => {
    const isHeld = ({ name, isGuarded }: MetricDefinition) =>
      isGuarded || earlier.suites[suite]?.values[name] !== undefined || more.includes(`${suite}/${name}`);
    const values = metrics.filter(isHeld).flatMap(({ name }) => {
      const value = measures.find(({ metric, by }) => metric === name && by === 'all')?.value;
      return value === undefined ? [] : [[name, Number(value.toFixed(DECIMALS))] as const];
    });
    if (skipped !== undefined || values.length === 0) return [];
    const notWell = cases.filter(({ isGood }) => !isGood).map(({ id, outcome }) => [id, outcome] as const);
    return [[suite, { corpus, values: Object.fromEntries(values), notWell: Object.fromEntries(notWell) }] as const];
  });
  return {
    format: 'faultline-baseline-1',
    version: run.version,
    tolerance,
    tolerances,
    suites: { ...earlier.suites, ...Object.fromEntries(suites) },
  };
}

/** @throws FaultlineError `invalid-request` for what is no baseline. */
export function parseBaseline(text: string, name: string): Baseline {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new FaultlineError('invalid-request', `${name} does not hold JSON.`, { cause });
  }
  const read = baselineShape.safeParse(json);
  if (!read.success) throw new FaultlineError('invalid-request', `${name} is no baseline: ${z.prettifyError(read.error)}`);
  return read.data;
}
