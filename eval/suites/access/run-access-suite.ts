import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { READ_COMMANDS } from '../../../app/index.ts';
import { createRandom, type Random } from '../../../datasets/index.ts';
import { openDocumentReader } from '../../../ingest/index.ts';
import { type Caller, FaultlineError, holdsLabels } from '../../../kernel/index.ts';
import type { SharedTools } from '../removal/data-folder.ts';
import { rememberingEmbedder } from '../removal/remembering-embedder.ts';
import { rememberingReader } from '../removal/remembering-reader.ts';
import { decide, drawDecisions } from './decide.ts';
import { type Draw, makeDraw, readPools } from './draw.ts';
import { openSite, type Site, tenantOf } from './open-site.ts';
import { outcomeOf } from './outcome.ts';
import { type AnyProbe, CONVERSATION, PROBE_TABLE, PROBES } from './probes.ts';
import type { SiteDocument } from './site-document.ts';
import { LABELS, writePlant } from './write-plant.ts';

export interface AccessOptions {
  readonly seed: number;
  /** Probes in all. */
  readonly probes: number;
  /** Plants with labels of their own; the first one holds the demo plant too. */
  readonly matrices: number;
  /** Readers of each plant. */
  readonly readers: number;
  readonly demo: boolean;
  /** Stands between the full site and its readers, for a test that plants a leak. */
  readonly spoil?: (site: Site) => Site;
  readonly onProgress?: (done: number) => void;
}

export interface AccessDifference {
  readonly command: string;
  readonly held: readonly string[];
  readonly input: string;
  /** Both outcomes from shortly before where they part. */
  readonly full: string;
  readonly alone: string;
}

export interface SurfaceCount {
  readonly command: string;
  readonly probes: number;
  /** Answered by an error, the same on both sites. */
  readonly refused: number;
  /** Of those also asked by one who may read everything, to whom the answer was another: there was something to hide. */
  readonly compared: number;
  readonly hiding: number;
}

export interface AccessReport {
  readonly seed: number;
  readonly probes: number;
  readonly matrices: readonly { readonly documents: number; readonly readable: readonly number[] }[];
  readonly surfaces: readonly SurfaceCount[];
  readonly unprobed: readonly { readonly command: string; readonly reason: string }[];
  /** How many differ, and the first of them. */
  readonly different: number;
  readonly differences: readonly AccessDifference[];
}

const DIFFERENCES_KEPT = 20;
/** One probe in so many is also asked by one who may read everything. */
const COMPARED = 8;

/**
 * Invariant I6 as non-interference: random questions of random readers, each asked on a site that holds documents under random
 * labels and on one that holds only what the reader may read; both must answer alike byte for byte.
 * @throws FaultlineError `internal` when a read command has neither probe nor reason.
 */
