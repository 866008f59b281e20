/**
 * Sets of words that exclude each other: what is said of one member is not true of another. The forms of each member are data of
 * the languages (`en/polarity.ts`, `zh/polarity.ts`).
 */
export const POLARITY_SETS = {
  bound: ['maximum', 'minimum', 'rated', 'normal', 'limit'],
  level: ['high', 'low'],
  'set-point': ['alarm', 'trip'],
  order: ['first', 'last'],
  time: ['before', 'after'],
  opening: ['open', 'closed'],
  contact: ['normally-open', 'normally-closed'],
  assembly: ['install', 'remove'],
  tightness: ['tighten', 'loosen'],
  change: ['increase', 'decrease'],
  run: ['start', 'stop'],
  power: ['on', 'off'],
  filling: ['fill', 'drain'],
  passage: ['inlet', 'outlet'],
  circuit: ['supply', 'return'],
  side: ['left', 'right'],
  face: ['front', 'rear'],
  height: ['upper', 'lower'],
  depth: ['inner', 'outer'],
  end: ['drive-end', 'non-drive-end'],
  rotation: ['clockwise', 'counterclockwise'],
  direction: ['axial', 'radial'],
  attitude: ['horizontal', 'vertical'],
  heat: ['hot', 'cold'],
  moisture: ['wet', 'dry'],
  load: ['no-load', 'full-load'],
  current: ['alternating', 'direct'],
  control: ['manual', 'automatic'],
  place: ['local', 'remote'],
  season: ['summer', 'winter'],
} as const;

export type PolaritySet = keyof typeof POLARITY_SETS;
export type PolarityMember = (typeof POLARITY_SETS)[PolaritySet][number];

/** Sets whose member qualifies a value: a value that is not said to be the maximum does not answer a question for the maximum. */
export const QUALIFYING_SETS: ReadonlySet<PolaritySet> = new Set(['bound']);
/** Members that a statement has without saying so: a plain value is the one at rated and normal running. */
export const UNMARKED_MEMBERS: ReadonlySet<PolarityMember> = new Set(['rated', 'normal']);

/** A plain limit excludes no member of its set. */
export const OPEN_MEMBERS: ReadonlySet<PolarityMember> = new Set(['limit']);

/** Forms of each member as pattern sources on folded text, whole words in languages that part them. */
export type PolarityForms = {
  readonly [S in PolaritySet]: { readonly [M in (typeof POLARITY_SETS)[S][number]]: readonly string[] };
};
