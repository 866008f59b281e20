import { basename } from 'node:path';
import { type DocumentProperties, makeDocumentId, makeVersionId, type TenantId } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { readLimits } from '../read-limits.ts';
import type { FoundFile } from './find-files.ts';

export type SurveyedFile = { readonly properties: DocumentProperties } | { readonly outcome: string; readonly reason: string };

/** What a file says of itself, or why it cannot be read; `sha256` is that of its bytes. Nothing is written. */
export async function surveyFile(
  { config, read }: Pick<Application, 'config' | 'read'>,
  tenant: TenantId,
  { path, uri }: FoundFile,
  sha256: string,
  signal: AbortSignal,
): Promise<SurveyedFile> {
  const versionId = makeVersionId(makeDocumentId(tenant, uri), sha256);
  const request = { path, fileName: basename(path).normalize('NFC'), versionId, limits: readLimits(config) };
  for await (const event of read(request, signal)) {
    if (event.kind === 'survey') return { properties: event.survey.properties };
    if (event.kind === 'ended') return { outcome: event.outcome, reason: event.reason ?? '' };
  }
  return { outcome: 'failed', reason: 'Reading stopped without an outcome.' };
}
