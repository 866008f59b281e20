/** A question over sheets that were drawn by seed, and what its answer has to tell. */
export interface DrawnQuestion {
  readonly kind:
    | 'upstream'
    | 'downstream'
    | 'isolation'
    | 'measures'
    | 'controls'
    | 'controlled-by'
    | 'loop'
    | 'members'
    | 'list'
    | 'where'
    | 'state'
    | 'states'
    | 'unknown';
  readonly language: 'zh' | 'en';
  readonly question: string;
  /** Pairs `from > to`, of `state` and `states` a valve and how it stands, or names; of `unknown` nothing. */
  readonly wanted: readonly string[];
}
