import type {
  Access,
  Adviser,
  Clock,
  CrossEncoder,
  Embedder,
  ErrorCode,
  KeyId,
  KeyReader,
  PassageReader,
  RecordReader,
  RowQuestionAdviser,
  RowQuestionReader,
  StoredPassage,
  TagGrammar,
  Writer,
} from '../kernel/index.ts';
import type { Scope } from '../retrieval/index.ts';
import type { Degradation } from './answer.ts';

/** A passage as recall ranks it, best first. */
export interface FoundPassage {
  readonly stored: StoredPassage;
  readonly score: number;
  /** Cosine to the question, where the index is of an embedder that reads the order of words. */
  readonly nearness?: number;
  /** Ranks in the legs that found it, from 1. */
  readonly legs?: readonly { readonly leg: string; readonly rank: number }[];
}

export interface FindQuery {
  readonly text: string;
  /** Keys of the things that the question names: the graph is entered at them. */
  readonly keys: readonly KeyId[];
  /** Folded codes. */
  readonly identifiers: readonly string[];
  /** The same subject in other words, mostly of the other language. */
  readonly expansions: readonly string[];
  /** Passages ranked apart, each part among its own. */
  readonly parts: readonly { readonly where?: Scope; readonly n: number }[];
}

export interface FoundParts {
  /** In the order of the query's parts. */
  readonly parts: readonly (readonly FoundPassage[])[];
  /** Tokens of what is asked that no passage the reader may read holds, by any name the vocabulary knows. */
  readonly unspoken: readonly string[];
  readonly degraded: readonly Degradation[];
  /** Of what is `degraded`: the error that said so. */
  readonly causes?: ReadonlyMap<Degradation, ErrorCode>;
}

/** What composers read. `find` is recall bound to its stores. */
export interface Evidence {
  readonly passages: PassageReader;
  readonly keys: KeyReader;
  readonly records: RecordReader;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly grammar: TagGrammar;
  readonly find: (access: Access, query: FindQuery, signal: AbortSignal) => Promise<FoundParts>;
  /** Reads question and place together; absent where it is switched off. */
  readonly crossEncoder?: CrossEncoder;
  /** Reads what a question asks of rows where rules do not; absent where it is switched off. */
  readonly rowQuestions?: RowQuestionReader;
  /** A language model that reads the same beside it; absent where none is configured. */
  readonly rowAdviser?: RowQuestionAdviser;
  /** A language model that reads likely places; absent where none is configured. */
  readonly adviser?: Adviser;
  /** A language model that words answers; absent where none is configured. */
  readonly writer?: Writer;
  /** Name or code of who answers for what is said here, as labels of generated content name it; absent where the site names nobody. */
  readonly contentProducer?: string;
}
