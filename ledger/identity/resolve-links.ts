import {
  compareKeys,
  compareText,
  type EntityId,
  type KeyClass,
  type KeyId,
  LINK_CLASSES,
  type LinkClass,
  makeEntityId,
  type PairDecision,
  type ReviewSubject,
} from '../../kernel/index.ts';

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

/** Why links could not be kept: what a person is asked to decide. */
export type LinkConflict =
  | { readonly kind: 'ambiguous-name'; readonly name: KeyId; readonly site: string; readonly identifiers: readonly KeyId[] }
  | {
      readonly kind: 'link-conflict';
      readonly cause: Extract<ReviewSubject, { kind: 'link-conflict' }>['cause'];
      /** The keys that may not be one thing, ordered by id; of `too-many` the first key alone. */
      readonly between: readonly KeyId[];
      /** All keys that were joined, ordered by id. */
      readonly keys: readonly KeyId[];
    };

export interface Resolution {
  readonly entities: ReadonlyMap<KeyId, EntityId>;
  /** Ordered by kind and keys; one for each set of keys that may not be one thing. */
  readonly conflicts: readonly LinkConflict[];
}

/** A component under construction. */
interface Cluster {
  readonly keys: readonly ComponentKey[];
  readonly links: readonly ComponentLink[];
}

/**
 * The entity of every key: connected components over the links, under the rules that
 *  - keys of different types, and links to absent keys, never join;
 *  - a link between two keys that a person parted is no link;
 *  - a name linked to two identifiers of one site joins neither, unless a person says which;
 *  - a component with two tags or two serials of one site, with parted keys inside, or with more than 64 keys loses its weakest
 *    class of links whole and is computed again, until no conflict or no link is left. Must-links are never dropped, and what
 *    they alone join is no conflict that dropping links could end.
 * The result is a function of the sets given, free of their order; components of a set of keys closed under links and
 * must-links are the same whether computed alone or with others. Of several decisions on one pair the caller gives the one in force.
 */
