import { existsSync } from 'node:fs';
import { openDocumentReader } from '../../ingest/index.ts';
import type { Caller } from '../../kernel/index.ts';
import type { Config } from '../config.ts';
import { openApplication, PIPELINE_ENTRY } from '../open-application.ts';
import { fileOf, isFile } from '../stores/store-locations.ts';
import { listDocuments } from './list-documents.ts';
import { type IngestPlan, type PlanRequest, planIngest } from './plan-ingest.ts';

/**
 * Plans an ingest over a data folder that is opened for reading only, or over none where there is none yet: nothing is made,
 * migrated or written.
 */
export async function dryRun(config: Config, caller: Caller, request: PlanRequest, signal: AbortSignal): Promise<IngestPlan> {
  if (isFile(config, 'ledger') && !existsSync(fileOf(config, 'ledger'))) {
    const reader = openDocumentReader(PIPELINE_ENTRY);
    try {
      return await planIngest({ config, read: reader.read }, caller.tenant, [], request, signal);
    } finally {
      await reader.close();
    }
  }
  const application = await openApplication(config, { readonly: true });
  try {
    return await planIngest(application, caller.tenant, await listDocuments(application, caller), request, signal);
  } finally {
    await application.close();
  }
}
