/** The citation that stands open: its answer's turn and its place among the citations. */
export interface SelectedSource {
  readonly turn: string;
  readonly index: number;
}
