import type { Answer, AssessRequest, Verification } from '../../answering/index.ts';
import type { Anchor } from '../../kernel/index.ts';

/** An answer as suites look at it. */
export type GivenAnswer = Pick<Answer, 'content' | 'digest'>;

/** A passage that search has. */
export interface FoundPassage {
  readonly documentId: string;
  readonly text: string;
  readonly anchors: readonly Anchor[];
}

/** What suites ask: the product in this process, or a running one by HTTP. Each call rejects with the signal's reason. */
export interface Deployment {
  ask(question: string, signal: AbortSignal): Promise<GivenAnswer>;
  /** Best first, at most `k`. */
  search(query: string, k: number, signal: AbortSignal): Promise<readonly FoundPassage[]>;
  verify(request: AssessRequest, signal: AbortSignal): Promise<Verification['claims']>;
  /** Name of the file of each document that the caller may read. */
  fileNames(signal: AbortSignal): Promise<ReadonlyMap<string, string>>;
}
