import { basename, join } from 'node:path';
import {
  type Application,
  type ConfigArguments,
  ingestFiles,
  loadConfig,
  openApplication,
  type Service,
  serveHere,
} from '../../../app/index.ts';
import { FaultlineError, isReadOutcome, parseTenantId, type TenantId } from '../../../kernel/index.ts';
import type { SharedTools } from '../removal/data-folder.ts';
import type { SiteDocument } from './site-document.ts';

/** An instance with some documents in it. */
export interface Site {
  readonly home: string;
  readonly service: Service;
  readonly application: Application;
}

/** Every time that is stored is this one, so that times do not differ where nothing else does. */
const STILL = { now: () => Date.UTC(2026, 0, 1) };

/**
 * Reads documents into an empty data folder, in their order; `settings` name servers, where its stores are to stand on some.
 * @throws FaultlineError `internal` when one of them does not become readable: nothing could be said of access to it.
 */
export async function openSite(
  home: string,
  documents: readonly SiteDocument[],
  tools: SharedTools,
  signal: AbortSignal,
  settings: ConfigArguments = {},
): Promise<Site> {
  const config = loadConfig({ home: join(home, 'site'), tenant: 'plant', logLevel: 'silent', ...settings }, {});
  const application = await openApplication(config, { clock: STILL, ...tools });
  for (const { path, tenant, labels, claims } of documents) {
    const caller = { tenant: tenantOf(tenant), labels: 'all' as const, role: 'admin' as const, actor: 'sender' };
    const { files } = await ingestFiles(application, caller, { paths: [path], claims: { ...claims, labels } }, () => undefined, signal);
    const unread = files.find(({ version }) => !isReadOutcome(version.outcome));
    if (unread !== undefined) throw new FaultlineError('internal', `"${basename(path)}" ended as ${unread.version.outcome}.`);
  }
  return { home: application.config.home, application, service: serveHere(application) };
}

export function tenantOf(text: string): TenantId {
  const tenant = parseTenantId(text);
  if (tenant === undefined) throw new FaultlineError('internal', `"${text}" is no tenant.`);
  return tenant;
}
