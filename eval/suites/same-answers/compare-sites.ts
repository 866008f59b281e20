import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Application,
  askQuestion,
  type Config,
  configuredCaller,
  diagnoseFault,
  exportKnowledge,
  ingestFiles,
  listDocuments,
  loadConfig,
  openApplication,
  reconcileStores,
  searchPassages,
} from '../../../app/index.ts';
import { generateDemoPlant } from '../../../datasets/index.ts';
import { canonicalJson, digestLines, FaultlineError, type Json } from '../../../kernel/index.ts';

export interface DifferingAnswer {
  readonly id: string;
  readonly command: CommandName;
  readonly question: string;
  /** The parts of the content that are not the same. */
  readonly parts: readonly string[];
}

export interface SiteComparison {
  readonly seed: number;
  readonly documents: number;
  readonly questions: number;
  readonly differing: readonly DifferingAnswer[];
  /** Whether the canonical exports are the same, line by line. */
  readonly sameKnowledge: boolean;
  /** Units of search index and graph, on both sites, that are not as their ledger says. */
  readonly drift: number;
}

/**
 * Reads the plant of a seed into an empty folder and into the site that a configuration names, whose stores must be empty, asks all
 * gold questions of both, or one of each `every` that follow each other, searches for them, has each diagnosed as a fault, and holds
 * content against content, byte by byte. Empties nothing: the site is left as it became.
 * @throws FaultlineError `conflict` when the site holds documents already; whatever the stores give.
 */
export async function compareSites(config: Config, seed: number, signal: AbortSignal, every = 1): Promise<SiteComparison> {
  const workspace = await mkdtemp(join(tmpdir(), 'faultline-sites-'));
  try {
    const plant = await generateDemoPlant({ seed, folder: join(workspace, 'plant') });
    const paths = plant.manifest.documents.map((document) => join(plant.folder, document.path));
    const embedded = await openApplication(loadConfig({ home: join(workspace, 'home') }, {}));
    try {
      const other = await openApplication(config);
      try {
        if ((await listDocuments(other, configuredCaller(config))).length > 0)
          throw new FaultlineError('conflict', 'The site to compare holds documents already; give it empty stores.');
        const sites = [embedded, other] as const;
        for (const site of sites) await ingestFiles(site, configuredCaller(site.config), { paths }, () => undefined, signal);
        const differing: DifferingAnswer[] = [];
        const asked = plant.gold.filter((_, at) => at % every === every - 1);
        for (const { id, question } of asked) {
          for (const command of COMMAND_NAMES) {
            const [one, two] = await Promise.all(sites.map((site) => COMMANDS[command](site, question, signal)));
            const parts = Object.keys({ ...one, ...two }).filter(
              (part) => canonicalJson(one?.[part] ?? null) !== canonicalJson(two?.[part] ?? null),
            );
            if (parts.length > 0) differing.push({ id, command, question, parts });
          }
        }
        const [here, there] = await Promise.all(sites.map((site) => knowledgeOf(site, signal)));
        let drift = 0;
        for (const site of sites) {
          const found = await reconcileStores(site, configuredCaller(site.config), { repair: false }, signal);
          drift += found.drift.length + found.faults.length;
        }
        return { seed, documents: paths.length, questions: asked.length, differing, sameKnowledge: here === there, drift };
      } finally {
        await other.close();
      }
    } finally {
      await embedded.close();
    }
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

type Content = Readonly<Record<string, Json>>;

/** What is asked with each question. */
const COMMANDS = {
  ask: (site, question, signal) =>
    undegraded(async () => {
      const { content } = await askQuestion(site, configuredCaller(site.config), { question }, signal);
      return content;
    }),
  diagnose: (site, question, signal) =>
    undegraded(async () => {
      const { notice, aigc, lacking, ...content } = await diagnoseFault(
        site,
        configuredCaller(site.config),
        { fault: question, observations: [] },
        signal,
      );
      return content;
    }),
  search: (site, question, signal) =>
    undegraded(async () => {
      const { hits, degraded } = await searchPassages(site, configuredCaller(site.config), { query: question, k: HITS }, signal);
      return { hits: hits.map(({ passageId }) => passageId), degraded };
    }),
} satisfies Readonly<Record<string, (site: Application, question: string, signal: AbortSignal) => Promise<Content>>>;

export type CommandName = keyof typeof COMMANDS;
const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];
const HITS = 10;

/** What a store was too slow for says so; what the stores hold is compared, so it is asked for again. */
async function undegraded(ask: () => Promise<{ readonly degraded: readonly string[] }>): Promise<Content> {
  for (let left = TRIES; ; left -= 1) {
    const content = await ask();
    if (content.degraded.length === 0 || left <= 1) return content as unknown as Content;
  }
}

const TRIES = 5;

/** One digest of all lines. */
async function knowledgeOf(site: Application, signal: AbortSignal): Promise<string> {
  const lines: string[] = [];
  for await (const some of exportKnowledge(site, configuredCaller(site.config), undefined, signal)) lines.push(...some);
  return digestLines(lines);
}
