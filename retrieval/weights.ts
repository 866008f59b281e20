/**
 * Tuned numbers of ranking. Set before 2026-11-27 on the gold questions of generated demo plants; what each of them does to answers
 * was not measured. Who changes one measures it on seeds not used before, and says here what was seen.
 */
export const WEIGHTS = {
  /** Worth of a rank in each leg. */
  legs: { identifier: 1, lexical: 1, vector: 1, graph: 0.7 },
  /** What a stream keeps of the lexical weight when its passages speak of nothing that is asked. */
  leastShare: 0.2,
  /** Fused ranks give about 0.016 for one first place; a passage that speaks of all that is asked gains as much as one. */
  coverage: 0.016,
  /**
   * Cosine is above 0.3 for one in a hundred unrelated pairs: only what lies above it counts. It weighs most, because it alone is
   * fair between languages: ranks and words prefer passages in the question's own.
   */
  cosine: { weight: 0.06, floor: 0.3 },
  /** A text that names a code that is asked for gains a first place; rows of a log name it without saying what it is. */
  code: 0.016,
  /** A title says where something is treated, seldom what is so. */
  heading: 0.6,
  /** A revision that another one replaced stays findable behind the valid one. */
  superseded: 0.5,
} as const;
