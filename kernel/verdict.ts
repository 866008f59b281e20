/**
 * What a check of a claim against its sources comes to. `miscited`: another source than the cited one supports it;
 * `not-checked`: there is nothing in it to support (a greeting, a heading).
 */
export const VERDICTS = ['supported', 'contradicted', 'unsupported', 'miscited', 'not-checked'] as const;
export type Verdict = (typeof VERDICTS)[number];
