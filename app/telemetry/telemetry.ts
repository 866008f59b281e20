import type { TraceSink } from '../../kernel/index.ts';

/** A metric as Prometheus has it; of a histogram each value says by its name whether it is a bucket (with the label `le`), sum or count. */
export interface Measured {
  readonly name: string;
  readonly help: string;
  /** `counter`, `gauge`, `histogram` or `summary`. */
  readonly type: string;
  readonly values: readonly MeasuredValue[];
}

export interface MeasuredValue {
  readonly value: number;
  readonly labels: Readonly<Partial<Record<string, string | number>>>;
  readonly metricName?: string;
}

/** Sends what was done and measured to a receiver, beside everything else: who is not there is told of once, and nobody waits. */
export interface Telemetry extends TraceSink {
  /** Sends what `read` gives each time that metrics are due. */
  measure(read: (signal: AbortSignal) => Promise<readonly Measured[]>): void;
  /** Sends what is left, for a moment, and ends. */
  stop(): Promise<void>;
}
