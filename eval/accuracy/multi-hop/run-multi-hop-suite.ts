import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Application, configuredCaller, ingestFiles, loadConfig, openApplication, searchPassages } from '../../../app/index.ts';
import type { Caller, DocumentId } from '../../../kernel/index.ts';
import { analyse } from '../../../retrieval/index.ts';
import { openPlainBm25 } from '../../bench/peers/plain-bm25.ts';
import { type MultiHopSet, readMultiHop } from './read-multi-hop.ts';

export const MULTI_HOP_DEPTHS = [2, 5, 10] as const;
export type MultiHopDepth = (typeof MULTI_HOP_DEPTHS)[number];
/** Search; plain BM25 over the same passages; plain BM25 over whole articles. */
export const MULTI_HOP_WAYS = ['mixed', 'plain', 'plain-articles'] as const;
export type MultiHopWay = (typeof MULTI_HOP_WAYS)[number];

export interface MultiHopReport {
  readonly questions: number;
  readonly articles: number;
  /** Mean share of the articles that a question needs that are among the first so many articles. */
  readonly recall: Readonly<Record<MultiHopWay, Readonly<Record<MultiHopDepth, number>>>>;
  /** Share of the questions of which all articles are. */
  readonly whole: Readonly<Record<MultiHopWay, Readonly<Record<MultiHopDepth, number>>>>;
}

export interface MultiHopOptions {
  /** Folder of the set. */
  readonly folder: string;
  /** A data folder that is read into when it is not there and kept; else one is made and removed. */
  readonly home?: string;
}

/** Hits asked for: several of one article are one. */
const HITS = 100;

/**
 * Reads the articles of a set of questions that need several of them, each as a file of its own, and says how far up search has
 * them, beside plain BM25. It is prose far from plants: what helps at a machine must not cost elsewhere.
 */
export async function runMultiHopSuite({ folder, home }: MultiHopOptions, signal: AbortSignal): Promise<MultiHopReport> {
  const set = await readMultiHop(folder);
  const workspace = await mkdtemp(join(tmpdir(), 'faultline-multi-hop-'));
  const isRead = home !== undefined && existsSync(join(home, 'ledger.db'));
  const application = await openApplication(loadConfig({ home: home ?? join(workspace, 'home') }, {}));
  try {
    const caller = configuredCaller(application.config);
    if (!isRead) await readArticles(application, caller, set, join(workspace, 'articles'), signal);
    const rankings = await rankArticles(application, caller, set, workspace, signal);
    return { questions: set.questions.length, articles: set.articles.size, ...tally(set, rankings) };
  } finally {
    await application.close();
    await rm(workspace, { recursive: true, force: true });
  }
}

/** Names of files say nothing: the title stands at the head of each. */
async function readArticles(
  application: Application,
  caller: Caller,
  { articles }: MultiHopSet,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  let number = 0;
  for (const [title, sentences] of articles) {
    number += 1;
    await writeFile(join(folder, `${String(number).padStart(6, '0')}.md`), `# ${title}\n\n${sentences.join('').trim()}\n`);
  }
  await ingestFiles(application, caller, { paths: [folder] }, () => undefined, signal);
}

type Rankings = Readonly<Record<MultiHopWay, readonly (readonly string[])[]>>;

/** Titles of the articles in order, a question after the other. */
async function rankArticles(
  application: Application,
  caller: Caller,
  { questions }: MultiHopSet,
  workspace: string,
  signal: AbortSignal,
): Promise<Rankings> {
  const { ledger, grammar } = application;
  const access = await ledger.accessFor(caller.tenant, 'all');
  const [passages, whole] = [openPlainBm25(join(workspace, 'passages.db')), openPlainBm25(join(workspace, 'articles.db'))];
  try {
    const titles = new Map<DocumentId, string>();
    const owners = new Map<string, string>();
    for (const { document, version } of await ledger.passages.documents(access)) {
      const read = await ledger.passages.range(access, version.id, 0, Number.MAX_SAFE_INTEGER);
      titles.set(document.id, version.title);
      for (const { passage } of read) owners.set(passage.id, version.title);
      passages.add(read.map(({ passage, tokens }) => ({ id: passage.id, tokens })));
      whole.add([{ id: version.title, tokens: read.flatMap(({ passage }) => analyse(passage.text, grammar)) }]);
    }
    const rankings = { mixed: [] as string[][], plain: [] as string[][], 'plain-articles': [] as string[][] };
    for (const { question } of questions) {
      const { hits } = await searchPassages(application, caller, { query: question, k: HITS }, signal);
      const tokens = analyse(question, grammar);
      rankings.mixed.push(distinct(hits.map(({ documentId }) => titles.get(documentId) ?? '')));
      rankings.plain.push(distinct(passages.search(tokens, HITS).map((id) => owners.get(id) ?? '')));
      rankings['plain-articles'].push([...whole.search(tokens, HITS)]);
    }
    return rankings;
  } finally {
    passages.close();
    whole.close();
  }
}

function distinct(titles: readonly string[]): string[] {
  return [...new Set(titles)];
}

function tally({ questions }: MultiHopSet, rankings: Rankings): Pick<MultiHopReport, 'recall' | 'whole'> {
  const meanOf = (way: MultiHopWay, depth: MultiHopDepth, worthOf: (share: number) => number) => {
    const shares = questions.map(({ gold }, at) => {
      const first = new Set(rankings[way][at]?.slice(0, depth));
      return gold.filter((title) => first.has(title)).length / Math.max(1, gold.length);
    });
    return shares.reduce((sum, share) => sum + worthOf(share), 0) / Math.max(1, shares.length);
  };
  const tableOf = (worthOf: (share: number) => number) =>
    Object.fromEntries(
      MULTI_HOP_WAYS.map((way) => [way, Object.fromEntries(MULTI_HOP_DEPTHS.map((depth) => [depth, meanOf(way, depth, worthOf)]))]),
    ) as MultiHopReport['recall'];
  return { recall: tableOf((share) => share), whole: tableOf((share) => Number(share === 1)) };
}
