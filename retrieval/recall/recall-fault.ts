/** A store or an embedder that could not be asked; what the other legs found is still given. */
export type RecallFault = 'no-graph' | 'no-index' | 'no-embedding';
