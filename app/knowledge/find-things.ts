import type { FindThings } from '../../graph/index.ts';
import type { Access, Entity, KeyId, KeyReader } from '../../kernel/index.ts';

/** The entities of one reader as the things that a walk over the graph meets; what was met is kept in `seen`. */
export function findThingsIn(keys: KeyReader, access: Access, seen: Map<string, Entity>): FindThings {
  return async (asked) => {
    const things = new Map<KeyId, { readonly id: string; readonly keys: readonly KeyId[] }>();
    for (const [key, entity] of await keys.entities(access, asked)) {
      seen.set(entity.id, entity);
      things.set(key, { id: entity.id, keys: entity.keys.map(({ id }) => id) });
    }
    return things;
  };
}
