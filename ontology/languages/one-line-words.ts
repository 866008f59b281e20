/** Words of one-line diagrams, as sources of patterns on folded text. */
export interface OneLineWords {
  /** In titles: what is drawn is a one-line diagram. */
  readonly titles: readonly string[];
  /** At the end of a conductor: the supply comes in there. */
  readonly incoming: readonly string[];
}
