import type { Access, DocumentRow, VersionRow } from '../../kernel/index.ts';
import { agesOf, readDocument, versionsOf } from '../access/version-rows.ts';
import type { Connections } from '../connection/connections.ts';

/** A version among the revisions of its family. */
export interface FamilyVersion {
  readonly document: DocumentRow;
  readonly version: VersionRow;
  /** 0 is the valid one, higher is older; absent while readers do not see it. */
  readonly age?: number;
}

/**
 * All versions of a family whose labels the reader holds, across its documents: the valid one first, then older ones, then those
 * that are being read or were not read, newest first. What the reader may not read has no place among them.
 */
export function makeFamilyVersions({ dialect, reader }: Connections) {
  return async (access: Access, family: string): Promise<readonly FamilyVersion[]> => {
    const rows = await reader
      .selectFrom('document')
      .selectAll()
      .where('tenant', '=', access.tenant)
      .where((row) => dialect.oneOfLong(row.ref('family'), [family]))
      .where((row) => dialect.oneOf(row.ref('label_set'), access.grants))
      .orderBy('id')
      .execute();
    const documents = new Map(rows.map((row) => [row.id, readDocument(row)]));
    const ages = await agesOf(reader, dialect, access, [family]);
    const versions = await versionsOf(
      reader,
      dialect,
      [...documents.values()].map(({ id }) => id),
    );
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
