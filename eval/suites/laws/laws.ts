import { answersRepeat } from './answers-repeat.ts';
import type { Law } from './law.ts';

/** Every law, in the order in which it is tried. */
export const LAWS: readonly Law[] = [answersRepeat];
