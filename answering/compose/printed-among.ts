import type { StoredPassage } from '../../kernel/index.ts';
import type { PrintedAt } from './evidence-unit.ts';

/** For each passage: how to find, among those given, what its version prints at a place. */
export function printedAmong(given: readonly StoredPassage[]): (stored: StoredPassage) => PrintedAt {
  const byPlace = new Map(given.map((stored) => [`${stored.passage.versionId} ${stored.passage.order}`, stored]));
  return ({ passage }) =>
    (order) =>
      byPlace.get(`${passage.versionId} ${order}`);
}