export function resolveLinks(
  keys: readonly ComponentKey[],
  links: readonly ComponentLink[],
  decisions: readonly PairDecision[],
): Resolution {
  const known = new Map(keys.map((key) => [key.id, key]));
  const present = decisions.filter(({ a, b }) => known.has(a) && known.has(b));
  const must = present.filter((decision) => decision.kind === 'must-link');
  const cannot = present.filter((decision) => decision.kind === 'cannot-link');
  const parted = new Set(cannot.map(pairText));
  const meant = rootsOf(keys, must);
  const conflicts = new Map<string, LinkConflict>();
  const note = (conflict: LinkConflict): void => {
    const name = conflict.kind === 'ambiguous-name' ? [conflict.name, conflict.site] : [conflict.cause, ...conflict.between];
    const text = `${conflict.kind} ${name.join(' ')}`;
    if (!conflicts.has(text)) conflicts.set(text, conflict);
  };
  const usable = dropAmbiguousNames(
    known,
    meant,
    links.filter(
      (link) =>
        link.a !== link.b &&
        known.get(link.a)?.type !== undefined &&
        known.get(link.a)?.type === known.get(link.b)?.type &&
        !parted.has(pairText(link)),
    ),
    note,
  );
  for (const { a, b } of cannot) {
    if (meant(a) !== meant(b)) continue;
    const joined = keys.filter((key) => meant(key.id) === meant(a));
    note({ kind: 'link-conflict', cause: 'contradiction', between: [a, b].sort(compareText), keys: idsOf(joined) });
  }

  const entities = new Map<KeyId, EntityId>();
  const open = clusters([...known.values()], usable, must);
  for (let cluster = open.pop(); cluster !== undefined; cluster = open.pop()) {
    const found = cluster.links.length > 0 ? conflictsIn(cluster.keys, cannot, meant) : [];
    if (found.length > 0) {
      for (const conflict of found) note(conflict);
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
  return { entities, conflicts: [...conflicts.entries()].sort(([a], [b]) => compareText(a, b)).map(([, conflict]) => conflict) };
}

type RootOf = (id: KeyId) => KeyId;

function dropAmbiguousNames(
  known: ReadonlyMap<KeyId, ComponentKey>,
  meant: RootOf,
  links: readonly ComponentLink[],
  note: (conflict: LinkConflict) => void,
): ComponentLink[] {
  const named = new Map<string, { readonly name: KeyId; readonly site: string; readonly identifiers: Set<KeyId> }>();
  const pairOf = ({ a, b }: ComponentLink): { group: string; name: ComponentKey; identifier: ComponentKey } | undefined => {
    const [left, right] = [known.get(a), known.get(b)];
    if (left === undefined || right === undefined || isName(left) === isName(right)) return undefined;
    const [name, identifier] = isName(left) ? [left, right] : [right, left];
    return { group: `${name.id} ${identifier.site}`, name, identifier };
  };
  for (const link of links) {
    const pair = pairOf(link);
    if (pair === undefined) continue;
    const { name, identifier } = pair;
    const group = named.get(pair.group) ?? { name: name.id, site: identifier.site, identifiers: new Set() };
    named.set(pair.group, group);
    group.identifiers.add(identifier.id);
  }
  // Identifiers that people hold to be one count as one; where people say which one the name means, there is nothing to ask.
  const ambiguous = new Set<string>();
  for (const [group, { name, site, identifiers }] of named) {
    if (new Set([...identifiers].map(meant)).size < 2) continue;
    ambiguous.add(group);
    const isSaid = [...identifiers].some((identifier) => meant(identifier) === meant(name));
    if (!isSaid) note({ kind: 'ambiguous-name', name, site, identifiers: [...identifiers].sort(compareText) });
  }
  return links.filter((link) => {
    const pair = pairOf(link);
    return pair === undefined || !ambiguous.has(pair.group);
  });
}

function isName(key: ComponentKey): boolean {
  return key.class === 'name' || key.class === 'path';
}

function conflictsIn(keys: readonly ComponentKey[], cannot: readonly PairDecision[], meant: RootOf): LinkConflict[] {
  const found: LinkConflict[] = [];
  const all = idsOf(keys);
  const add = (cause: Extract<LinkConflict, { kind: 'link-conflict' }>['cause'], between: readonly KeyId[]): void => {
    found.push({ kind: 'link-conflict', cause, between: [...between].sort(compareText), keys: all });
  };
  if (keys.length > LARGEST_COMPONENT) add('too-many', all.slice(0, 1));
  const places = new Map<string, KeyId[]>();
  for (const key of keys) {
    if (key.class !== 'tag' && key.class !== 'serial') continue;
    const place = `${key.class} ${key.site}`;
    places.set(place, [...(places.get(place) ?? []), key.id]);
  }
  for (const ids of places.values()) if (new Set(ids.map(meant)).size > 1) add('two-identifiers', ids);
  const members = new Set(all);
  for (const { a, b } of cannot) if (members.has(a) && members.has(b) && meant(a) !== meant(b)) add('parted', [a, b]);
  return found;
}

function idsOf(keys: readonly ComponentKey[]): KeyId[] {
  return keys.map((key) => key.id).sort(compareText);
}

function pairText({ a, b }: { readonly a: KeyId; readonly b: KeyId }): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Gives each key one key that stands for all that the pairs join it with. */
function rootsOf(keys: readonly ComponentKey[], pairs: readonly { readonly a: KeyId; readonly b: KeyId }[]): RootOf {
  const parent = new Map<KeyId, KeyId>(keys.map((key) => [key.id, key.id]));
  const rootOf = (id: KeyId): KeyId => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) {
      parent.set(root, parent.get(next) ?? next);
      root = next;
    }
    return root;
  };
  for (const { a, b } of pairs) if (parent.has(a) && parent.has(b)) parent.set(rootOf(a), rootOf(b));
  return rootOf;
}

function clusters(keys: readonly ComponentKey[], links: readonly ComponentLink[], must: readonly PairDecision[]): Cluster[] {
  const rootOf = rootsOf(keys, [...links, ...must]);
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