export async function runAccessSuite(options: AccessOptions, signal: AbortSignal): Promise<AccessReport> {
  const commands = READ_COMMANDS.map((name) => ({ name, probe: PROBES[name] }));
  const missing = commands.filter(({ probe }) => probe === undefined).map(({ name }) => name);
  if (missing.length > 0) throw new FaultlineError('internal', `These reads have neither probe nor reason: ${missing.join(', ')}.`);

  const folder = await mkdtemp(join(tmpdir(), 'faultline-access-'));
  const random = createRandom(options.seed, 'access');
  const tally = new Map<string, { probes: number; refused: number; compared: number; hiding: number }>();
  const differences: AccessDifference[] = [];
  const matrices: { documents: number; readable: number[] }[] = [];
  const share = Math.ceil(options.probes / (options.matrices * options.readers));
  // In a process of its own, which recognises scans.
  const reader = openDocumentReader();
  const tools: SharedTools = { read: rememberingReader(reader.read), embedder: rememberingEmbedder() };
  let done = 0;
  let different = 0;
  try {
    for (let matrix = 0; matrix < options.matrices; matrix++) {
      const place = join(folder, String(matrix));
      const plant = await writePlant(place, random.fork(`plant ${matrix}`), options.demo && matrix === 0 ? options.seed : undefined);
      const readable: number[] = [];
      matrices.push({ documents: plant.documents.length, readable });
      await withSite(join(place, 'full'), plant.documents, tools, signal, async (plain) => {
        const full = options.spoil?.(plain) ?? plain;
        const decisions = await drawDecisions(full, random.fork(`decisions ${matrix}`), signal);
        await decide(full, decisions, signal);
        await converse(full, { tenant: tenantOf('plant'), labels: 'all', role: 'admin', actor: 'engineer' }, signal);
        const pools = await readPools(full, [...new Set(plant.documents.map(({ tenant }) => tenant))].map(tenantOf), signal);
        for (let reader = 0; reader < options.readers; reader++) {
          const own = random.fork(`reader ${matrix} ${reader}`);
          const caller: Caller = {
            tenant: tenantOf('plant'),
            labels: own.sample(LABELS, own.integer(0, LABELS.length - 1)),
            role: 'reader',
            actor: `reader-${reader}`,
          };
          const kept = plant.documents.filter(({ tenant, labels }) => tenant === caller.tenant && holdsLabels(caller.labels, labels));
          readable.push(kept.length);
          await withSite(join(place, `reader-${reader}`), kept, tools, signal, async (alone) => {
            await decide(alone, decisions, signal);
            for (const site of [full, alone]) await converse(site, caller, signal);
            const draw = makeDraw(pools, plant, own);
            for (let count = Math.min(share, options.probes - done); count > 0; count--) await probe({ full, alone }, caller, draw);
            options.onProgress?.(done);
          });
        }
      });
    }
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }

  async function probe({ full, alone }: { readonly full: Site; readonly alone: Site }, caller: Caller, draw: Draw): Promise<void> {
    signal.throwIfAborted();
    const asked = drawProbe(draw);
    const input = asked.input(draw);
    const there = await outcomeOf(full, asked, caller, input, signal);
    const here = await outcomeOf(alone, asked, caller, input, signal);
    const counts = tally.get(asked.name) ?? { probes: 0, refused: 0, compared: 0, hiding: 0 };
    tally.set(asked.name, counts);
    counts.probes += 1;
    if (here.isError) counts.refused += 1;
    if (done % COMPARED === 0) {
      counts.compared += 1;
      const all = await outcomeOf(full, asked, { ...caller, labels: 'all' }, input, signal);
      if (all.text !== there.text) counts.hiding += 1;
    }
    done += 1;
    if (there.text === here.text) return;
    different += 1;
    if (differences.length < DIFFERENCES_KEPT) differences.push(describe(asked.name, caller, input, there.text, here.text));
  }

  return {
    seed: options.seed,
    probes: done,
    matrices,
    surfaces: [...tally].map(([command, counts]) => ({ command, ...counts })).sort((a, b) => (a.command < b.command ? -1 : 1)),
    unprobed: commands.flatMap(({ name, probe: found }) => (typeof found === 'string' ? [{ command: name, reason: found }] : [])),
    different,
    differences,
  };
}

/** A conversation of a caller, under a name that others use too. */
export async function converse({ service }: Site, caller: Caller, signal: AbortSignal): Promise<void> {
  for (const question of [`What does alarm E101 mean? (${caller.actor})`, 'P-101 振动过大的原因是什么？'])
    await service.keepTurn(caller, { conversationId: CONVERSATION, question }, signal);
}

async function withSite(
  home: string,
  documents: readonly SiteDocument[],
  tools: SharedTools,
  signal: AbortSignal,
  work: (site: Site) => Promise<void>,
): Promise<void> {
  await mkdir(home, { recursive: true });
  const site = await openSite(home, documents, tools, signal);
  try {
    await work(site);
  } finally {
    await site.application.close();
    await rm(home, { recursive: true, force: true });
  }
}

const WEIGHT = PROBE_TABLE.reduce((sum, { weight }) => sum + weight, 0);

function drawProbe({ random }: { readonly random: Random }): AnyProbe {
  let at = random.next() * WEIGHT;
  for (const probe of PROBE_TABLE) {
    at -= probe.weight;
    if (at < 0) return probe;
  }
  throw new RangeError('there is no probe');
}

function describe(command: string, { labels }: Caller, input: unknown, full: string, alone: string): AccessDifference {
  let at = 0;
  while (full[at] === alone[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 80), at + 120);
  return { command, held: labels === 'all' ? ['*'] : labels, input: JSON.stringify(input) ?? '', full: around(full), alone: around(alone) };
}
