import {
  type Access,
  compareKeys,
  compareText,
  type Entity,
  type EntityPlace,
  type EntitySearch,
  type Evidence,
  type Fact,
  type Key,
  type KeyId,
  type KeyReader,
  type LabelSetId,
  makeEntityId,
  type SupportedFact,
  type VersionId,
} from '../../kernel/index.ts';

/** What a version says, and under which labels it stands. */
interface Said {
  readonly versionId: VersionId;
  readonly labelSet: LabelSetId;
}

type Piece = SupportedFact['evidence'][number];

export interface MemoryKeys {
  readonly keys: readonly (Said & { readonly key: Key })[];
  /** Pairs of keys that name one thing. */
  readonly links: readonly (readonly [KeyId, KeyId])[];
  /** Each fact once for each piece of its evidence. */
  readonly facts: readonly (Said & { readonly fact: Fact; readonly evidence: Evidence })[];
}

/** A key reader over what a test holds in memory at the moment of each read, with access as a ledger applies it. */
export function readMemoryKeys(held: () => MemoryKeys): KeyReader {
  const mayRead = (access: Access) => (said: Said) => access.grants.includes(said.labelSet) && !access.hidden.includes(said.versionId);
  const keysFor = (access: Access) =>
    [
      ...new Map(
        held()
          .keys.filter(mayRead(access))
          .map(({ key }) => [key.id, key]),
      ).values(),
    ].sort(compareKeys);
  function factsFor(access: Access): readonly SupportedFact[] {
    const found = new Map<string, { fact: Fact; evidence: Piece[] }>();
    for (const { fact, versionId, evidence } of held().facts.filter(mayRead(access))) {
      const supported = found.get(fact.id) ?? { fact, evidence: [] };
      supported.evidence.push({ versionId, evidence });
      found.set(fact.id, supported);
    }
    return [...found.values()]
      .sort((a, b) => compareText(a.fact.id, b.fact.id))
      .flatMap(({ fact, evidence }) => supportedBy(fact, evidence.sort(comparePieces)));
  }

  function entityOf(keys: readonly Key[], start: Key): Entity {
    const reached = new Set([start.id]);
    for (const id of reached) for (const pair of held().links) if (pair.includes(id)) for (const end of pair) reached.add(end);
    const named = keys.filter(({ id }) => reached.has(id));
    const first = named[0] ?? start;
    return { id: makeEntityId(first.id), type: first.type, keys: named };
  }

  return {
    find: async (access, folded, { types, classes } = {}) =>
      keysFor(access).filter(
        (key) => folded.includes(key.folded) && types?.includes(key.type) !== false && classes?.includes(key.class) !== false,
      ),
    ofTypes: async (access, types, limit) =>
      keysFor(access)
        .filter((key) => types.includes(key.type))
        .sort((a, b) => compareText(a.folded, b.folded) || compareText(a.id, b.id))
        .slice(0, limit),
    get: async (access, ids) => keysFor(access).filter(({ id }) => ids.includes(id)),
    entities: async (access, ids) => {
      const keys = keysFor(access);
      return new Map(keys.filter(({ id }) => ids.includes(id)).map((key) => [key.id, entityOf(keys, key)]));
    },
    search: async (access, query) => {
      const keys = keysFor(access);
      const places = keys
        .filter(({ type }) => query.types?.includes(type) !== false)
        .flatMap((key): { entity: Entity; place: EntityPlace }[] => {
          const rank = rankOf(key, query);
          return rank === undefined ? [] : [{ entity: entityOf(keys, key), place: { rank, folded: key.folded, key: key.id } }];
        })
        .sort((a, b) => comparePlaces(a.place, b.place));
      const best = places.filter(({ entity }, at) => places.findIndex((other) => other.entity.id === entity.id) === at);
      const rest = best.filter(({ place }) => query.after === undefined || comparePlaces(place, query.after) > 0);
      const page = rest.slice(0, query.limit);
      const next = rest.length > query.limit ? page.at(-1)?.place : undefined;
      return { entities: page.map(({ entity }) => entity), ...(next === undefined ? {} : { next }) };
    },
    facts: async (access, ids, pieces) =>
      factsFor(access)
        .filter(({ fact }) => ids.includes(fact.id))
        .flatMap(({ fact, evidence }) => supportedBy(fact, evidence.slice(0, pieces))),
    passagesOf: async (access, ids) =>
      new Map(
        factsFor(access)
          .filter(({ fact }) => ids.includes(fact.id))
          .map(({ fact, evidence }) => [fact.id, [...new Set(evidence.map((one) => one.evidence.passageId))].sort(compareText)]),
      ),
    about: async (access, ids, predicates, limit) =>
      factsFor(access)
        .filter(({ fact }) => predicates.length === 0 || predicates.includes(fact.predicate))
        .filter(({ fact: { subject, object } }) => ids.includes(subject) || (object.kind === 'key' && ids.includes(object.key)))
        .slice(0, limit),
  };
}

function rankOf({ folded }: Key, { texts, same }: EntitySearch): number | undefined {
  if (texts.length + same.length === 0 || texts.includes(folded) || same.includes(folded)) return 0;
  if (texts.some((text) => folded.startsWith(text))) return 1;
  return texts.some((text) => folded.includes(text)) ? 2 : undefined;
}

function comparePlaces(left: EntityPlace, right: EntityPlace): number {
  const byText = Buffer.compare(Buffer.from(left.folded), Buffer.from(right.folded));
  return left.rank - right.rank || byText || compareText(left.key, right.key);
}

function supportedBy(fact: Fact, [first, ...others]: readonly Piece[]): readonly SupportedFact[] {
  return first === undefined ? [] : [{ fact, evidence: [first, ...others] }];
}

function comparePieces(left: Piece, right: Piece): number {
  return (
    compareText(left.versionId, right.versionId) ||
    compareText(left.evidence.passageId, right.evidence.passageId) ||
    left.evidence.start - right.evidence.start ||
    left.evidence.end - right.evidence.end
  );
}
