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
      element: async (access, place, most) => {
        const read = await passages.element(access, place, most);
        if (read === undefined) return undefined;
        const { following } = read;
        return {
          ...read,
          passages: read.passages.map(corrected),
          ...(following === undefined ? {} : { following: corrected(following) }),
        };
      },
      get: async (access, ids) => (await passages.get(access, ids)).map(corrected),
      range: async (access, version, from, to, kinds) => (await passages.range(access, version, from, to, kinds)).map(corrected),
      ranges: async (access, stretches) => (await passages.ranges(access, stretches)).map((read) => read.map(corrected)),
    },
    async find(access, query, signal) {
      const { parts, ...rest } = await find(access, query, signal);
      return { ...rest, parts: parts.map((hits) => hits.map((hit) => ({ ...hit, stored: corrected(hit.stored) }))) };
    },
  };
}
