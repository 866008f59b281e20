import type { FuzzFormat } from './fuzz-file.ts';

/** A file that is small on disk or simple in form and meant to use up time, memory or stack. */
export interface Bomb {
  readonly format: FuzzFormat;
  readonly name: string;
  readonly kind: string;
  readonly make: () => Buffer | string;
}

/** Its bytes, of which each sign stands for one where the text is that of a PDF. */
export function bombBytes({ format, make }: Bomb): Buffer {
  const made = make();
  return typeof made === 'string' ? Buffer.from(made, format === 'pdf' ? 'latin1' : 'utf8') : made;
}
