import type { TracedStep } from '../../kernel/index.ts';

/**
 * The parts of a piece of work of which only durations are known (milliseconds by name, in the order in which they first came): one after
 * the other from its beginning. What came in turns, as reading and extracting do, is one part each.
 */
export function stepsOf(began: number, durations: Readonly<Record<string, number>>): readonly TracedStep[] {
  let at = began;
  return Object.entries(durations).map(([name, milliseconds]) => {
    const from = at;
    at += milliseconds;
    return { name, kind: 'internal', began: from, ended: at, isFailed: false, attributes: {}, steps: [] };
  });
}
