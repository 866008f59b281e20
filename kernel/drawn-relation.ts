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
  'drives',
  'driven-by',
  'drawn-as',
] as const;

/**
 * What a drawing shows of a thing that a passage names: inferred from where lines end and texts stand, or stated by a file that knows
 * what it draws (DEXPI); said in no words. It is kept with the passage of each of its two ends, as seen from there; `joins` is a pipe of which no direction is shown.
 * `state-of` is kept with the mark alone that says how a valve stands (`NC`), of the valve that the file gives it to. Of a one-line
 * diagram `feeds` and `joins` are conductors, `feeds` from the supply to the load; a motor `drives` the machine whose tag stands with
 * its own; `drawn-as` is kept with each thing, `other` being what it is (`breaker`).
 */
export interface DrawnRelation {
  readonly kind: (typeof DRAWN_RELATIONS)[number];
  /** The tag, number or mark that the passage prints. */
  readonly own: string;
  readonly other: string;
  /** What `other` is: a connector is the way to another sheet, named by its letter; a role is what a thing of a one-line diagram is. */
  readonly otherIs: 'tag' | 'line' | 'connector' | 'loop' | 'role';
  /** Number of the line, or of the cable, between them. */
  readonly line?: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The file states it; absent where it is inferred. */
  readonly isStated?: true;
  /** It stands on a one-line diagram; absent of pipes and signals. */
  readonly isElectrical?: true;
}
