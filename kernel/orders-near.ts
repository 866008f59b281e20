import type { PassageKind } from './passage.ts';

/** Passages before and behind one that say what it is about. */
export const REACH = 3;

/**
 * Orders of the passages that stand next to one within its section, ascending: those within `REACH` that no heading parts from it. A
 * heading opens what follows it and is itself no neighbour, since its title stands above all of its section. Rows of a log say
 * nothing of each other.
 */
export function ordersNear(
  { order, kind }: { readonly order: number; readonly kind: PassageKind },
  kindAt: (order: number) => PassageKind | undefined,
): readonly number[] {
  if (kind === 'log-entry') return [];
  const near: number[] = [];
  const isNear = (other: number) => {
    const kindThere = kindAt(other);
    return kindThere !== undefined && kindThere !== 'heading';
  };
  if (kind !== 'heading') for (let other = order - 1; other >= order - REACH && isNear(other); other -= 1) near.unshift(other);
  for (let other = order + 1; other <= order + REACH && isNear(other); other += 1) near.push(other);
  return near;
}
