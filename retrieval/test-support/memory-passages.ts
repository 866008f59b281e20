import {
  type Access,
  compareText,
  type DocumentRow,
  distinctScopeNames,
  ordersNear,
  type PassageReader,
  type RankablePassage,
  readElement,
  type StoredPassage,
  type VersionRow,
} from '../../kernel/index.ts';

export interface MemoryPassages {
  readonly stored: readonly StoredPassage[];
  readonly documents: readonly { readonly document: DocumentRow; readonly version: VersionRow }[];
}

/** As a reader over a ledger gives it. */
function rankableOf({ stored, documents }: MemoryPassages, { passage, documentId, age, tokens }: StoredPassage): RankablePassage {
  const { id, versionId, kind, language, order, scope } = passage;
  const placed = new Map(stored.filter((one) => one.passage.versionId === versionId).map((one) => [one.passage.order, one]));
  const near = ordersNear(passage, (at) => placed.get(at)?.passage.kind).flatMap((at) => {
    const other = placed.get(at);
    return other === undefined ? [] : [other.tokens];
  });
  const own = documents.find(({ document }) => document.id === documentId);
  const names = { title: own?.version.title ?? '', uri: own?.document.uri ?? '' };
  return { id, versionId, documentId, kind, language, order, scope, age, tokens, near, ...names };
}

/** A passage reader over what a test holds in memory at the moment of each read, with access as a ledger applies it. */
export function readMemoryPassages(held: () => MemoryPassages): PassageReader {
  const readable = (access: Access) =>
    held().stored.filter((one) => access.grants.includes(one.labelSet) && !access.hidden.includes(one.passage.versionId));
  const documents = (access: Access) =>
    [...held().documents]
      .filter(({ document, version }) => access.grants.includes(document.labelSet) && !access.hidden.includes(version.id))
      .sort((a, b) => compareText(a.version.title, b.version.title) || compareText(a.document.id, b.document.id));
  const range: PassageReader['range'] = async (access, version, from, to, kinds) =>
    readable(access)
      .filter(
        ({ passage: { versionId, order, kind } }) =>
          versionId === version && order >= from && order <= to && kinds?.includes(kind) !== false,
      )
      .sort((a, b) => a.passage.order - b.passage.order);
  return {
    range,
    ranges: (access, stretches) => Promise.all(stretches.map(({ version, from, to }) => range(access, version, from, to))),
    element: (access, place, most) => readElement(range, access, place, most),
    get: async (access, ids) => {
      const byId = new Map(readable(access).map((one) => [one.passage.id, one]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    rankable: async (access, ids) => {
      const wanted = new Set(ids);
      return readable(access)
        .filter(({ passage }) => wanted.has(passage.id))
        .map((one) => rankableOf(held(), one));
    },
    statistics: async (access, tokens) => {
      const all = readable(access);
      const counted = tokens.map((token) => [token, all.filter((one) => one.tokens.includes(token)).length] as const);
      return {
        passages: all.length,
        averageLength: all.length === 0 ? 0 : all.reduce((sum, one) => sum + one.tokens.length, 0) / all.length,
        frequency: new Map(counted.filter(([, count]) => count > 0)),
      };
    },
    documents: async (access) => documents(access),
    scopeNames: async (access) => distinctScopeNames(readable(access).flatMap(({ scopeNames = [] }) => scopeNames)),
    beingRead: async () => [],
    document: async (access, id) => documents(access).find(({ document }) => document.id === id),
  };
}
