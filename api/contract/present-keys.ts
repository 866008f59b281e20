import type { FoundEntity } from '../../app/index.ts';

/** A thing as surfaces give it: the folded text of a key is what it is looked up by, and nobody else's. */
export function presentKeys<Found extends FoundEntity>({ keys, ...entity }: Found) {
  return { ...entity, keys: keys.map(({ folded: _, ...key }) => key) };
}
