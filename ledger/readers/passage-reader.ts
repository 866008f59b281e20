import { type SqlBool, sql } from 'kysely';
import type {
  Access,
  DocumentId,
  DocumentRow,
  PassageId,
  PassageReader,
  StoredPassage,
  Stretch,
  TermStatistics,
  VersionRow,
} from '../../kernel/index.ts';
import { compareRevisions, compareText, distinctScopeNames, type Revision, readElement } from '../../kernel/index.ts';
import { readable, readableVersions } from '../access/access.ts';
import { agesOf, askedRevisions, readDocument, readVersion, scopeNamesOf } from '../access/version-rows.ts';
import { batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';
import { authorityShape, documentIdShape, labelSetIdShape, readShape } from '../rows/stored-shapes.ts';
import { storedTerm } from '../rows/stored-term.ts';
import { makeBeingRead } from './being-read.ts';
import { decisionIds, decisionsIn } from './decisions-in.ts';
import { readDistinctTitles } from './distinct-titles.ts';
import { makeRankableReader } from './rankable-reader.ts';
import { readRanges } from './read-ranges.ts';
import { rememberPassages } from './remember-passages.ts';

/** A document with the version that is valid for a reader. */
interface ReadableDocument {
  readonly document: DocumentRow;
  readonly version: VersionRow;
}

export function makePassageReader(connections: Connections): PassageReader {
  const { reader, dialect, clock } = connections;
  const readRow = rememberPassages(clock);
  const readablePassages = (access: Access) =>
    reader
      .selectFrom('passage')
      .innerJoin('version', 'version.id', 'passage.version')
      .selectAll('passage')
      .where(readable(dialect, access));

  async function store(access: Access, rows: Awaited<ReturnType<ReturnType<typeof readablePassages>['execute']>>) {
    const versions = await describeVersions(access, [...new Set(rows.map((row) => row.version))]);
    const titleOf = await readDistinctTitles(connections, access, [...versions.values()]);
    const read = rows.map(readRow);
    const made = await decisionsIn(
      reader,
      dialect,
      read.map(({ passage }) => passage),
    );
    return rows.flatMap((row, index): StoredPassage[] => {
      const version = versions.get(row.version);
      const own = read[index];
      if (version === undefined || own === undefined) return [];
      const { passage, tokens, isIntact } = own;
      const { generation: _, ...described } = version;
      const decisions = decisionIds(passage).flatMap((id) => made.get(id) ?? []);
      return [
        {
          passage,
          ...described,
          title: titleOf({ id: version.documentId, title: version.title }),
          tokens,
          ...(isIntact ? {} : { damaged: true }),
          ...(decisions.length === 0 ? {} : { decisions }),
        },
      ];
    });
  }

  /** What every passage of a version is stored with. */
  async function describeVersions(access: Access, ids: readonly string[]) {
    const rows = await reader
      .selectFrom('version')
      .innerJoin('document', 'document.id', 'version.document')
      .leftJoin('unit', (join) => join.onRef('unit.id', '=', 'version.id').on('unit.kind', '=', 'version'))
      .select([
        'unit.generation',
        'document.uri',
        'version.id',
        'version.document',
        'version.label_set',
        'version.title',
        'version.scope_names_json',
        'version.document_number',
        'version.revision',
        'version.authority',
        'version.effective',
        'version.family',
      ])
      .where(readable(dialect, access))
      .where((row) => dialect.oneOf(row.ref('version.id'), ids))
      .execute();
    const ages = await agesOf(reader, dialect, access, askedRevisions(rows));
    const described = new Map<string, Omit<StoredPassage, 'passage' | 'tokens'> & { readonly generation: number }>();
    for (const row of rows) {
      const age = ages.get(row.id);
      if (age === undefined) continue;
      described.set(row.id, {
        documentId: readShape(documentIdShape, row.document, 'version'),
        labelSet: readShape(labelSetIdShape, row.label_set, 'version'),
        title: row.title,
        ...scopeNamesOf(row),
        ...(row.document_number === null ? {} : { documentNumber: row.document_number }),
        ...(row.revision === null ? {} : { revision: row.revision }),
        authority: readShape(authorityShape, row.authority, 'version'),
        ...(row.effective === null ? {} : { effective: row.effective }),
        age,
        uri: row.uri,
        generation: row.generation ?? 0,
      });
    }
    return described;
  }

  async function documentVersions(access: Access, id: DocumentId | undefined): Promise<ReadableDocument[]> {
    let query = reader
      .selectFrom('version')
      .leftJoin('unit', (join) => join.onRef('unit.id', '=', 'version.id').on('unit.kind', '=', 'version'))
      .selectAll('version')
      .select('unit.generation')
      .where(id === undefined ? readableVersions(dialect, access) : readable(dialect, access));
    if (id !== undefined) query = query.where('version.document', '=', id);
    const versions = (await query.execute()).map((row) => readVersion(row, row.generation ?? 0));
    const documents = await reader
      .selectFrom('document')
      .selectAll()
      .where((row) => dialect.oneOf(row.ref('id'), [...new Set(versions.map((version) => version.documentId))]))
      .execute();
    return documents.map(readDocument).flatMap((document): ReadableDocument[] => {
      const valid = versions
        .filter((version) => version.documentId === document.id)
        .sort((a, b) => compareRevisions(revisionOf(a), revisionOf(b)))[0];
      return valid === undefined ? [] : [{ document, version: valid }];
    });
  }

  const range: PassageReader['range'] = async (access, version, from, to, kinds) => {
    let query = readablePassages(access)
      .where('passage.version', '=', version)
      .where('passage.ord', '>=', from)
      .where('passage.ord', '<=', to);
    if (kinds !== undefined) query = query.where((row) => dialect.oneOf(row.ref('passage.kind'), kinds));
    return store(access, await query.orderBy('passage.ord').execute());
  };

  async function readStretches(access: Access, stretches: readonly Stretch[]) {
    const rows = await readablePassages(access)
      .where((row) =>
        row.or(
          stretches.map(({ version, from, to }) =>
            row.and([row('passage.version', '=', version), row('passage.ord', '>=', from), row('passage.ord', '<=', to)]),
          ),
        ),
      )
      .execute();
    return store(access, rows);
  }

  return {
    async get(access, ids) {
      const found = new Map<PassageId, StoredPassage>();
      for (const batch of batches([...new Set(ids)])) {
        const rows = await readablePassages(access)
          .where((row) => dialect.oneOf(row.ref('passage.id'), batch))
          .execute();
        for (const stored of await store(access, rows)) found.set(stored.passage.id, stored);
      }
      return ids.flatMap((id) => found.get(id) ?? []);
    },

    rankable: makeRankableReader(connections, describeVersions),

    range,
    ranges: (access, stretches) => readRanges((merged) => readStretches(access, merged), stretches),
    element: (access, place, most) => readElement(range, access, place, most),

    async statistics(access, tokens): Promise<TermStatistics> {
      const totals = await reader
        .selectFrom('version')
        .select((row) => [row.fn.sum<number | null>('passages').as('passages'), row.fn.sum<number | null>('tokens').as('tokens')])
        .where(readableVersions(dialect, access))
        .executeTakeFirst();
      const passages = Number(totals?.passages ?? 0);
      const tokenOf = new Map(tokens.map((token) => [storedTerm(token), token]));
      const asked = [...tokenOf.keys()];
      const counted = await reader
        .selectFrom('term_stat')
        .select((row) => ['term', row.fn.sum<number>('frequency').as('frequency')])
        .where((row) => dialect.oneOf(row.ref('term'), asked))
        .where((row) => dialect.oneOf(row.ref('label_set'), access.grants))
        .groupBy('term')
        .execute();
      const frequency = new Map(counted.map((row) => [row.term, Number(row.frequency)]));
      for (const row of await excludedFrequencies(access, asked)) {
        const left = (frequency.get(row.term) ?? 0) - Number(row.frequency);
        if (left > 0) frequency.set(row.term, left);
        else frequency.delete(row.term);
      }
      return {
        passages,
        averageLength: passages === 0 ? 0 : Number(totals?.tokens ?? 0) / passages,
        frequency: new Map([...frequency].map(([term, count]) => [tokenOf.get(term) ?? term, count])),
      };
    },

    async documents(access) {
      const found = await documentVersions(access, undefined);
      return found.sort((a, b) => compareText(a.version.title, b.version.title) || compareText(a.document.id, b.document.id));
    },

    async scopeNames(access) {
      const rows = await reader
        .selectFrom('version')
        .select('scope_names_json')
        .distinct()
        .where(readableVersions(dialect, access))
        .execute();
      return distinctScopeNames(rows.flatMap((row) => scopeNamesOf(row).scopeNames ?? []));
    },

    beingRead: makeBeingRead(connections, 'all'),

    async document(access, id) {
      return (await documentVersions(access, id))[0];
    },
  };

  /** What the counters hold of versions that are visible to others and not to this reader: hidden by the access, or of a later date. */
  async function excludedFrequencies(access: Access, tokens: readonly string[]) {
    if (access.hidden.length === 0 && access.asOf === undefined) return [];
    const conditions = [dialect.oneOf(sql.ref('version.id'), access.hidden)];
    if (access.asOf !== undefined)
      conditions.push(sql<SqlBool>`(version.tenant = ${access.tenant} and version.effective > ${access.asOf})`);
    const excluded = await reader
      .selectFrom('version')
      .select('id')
      .where(dialect.unindexed(sql.ref('version.tenant')), '=', access.tenant)
      .where(dialect.unindexed(sql.ref('version.visible')), '=', 1)
      .where((row) => dialect.oneOf(row.ref('version.label_set'), access.grants))
      .where(sql<SqlBool>`(${sql.join(conditions, sql` or `)})`)
      .execute();
    if (excluded.length === 0) return [];
    return reader
      .selectFrom('version_term')
      .select((row) => ['term', row.fn.sum<number>('frequency').as('frequency')])
      .where((row) =>
        dialect.oneOf(
          row.ref('version'),
          excluded.map((version) => version.id),
        ),
      )
      .where((row) => dialect.oneOf(row.ref('term'), tokens))
      .groupBy('term')
      .execute();
  }
}

function revisionOf(version: VersionRow): Revision {
  const { id, documentId, authority, effective, revision, sequence } = version;
  return { id, document: documentId, authority, effective, label: revision, sequence };
}
