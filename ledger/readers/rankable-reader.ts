import { type Access, type DocumentId, type PassageId, type PassageReader, type RankablePassage, RecentMap } from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';
import {
  languageShape,
  passageIdShape,
  passageKindShape,
  readJson,
  readShape,
  readTexts,
  scopeShape,
  versionIdShape,
} from '../rows/stored-shapes.ts';

/** Passages remembered: some 30 MB. */
const REMEMBERED = 32_768;
const NO_SCOPE = '[]';

/** What is true of all passages of a version that the reader may read. */
export interface RankedVersion {
  readonly documentId: DocumentId;
  readonly age: number;
  readonly generation: number;
}

interface Remembered extends Omit<RankablePassage, keyof RankedVersion> {
  /** Of the version when the passage was read: a change of the version raises it, and the passage is read again. */
  readonly generation: number;
}

/**
 * Reads what passages are ranked by. The same passages are candidates again and again, so they are remembered; whether they may
 * be read is asked anew each time by `describeVersions`.
 */
export function makeRankableReader(
  { reader, dialect }: Connections,
  describeVersions: (access: Access, ids: readonly string[]) => Promise<ReadonlyMap<string, RankedVersion>>,
): PassageReader['rankable'] {
  const remembered = new RecentMap<PassageId, Remembered>(REMEMBERED);

  async function read(ids: readonly PassageId[]): Promise<Remembered[]> {
    const found: Remembered[] = [];
    for (const batch of batches([...new Set(ids)])) {
      const rows = await reader
        .selectFrom('passage')
        .leftJoin('unit', (join) => join.onRef('unit.id', '=', 'passage.version').on('unit.kind', '=', 'version'))
        .select(['passage.id', 'passage.version', 'passage.kind', 'language', 'ord', 'scope_json', 'tokens_json', 'generation'])
        .where((row) => dialect.oneOf(row.ref('passage.id'), batch))
        .execute();
      for (const row of rows) {
        found.push({
          id: readShape(passageIdShape, row.id, 'passage'),
          versionId: readShape(versionIdShape, row.version, 'passage'),
          kind: readShape(passageKindShape, row.kind, 'passage'),
          language: readShape(languageShape, row.language, 'passage'),
          order: row.ord,
          scope: row.scope_json === NO_SCOPE ? [] : readJson(scopeShape, row.scope_json, 'passage'),
          tokens: readTexts(row.tokens_json, 'passage'),
          generation: row.generation ?? 0,
        });
      }
    }
    return found;
  }

  return async (access, ids) => {
    const known = [...new Set(ids)].flatMap((id) => remembered.get(id) ?? []);
    const fresh = await read(ids.filter((id) => !remembered.has(id)));
    const versions = await describeVersions(access, [...new Set([...known, ...fresh].map((passage) => passage.versionId))]);
    const isCurrent = (passage: Remembered) => versions.get(passage.versionId)?.generation === passage.generation;
    const stale = known.filter((passage) => versions.has(passage.versionId) && !isCurrent(passage));
    const again = await read(stale.map(({ id }) => id));
    const current = [...known.filter(isCurrent), ...fresh, ...again];
    return current.flatMap((passage): RankablePassage[] => {
      const version = versions.get(passage.versionId);
      if (version === undefined) return [];
      if (version.generation === passage.generation) remembered.set(passage.id, passage);
      const { generation: _, ...ranked } = passage;
      return [{ ...ranked, documentId: version.documentId, age: version.age }];
    });
  };
}
