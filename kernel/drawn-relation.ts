/** What the lines of a drawing show between two things. */
export const DRAWN_RELATIONS = [
  'feeds',
  'fed-by',
  'joins',
  'measures',
  'measured-by',
  'controls',
  'controlled-by',
  'in-loop',
  'state-of',
] as const;

/**
 * What a drawing shows of a thing that a passage names: inferred from where lines end and texts stand, or stated by a file that knows
 * what it draws (DEXPI); said in no words. It is kept with the passage of each of its two ends, as seen from there; `joins` is a pipe of which no direction is shown.
 * `state-of` is kept with the mark alone that says how a valve stands (`NC`), of the valve that the file gives it to.
 */
export interface DrawnRelation {
  readonly kind: (typeof DRAWN_RELATIONS)[number];
  /** The tag, number or mark that the passage prints. */
  readonly own: string;
  readonly other: string;
  /** What `other` is: a connector is the way to another sheet, named by its letter. */
  readonly otherIs: 'tag' | 'line' | 'connector' | 'loop';
  /** Number of the line between them. */
  readonly line?: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The file states it; absent where it is inferred. */
  readonly isStated?: true;
}
