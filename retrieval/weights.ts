/**
 * What each feature of a passage (`ranking-features.ts`) is worth when passages are ranked. Learnt 2026-11-27 by
 * `faultline eval fit-ranking` from the development part of `datasets/field-questions`; what it brought stands in
 * `docs/trials/field.md`. Four are set, since these questions tell nothing of them or too little: `graphRank`, a walk counts less
 * than a rank by words; `code`, a text that names the asked code comes before one that does not; `superseded`, what another
 * revision replaced comes behind what is valid; `heading`, half of what was learnt, since titles lead to the sections that answer.
 */
export const WEIGHTS = {
  ranking: {
    lexical: 1.33,
    coverage: 3.6,
    nearCoverage: 5.24,
    cosine: 2.41,
    numbers: 2.23,
    telling: 1.58,
    lexicalRank: 1.9,
    vectorRank: 1.91,
    graphRank: 1.2,
    document: 1.69,
    length: 2.97,
    heading: -1.5,
    logRow: -0.89,
    tableRow: 0.27,
    code: 1.5,
    superseded: -3,
  },
} as const;
