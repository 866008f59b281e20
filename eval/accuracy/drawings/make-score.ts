/** What is to be found of one matter, what was found, and what of it is right; names for a person. */
export interface Score {
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
}

/** Holds names that were found against those that are wanted; each counts once. */
export function makeScore(wanted: readonly string[], found: readonly string[]): Score {
  const [all, read] = [new Set(wanted), new Set(found)];
  const right = [...read].filter((one) => all.has(one)).length;
  return {
    wanted: all.size,
    found: read.size,
    right,
    missed: [...all].filter((one) => !read.has(one)),
    invented: [...read].filter((one) => !all.has(one)),
  };
}
