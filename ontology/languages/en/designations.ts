/** English words by which one machine is told from its like: between its kind and its number, and in place of a number. */
export const DESIGNATIONS_EN = {
  /** Between a kind of equipment and its number (`pump no. 7`). */
  marks: ['no.', 'no', 'nr.', 'nr', 'number', 'unit', 'train', 'set', 'tag', 'item', '#', '№'],
  /** Kinds so general that the vocabulary of equipment does not list them. */
  kinds: ['machine', 'unit', 'equipment', 'asset', 'train', 'skid'],
  ordinals: ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
  numbers: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  /** Words for another one than the one spoken of. */
  others: ['other', 'another', 'neighbouring', 'neighboring', 'adjacent', 'opposite'],
  /** In front of what a statement is about. */
  about: ['of', 'for', 'on', 'at', 'in'],
  /** Behind what a statement is about. */
  verbs: ['is', 'are', 'was', 'has', 'must', 'shall', 'needs', 'requires', 'runs', 'should'],
} as const;
