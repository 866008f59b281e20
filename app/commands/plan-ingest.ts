import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import {
  authorityOf,
  compareRevisions,
  compareText,
  type DocumentClaims,
  type DocumentId,
  type DocumentProperties,
  isReadOutcome,
  makeDocumentId,
  makeVersionId,
  type Revision,
  type TenantId,
} from '../../kernel/index.ts';
import { familyOf } from '../../ledger/index.ts';
import { readRegularFile } from '../../storage/index.ts';
import type { Application } from '../application.ts';
import { type FoundFile, findFiles } from './find-files.ts';
import type { IngestRequest } from './ingest-files.ts';
import { type LeftOut, leftOutByFile } from './left-out.ts';
import type { ListedDocument } from './list-documents.ts';
import { type SurveyedFile, surveyFile } from './survey-file.ts';

/** A revision that a file stands before or behind. */
export interface OtherRevision {
  readonly uri: string;
  readonly title: string;
  readonly revision?: string;
}

/** A file that is looked at, as the how-manieth (from 1) of all. */
export interface PlanProgress {
  readonly uri: string;
  readonly number: number;
  readonly total: number;
}

/** What ingesting a file would come to. */
export type PlannedFile = { readonly uri: string; readonly title: string; readonly revision?: string } & (
  | { readonly kind: 'new' /** Names under which the same bytes are there already. */; readonly sameBytes: readonly string[] }
  /** The same bytes under the same name are there. */
  | { readonly kind: 'duplicate' }
  /** It would be the valid revision in place of this one. */
  | { readonly kind: 'superseding'; readonly supersedes: OtherRevision }
  /** It would be an older revision beside this valid one. */
  | { readonly kind: 'older'; readonly than: OtherRevision }
  | { readonly kind: 'unreadable'; readonly outcome: string; readonly reason: string }
);

export interface PlanRequest extends IngestRequest {
  /** Told of each file before it is looked at: a large one takes its time. */
  readonly onLook?: (progress: PlanProgress) => void;
}

export interface IngestPlan {
  readonly planned: readonly PlannedFile[];
  /** Ordered by uri. */
  readonly leftOut: readonly LeftOut[];
}

interface Surveyed {
  readonly file: FoundFile;
  readonly claims: DocumentClaims;
  readonly sha256: string;
  readonly read: SurveyedFile;
}

/**
 * Tells for each file what ingesting it would come to, and writes nothing: reads the bytes for their hash and surveys them for
 * what the document says of itself. What only reading to the end finds out, such as pages without text, is not told.
 * `known` are the documents that are there; files of one number are held against each other too.
 */
