import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './hash.ts';

/** What looking came to: the cause was found, was not, or could not be told. */
export const OBSERVATION_OUTCOMES = ['found', 'not-found', 'unclear'] as const;
export type ObservationOutcome = (typeof OBSERVATION_OUTCOMES)[number];

/** What was seen of a check of a diagnosis. */
export interface Observation {
  /** Id of a check of the same diagnosis. */
  readonly check: string;
  readonly outcome: ObservationOutcome;
}

/** Hex SHA-256 that stands for what was seen, in its order; undefined where nothing was. */
export function observationsHash(observations: readonly Observation[]): string | undefined {
  if (observations.length === 0) return undefined;
  return sha256(canonicalJson(observations.map(({ check, outcome }) => [check, outcome])));
}
