import { join } from 'node:path';
import {
  loadConfig,
  openApplication,
  rebuildProjections,
  type SiteServers,
  type SiteSettings,
  serveHere,
  withEmptySite,
} from '../../../app/index.ts';
import { createRandom, type Random } from '../../../datasets/index.ts';
import { type Caller, FaultlineError, holdsLabels } from '../../../kernel/index.ts';
import { LABELS } from '../access/write-plant.ts';
import type { SharedTools } from '../removal/data-folder.ts';
import { type Asked, askMeanwhile, type Counts, countBy } from './ask-meanwhile.ts';
import { drawCourse, type LastingDocument, lastingDocuments } from './course.ts';
import { findDifferences, findDrift, findMisplaced } from './find-differences.ts';
import { probeReader } from './probe-reader.ts';
import { makeSender, type Sender, sendLasting, settle, takeStep } from './run-course.ts';
import { killServerAmidWork, type ServerKill } from './server-kill.ts';
import { makeTrialClock } from './trial-clock.ts';
import { startCrew, type WorkerCrew, type WorkerKill } from './worker-crew.ts';
import { WORKER_STEPS } from './worker-points.ts';
import type { WorkerPool } from './worker-pool.ts';

export interface TrialOptions {
  readonly seed: number;
  readonly servers: SiteServers;
  /** Home of the servers, of which one is killed; absent: none is. */
  readonly killsAt?: string;
  /** A folder for this trial alone. */
  readonly folder: string;
  readonly pool: WorkerPool;
  readonly tools: SharedTools;
}

export interface TrialReport {
  readonly seed: number;
  readonly steps: number;
  readonly documents: number;
  readonly kills: readonly WorkerKill[];
  readonly serverKill?: ServerKill;
  readonly asked: Asked;
  /** Errors that workers and sender logged, by code: what they were not spared and mended themselves. */
  readonly logged: Counts;
  readonly milliseconds: number;
  /** What broke a law; none means that it held. */
  readonly faults: readonly string[];
}

/** Long, since a machine that also holds the servers is slow at times; what is away is told of at once all the same. */
const CHECK_MILLISECONDS = 60_000;

/**
 * One trial: a random course on an empty site on servers, worked by two processes of which some are killed, while questions are
 * asked; then its state is held against a site in one folder to which only what lasts was sent, in another order.
 * @throws what making the site throws; what goes wrong on it is a fault of the report.
 */
export function runTrial(options: TrialOptions, signal: AbortSignal): Promise<TrialReport> {
  return withEmptySite(options.servers, async (settings) => {
    const began = performance.now();
    const random = createRandom(options.seed, 'cluster');
    const course = drawCourse(random.fork('course'));
    const documents = lastingDocuments(course);
    const disturbed = await disturb(options, { ...settings, home: join(options.folder, 'site') }, random, signal);
    const faults = disturbed.error === undefined ? await check(options, settings, documents, random, signal) : [disturbed.error];
    const ours = disturbed.errors.filter(({ code }) => code === 'internal').map(({ msg, cause }) => `logged ${msg}: ${cause}`);
    return {
      seed: options.seed,
      steps: course.length,
      documents: documents.length,
      kills: disturbed.kills,
      ...(disturbed.serverKill === undefined ? {} : { serverKill: disturbed.serverKill }),
      asked: disturbed.asked,
      logged: countBy(disturbed.errors.map(({ code }) => code)),
      milliseconds: Math.round(performance.now() - began),
      faults: [...disturbed.asked.faults, ...disturbed.faults, ...ours, ...faults],
    };
  });
}

interface Disturbed extends Pick<WorkerCrew, 'kills' | 'errors' | 'faults'> {
  readonly serverKill?: ServerKill;
  readonly asked: Asked;
  readonly error?: string;
}

