import { type Access, type Aggregate, type AggregateQuery, assertNever } from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';
import { type Derivation, meanInterval, unitsTouched } from '../derivation.ts';
import { startDurations } from './running-durations.ts';
import { startRepeats } from './running-repeats.ts';
import { withoutNoise } from './without-noise.ts';

/** What follows from a figure, rounded to the noise of binary fractions; undefined where too few rows have a time. */
export async function deriveFigure(
  evidence: Evidence,
  access: Access,
  { from, where }: AggregateQuery,
  derivation: Derivation,
  { rows, matched, nulls }: Pick<Aggregate, 'rows' | 'matched' | 'nulls'>,
  signal: AbortSignal,
): Promise<number | undefined> {
  switch (derivation.kind) {
    case 'interval': {
      const days = meanInterval(matched - (nulls[0] ?? 0), rows[0]?.[0], rows[0]?.[1]);
      return days === undefined ? undefined : withoutNoise(days);
    }
    case 'rate':
      return withoutNoise(matched / unitsTouched(derivation));
    case 'repeats': {
      const repeats = startRepeats(derivation);
      for await (const page of evidence.records.scan(access, { from, where }, signal)) for (const row of page) repeats.add(row);
      return repeats.value();
    }
    case 'duration': {
      const durations = startDurations(derivation);
      for await (const page of evidence.records.scan(access, { from, where }, signal)) for (const row of page) durations.add(row);
      const hours = durations.value();
      return hours === undefined ? undefined : withoutNoise(hours);
    }
    default:
      return assertNever(derivation);
  }
}
