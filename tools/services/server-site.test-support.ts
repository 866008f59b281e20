import { type SiteSettings, withEmptySite } from '../../app/index.ts';
import type { TestServers } from './test-servers.ts';

/** Settings of a site whose stores are all on servers, by the names that the configuration has for them. */
export interface ServerSite extends SiteSettings {
  /** Long, since tests share the machine with others. */
  readonly storeMilliseconds: number;
}

/** An empty site on real servers, with a database and stores of its own, all gone when the work has ended. */
export function withServerSite<Out>(servers: TestServers, work: (site: ServerSite) => Promise<Out>): Promise<Out> {
  return withEmptySite(servers, (settings) => work({ ...settings, storeMilliseconds: 20_000 }));
}
