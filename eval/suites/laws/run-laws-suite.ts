import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../../../datasets/index.ts';
import type { SharedTools } from '../removal/data-folder.ts';
import { rememberingEmbedder } from '../removal/remembering-embedder.ts';
import { rememberingReader } from '../removal/remembering-reader.ts';
import type { Law } from './law.ts';
import { type LawSite, openLawSite } from './law-site.ts';

export interface LawsOptions {
  readonly seed: number;
  readonly laws: readonly Law[];
  /** Of each law; absent: as the law says. */
  readonly trials?: (law: Law) => number;
  readonly onProgress?: (law: Law, done: number) => void;
}

export interface LawResult {
  readonly name: string;
  readonly states: string;
  readonly trials: number;
  readonly broken: number;
  /** The first that broke it, with the number of the trial. */
  readonly counterexamples: readonly { readonly trial: number; readonly what: string }[];
}

export interface LawsReport {
  readonly seed: number;
  readonly laws: readonly LawResult[];
}

const KEPT = 5;

/** Tries each law on generated cases; a seed gives the same cases again. Leaves nothing behind. */
export async function runLawsSuite({ seed, laws, trials, onProgress }: LawsOptions, signal: AbortSignal): Promise<LawsReport> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-laws-'));
  const tools: SharedTools = { read: rememberingReader(), embedder: rememberingEmbedder() };
  try {
    const results: LawResult[] = [];
    for (const law of laws) {
      const result = await tryLaw(law, trials?.(law) ?? law.trials);
      results.push(result);
    }
    return { seed, laws: results };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  async function tryLaw(law: Law, count: number): Promise<LawResult> {
    const random = createRandom(seed, `law ${law.name}`);
    const counterexamples: { trial: number; what: string }[] = [];
    let broken = 0;
    for (let start = 0; start < count; start += law.perSite) {
      const sites: LawSite[] = [];
      const place = await mkdtemp(join(folder, 'site-'));
      const bench = {
        async open(options = {}) {
          const home = join(place, String(sites.length));
          await mkdir(home, { recursive: true });
          const site = await openLawSite(home, tools, options, signal);
          sites.push(site);
          return site;
        },
      };
      try {
        const trial = await law.begin(bench, random.fork(`site ${start}`), signal);
        for (let number = start; number < Math.min(count, start + law.perSite); number += 1) {
          signal.throwIfAborted();
          const what = await trial(random.fork(`trial ${number}`), signal);
          if (what !== undefined) {
            broken += 1;
            if (counterexamples.length < KEPT) counterexamples.push({ trial: number, what });
          }
          onProgress?.(law, number + 1);
        }
      } finally {
        for (const site of sites) await site.close();
        await rm(place, { recursive: true, force: true });
      }
    }
    return { name: law.name, states: law.states, trials: count, broken, counterexamples };
  }
}
