/**
 * What each feature of a passage (`ranking-features.ts`) is worth when passages are ranked. Learnt 2026-11-27 by
 * `faultline eval fit-ranking` from the development part of `datasets/field-questions`; what it brought stands in
 * `docs/trials/field.md`. Five are set, since these questions tell nothing of them or too little: `handed`, since
 * `eval run multi-hop` needs it and it costs these questions nothing; `graphRank`, a walk counts less than a rank by words; `code`,
 * a text that names the asked code comes before one that does not; `superseded`, what another revision replaced comes behind what
 * is valid; `heading`, half of what was learnt, since titles lead to the sections that answer.
 */
export const WEIGHTS = {
  ranking: {
    lexical: 1.41,
    coverage: 1.99,
    nearCoverage: 3.5,
    sectionCoverage: 3.85,
    names: 2.62,
    handed: 6,
    cosine: 1.18,
    cosineShare: 2.26,
    numbers: 2.05,
    telling: 1.45,
    lexicalRank: 1.73,
    vectorRank: 0.99,
    graphRank: 1.2,
    document: 1.23,
    length: 3.3,
    heading: -1.5,
    logRow: -0.94,
    tableRow: 0.51,
    code: 1.5,
    superseded: -3,
  },
} as const;
