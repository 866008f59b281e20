/** What reading one photo may use: more than cameras of phones give, far less than documents may. */
export const PHOTO_LIMITS = {
  maxBytes: 20 * 1024 * 1024,
  /** Of the picture, before it is unpacked. */
  maxPixels: 50_000_000,
  /** Time for recognising it one way up, by the clock. */
  recognitionMilliseconds: 30_000,
  /** Of work from beginning to end, whichever way up it lies; and by the clock. */
  allowedMilliseconds: 60_000,
  wallMilliseconds: 120_000,
  heapMegabytes: 512,
  residentMegabytes: 1_536,
} as const;

/** For whoever gives up a photo that takes too long. */
export const TOO_SLOW = 'Reading the photo takes longer than is allowed: go closer, so that little else is on it, or try again later.';
