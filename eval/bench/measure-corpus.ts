import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type Application,
  askQuestion,
  configuredCaller,
  ingestFiles,
  loadConfig,
  openApplication,
  searchPassages,
} from '../../app/index.ts';
import { analyse } from '../../retrieval/index.ts';
import { type Corpus, makeCorpus } from './make-corpus.ts';
import { httpReportShape, measureHttp } from './measure-http.ts';
import { latenciesOf, latenciesShape, timed } from './measurement.ts';
import { openPlainBm25 } from './peers/plain-bm25.ts';

const reading = z.object({ count: z.number(), seconds: z.number() });

/** All figures of one size of the generated corpus. Megabytes are of 10^6 bytes, times of searches in milliseconds. */
export const corpusReportShape = z.object({
  asked: z.number(),
  passages: z.number(),
  manuals: reading,
  log: reading,
  search: latenciesShape,
  answers: latenciesShape,
  openAnswers: latenciesShape,
  http: httpReportShape,
  plain: latenciesShape.extend({ buildSeconds: z.number() }),
  diskMegabytes: z.object({ ledger: z.number(), graph: z.number(), search: z.number() }),
});
export type CorpusReport = z.infer<typeof corpusReportShape>;

const SEED = 1;
const PAGE = 1_000;

/** Reads a corpus of so many passages into `home`, then searches it, asks it here and over HTTP, and searches its tokens with the plain peer. */
export async function measureCorpus(
  { passages, folder }: { readonly passages: number; readonly folder: string },
  signal: AbortSignal,
): Promise<CorpusReport> {
  const corpus = await makeCorpus(join(folder, 'corpus'), passages, SEED);
  const home = join(folder, 'home');
  const read = async (paths: readonly string[]) => {
    const application = await openApplication(loadConfig({ home }, {}));
    try {
      const { seconds, result } = await timed(() =>
        ingestFiles(application, configuredCaller(application.config), { paths }, () => undefined, signal),
      );
      return { seconds, passages: result.files.reduce((sum, { version }) => sum + (version.report?.passages ?? 0), 0) };
    } finally {
      await application.close();
    }
  };
  const manuals = await read(corpus.manuals);
  const log = await read([corpus.log.path]);
  const here = await measureHere(home, join(folder, 'plain.db'), corpus, signal);
  return {
    asked: passages,
    passages: manuals.passages + log.passages,
    manuals: { count: manuals.passages, seconds: manuals.seconds },
    log: { count: corpus.log.rows, seconds: log.seconds },
    ...here,
    http: await measureHttp({ home, ...corpus }, signal),
    diskMegabytes: {
      ledger: await megabytes(join(home, 'ledger.db')),
      graph: await megabytes(join(home, 'graph.db')),
      search: await megabytes(join(home, 'search.db')),
    },
  };
}

async function measureHere(home: string, plainPath: string, corpus: Corpus, signal: AbortSignal) {
  const application = await openApplication(loadConfig({ home }, {}));
  const caller = configuredCaller(application.config);
  const ask = (question: string) => askQuestion(application, caller, { question }, signal);
  try {
    const search = await latenciesOf(corpus.queries, (query) => searchPassages(application, caller, { query, k: 10 }, signal));
    const answers = await latenciesOf(corpus.questions, ask);
    const openAnswers = await latenciesOf(corpus.openQuestions, ask);
    return { search, answers, openAnswers, plain: await measurePlain(application, plainPath, corpus.queries) };
  } finally {
    await application.close();
  }
}

async function measurePlain({ ledger, config, grammar }: Application, path: string, queries: readonly string[]) {
  const plain = openPlainBm25(path);
  try {
    const access = await ledger.accessFor(configuredCaller(config).tenant, 'all');
    let buildSeconds = 0;
    for (const { version } of await ledger.passages.documents(access)) {
      for (let from = 0; ; from += PAGE) {
        const page = await ledger.passages.range(access, version.id, from, from + PAGE - 1);
        buildSeconds += (await timed(() => plain.add(page.map(({ passage, tokens }) => ({ id: passage.id, tokens }))))).seconds;
        if (page.length < PAGE) break;
      }
    }
    const measured = await latenciesOf(queries, (query) => plain.search(analyse(query, grammar), 10));
    return { ...measured, buildSeconds };
  } finally {
    plain.close();
    await rm(path, { force: true });
  }
}

async function megabytes(path: string): Promise<number> {
  return (await stat(path)).size / 1e6;
}
