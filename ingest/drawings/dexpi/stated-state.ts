import { isValveMark } from '../../../ontology/index.ts';
import type { Thing } from './plant.ts';

/**
 * Attributes that say how a valve stands in normal running, the surer first. DEXPI has none of its own; those of profiles (NOAKA and
 * DISC: `ValvePosition` of `NormallyOpen` or `NormallyClose`, `LockMechanism` of `LO`) and their usual names are read.
 */
const NAMES = ['LockMechanism', 'ValvePosition', 'NormalPosition', 'NormalState'];

/** How a file says that a component stands, in its own words; nothing where these are no mark of a valve (`OneNormallyClose`). */
export function statedState(said: ReadonlyMap<string, string>): Pick<Thing, 'state'> {
  const state = NAMES.flatMap((name) => said.get(name) ?? []).find(isValveMark);
  return state === undefined ? {} : { state };
}
