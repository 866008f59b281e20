/** Where work belongs among traces, by the ids of the W3C Trace Context. */
export interface TracePlace {
  /** 32 hexadecimal digits. */
  readonly trace: string;
  /** Of the work itself, where others were told it before it ended: 16 hexadecimal digits; absent: any. */
  readonly id?: string;
  /** Of the work that it is part of: 16 hexadecimal digits. */
  readonly parent?: string;
}

/** A piece of work that has ended, as a trace shows it. Never text of documents or questions, never secrets, never a tenant. */
export interface TracedStep {
  readonly name: string;
  /** What it is for whoever looks at traces: a request that was answered, work taken from a queue, or a part of either. */
  readonly kind: 'server' | 'consumer' | 'internal';
  /** Milliseconds since 1970, with fractions; `ended` ≥ `began`. */
  readonly began: number;
  readonly ended: number;
  /** The fault was Faultline's or of what it calls. */
  readonly isFailed: boolean;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly steps: readonly TracedStep[];
}

/** Takes what was done, for traces. It is told when the work has ended, never waits and never throws. */
export interface TraceSink {
  /** Without a place, the work is a trace of its own. */
  tell(step: TracedStep, place?: TracePlace): void;
}
