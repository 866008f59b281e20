/**
 * What each feature of a passage (`ranking-features.ts`) is worth when passages are ranked. Learnt 2026-11-27 by
 * `faultline eval fit-ranking` from the development part of `datasets/field-questions`; what it brought stands in
 * `docs/trials/field.md`. Five are set, since these questions tell nothing of them or too little: `handed`, since
 * `eval run multi-hop` needs it and it costs these questions nothing; `graphRank`, a walk counts less than a rank by words; `code`,
 * a text that names the asked code comes before one that does not; `superseded`, what another revision replaced comes behind what
 * is valid; `heading`, half of what was learnt, since titles lead to the sections that answer. Cosines of an embedder that reads the
 * order of words (`contextual`) tell more, so its weights are of their own; learnt with multilingual-e5-small.
 */
export const WEIGHTS = {
  ranking: {
    static: {
      lexical: 1.57,
      coverage: 2.16,
      nearCoverage: 3.49,
      sectionCoverage: 3.89,
      names: 1.78,
      handed: 6,
      cosine: 1.27,
      cosineShare: 1.99,
      numbers: 1.88,
      telling: 0.75,
      lexicalRank: 1.84,
      vectorRank: 0.97,
      graphRank: 1.2,
      document: 0.8,
      length: 2.43,
      heading: -1.5,
      logRow: -0.12,
      tableRow: 0.34,
      code: 1.5,
      superseded: -3,
    },
    contextual: {
      lexical: 1.47,
      coverage: 1.75,
      nearCoverage: 3.04,
      sectionCoverage: 3.3,
      names: 1.28,
      handed: 6,
      cosine: 1.79,
      cosineShare: 2.5,
      numbers: 1.62,
      telling: 0.43,
      lexicalRank: 1.75,
      vectorRank: 2.45,
      graphRank: 1.2,
      document: 0.59,
      length: 2.87,
      heading: -1.75,
      logRow: -0.34,
      tableRow: 0.32,
      code: 1.5,
      superseded: -3,
    },
  },
  /** What a unit of the cross-encoder's log odds counts beside that (`rerank-hits.ts`). */
  reading: 0.5,
} as const;
