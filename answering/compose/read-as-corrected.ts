import { asCorrected, type StoredPassage } from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';

/** Evidence whose passages are understood as people corrected them; what is cited of them is in the document's words again. */
export function readAsCorrected(evidence: Evidence): Evidence {
  const { passages, find } = evidence;
  const corrected = (stored: StoredPassage): StoredPassage => {
    const passage = asCorrected(stored.passage);
    return passage === stored.passage ? stored : { ...stored, passage };
  };
  return {
    ...evidence,
    passages: {
      ...passages,
      get: async (access, ids) => (await passages.get(access, ids)).map(corrected),
      range: async (access, version, from, to, kinds) => (await passages.range(access, version, from, to, kinds)).map(corrected),
    },
    async find(access, query, signal) {
      const { hits, degraded } = await find(access, query, signal);
      return { hits: hits.map(({ stored, score }) => ({ stored: corrected(stored), score })), degraded };
    },
  };
}
