import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { configuredCaller, createApiKey, loadConfig, openApplication } from '../../../app/index.ts';
import { createRandom, generateDemoPlant } from '../../../datasets/index.ts';
import { FaultlineError, type ProgramEntry } from '../../../kernel/index.ts';
import { openHttpCaller } from '../http/http-caller.ts';
import { checkKept, untilRead } from '../service/kept-documents.ts';
import { type ResidentMemory, residentMemory } from '../service/resident-memory.ts';
import { startService } from '../service/service-process.ts';
import type { SoakSite } from './soak-site.ts';
import { soakUser } from './soak-user.ts';
import { type KindCounts, openCallTally } from './tally-calls.ts';

export interface SoakOptions {
  readonly seed: number;
  readonly minutes: number;
  readonly users: number;
  /** Whether the demo plant is sent before users begin; else there is only what they send. */
  readonly plant: boolean;
  /** An empty folder, which is left as it became. */
  readonly folder: string;
  readonly program: ProgramEntry;
  readonly onMinute?: (minute: number, memory: ResidentMemory | undefined) => void;
}

/** Memory at a moment, in minutes from the beginning, of the first or the second process. */
export interface MemorySample extends ResidentMemory {
  readonly minute: number;
  readonly life: 1 | 2;
}

export interface SoakReport {
  readonly seed: number;
  readonly minutes: number;
  readonly users: number;
  readonly kinds: readonly KindCounts[];
  readonly memory: readonly MemorySample[];
  /** Minutes from the beginning at which the service was killed, and seconds until it listened again. */
  readonly killedAt: number;
  readonly awaySeconds: number;
  readonly acknowledged: number;
  readonly deleted: number;
  readonly documents: number;
  readonly faults: readonly string[];
}

/** The earlier part with one process, the later and longer one with the next, so that the memory of one is seen for long. */
const KILLED_AFTER = 0.25;
const SAMPLE_MILLISECONDS = 5_000;
const READ_MILLISECONDS = 600_000;
const MOST_FAULTS = 100;

/** Users at work on a service of its own process, which is killed amid it and started again. */
export async function runSoak(options: SoakOptions, signal: AbortSignal): Promise<SoakReport> {
  const { seed, minutes, users, folder, program, onMinute } = options;
  const home = join(folder, 'home');
  const keys = await makeKeys(home, users, seed);
  const plant = await generateDemoPlant({ seed, folder: join(folder, 'plant') });
  const questions = plant.gold.map(({ question }) => question);
  const site: SoakSite = { http: undefined, acknowledged: new Set(), deleted: new Set(), unsure: new Set(), passages: [] };
  const tally = openCallTally();
  const faults: string[] = [];
  const memory: MemorySample[] = [];
  const onFault = (fault: string): void => {
    if (faults.length < MOST_FAULTS) faults.push(fault);
  };
  let service = await startService({ program, home, port: 0 }, signal);
  let life: MemorySample['life'] = 1;
  try {
    site.http = openHttpCaller(service.address);
    if (options.plant) await sendPlant(plant);
    const begun = performance.now();
    const minute = (): number => (performance.now() - begun) / 60_000;
    const over = new AbortController();
    const both = AbortSignal.any([signal, over.signal]);
    // Each user waits with it.
    setMaxListeners(users + 10, both);
    const atWork = keys.map((key, at) =>
      soakUser(site, { name: `user-${at}`, key, random: createRandom(seed, `user ${at}`), questions }, tally, onFault, both),
    );
    const watching = watch(minute, both);
    const killedAt = minutes * KILLED_AFTER;
    await wait(killedAt * 60_000, undefined, { signal });
    const awaySeconds = await killAndStart();
    await wait(Math.max(0, minutes * 60_000 - (performance.now() - begun)), undefined, { signal });
    over.abort();
    await Promise.all([...atWork, watching]);
    await untilRead(site.http, keys[0], READ_MILLISECONDS, signal);
    const kept = await checkKept(site.http, keys[0], site);
    const code = await service.stop();
    if (code !== 0) onFault(`the service ended with ${code} when it was told to stop`);
    return {
      seed,
      minutes,
      users,
      kinds: tally.report(),
      memory,
      killedAt,
      awaySeconds,
      acknowledged: site.acknowledged.size + site.deleted.size,
      deleted: site.deleted.size,
      documents: kept.documents,
      faults: [...faults, ...kept.faults],
    };
  } finally {
    site.http?.close();
    if (!service.hasEnded()) await service.kill();
  }

  async function killAndStart(): Promise<number> {
    const { http } = site;
    site.http = undefined;
    const begun = performance.now();
    await service.kill();
    http?.close();
    service = await startService({ program, home, port: service.port }, signal);
    life = 2;
    site.http = openHttpCaller(service.address);
    return (performance.now() - begun) / 1000;
  }

  async function watch(minute: () => number, until: AbortSignal): Promise<void> {
    let told = 0;
    while (!until.aborted) {
      if (service.hasEnded() && site.http !== undefined) throw new FaultlineError('internal', 'The service ended by itself.');
      const held = await residentMemory(service.pid);
      if (held !== undefined && site.http !== undefined) memory.push({ minute: minute(), life, ...held });
      if (Math.floor(minute()) > told) {
        told = Math.floor(minute());
        onMinute?.(told, held);
      }
      await wait(SAMPLE_MILLISECONDS, undefined, { signal: until }).catch((error: unknown) => {
        if (!until.aborted) throw error;
      });
    }
  }

  async function sendPlant({ manifest, folder: place }: typeof plant): Promise<void> {
    const http = site.http;
    if (http === undefined) throw new FaultlineError('internal', 'There is no service to send to.');
    for (const { path } of manifest.documents) {
      const bytes = await readFile(join(place, path));
      const file = { name: basename(path), text: bytes };
      const { status, body } = await http.send({ method: 'POST', path: '/v1/documents', file }, keys[0]);
      if (status !== 202) throw new FaultlineError('internal', `${path} was not taken: ${status} ${body.toString('utf8')}`);
    }
    await untilRead(http, keys[0], READ_MILLISECONDS, signal);
  }
}

/** A key for each user, made before the service starts. */
async function makeKeys(home: string, users: number, seed: number): Promise<readonly string[]> {
  const application = await openApplication(loadConfig({ home, logLevel: 'silent' }, {}));
  try {
    const maker = configuredCaller(application.config);
    const keys: string[] = [];
    for (let at = 0; at < users; at++) {
      const random = new Uint8Array(createHash('sha256').update(`soak ${seed} ${at}`).digest());
      keys.push((await createApiKey(application, maker, { name: `user ${at}`, role: 'engineer', labels: 'all', random })).secret);
    }
    return keys;
  } finally {
    await application.close();
  }
}
