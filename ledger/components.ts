import {
  compareText,
  type EntityId,
  KEY_CLASSES,
  type KeyClass,
  type KeyId,
  LINK_CLASSES,
  type LinkClass,
  makeEntityId,
} from '../kernel/index.ts';

/** More keys than this in one component is taken for a mistake in the links. */
const LARGEST_COMPONENT = 64;

export interface ComponentKey {
  readonly id: KeyId;
  readonly type: string;
  readonly class: KeyClass;
  readonly site: string;
}

export interface ComponentLink {
  readonly a: KeyId;
  readonly b: KeyId;
  readonly class: LinkClass;
}

/** A person's word on a pair of keys; of several on one pair the caller gives the latest only. */
export interface PairDecision {
  readonly kind: 'must' | 'cannot';
  readonly a: KeyId;
  readonly b: KeyId;
}

/** A component under construction, and why it could not be kept as first linked. */
interface Cluster {
  readonly keys: readonly ComponentKey[];
  readonly links: readonly ComponentLink[];
}

/**
 * The entity of every key: connected components over the links, under the rules that
 *  - keys of different types, and links to absent keys, never join;
 *  - a name linked to two identifiers of one site joins neither;
 *  - a component with two tags or two serials of one site, with a cannot-link inside, or with more than 64 keys loses its weakest
 *    class of links whole and is computed again, until no conflict or no link is left. Must-links are never dropped.
 * The result is a function of the sets given, free of their order; components of a set of keys closed under links and
 * must-links are the same whether computed alone or with others.
 */
export function components(
  keys: readonly ComponentKey[],
  links: readonly ComponentLink[],
  decisions: readonly PairDecision[],
): ReadonlyMap<KeyId, EntityId> {
  const known = new Map(keys.map((key) => [key.id, key]));
  const usable = dropAmbiguousNames(
    known,
    links.filter(({ a, b }) => a !== b && known.get(a)?.type !== undefined && known.get(a)?.type === known.get(b)?.type),
  );
  const present = decisions.filter(({ a, b }) => known.has(a) && known.has(b));
  const must = present.filter((decision) => decision.kind === 'must');
  const cannot = present.filter((decision) => decision.kind === 'cannot');

  const entities = new Map<KeyId, EntityId>();
  const open = clusters([...known.values()], usable, must);
  for (let cluster = open.pop(); cluster !== undefined; cluster = open.pop()) {
    if (cluster.links.length > 0 && isConflict(cluster.keys, cannot)) {
      const weakest = Math.max(...cluster.links.map((link) => LINK_CLASSES.indexOf(link.class)));
      const kept = cluster.links.filter((link) => LINK_CLASSES.indexOf(link.class) < weakest);
      open.push(...clusters(cluster.keys, kept, must));
      continue;
    }
    const first = [...cluster.keys].sort(compareKeys)[0];
    if (first === undefined) continue;
    const entity = makeEntityId(first.id);
    for (const key of cluster.keys) entities.set(key.id, entity);
  }
  return entities;
}

/** Strongest class first, then id: the first key names the entity. */
export function compareKeys(left: { id: string; class: KeyClass }, right: { id: string; class: KeyClass }): number {
  return KEY_CLASSES.indexOf(left.class) - KEY_CLASSES.indexOf(right.class) || compareText(left.id, right.id);
}

function dropAmbiguousNames(known: ReadonlyMap<KeyId, ComponentKey>, links: readonly ComponentLink[]): ComponentLink[] {
  const named = new Map<string, Set<KeyId>>();
  const pairOf = ({ a, b }: ComponentLink): { group: string; identifier: KeyId } | undefined => {
    const [left, right] = [known.get(a), known.get(b)];
    if (left === undefined || right === undefined || isName(left) === isName(right)) return undefined;
    const [name, identifier] = isName(left) ? [left, right] : [right, left];
    return { group: `${name.id} ${identifier.site}`, identifier: identifier.id };
  };
  for (const link of links) {
    const pair = pairOf(link);
    if (pair !== undefined) named.set(pair.group, (named.get(pair.group) ?? new Set()).add(pair.identifier));
  }
  return links.filter((link) => {
    const pair = pairOf(link);
    return pair === undefined || (named.get(pair.group)?.size ?? 0) < 2;
  });
}

function isName(key: ComponentKey): boolean {
  return key.class === 'name' || key.class === 'path';
}

function isConflict(keys: readonly ComponentKey[], cannot: readonly PairDecision[]): boolean {
  if (keys.length > LARGEST_COMPONENT) return true;
  const identified = new Set<string>();
  for (const key of keys) {
    if (key.class !== 'tag' && key.class !== 'serial') continue;
    const place = `${key.class} ${key.site}`;
    if (identified.has(place)) return true;
    identified.add(place);
  }
  const members = new Set(keys.map((key) => key.id));
  return cannot.some(({ a, b }) => members.has(a) && members.has(b));
}

function clusters(keys: readonly ComponentKey[], links: readonly ComponentLink[], must: readonly PairDecision[]): Cluster[] {
  const parent = new Map<KeyId, KeyId>(keys.map((key) => [key.id, key.id]));
  const rootOf = (id: KeyId): KeyId => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) {
      parent.set(root, parent.get(next) ?? next);
      root = next;
    }
    return root;
  };
  for (const { a, b } of [...links, ...must]) {
    if (parent.has(a) && parent.has(b)) parent.set(rootOf(a), rootOf(b));
  }
  const grouped = new Map<KeyId, { keys: ComponentKey[]; links: ComponentLink[] }>();
  for (const key of keys) {
    const root = rootOf(key.id);
    const group = grouped.get(root) ?? { keys: [], links: [] };
    group.keys.push(key);
    grouped.set(root, group);
  }
  for (const link of links) grouped.get(rootOf(link.a))?.links.push(link);
  return [...grouped.values()];
}
