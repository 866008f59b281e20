import { EFFORTS, type Effort } from '../effort.ts';
import { findConcepts } from './find-concepts.ts';

/** Activities of the vocabulary by what they take; those of the office (`record`, `train`) take nothing at the machine. */
const ACTIVITIES_OF: Readonly<Record<Effort, string>> = {
  look: 'inspect monitor reset restart start-up switch-over close record train contact-supplier',
  measure:
    'test measure calibrate verify-zero-energy analyse-vibration analyse-oil thermography leak-test insulation-test electrical-check nondestructive-test reprogram backup',
  handle:
    'adjust clean lubricate change-oil tighten loosen stop isolate lock-out depressurise vent drain fill charge paint move tension open disinfect dose purge-nitrogen service',
  dismantle: 'replace repair align balance overhaul install remove modify weld machine reline rewind',
};
const EFFORT_OF: ReadonlyMap<string, Effort> = new Map(
  EFFORTS.flatMap((effort) => ACTIVITIES_OF[effort].split(' ').map((slug) => [`activity/${slug}`, effort] as const)),
);

/** The most that the activities named in a text take; undefined where it names none. */
export function activityEffort(text: string): Effort | undefined {
  const named = findConcepts(text).flatMap(({ concept }) => EFFORT_OF.get(concept.id) ?? []);
  return EFFORTS.filter((effort) => named.includes(effort)).at(-1);
}
