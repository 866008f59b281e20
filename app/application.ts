import type { GraphStore } from '../graph/index.ts';
import type { DocumentReader } from '../ingest/index.ts';
import type {
  Clock,
  CrossEncoder,
  Embedder,
  Logger,
  RowQuestionAdviser,
  RowQuestionReader,
  TagGrammar,
  TraceSink,
} from '../kernel/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { LogTagger, Normaliser, Understanding } from '../models/index.ts';
import type { SearchIndex } from '../retrieval/index.ts';
import type { BlobStore } from '../storage/index.ts';
import type { AuditSink } from './audit/audit-queue.ts';
import type { Config } from './config.ts';
import type { PaidAdviser } from './language-model/make-adviser.ts';
import type { PaidWriter } from './language-model/make-writer.ts';
import type { ModelPrice } from './language-model/read-prices.ts';

/** Everything a command works with, opened on one data folder. */
export interface Application {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly ledger: Ledger;
  readonly blobs: BlobStore;
  readonly graph: GraphStore;
  readonly index: SearchIndex;
  /** Of questions, by the model that the index was made with. */
  readonly embedder: Embedder;
  /** Of the words and phrases that answers are composed by: always the static one, by which that was weighed. */
  readonly phraseEmbedder: Embedder;
  /** Of questions, by the model that the settings name; `embedder` is of another one until the index has been made anew. */
  readonly wantedEmbedder: Embedder;
  /** By which codes are told from other words, in documents and in questions. */
  readonly grammar: TagGrammar;
  /** Of passages, by the same model as questions; what runs on this machine runs in the reading process. */
  readonly passageEmbedder: Embedder;
  /** Reads question and passage together; absent where it is switched off. */
  readonly crossEncoder?: CrossEncoder;
  /** Reads what a question asks of rows; absent as the one before. */
  readonly rowQuestions?: RowQuestionReader;
  /** A language model that reads the same beside it; absent where the settings name none. */
  readonly rowAdviser?: RowQuestionAdviser;
  /** Reads likely places of answers; absent where the settings name no language model. */
  readonly adviser?: PaidAdviser;
  /** Of words of logs, as people write them to their usual forms. */
  readonly normaliser: Normaliser;
  /** Of short texts of maintenance, by learnt models. */
  readonly understanding: Understanding;
  readonly logTagger: LogTagger;
  /** The same model where it words answers. */
  readonly writer?: PaidWriter;
  /** What a call of that model costs; absent where the settings name no prices. */
  readonly modelPrice?: ModelPrice;
  /** Takes what was asked; what was changed is told in the commit of the change. */
  readonly audit: AuditSink;
  /** Takes what was done, for traces; absent where nothing is traced. */
  readonly traces?: TraceSink;
  /** Reads a document's bytes and refines what was read; in a reading process unless a test brings another reader. */
  readonly read: DocumentReader['read'];
  close(): Promise<void>;
}
