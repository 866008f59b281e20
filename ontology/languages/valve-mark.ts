/** How a valve stands in normal running, or goes when its drive fails. */
export type ValveState = 'open' | 'closed' | 'locked-open' | 'locked-closed' | 'fails-open' | 'fails-closed';

/**
 * Marks beside valves, whole, in capital letters and without signs, with what they say; the whole words are those of drawings and of plant
 * models (`NormallyClose` is what profiles of DEXPI write).
 */
const MARKS: ReadonlyMap<string, ValveState> = new Map([
  ['NO', 'open'],
  ['NC', 'closed'],
  ['LO', 'locked-open'],
  ['LC', 'locked-closed'],
  ['CSO', 'locked-open'],
  ['CSC', 'locked-closed'],
  ['FO', 'fails-open'],
  ['FC', 'fails-closed'],
  ['NORMALLYOPEN', 'open'],
  ['NORMALLYCLOSED', 'closed'],
  ['NORMALLYCLOSE', 'closed'],
  ['LOCKEDOPEN', 'locked-open'],
  ['LOCKEDCLOSED', 'locked-closed'],
  ['常开', 'open'],
  ['常闭', 'closed'],
  ['常关', 'closed'],
  ['锁开', 'locked-open'],
  ['锁关', 'locked-closed'],
  ['锁闭', 'locked-closed'],
  ['铅封开', 'locked-open'],
  ['铅封关', 'locked-closed'],
]);

/** What a text says of a valve where it is the mark of how one stands, and nothing else. */
export function valveStateOf(text: string): ValveState | undefined {
  return MARKS.get(
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s.()[\]]/gu, ''),
  );
}

export function isValveMark(text: string): boolean {
  return valveStateOf(text) !== undefined;
}
