/** What a question may want to know of a drawing, in the order in which its forms are tried. */
export const ASKED_OF_DRAWINGS = [
  'changes',
  'isolation',
  'breaker-isolation',
  'controlled-by',
  'controls',
  'measures',
  'loop-of',
  'in-loop',
  'power-from',
  'power-to',
  'upstream',
  'downstream',
  'instruments',
  'valves',
  'equipment',
  'breakers',
  'motors',
  'neighbours',
] as const;
export type AskedOfDrawing = (typeof ASKED_OF_DRAWINGS)[number];

/** Wordings of a language, as sources of patterns on folded text in which each code is written as `@`. */
export type DrawingAsking = Readonly<Record<AskedOfDrawing, readonly string[]>>;
