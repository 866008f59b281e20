import { mkdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type GraphStore, openSqliteGraphStore } from '../graph/index.ts';
import { type DocumentReader, openDocumentReader } from '../ingest/index.ts';
import type { Clock, Embedder, Logger } from '../kernel/index.ts';
import { type Ledger, openLedger } from '../ledger/index.ts';
import { openStaticEmbedder } from '../models/index.ts';
import { ANALYSER_VERSION, openSqliteSearchIndex, type SearchIndex } from '../retrieval/index.ts';
import { type BlobStore, openBlobStore } from '../storage/index.ts';
import { type AuditSink, openAuditQueue } from './audit/audit-queue.ts';
import type { Config } from './config.ts';
import { openJsonLogger } from './json-logger.ts';
import { readLimits } from './read-limits.ts';
import { systemClock } from './system-clock.ts';

/** Everything a command works with, opened on one data folder. */
export interface Application {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly ledger: Ledger;
  readonly blobs: BlobStore;
  readonly graph: GraphStore;
  readonly index: SearchIndex;
  readonly embedder: Embedder;
  /** The same, but that the reading process makes the vectors: for passages by the thousand. */
  readonly passageEmbedder: Embedder;
  /** Takes what was asked; what was changed is told in the commit of the change. */
  readonly audit: AuditSink;
  /** Reads a document's bytes and refines what was read; in the one reading process unless a test brings another reader. */
  readonly read: DocumentReader['read'];
  close(): Promise<void>;
}

/** How an application is opened, and what tests and evaluation bring of their own. */
export interface ApplicationOptions {
  /** Open the stores for reading only, beside the one that writes and has made them. */
  readonly readonly?: boolean;
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** Where a reader's audit events go, since it cannot write them itself. */
  readonly audit?: AuditSink;
  readonly read?: DocumentReader['read'];
  /** One for several applications, in place of one each. */
  readonly embedder?: Embedder;
}

/** From the sources or from the build, whichever this module runs from. */
export const PIPELINE_ENTRY = new URL(`./pipeline/child${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/**
 * The one place that picks adapters: SQLite for ledger, index and graph, each a file of its own in the data folder, and the
 * static embedder. Made on first use.
 * @throws FaultlineError `storage-failed` when the folder cannot be used.
 */
export async function openApplication(config: Config, options: ApplicationOptions = {}): Promise<Application> {
  const readonly = options.readonly === true;
  if (!readonly) await mkdir(config.home, { recursive: true });
  const clock = options.clock ?? systemClock;
  const logger = options.logger ?? openJsonLogger(config.logLevel);
  const embedder = options.embedder ?? openStaticEmbedder();
  const ledger = await openLedger({ store: { kind: 'sqlite', path: join(config.home, 'ledger.db') }, clock, readonly });
  const queue = openAuditQueue(ledger.audit.record, (error) => logger.error('audit', 'not-recorded', error));
  const { graph, index } = await openProjections(config.home, embedder, readonly).catch(async (error: unknown) => {
    await ledger.close();
    throw error;
  });
  const reader = openDocumentReader(PIPELINE_ENTRY);
  return {
    config,
    clock,
    logger,
    ledger,
    blobs: openBlobStore(join(config.home, 'blobs'), clock),
    graph,
    index,
    embedder,
    passageEmbedder:
      options.read === undefined ? { ...embedder, embed: (texts, signal) => reader.embed(texts, readLimits(config), signal) } : embedder,
    audit: options.audit ?? queue,
    read: options.read ?? reader.read,
    async close() {
      await reader.close();
      try {
        await queue.flush();
        if (!readonly) await ledger.audit.seal();
      } finally {
        index.close();
        graph.close();
        await ledger.close();
      }
    },
  };
}

/** Both or none: what was opened first is closed again when the other cannot be. */
async function openProjections(home: string, { model, dimension, centre }: Embedder, readonly: boolean) {
  const graph = openSqliteGraphStore(join(home, 'graph.db'), { readonly });
  try {
    const identity = { analyser: ANALYSER_VERSION, model, dimension, centre };
    return { graph, index: openSqliteSearchIndex(join(home, 'search.db'), identity, { readonly }) };
  } catch (error) {
    graph.close();
    throw error;
  }
}