/** Runs the course to its end, whoever is killed on the way. */
async function disturb(options: TrialOptions, settings: SiteSettings, random: Random, signal: AbortSignal): Promise<Disturbed> {
  const { pool, tools, seed, killsAt } = options;
  const clock = makeTrialClock((ahead) => crew.tellTime(ahead));
  const application = await openApplication(loadConfig({ ...settings, logLevel: 'silent' }, {}), { ...tools, clock });
  const first = WORKER_STEPS[seed % WORKER_STEPS.length]?.name ?? '';
  const points = [first, random.fork('second').pick(WORKER_STEPS).name];
  const crew = startCrew({ settings: { ...settings, logLevel: 'error' }, pool, clock, random: random.fork('crew'), points });
  const asker = askMeanwhile(application, random.fork('questions'));
  const sender = makeSender(application, clock, signal);
  let serverKill: ServerKill | undefined;
  let error: string | undefined;
  try {
    const course = drawCourse(random.fork('course'));
    const sends = course.flatMap(({ kind }, index) => (kind === 'send' && index > 0 ? [index] : []));
    // Not the last ones: a job may be over before a server is killed amid it, and then a later one has to do.
    const killedAfter = random.fork('server').pick(sends.slice(0, Math.ceil(sends.length / 2)));
    let kill: Awaited<ReturnType<typeof killServerAmidWork>>;
    for (const [index, step] of course.entries()) {
      await takeStep(sender, step);
      if (killsAt === undefined || kill !== undefined || index < killedAfter || step.kind !== 'send') continue;
      kill = await killServerAmidWork({ home: killsAt, seed, sender, isAsking: asker.isAsking });
    }
    if (killsAt !== undefined && kill === undefined)
      throw new FaultlineError('internal', 'No worker had a job at hand when a server was to be killed.');
    serverKill = await kill?.restarted;
    crew.spare();
    await settle(sender);
  } catch (thrown) {
    error = `the course broke off: ${thrown instanceof Error ? thrown.stack : String(thrown)}`;
  }
  const asked = await asker.end();
  try {
    await crew.stop();
  } finally {
    await application.close();
  }
  signal.throwIfAborted();
  return {
    kills: crew.kills,
    errors: crew.errors,
    faults: crew.faults,
    asked,
    ...(serverKill === undefined ? {} : { serverKill }),
    ...(error === undefined ? {} : { error }),
  };
}

/** All laws on the state that a course has left. */
async function check(
  { folder, tools }: TrialOptions,
  settings: SiteSettings,
  documents: readonly LastingDocument[],
  random: Random,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const caller: Caller = {
    tenant: loadConfig({}, {}).tenant,
    labels: random.fork('reader').sample(LABELS, random.fork('labels').integer(0, LABELS.length - 1)),
    role: 'reader',
    actor: 'reader',
  };
  const config = loadConfig({ ...settings, home: join(folder, 'site'), storeMilliseconds: CHECK_MILLISECONDS, logLevel: 'silent' }, {});
  const ordered = random.fork('order').shuffle(documents);
  const readable = ordered.filter(({ labels }) => holdsLabels(caller.labels, labels));
  return withSites(
    [
      () => openApplication(config, tools),
      () => openFolder(join(folder, 'undisturbed'), ordered, tools, signal),
      () => openFolder(join(folder, 'reader'), readable, tools, signal),
    ],
    async ([site, undisturbed, alone]) => {
      if (site === undefined || undisturbed === undefined || alone === undefined) throw new RangeError('there are three sites');
      const services = { whole: serveHere(site), alone: serveHere(alone) };
      const trail = async () =>
        (await site.ledger.audit.verify(undefined, signal)).faults.map((fault) => `audit: ${JSON.stringify(fault)}`);
      const faults = [
        ...(await findMisplaced(site, documents)),
        ...(await findDifferences(undisturbed, site, signal)),
        ...(await findDrift(site, signal)),
        ...(await probeReader(services, caller, random.fork('probes'), signal)),
        ...(await trail()),
      ];
      if (faults.length > 0) return faults;
      await rebuildProjections(config, { targets: ['search', 'graph'] }, signal, tools);
      return [...(await findDifferences(undisturbed, site, signal)), ...(await findDrift(site, signal))].map(
        (fault) => `rebuilt: ${fault}`,
      );
    },
  );
}

async function openFolder(
  home: string,
  documents: readonly LastingDocument[],
  tools: SharedTools,
  signal: AbortSignal,
): Promise<Sender['application']> {
  const application = await openApplication(loadConfig({ home, logLevel: 'silent' }, {}), tools);
  try {
    await sendLasting(
      makeSender(
        application,
        makeTrialClock(() => undefined),
        signal,
      ),
      documents,
    );
  } catch (error) {
    await application.close();
    throw error;
  }
  return application;
}

async function withSites<Out>(
  open: readonly (() => Promise<Sender['application']>)[],
  work: (sites: readonly Sender['application'][]) => Promise<Out>,
): Promise<Out> {
  const sites: Sender['application'][] = [];
  try {
    for (const one of open) sites.push(await one());
    return await work(sites);
  } finally {
    for (const site of sites) await site.close();
  }
}
