import { join } from 'node:path';
import { type DocumentReader, openDocumentReader } from '../ingest/index.ts';
import { type Clock, type Embedder, entryBeside, type Logger, type TraceSink } from '../kernel/index.ts';
import { openLedger } from '../ledger/index.ts';
import { openLogTagger, openNormaliser, openUnderstanding } from '../models/index.ts';
import { phraseMarks, siteGrammar, wordMarks } from '../ontology/index.ts';
import { openBlobStore } from '../storage/index.ts';
import type { Application } from './application.ts';
import { type AuditSink, openAuditQueue } from './audit/audit-queue.ts';
import type { Config } from './config.ts';
import { openJsonLogger } from './json-logger.ts';
import { makeAdviser } from './language-model/make-adviser.ts';
import { makeRowAdviser } from './language-model/make-row-adviser.ts';
import { makeWriter } from './language-model/make-writer.ts';
import { openLanguageModels } from './language-model/open-language-models.ts';
import { openRowReader } from './language-model/open-row-reader.ts';
import { readPrice } from './language-model/read-prices.ts';
import { openReadingModels, type ReadingModels } from './open-reading-models.ts';
import { makeHome } from './stores/make-home.ts';
import { openModels } from './stores/open-embedders.ts';
import { openProjections } from './stores/open-projections.ts';
import { ledgerStore } from './stores/store-locations.ts';
import { systemClock } from './system-clock.ts';

/** How an application is opened, and what tests and evaluation bring of their own. */
export interface ApplicationOptions {
  /** Open the stores for reading only, beside the one that writes and has made them. */
  readonly readonly?: boolean;
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** Where a reader's audit events go, since it cannot write them itself. */
  readonly audit?: AuditSink;
  readonly traces?: TraceSink;
  readonly read?: DocumentReader['read'];
  /** One for several applications, in place of one each. */
  readonly embedder?: Embedder;
  /** Those of several applications, in place of a pair each; left out where the configuration leaves them out. */
  readonly reading?: ReadingModels;
}

/** From the sources or from the build, whichever this module runs from. */
export const PIPELINE_ENTRY = entryBeside(import.meta.url, 'pipeline/child');

/**
 * The one place that picks adapters: each of ledger, index and graph is a file of its own in the data folder, made on first use,
 * or on a server where the configuration names one; and the embedder that it names, else the static one.
 * @throws FaultlineError `storage-failed` when the folder cannot be used; `store-unavailable` when the ledger's server is away.
 */
export async function openApplication(config: Config, options: ApplicationOptions = {}): Promise<Application> {
  const readonly = options.readonly === true;
  if (!readonly) await makeHome(config.home);
  const clock = options.clock ?? systemClock;
  const logger = options.logger ?? openJsonLogger(config.logLevel);
  const grammar = siteGrammar(config.tagPatterns);
  const reader = openDocumentReader(PIPELINE_ENTRY);
  // Whoever brings a reader has passages embedded in this process too.
  // A model of a folder has a process to itself: one that reads documents is replaced when it holds as much memory as a model does.
  const embedding = config.embeddingFolder === undefined ? reader : openDocumentReader(PIPELINE_ENTRY);
  const own = options.embedder;
  const models: Parameters<typeof openProjections>[0]['models'] =
    own === undefined ? openModels(config, options.read === undefined ? embedding : undefined, clock) : [{ questions: own, passages: own }];
  const { chatPrices, chatModel } = config;
  const modelPrice = chatPrices === undefined || chatModel === undefined ? undefined : readPrice(chatPrices, chatModel);
  const ledger = await openLedger({ store: ledgerStore(config), clock, readonly });
  const queue = openAuditQueue(ledger.audit.record, (error) => logger.error('audit', 'not-recorded', error));
  const languageModels = openLanguageModels(config);
  const rowReader = openRowReader(config);
  const advice = { milliseconds: config.chatMilliseconds, parallel: config.chatParallel };
  const { graph, search } = await openProjections({ config, models, grammar, clock, readonly }).catch(async (error: unknown) => {
    await ledger.close();
    throw error;
  });
  return {
    config,
    clock,
    logger,
    ledger,
    blobs: openBlobStore(join(config.home, 'blobs'), clock),
    graph,
    index: search.index,
    embedder: search.questions,
    grammar,
    normaliser: openNormaliser(),
    logTagger: openLogTagger(),
    understanding: openUnderstanding({ ofWords: wordMarks, ofPhrase: phraseMarks }),
    phraseEmbedder: (models.at(-1) ?? models[0]).questions,
    passageEmbedder: search.passages,
    wantedEmbedder: models[0].questions,
    ...(config.crossEncoder === 'off' ? {} : (options.reading ?? openReadingModels())),
    ...(rowReader === undefined ? {} : { rowAdviser: makeRowAdviser(rowReader, { milliseconds: config.rowsMilliseconds, clock, logger }) }),
    ...(languageModels === undefined
      ? {}
      : {
          adviser: makeAdviser(languageModels.reads, { ...advice, clock, logger }),
          writer: makeWriter(languageModels.words, { milliseconds: config.chatWordingMilliseconds, clock, logger }),
          ...(modelPrice === undefined ? {} : { modelPrice }),
        }),
    audit: options.audit ?? queue,
    ...(options.traces === undefined ? {} : { traces: options.traces }),
    read: options.read ?? reader.read,
    async close() {
      await Promise.all([reader.close(), embedding.close()]);
      try {
        await queue.flush();
        if (!readonly) await ledger.audit.seal();
      } finally {
        await search.index.close();
        await graph.close();
        await ledger.close();
      }
    },
  };
}
