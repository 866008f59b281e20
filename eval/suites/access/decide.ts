import { z } from 'zod';
import { exportKnowledge } from '../../../app/index.ts';
import type { Random } from '../../../datasets/index.ts';
import { type Caller, FaultlineError, type KeyId, parseKeyId } from '../../../kernel/index.ts';
import { type Site, tenantOf } from './open-site.ts';

/** A decision on two keys of one kind, and whether it is taken back again. */
export interface SiteDecision {
  readonly kind: 'must-link' | 'cannot-link';
  readonly a: KeyId;
  readonly b: KeyId;
  readonly isUndone: boolean;
}

const DECIDER: Caller = { tenant: tenantOf('plant'), labels: 'all', actor: 'engineer' };
const REASON = 'seen at the machine';
const DECISIONS = 8;

const keyShape = z.looseObject({ line: z.literal('key'), id: z.string(), type: z.string() });

/** Random decisions on the keys of a site. */
export async function drawDecisions(site: Site, random: Random, signal: AbortSignal): Promise<readonly SiteDecision[]> {
  const byType = new Map<string, KeyId[]>();
  for await (const lines of exportKnowledge(site.application, DECIDER, undefined, signal)) {
    for (const text of lines) {
      const line = keyShape.safeParse(JSON.parse(text));
      const id = line.success ? parseKeyId(line.data.id) : undefined;
      if (line.success && id !== undefined) byType.set(line.data.type, [...(byType.get(line.data.type) ?? []), id]);
    }
  }
  const types = [...byType.values()].filter((keys) => keys.length > 1);
  return Array.from({ length: types.length === 0 ? 0 : DECISIONS }, () => {
    const [a, b] = random.shuffle(random.pick(types));
    if (a === undefined || b === undefined) throw new RangeError('two keys are needed');
    return { kind: random.pick(['must-link', 'cannot-link'] as const), a, b, isUndone: random.chance(0.25) };
  });
}

/** Makes decisions in their order; those on keys that no document here names cannot be made, and sleep on a site that has both. */
export async function decide(site: Site, decisions: readonly SiteDecision[], signal: AbortSignal): Promise<void> {
  for (const { isUndone, ...decision } of decisions) {
    try {
      const made = await site.service.makeDecision(DECIDER, { decision, reason: REASON }, signal);
      if (isUndone) await site.service.undoDecision(DECIDER, { id: made.id, reason: REASON }, signal);
    } catch (error) {
      if (!(error instanceof FaultlineError && error.code === 'not-found')) throw error;
    }
  }
}
