import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ConfigArguments,
  loadConfig,
  openApplication,
  type Service,
  type SiteServers,
  serveHere,
  serveThreads,
  withEmptySite,
} from '../../../app/index.ts';
import { openSite, type Site } from '../../suites/access/open-site.ts';
import type { SiteDocument } from '../../suites/access/site-document.ts';
import type { SharedTools } from '../../suites/removal/data-folder.ts';
import { type HttpCaller, openHttpCaller } from '../http/http-caller.ts';

/** Listens for HTTP on a free port of loopback until it is stopped, and stops the service with it. */
export type Serve = (service: Service) => Promise<{ readonly address: string; stop(): Promise<void> }>;

export interface SiteToServe<Made> {
  readonly home: string;
  readonly documents: readonly SiteDocument[];
  readonly tools: SharedTools;
  /** Where its stores stand; absent: in its folder. */
  readonly servers: SiteServers | undefined;
  readonly serve: Serve;
  /**
   * `threads`: its commands run on threads of their own, as a service has them. `here`: in this thread and by the models of `tools`, which
   * spares the start of threads and of models for each reader.
   */
  readonly commands: 'threads' | 'here';
  /** What is done while nobody but this process has the site open. */
  prepare(site: Site): Promise<Made>;
}

/** Nobody is sent away and nothing is cut off for its time: what is compared is what is told. */
const PATIENT: ConfigArguments = {
  host: '127.0.0.1',
  port: 0,
  readers: 1,
  callerAtOnce: 10_000,
  callerPerMinute: 100_000_000,
  tenantAtOnce: 10_000,
  tenantPerMinute: 100_000_000,
  waitingCalls: 10_000,
  answerMilliseconds: 600_000,
  storeMilliseconds: 120_000,
  conversationHours: 1_000_000,
};

/** Makes a site, serves it, and takes it away when the work has ended. */
export async function withServedSite<Made, Out>(
  { home, documents, tools, servers, serve, commands, prepare }: SiteToServe<Made>,
  work: (http: HttpCaller, made: Made) => Promise<Out>,
  signal: AbortSignal,
): Promise<Out> {
  await mkdir(home, { recursive: true });
  try {
    return await (servers === undefined ? on({}) : withEmptySite(servers, on));
  } finally {
    await rm(home, { recursive: true, force: true });
  }

  async function on(settings: ConfigArguments): Promise<Out> {
    const made = await build(settings);
    const config = loadConfig({ home: join(home, 'site'), tenant: 'plant', logLevel: 'error', ...PATIENT, ...settings }, {});
    const service = await serve(commands === 'here' ? serveHere(await openApplication(config, tools)) : await serveThreads(config));
    const http = openHttpCaller(service.address);
    try {
      return await work(http, made);
    } finally {
      http.close();
      await service.stop();
    }
  }

  async function build(settings: ConfigArguments): Promise<Made> {
    const site = await openSite(home, documents, tools, signal, { ...settings, storeMilliseconds: 120_000 });
    try {
      return await prepare(site);
    } finally {
      await site.application.close();
    }
  }
}
