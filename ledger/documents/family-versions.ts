import type { Access, DocumentId, DocumentRow, VersionRow } from '../../kernel/index.ts';
import { agesOf, askedRevisions, readDocument, versionsOf } from '../access/version-rows.ts';
import type { Connections } from '../connection/connections.ts';

/** A version among the revisions of its family. */
export interface FamilyVersion {
  readonly document: DocumentRow;
  readonly version: VersionRow;
  /** 0 is the valid one, higher is older; absent while readers do not see it. */
  readonly age?: number;
}

/**
 * All versions of a document, and those of the numbers that its versions bear, whose labels the reader holds: the valid one first,
 * then older ones, then those of its own that are being read or were not read, newest first. What the reader may not read has no
 * place among them.
 */
export function makeFamilyVersions({ dialect, reader }: Connections) {
  return async (access: Access, id: DocumentId): Promise<readonly FamilyVersion[]> => {
    const own = await reader
      .selectFrom('version')
      .select(['document', 'family'])
      .where('document', '=', id)
      .where((row) => dialect.oneOf(row.ref('label_set'), access.grants))
      .execute();
    const { families } = askedRevisions(own);
    const related = await reader
      .selectFrom('version')
      .select('document')
      .distinct()
      .where('tenant', '=', access.tenant)
      .where((row) => dialect.oneOfLong(row.ref('family'), families))
      .where((row) => dialect.oneOf(row.ref('label_set'), access.grants))
      .execute();
    const rows = await reader
      .selectFrom('document')
      .selectAll()
      .where('tenant', '=', access.tenant)
      .where((row) => dialect.oneOf(row.ref('id'), [id, ...related.map(({ document }) => document)]))
      .where((row) => dialect.oneOf(row.ref('label_set'), access.grants))
      .execute();
    const documents = new Map(rows.map((row) => [row.id, readDocument(row)]));
    const all = await versionsOf(
      reader,
      dialect,
      [...documents.values()].map((document) => document.id),
      access.grants,
    );
    const asked = new Set(families);
    const versions = all.filter(({ documentId, family }) => documentId === id || (family !== undefined && asked.has(family)));
    const ages = await agesOf(reader, dialect, access, { documents: [...documents.keys()], families: [...asked] });
    return versions
      .flatMap((version): FamilyVersion[] => {
        const document = documents.get(version.documentId);
        if (document === undefined || version.state === 'retracting') return [];
        const age = ages.get(version.id);
        return [{ document, version, ...(age === undefined ? {} : { age }) }];
      })
      .sort(
        (a, b) =>
          (a.age ?? Number.MAX_SAFE_INTEGER) - (b.age ?? Number.MAX_SAFE_INTEGER) ||
          b.version.sequence - a.version.sequence ||
          (a.version.id < b.version.id ? -1 : 1),
      );
  };
}
