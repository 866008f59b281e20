import { FaultlineError } from '../../../kernel/index.ts';

/** Tags of one entity; a polyline has some three a vertex. */
export const MOST_TAGS = 600_000;
/** Inserts within inserts. */
export const DEEPEST_INSERT = 64;
/** Points that a curve is cut into at most. */
export const MOST_CURVE_POINTS = 48;

export function limitExceeded(reason: string): FaultlineError {
  return new FaultlineError('limit-exceeded', reason);
}
