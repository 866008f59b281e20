import type { ErrorCode } from '../../kernel/index.ts';

/** A store or an embedder that could not be asked; what the other legs found is still given. */
export type RecallFault = 'no-graph' | 'no-index' | 'no-embedding';

/** What could not be asked, each with the first error that said so. */
export type RecallFaults = Map<RecallFault, ErrorCode>;