export async function planIngest(
  application: Pick<Application, 'config' | 'read'>,
  tenant: TenantId,
  known: readonly ListedDocument[],
  { onLook, ...request }: PlanRequest,
  signal: AbortSignal,
): Promise<IngestPlan> {
  const byUri = new Map(known.map((listed) => [listed.document.uri, listed]));
  const surveyed: Surveyed[] = [];
  const found = await findFiles(request.paths);
  const leftOut = [...found.leftOut];
  for (const [index, file] of found.files.entries()) {
    signal.throwIfAborted();
    onLook?.({ uri: file.uri, number: index + 1, total: found.files.length });
    if (request.heldBack?.has(file.uri) === true) continue;
    const claims = { ...request.claims, ...request.claimsOf?.(file.uri) };
    const hashed = await hashOf(file, application.config.maxUploadBytes, signal);
    if (typeof hashed !== 'string') {
      leftOut.push(hashed);
      continue;
    }
    const sha256 = hashed;
    const isThere = byUri.get(file.uri)?.versions.some((version) => version.sha256 === sha256) === true;
    const read = isThere ? { properties: NOTHING_READ } : await surveyFile(application, tenant, file, sha256, signal);
    surveyed.push({ file, claims, sha256, read });
  }

  const placed = surveyed.map((one) => ({ ...one, place: placeOf(application.config.site, tenant, one, byUri.get(one.file.uri)) }));
  const families = new Map<string, { readonly revision: Revision; readonly told: OtherRevision }[]>();
  const add = (family: string, revision: Revision, told: OtherRevision) =>
    families.set(family, [...(families.get(family) ?? []), { revision, told }]);
  for (const { document, versions } of known) {
    for (const version of versions) {
      if (version.state !== 'settled' || !isReadOutcome(version.outcome)) continue;
      const { id, authority, effective, revision, sequence } = version;
      const placed = { id, document: document.id, authority, effective, label: revision, sequence };
      for (const line of new Set([document.id, version.family ?? document.id])) add(line, placed, told(document.uri, version));
    }
  }
  for (const { file, place } of placed) {
    if (place === undefined) continue;
    for (const line of new Set([place.revision.document, place.family])) add(line, place.revision, told(file.uri, place));
  }

  const planned = placed.map(({ file, claims, sha256, read, place }): PlannedFile => {
    if (place === undefined || !('properties' in read)) {
      const fault = 'properties' in read ? { outcome: 'failed', reason: '' } : read;
      return { uri: file.uri, title: claims.title ?? basename(file.path), kind: 'unreadable', ...fault };
    }
    const named = told(file.uri, place);
    if (byUri.get(file.uri)?.versions.some((version) => version.sha256 === sha256) === true) return { ...named, kind: 'duplicate' };
    const others = [place.family, place.revision.document]
      .flatMap((line) => families.get(line) ?? [])
      .filter(({ revision }) => revision.id !== place.revision.id);
    const [valid] = others.toSorted((a, b) => compareRevisions(a.revision, b.revision));
    if (valid !== undefined) {
      return compareRevisions(place.revision, valid.revision) < 0
        ? { ...named, kind: 'superseding', supersedes: valid.told }
        : { ...named, kind: 'older', than: valid.told };
    }
    const sameBytes = known.flatMap(({ document, versions }) => (versions.some((one) => one.sha256 === sha256) ? [document.uri] : []));
    return { ...named, kind: 'new', sameBytes };
  });
  return { planned, leftOut: leftOut.sort((a, b) => compareText(a.uri, b.uri)) };
}

const NOTHING_READ: DocumentProperties = { language: 'none' };

interface Place {
  readonly family: string;
  readonly revision: Revision;
  readonly title: string;
}

/** Where a readable file would stand; undefined for one that cannot be read. */
function placeOf(defaultSite: string, tenant: TenantId, one: Surveyed, known: ListedDocument | undefined): Place | undefined {
  const { file, claims, sha256, read } = one;
  if (!('properties' in read)) return undefined;
  const { properties } = read;
  const id: DocumentId = known?.document.id ?? makeDocumentId(tenant, file.uri);
  const present = known?.versions.find((version) => version.sha256 === sha256);
  const site = known?.document.site ?? claims.site ?? defaultSite;
  const number = claims.documentNumber ?? properties.documentNumber ?? known?.versions[0]?.documentNumber;
  const label = claims.revision ?? properties.revision ?? present?.revision;
  return {
    title: claims.title ?? properties.title ?? present?.title ?? basename(file.path),
    family: familyOf({ id, site, translationOf: claims.translationOf }, number, present?.language ?? properties.language),
    revision: {
      id: makeVersionId(id, sha256),
      document: id,
      authority: authorityOf(claims, properties),
      effective: claims.effective ?? properties.effective,
      label,
      sequence: present?.sequence ?? (known?.versions[0]?.sequence ?? 0) + 1,
    },
  };
}

function told(uri: string, named: { readonly title: string; readonly revision?: string | Revision }): OtherRevision {
  const label = typeof named.revision === 'object' ? named.revision.label : named.revision;
  return { uri, title: named.title, ...(label === undefined ? {} : { revision: label }) };
}

/** Lower-case hex, or why the file would be left out. */
async function hashOf({ path, uri }: FoundFile, limit: number, signal: AbortSignal): Promise<string | LeftOut> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of readRegularFile(path, signal)) {
      hash.update(piece);
      bytes += piece.length;
      if (bytes > limit) return { uri, kind: 'too-large', reason: `The document is larger than ${limit} bytes.` };
    }
  } catch (error) {
    signal.throwIfAborted();
    return leftOutByFile(uri, error);
  }
  return hash.digest('hex');
}
