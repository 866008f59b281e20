import { type SqlBool, sql } from 'kysely';
import { type Access, ordersNear, type PassageId, type PassageReader, type RankablePassage, REACH, RecentMap } from '../../kernel/index.ts';
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
import { IDLE_MILLISECONDS } from './idle-milliseconds.ts';

/** Passages remembered at most, those next to candidates among them: some 60 MB. */
const REMEMBERED = 32_768;
const NO_SCOPE = '[]';

/** What is true of all passages of a version that the reader may read. */
export interface RankedVersion extends Pick<RankablePassage, 'documentId' | 'age' | 'title' | 'uri'> {
  readonly generation: number;
}

interface Remembered extends Omit<RankablePassage, keyof RankedVersion | 'near'> {
  /** Of the version when the passage was read: a change of the version raises it, and the passage is read again. */
  readonly generation: number;
  /** Tokens of those next to it, read by the same statement; absent where it was read as a neighbour only. */
  readonly near?: RankablePassage['near'];
}

/**
 * Reads what passages are ranked by. The same passages are candidates again and again, so they are remembered; whether they may
 * be read is asked anew each time by `describeVersions`.
 */
export function makeRankableReader(
  { reader, dialect, clock }: Connections,
  describeVersions: (access: Access, ids: readonly string[]) => Promise<ReadonlyMap<string, RankedVersion>>,
): PassageReader['rankable'] {
  const remembered = new RecentMap<PassageId, Remembered>(REMEMBERED, { clock, milliseconds: IDLE_MILLISECONDS });

  /** The passages with those next to them, by one statement, so that they are of one state. */
  async function readNear(ids: readonly PassageId[]): Promise<ReadonlyMap<PassageId, Remembered>> {
    const found = new Map<PassageId, Remembered>();
    for (const batch of batches([...new Set(ids)])) {
      const rows = await reader
        .selectFrom('passage')
        .leftJoin('unit', (join) => join.onRef('unit.id', '=', 'passage.version').on('unit.kind', '=', 'version'))
        .select(['passage.id', 'passage.version', 'passage.kind', 'language', 'ord', 'scope_json', 'tokens_json', 'generation'])
        .where('passage.id', 'in', (within) =>
          within
            .selectFrom('passage as asked')
            .innerJoin('passage as other', (join) =>
              join
                .onRef('other.version', '=', 'asked.version')
                .on(sql<SqlBool>`other.ord between asked.ord - ${sql.lit(REACH)} and asked.ord + ${sql.lit(REACH)}`),
            )
            .where((row) => dialect.oneOf(row.ref('asked.id'), batch))
            .where((row) => row.or([row('asked.kind', '<>', 'log-entry'), row('other.id', '=', row.ref('asked.id'))]))
            .select('other.id'),
        )
        .execute();
      const placed = new Map<string, Remembered>();
      for (const row of rows) {
        const id = readShape(passageIdShape, row.id, 'passage');
        const held = remembered.get(id);
        const generation = row.generation ?? 0;
        const one: Remembered = found.get(id) ?? {
          id,
          versionId: readShape(versionIdShape, row.version, 'passage'),
          kind: readShape(passageKindShape, row.kind, 'passage'),
          language: readShape(languageShape, row.language, 'passage'),
          order: row.ord,
          scope: row.scope_json === NO_SCOPE ? [] : readJson(scopeShape, row.scope_json, 'passage'),
          tokens: held?.generation === generation ? held.tokens : readTexts(row.tokens_json, 'passage'),
          generation,
        };
        found.set(id, one);
        placed.set(placeOf(one.versionId, one.order), one);
      }
      for (const id of batch) {
        const one = found.get(id);
        if (one === undefined) continue;
        const at = (order: number) => placed.get(placeOf(one.versionId, order));
        const near = ordersNear(one, (order) => at(order)?.kind).flatMap((order) => {
          const other = at(order);
          return other === undefined ? [] : [other.tokens];
        });
        found.set(id, { ...one, near });
      }
    }
    return found;
  }

  return async (access, ids) => {
    const known = whole(remembered, ids);
    const isKnown = new Set(known.map(({ passage }) => passage.id));
    const read = await readNear(ids.filter((id) => !isKnown.has(id)));
    const fresh = whole(read, ids);
    const versions = await describeVersions(access, [...new Set([...known, ...fresh].map(({ passage }) => passage.versionId))]);
    const isCurrent = (passage: Remembered) => versions.get(passage.versionId)?.generation === passage.generation;
    const stale = known.filter(({ passage }) => versions.has(passage.versionId) && !isCurrent(passage));
    const readAgain = await readNear(stale.map(({ passage }) => passage.id));
    for (const passage of [...read.values(), ...readAgain.values()]) {
      const held = remembered.get(passage.id);
      const isMore = passage.near !== undefined || held?.generation !== passage.generation;
      if (isMore && isCurrent(passage)) remembered.set(passage.id, passage);
    }
    const current = [...known.filter(({ passage }) => isCurrent(passage)), ...fresh, ...whole(readAgain, [...readAgain.keys()])];
    return current.flatMap(({ passage, near }): RankablePassage[] => {
      const version = versions.get(passage.versionId);
      if (version === undefined) return [];
      const { id, versionId, kind, language, order, scope, tokens } = passage;
      const { documentId, age, title, uri } = version;
      return [{ id, versionId, documentId, kind, language, order, scope, age, tokens, near, title, uri }];
    });
  };
}

interface WholePassage {
  readonly passage: Remembered;
  readonly near: RankablePassage['near'];
}

/** Those of which what stands next to them is at hand too; each once. */
function whole(held: Pick<ReadonlyMap<PassageId, Remembered>, 'get'>, ids: readonly PassageId[]): readonly WholePassage[] {
  return [...new Set(ids)].flatMap((id): WholePassage[] => {
    const passage = held.get(id);
    return passage?.near === undefined ? [] : [{ passage, near: passage.near }];
  });
}

function placeOf(version: string, order: number): string {
  return `${version} ${order}`;
}
