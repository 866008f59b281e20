/** What the sheets of one set have in common, whatever is drawn on them. */
export interface SheetSet {
  readonly seed: number;
  readonly language: 'zh' | 'en';
  readonly title: string;
  /** The newest stands last. */
  readonly revisions: readonly { readonly label: string; readonly date: string; readonly words: string }[];
  readonly notes: readonly string[];
}
