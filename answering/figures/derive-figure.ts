import { type Access, type Aggregate, type AggregateQuery, assertNever } from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';
import { type Derivation, meanInterval, unitsTouched } from '../derivation.ts';
import { startRepeats } from './running-repeats.ts';

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
    case 'interval':
      return tidy(meanInterval(matched - (nulls[0] ?? 0), rows[0]?.[0], rows[0]?.[1]));
    case 'rate':
      return tidy(matched / unitsTouched(derivation));
    case 'repeats': {
      const repeats = startRepeats(derivation);
      for await (const page of evidence.records.scan(access, { from, where }, signal)) for (const row of page) repeats.add(row);
      return repeats.value();
    }
    default:
      return assertNever(derivation);
  }
}

function tidy(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toPrecision(12));
}
