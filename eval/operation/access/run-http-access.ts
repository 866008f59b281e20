import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SiteServers } from '../../../app/index.ts';
import { createRandom } from '../../../datasets/index.ts';
import { openDocumentReader } from '../../../ingest/index.ts';
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
import { rememberingModels } from './remembering-models.ts';
import { type Serve, withServedSite } from './served-site.ts';
import { openTally, type PlantReport } from './tally-probes.ts';

export interface HttpAccessOptions {
  readonly seed: number;
  /** Probes in all, spread evenly over the holders of keys. */
  readonly count: number;
  /** Plants with labels of their own; the first one holds the demo plant too. */
  readonly matrices: number;
  /** Those of them that are probed now, from 0; absent: all. What a plant is asked does not depend on the others. */
  readonly plants?: readonly number[];
  readonly demo: boolean;
  /** Those that a plant has, for a run that is short; absent: one of every role, and two of another tenant. */
  readonly holders?: number;
  /** Probes under way at a time; from 1. */
  readonly atOnce: number;
  readonly serve: Serve;
  /** Stands between the full site and those who ask it, for a test that plants a leak. */
  readonly spoil?: (http: HttpCaller, insider: string) => HttpCaller;
  readonly servers?: SiteServers;
  /** Told after each holder of keys: probes of this plant. */
  readonly onProgress?: (plant: number, done: number, seconds: number) => void;
  /** Told of each plant as it ends, before the next one is begun. */
  readonly onPlant?: (report: PlantReport) => Promise<void>;
}

/**
 * One plant in so many is served on threads, as a service is shipped. On the others both services ask the same models, which make of
 * the same texts the same numbers whoever asks: that is most of what a probe costs, and tells nothing of access.
 */
const THREADED = 3;

/**
 * Invariant I6 through HTTP: random requests with keys of all roles and of two tenants, each sent to a service whose site holds
 * documents under random labels, and to one whose site never held what the holder may not read; both have to answer alike byte for
 * byte, and what a role does not allow is refused by both.
 */
export async function runHttpAccess(options: HttpAccessOptions, signal: AbortSignal): Promise<readonly PlantReport[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-http-access-'));
  const random = createRandom(options.seed, 'http access');
  // In a process of its own, which recognises scans.
  const reader = openDocumentReader();
  const tools: SharedTools = { read: rememberingReader(reader.read), embedder: rememberingEmbedder(), reading: rememberingModels() };
  const holderCount = options.holders ?? HOLDERS;
  const share = Math.ceil(options.count / (options.matrices * holderCount));
  const reports: PlantReport[] = [];
  try {
    for (const plant of options.plants ?? Array.from({ length: options.matrices }, (_, at) => at)) {
      const report = await probePlant(plant);
      await options.onPlant?.(report);
      reports.push(report);
    }
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }
  return reports;

  async function probePlant(matrix: number): Promise<PlantReport> {
    const place = join(folder, String(matrix));
    const own = random.fork(`plant ${matrix}`);
    const demo = options.demo && matrix === 0;
    const tally = openTally();
    // The last plants have less where the count does not divide evenly.
    const count = Math.max(0, Math.min(share * holderCount, options.count - matrix * share * holderCount));
    const plant = await writePlant(place, own.fork('documents'), demo ? options.seed : undefined);
    const holders = own.fork('some').sample(drawHolders(own.fork('holders')), holderCount);
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
      commands: matrix % THREADED === 0 ? ('threads' as const) : ('here' as const),
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
    const { seed, matrices } = options;
    return tally.report({
      seed,
      plant: matrix,
      stores: servers === undefined ? 'files' : 'servers',
      of: { count: options.count, matrices, demo: options.demo },
    });

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
        commands: 'here' as const,
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
              count: Math.min(share, count - tally.done()),
              atOnce: options.atOnce,
              drawFor: (number) => {
                const source = own.fork(`holder ${at} probe ${number}`);
                return { any: makeDraw(pools, plant, source), hidden: makeDraw(hidden, plant, source) };
              },
              onProbe: tally.note,
            },
            signal,
          );
          options.onProgress?.(matrix, tally.done(), tally.seconds());
        },
        signal,
      );
    }
  }
}
