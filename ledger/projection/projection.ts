import {
  compareText,
  type DocumentId,
  type EntityId,
  type EvidenceStatus,
  type FactId,
  type Key,
  type KeyId,
  type LabelSetId,
  type Language,
  type NodeKind,
  type Passage,
  type Predicate,
  type Unit,
  type VersionId,
} from '../../kernel/index.ts';
import { BATCH_ROWS, batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';
import { readPassage } from '../rows/passage-rows.ts';
import {
  documentIdShape,
  entityIdShape,
  evidenceStatusShape,
  factIdShape,
  keyClassShape,
  keyIdShape,
  labelSetIdShape,
  languageShape,
  nodeKindShape,
  predicateShape,
  readJson,
  readShape,
  tokensShape,
} from '../rows/stored-shapes.ts';

/** A passage as an index needs it. */
interface ProjectedPassage {
  readonly passage: Passage;
  readonly documentId: DocumentId;
  readonly labelSet: LabelSetId;
  /** Of the version. */
  readonly title: string;
  readonly tokens: readonly string[];
  /** Whether a typed record stands behind it. */
  readonly hasRecord: boolean;
}

/** A fact between two keys as one version supports it. */
interface ProjectedEdge {
  readonly fact: FactId;
  readonly from: KeyId;
  readonly to: KeyId;
  readonly predicate: Predicate;
  readonly versionId: VersionId;
  readonly labelSet: LabelSetId;
  /** Pieces of evidence in the version, ≥ 1. */
  readonly n: number;
  readonly status: EvidenceStatus;
  readonly confidence: number;
}

/** A key with its entity over all documents. `names` are all texts that documents give it, ordered by text. */
interface ProjectedNode {
  readonly key: KeyId;
  readonly entity: EntityId;
  readonly type: NodeKind;
  readonly class: Key['class'];
  readonly names: readonly { readonly text: string; readonly language: Language }[];
}

interface ProjectedGraph {
  readonly edges: readonly ProjectedEdge[];
  readonly nodes: readonly ProjectedNode[];
}

/** The current state of a unit, in batches of at most 500 rows. What is being removed, or was never resolved, has no state. */
export interface LedgerProjection {
  /** False: the target must drop the unit. */
  present(unit: Unit): Promise<boolean>;
  /** A version that is being read or extracted: what a target holds of it is of an earlier time, until it is told. */
  underway(unit: Unit): Promise<boolean>;
  /** Passages of a version in the order of reading, or of their ids as a digest has them. */
  passagesOf(version: VersionId, order?: 'reading' | 'id'): AsyncIterable<readonly ProjectedPassage[]>;
  /** The nodes of keys; one that is missing has no state. */
  nodesOf(keys: readonly KeyId[]): Promise<ReadonlyMap<KeyId, ProjectedNode>>;
  /** Of a version its edges, of a key its node. */
  edgesOf(unit: Unit): AsyncIterable<ProjectedGraph>;
}

export function makeProjection({ dialect, reader }: Connections): LedgerProjection {
  async function resolved(version: VersionId): Promise<Pick<ProjectedPassage, 'labelSet' | 'documentId' | 'title'> | undefined> {
    const row = await reader
      .selectFrom('version')
      .innerJoin('stage_chunk', 'stage_chunk.version', 'version.id')
      .select(['version.label_set', 'version.document', 'version.title'])
      .where('version.id', '=', version)
      .where('version.state', '!=', 'retracting')
      .where('stage_chunk.stage', '=', 'resolved')
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      labelSet: readShape(labelSetIdShape, row.label_set, 'version'),
      documentId: readShape(documentIdShape, row.document, 'version'),
      title: row.title,
    };
  }

  async function nodesOf(keys: readonly KeyId[]): Promise<ReadonlyMap<KeyId, ProjectedNode>> {
    const nodes = new Map<KeyId, ProjectedNode & { readonly names: { readonly text: string; readonly language: Language }[] }>();
    for (const batch of batches(keys, BATCH_ROWS)) {
      const rows = await reader
        .selectFrom('key')
        .innerJoin('component', 'component.key', 'key.id')
        .select(['key.id', 'key.type', 'key.class', 'component.entity'])
        .where((row) => dialect.oneOf(row.ref('key.id'), batch))
        .execute();
      for (const row of rows) {
        const key = readShape(keyIdShape, row.id, 'key');
        nodes.set(key, {
          key,
          entity: readShape(entityIdShape, row.entity, 'component'),
          type: readShape(nodeKindShape, row.type, 'key'),
          class: readShape(keyClassShape, row.class, 'key'),
          names: [],
        });
      }
      const uses = await reader
        .selectFrom('key_use')
        .select(['key', 'text', 'language'])
        .distinct()
        .where((row) => dialect.oneOf(row.ref('key'), batch))
        .orderBy('key')
        .orderBy('text')
        .execute();
      for (const { key, text, language } of uses) {
        nodes.get(readShape(keyIdShape, key, 'key'))?.names.push({ text, language: readShape(languageShape, language, 'key') });
      }
    }
    return nodes;
  }

  async function* edgesOfVersion(versionId: VersionId): AsyncGenerator<ProjectedGraph> {
    const owner = await resolved(versionId);
    if (owner === undefined) return;
    for (let after = ''; ; ) {
      const rows = await reader
        .selectFrom('support')
        .innerJoin('fact', 'fact.id', 'support.fact')
        .select(['fact.id', 'fact.subject', 'fact.predicate', 'fact.object_key', 'support.n', 'support.status', 'support.confidence'])
        .where('support.version', '=', versionId)
        .where('support.fact', '>', after)
        .where('fact.object_key', 'is not', null)
        .orderBy('support.fact')
        .limit(BATCH_ROWS)
        .execute();
      const last = rows.at(-1);
      if (last === undefined) return;
      yield {
        nodes: [],
        edges: rows.map((row) => ({
          fact: readShape(factIdShape, row.id, 'fact'),
          from: readShape(keyIdShape, row.subject, 'fact'),
          to: readShape(keyIdShape, row.object_key, 'fact'),
          predicate: readShape(predicateShape, row.predicate, 'fact'),
          versionId,
          labelSet: owner.labelSet,
          n: row.n,
          status: readShape(evidenceStatusShape, row.status, 'support'),
          confidence: row.confidence,
        })),
      };
      after = last.id;
    }
  }

  async function* rowsInOrder(version: VersionId) {
    for (let from = -1; ; ) {
      const rows = await reader
        .selectFrom('passage')
        .selectAll()
        .where('version', '=', version)
        .where('ord', '>', from)
        .orderBy('ord')
        .limit(BATCH_ROWS)
        .execute();
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      from = last.ord;
    }
  }

  /** Ids first: they are short, and no index holds the passages of a version in this order. */
  async function* rowsById(version: VersionId) {
    const ids = await reader.selectFrom('passage').select('id').where('version', '=', version).execute();
    for (const batch of batches(ids.map((row) => row.id).sort(compareText), BATCH_ROWS)) {
      yield await reader.selectFrom('passage').selectAll().where('id', 'in', batch).orderBy('id').execute();
    }
  }

  return {
    async present(unit) {
      if (unit.kind === 'version') return (await resolved(unit.id)) !== undefined;
      return (await reader.selectFrom('component').select('key').where('key', '=', unit.id).executeTakeFirst()) !== undefined;
    },

    async underway(unit) {
      if (unit.kind !== 'version') return false;
      const row = await reader.selectFrom('version').select('state').where('id', '=', unit.id).executeTakeFirst();
      return row !== undefined && row.state !== 'settled' && row.state !== 'retracting' && (await resolved(unit.id)) === undefined;
    },

    async *passagesOf(version, order = 'reading') {
      const owner = await resolved(version);
      if (owner === undefined) return;
      for await (const rows of order === 'reading' ? rowsInOrder(version) : rowsById(version)) {
        yield rows.map((row) => ({
          passage: readPassage(row),
          ...owner,
          tokens: readJson(tokensShape, row.tokens_json, 'passage'),
          hasRecord: row.has_record === 1,
        }));
      }
    },

    nodesOf,

    async *edgesOf(unit) {
      if (unit.kind === 'version') return yield* edgesOfVersion(unit.id);
      const node = (await nodesOf([unit.id])).get(unit.id);
      if (node !== undefined) yield { nodes: [node], edges: [] };
    },
  };
}
