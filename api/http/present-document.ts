import type { z } from 'zod';
import type { DocumentHistory, ListedDocument } from '../../app/index.ts';
import { type DocumentRow, FaultlineError, type StoredPassage, unknownColumns, type VersionRow } from '../../kernel/index.ts';
import type { documentHistorySchema, documentSchema, passageSchema } from '../contract/document.ts';
import { withoutUndefined } from '../contract/without-undefined.ts';

type PresentedDocument = z.infer<typeof documentSchema>;

/** A document as callers see it: by its newest version. */
export function presentListed({ document, labels, versions }: ListedDocument): PresentedDocument {
  const newest = versions[0];
  if (newest === undefined) throw new FaultlineError('internal', 'A document has no version.');
  return { ...presentDocument(document, newest), labels };
}

export function presentDocument({ id, uri, site }: DocumentRow, version: VersionRow): PresentedDocument {
  const { id: versionId, effective, documentId: _, generation: __, sequence: ___, report, family: _____, ...told } = version;
  const unknown = report === undefined ? 0 : unknownColumns(report).length;
  return {
    id,
    uri,
    site,
    versionId,
    ...told,
    ...(report?.stamps === undefined ? {} : { stamps: report.stamps }),
    ...(unknown === 0 ? {} : { unknownColumns: unknown }),
    ...(effective === undefined ? {} : { effective: isoDay(effective) }),
  };
}

/** A document with its revisions, which older answers may cite. */
export function presentHistory(history: DocumentHistory): z.infer<typeof documentHistorySchema> {
  const revisions = history.revisions.map(({ document, version, age }) => {
    const { id: documentId, uri } = document;
    const { versionId, title, documentNumber, revision, effective, authority, language, state, outcome, reason, sha256, bytes } =
      presentDocument(document, version);
    return {
      documentId,
      uri,
      versionId,
      title,
      ...withoutUndefined({ documentNumber, revision, effective, outcome, reason, age }),
      authority,
      language,
      state,
      sha256,
      bytes,
      sequence: version.sequence,
    };
  });
  return { ...presentListed(history), revisions };
}

export function presentPassage({ passage }: StoredPassage): z.infer<typeof passageSchema> {
  const { runs: _, scope: __, versionId: ___, ...told } = passage;
  return told;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
