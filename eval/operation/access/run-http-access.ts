import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SiteServers } from '../../../app/index.ts';
import { createRandom, type Random } from '../../../datasets/index.ts';
import { holdsLabels } from '../../../kernel/index.ts';
import { decide, drawDecisions } from '../../suites/access/decide.ts';
import { makeDraw, readPools } from '../../suites/access/draw.ts';
import { tenantOf } from '../../suites/access/open-site.ts';
import { converse } from '../../suites/access/run-access-suite.ts';
import { writePlant } from '../../suites/access/write-plant.ts';
import type { SharedTools } from '../../suites/removal/data-folder.ts';
import { rememberingEmbedder } from '../../suites/removal/remembering-embedder.ts';
import { rememberingReader } from '../../suites/removal/remembering-reader.ts';
import type { HttpCaller } from '../http/http-caller.ts';
import { drawHolders, giveKeys, HOLDERS, insiderOf, type KeyHolder, nameOf } from './key-holder.ts';
import { without } from './pools-without.ts';
import { probeHolder } from './probe-holder.ts';
import { type Serve, withServedSite } from './served-site.ts';
import { type HttpAccessReport, openTally } from './tally-probes.ts';

export interface HttpAccessOptions {
  readonly seed: number;
  /** Probes in all, spread evenly over the holders of keys. */
  readonly count: number;
  /** Plants with labels of their own; the first one holds the demo plant too. */
  readonly matrices: number;
  readonly demo: boolean;
  /** Those that a plant has, for a run that is short; absent: one of every role, and two of another tenant. */
  readonly holders?: number;
  /** Probes under way at a time; from 1. */
  readonly atOnce: number;
  readonly serve: Serve;
  /** Stands between the full site and those who ask it, for a test that plants a leak. */
  readonly spoil?: (http: HttpCaller, insider: string) => HttpCaller;
  readonly servers?: SiteServers;
  readonly onProgress?: (done: number, seconds: number) => void;
}

/**
 * Invariant I6 through HTTP: random requests with keys of all roles and of two tenants, each sent to a service whose site holds
 * documents under random labels, and to one whose site never held what the holder may not read; both have to answer alike byte for
 * byte, and what a role does not allow is refused by both.
 */
export async function runHttpAccess(options: HttpAccessOptions, signal: AbortSignal): Promise<HttpAccessReport> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-http-access-'));
  const random = createRandom(options.seed, 'http access');
  const tools: SharedTools = { read: rememberingReader(), embedder: rememberingEmbedder() };
  const tally = openTally();
  const share = Math.ceil(options.count / (options.matrices * (options.holders ?? HOLDERS)));
  try {
    for (let matrix = 0; matrix < options.matrices; matrix++)
      await probePlant(join(folder, String(matrix)), random.fork(`plant ${matrix}`), options.demo && matrix === 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return tally.report(options.seed, options.matrices, options.servers === undefined ? 'files' : 'servers');

  async function probePlant(place: string, own: Random, demo: boolean): Promise<void> {
    const plant = await writePlant(place, own.fork('documents'), demo ? options.seed : undefined);
    const holders = own.fork('some').sample(drawHolders(own.fork('holders')), options.holders ?? HOLDERS);
    const tenants = [...new Set(holders.map(({ caller }) => caller.tenant))];
    const insiders = holders.map((holder) => insiderOf(holder, createRandom(options.seed, `insider ${holder.caller.tenant}`)));
    const all = [
      ...holders,
      ...insiders.filter(({ caller }, at) => insiders.findIndex((one) => one.caller.tenant === caller.tenant) === at),
    ];
    const { serve, servers } = options;
    const full = {
      home: join(place, 'full'),
      documents: plant.documents,
      tools,
      servers,
      serve,
      async prepare(site: Parameters<typeof giveKeys>[0]) {
        const decisions = await drawDecisions(site, own.fork('decisions'), signal);
        await decide(site, decisions, signal);
        for (const { caller } of all) await converse(site, caller, signal);
        return { decisions, keys: await giveKeys(site, all), pools: await readPools(site, tenants, signal) };
      },
    };
    await withServedSite(
      full,
      async (there, { decisions, keys, pools }) => {
        for (const [at, holder] of holders.entries()) await probeOne(there, holder, insiders[at], at, { decisions, keys, pools });
      },
      signal,
    );

    async function probeOne(
      there: HttpCaller,
      holder: KeyHolder,
      insider: KeyHolder | undefined,
      at: number,
      { decisions, keys, pools }: Awaited<ReturnType<typeof full.prepare>>,
    ): Promise<void> {
      const { caller } = holder;
      const kept = plant.documents.filter(({ tenant, labels }) => tenant === caller.tenant && holdsLabels(caller.labels, labels));
      const key = keys.get(nameOf(holder)) ?? '';
      const insiderKey = insider === undefined ? '' : (keys.get(nameOf(insider)) ?? '');
      const alone = {
        home: join(place, `alone-${at}`),
        documents: kept,
        tools,
        servers,
        serve,
        async prepare(site: Parameters<typeof giveKeys>[0]) {
          if (caller.tenant === tenantOf('plant')) await decide(site, decisions, signal);
          await converse(site, caller, signal);
          await giveKeys(site, all);
          return readPools(site, [caller.tenant], signal);
        },
      };
      await withServedSite(
        alone,
        async (here, ownPools) => {
          const hidden = without(pools, ownPools);
          await probeHolder(
            {
              there: options.spoil?.(there, insiderKey) ?? there,
              here,
              holder,
              key,
              insiderKey,
              count: Math.min(share, options.count - tally.done()),
              atOnce: options.atOnce,
              drawFor: (number) => {
                const source = own.fork(`holder ${at} probe ${number}`);
                return { any: makeDraw(pools, plant, source), hidden: makeDraw(hidden, plant, source) };
              },
              onProbe: tally.note,
            },
            signal,
          );
          options.onProgress?.(tally.done(), tally.seconds());
        },
        signal,
      );
    }
  }
}
