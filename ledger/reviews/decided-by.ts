import type { Decision, MadeDecision } from '../../kernel/index.ts';

/** Decisions in force by what they are about, each in the order of the log; those of which `aboutOf` gives nothing are left out. */
export function decidedBy(
  log: readonly MadeDecision[],
  aboutOf: (decision: Decision) => string | undefined,
): ReadonlyMap<string, readonly MadeDecision[]> {
  const decided = new Map<string, MadeDecision[]>();
  for (const made of log) {
    const about = made.state === 'in-force' ? aboutOf(made.decision) : undefined;
    if (about !== undefined) decided.set(about, [...(decided.get(about) ?? []), made]);
  }
  return decided;
}
