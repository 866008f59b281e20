import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  type Application,
  configuredCaller,
  ingestFiles,
  listDocuments,
  loadConfig,
  openApplication,
  searchPassages,
  withoutServers,
} from '../../../app/index.ts';
import { type Caller, compareText, languageOf } from '../../../kernel/index.ts';
import { contextPrecision, discountedGain, reciprocalRank, shareFound } from '../../metrics/retrieval-scores.ts';
import { makeSuiteRecord } from '../../report/make-suite-record.ts';
import type { CaseRecord, MetricDefinition, SuiteRecord } from '../../report/run-record.ts';
import type { RetrievalSet } from './read-beir.ts';

const DEPTH = 10;
/** Passages asked for: several of one text are one. */
const HITS = 100;

const share = (name: string, zh: string, en: string): MetricDefinition => ({
  name,
  title: { zh, en },
  statistic: 'mean',
  better: 'higher',
  unit: 'share',
  isGuarded: true,
});
const METRICS = [
  share('ndcg', `nDCG@${DEPTH}`, `nDCG@${DEPTH}`),
  share('recall', `召回率@${DEPTH}`, `recall@${DEPTH}`),
  share('precision', `平均精确率@${DEPTH}`, `average precision@${DEPTH}`),
  share('reciprocal-rank', `平均倒数排名@${DEPTH}`, `mean reciprocal rank@${DEPTH}`),
];

interface RetrievalOptions {
  readonly seed: number;
  /** Hash of the set. */
  readonly corpus: string;
  readonly onProgress: (text: string) => void;
}

/** Reads the texts into an empty data folder, each as a document of its own, and says how far up search has those that answer. Leaves nothing behind. */
export async function scoreRetrieval(set: RetrievalSet, options: RetrievalOptions, signal: AbortSignal): Promise<SuiteRecord> {
  const workspace = await mkdtemp(join(tmpdir(), 'faultline-retrieval-'));
  const application = await openApplication(loadConfig({ home: join(workspace, 'home') }, withoutServers({})));
  try {
    const caller = configuredCaller(application.config);
    options.onProgress(`reading ${set.texts.size} texts`);
    const nameOf = await readTexts(application, caller, set, join(workspace, 'texts'), signal);
    const cases: CaseRecord[] = [];
    for (const [id, judged] of [...set.judged].sort(([a], [b]) => compareText(a, b))) {
      const question = set.queries.get(id) ?? '';
      const { hits } = await searchPassages(application, caller, { query: question, k: HITS }, signal);
      const ranked = [...new Set(hits.map(({ documentId }) => nameOf.get(documentId) ?? ''))].slice(0, DEPTH);
      cases.push(caseOf(set, id, question, ranked, judged));
    }
    const title = { zh: '检索（用户数据集）', en: 'retrieval on a set of yours' };
    const { seed, corpus } = options;
    return makeSuiteRecord(
      { suite: 'retrieval-set', title, corpus, scoresAre: 'none', metrics: METRICS, cases, problems: set.problems },
      seed,
    );
  } finally {
    await application.close();
    await rm(workspace, { recursive: true, force: true });
  }
}

/** Names of files say nothing, so that no id of the set is found by. */
async function readTexts(
  application: Application,
  caller: Caller,
  { texts }: RetrievalSet,
  folder: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  await mkdir(folder, { recursive: true });
  const files = new Map<string, string>();
  for (const [id, { title, text }] of texts) {
    const file = `${String(files.size + 1).padStart(7, '0')}.md`;
    files.set(file, id);
    await writeFile(join(folder, file), title.trim() === '' ? `${text}\n` : `# ${title}\n\n${text}\n`);
  }
  await ingestFiles(application, caller, { paths: [folder] }, () => undefined, signal);
  const documents = await listDocuments(application, caller);
  return new Map(documents.map(({ document }) => [String(document.id), files.get(basename(document.uri)) ?? '']));
}

function caseOf(
  { texts }: RetrievalSet,
  id: string,
  question: string,
  ranked: readonly string[],
  judged: ReadonlyMap<string, number>,
): CaseRecord {
  const relevant = [...judged].filter(([, relevance]) => relevance > 0).map(([text]) => text);
  const isRelevant = ranked.map((text) => relevant.includes(text));
  const gain = discountedGain(
    ranked.map((text) => judged.get(text) ?? 0),
    [...judged.values()],
    DEPTH,
  );
  const recall = shareFound(relevant.map((text) => ranked.includes(text)));
  const rank = isRelevant.indexOf(true);
  return {
    id,
    language: languageOf(question),
    form: 'question',
    outcome: rank < 0 ? 'not-found' : `rank ${rank + 1}`,
    isGood: rank >= 0,
    values:
      gain === undefined || recall === undefined
        ? {}
        : { ndcg: gain, recall, precision: contextPrecision(isRelevant) ?? 0, 'reciprocal-rank': reciprocalRank(isRelevant, DEPTH) },
    shown: {
      question,
      answer: '',
      expected: relevant.join('\n'),
      evidence: ranked.map((text, at) => ({ source: `${at + 1} ${text}${isRelevant[at] ? ' ✓' : ''}`, text: texts.get(text)?.text ?? '' })),
      claims: [],
      notes: [],
    },
  };
}
