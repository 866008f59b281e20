import { type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  type Access,
  compareText,
  type Evidence,
  type Fact,
  type FactId,
  type KeyReader,
  type PassageId,
  type SupportedFact,
  type VersionId,
} from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import { batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';
import {
  evidenceContentShape,
  factContentShape,
  factIdShape,
  keyIdShape,
  passageIdShape,
  predicateShape,
  readJson,
  readShape,
  versionIdShape,
} from '../rows/stored-shapes.ts';

/** Place of a piece of evidence among those of its fact. */
const PLACE = sql<number>`row_number() over (partition by evidence.fact order by evidence.version, evidence.passage, evidence.span_start, evidence.span_end, evidence.extractor)`;

/** The part of the key reader that reads facts, each with the evidence that this reader may see. */
export function makeFactReads({ reader, dialect }: Connections): Pick<KeyReader, 'facts' | 'about' | 'passagesOf'> {
  const isSupported = (access: Access): RawBuilder<SqlBool> =>
    sql<SqlBool>`exists (select 1 from support join version on version.id = support.version where support.fact = fact.id and ${readable(dialect, access)})`;

  async function withEvidence(access: Access, facts: readonly Fact[], most = Number.MAX_SAFE_INTEGER): Promise<SupportedFact[]> {
    const evidence = new Map<FactId, { versionId: VersionId; evidence: Evidence }[]>();
    for (const batch of batches(facts)) {
      const numbered = reader
        .selectFrom('support')
        .innerJoin('version', 'version.id', 'support.version')
        .innerJoin('evidence', (join) => join.onRef('evidence.version', '=', 'support.version').onRef('evidence.fact', '=', 'support.fact'))
        .selectAll('evidence')
        .select(PLACE.as('place'))
        .where((row) =>
          dialect.oneOf(
            row.ref('support.fact'),
            batch.map((fact) => fact.id),
          ),
        )
        .where(readable(dialect, access));
      const rows = await reader
        .selectFrom(numbered.as('numbered'))
        .selectAll()
        .where('place', '<=', most)
        .orderBy('fact')
        .orderBy('place')
        .execute();
      for (const row of rows) {
        const fact = readShape(factIdShape, row.fact, 'evidence');
        const pieces = evidence.get(fact) ?? [];
        pieces.push({ versionId: readShape(versionIdShape, row.version, 'evidence'), evidence: readEvidence(row) });
        evidence.set(fact, pieces);
      }
    }
    return facts.flatMap((fact) => {
      const [first, ...others] = evidence.get(fact.id) ?? [];
      return first === undefined ? [] : [{ fact, evidence: [first, ...others] }];
    });
  }

  return {
    async facts(access, ids, pieces) {
      const found: Fact[] = [];
      for (const batch of batches([...new Set(ids)])) {
        const rows = await reader
          .selectFrom('fact')
          .selectAll()
          .where((row) => dialect.oneOf(row.ref('fact.id'), batch))
          .where(isSupported(access))
          .execute();
        found.push(...rows.map(readFact));
      }
      return withEvidence(
        access,
        found.sort((a, b) => compareText(a.id, b.id)),
        pieces,
      );
    },

    async passagesOf(access, ids) {
      const found = new Map<FactId, PassageId[]>();
      for (const batch of batches([...new Set(ids)])) {
        const rows = await reader
          .selectFrom('support')
          .innerJoin('version', 'version.id', 'support.version')
          .innerJoin('evidence', (join) =>
            join.onRef('evidence.version', '=', 'support.version').onRef('evidence.fact', '=', 'support.fact'),
          )
          .select(['evidence.fact', 'evidence.passage'])
          .distinct()
          .where((row) => dialect.oneOf(row.ref('support.fact'), batch))
          .where(readable(dialect, access))
          .orderBy('evidence.fact')
          .orderBy('evidence.passage')
          .execute();
        for (const row of rows) {
          const fact = readShape(factIdShape, row.fact, 'evidence');
          const passages = found.get(fact) ?? [];
          passages.push(readShape(passageIdShape, row.passage, 'evidence'));
          found.set(fact, passages);
        }
      }
      return found;
    },

    async about(access, keys, predicates, limit) {
      const at = (end: 'subject' | 'object_key') => {
        const query = reader
          .selectFrom('fact')
          .selectAll()
          .where((row) => dialect.oneOf(row.ref(`fact.${end}`), keys))
          .where(isSupported(access));
        return predicates.length === 0 ? query : query.where((row) => dialect.oneOf(row.ref('fact.predicate'), predicates));
      };
      const rows = await at('subject').union(at('object_key')).orderBy('id').limit(limit).execute();
      return withEvidence(access, rows.map(readFact));
    },
  };
}

function readFact(row: { id: string; subject: string; predicate: string; content_json: string }): Fact {
  return {
    id: readShape(factIdShape, row.id, 'fact'),
    subject: readShape(keyIdShape, row.subject, 'fact'),
    predicate: readShape(predicateShape, row.predicate, 'fact'),
    ...readJson(factContentShape, row.content_json, 'fact'),
  };
}

function readEvidence(row: { passage: string; span_start: number; span_end: number; extractor: string; content_json: string }): Evidence {
  return {
    passageId: readShape(passageIdShape, row.passage, 'evidence'),
    start: row.span_start,
    end: row.span_end,
    extractor: row.extractor,
    ...readJson(evidenceContentShape, row.content_json, 'evidence'),
  };
}
