import { z } from 'zod';
import { exportKnowledge, workJobs } from '../../../app/index.ts';
import type { Random } from '../../../datasets/index.ts';
import {
  type Caller,
  type Decision,
  FaultlineError,
  type KeyId,
  parseKeyId,
  parsePassageId,
  parseVersionId,
} from '../../../kernel/index.ts';
import { type Site, tenantOf } from './open-site.ts';

/** A decision on what documents hold, and whether it is taken back again. */
export interface SiteDecision {
  readonly decision: Exclude<Decision, { kind: 'undo' }>;
  readonly isUndone: boolean;
}

const DECIDER: Caller = { tenant: tenantOf('plant'), labels: 'all', role: 'admin', actor: 'engineer' };
const REASON = 'seen at the machine';
/** Of each sort: pairs of keys, proposals of the review queue, corrections of misread words. */
const PAIRS = 5;
const PROPOSALS = 4;
const CORRECTIONS = 2;

const keyShape = z.looseObject({ line: z.literal('key'), id: z.string(), type: z.string() });
const passageShape = z.looseObject({
  line: z.literal('passage'),
  id: z.string(),
  version: z.string(),
  kind: z.literal('paragraph'),
  text: z.string().min(12),
});

/** Random decisions on what a site holds. */
export async function drawDecisions(site: Site, random: Random, signal: AbortSignal): Promise<readonly SiteDecision[]> {
  const byType = new Map<string, KeyId[]>();
  const corrections: Decision[] = [];
  for await (const lines of exportKnowledge(site.application, DECIDER, undefined, signal)) {
    for (const text of lines) {
      const line: unknown = JSON.parse(text);
      const key = keyShape.safeParse(line);
      const id = key.success ? parseKeyId(key.data.id) : undefined;
      if (key.success && id !== undefined) byType.set(key.data.type, [...(byType.get(key.data.type) ?? []), id]);
      const passage = passageShape.safeParse(line);
      if (passage.success) corrections.push(correction(passage.data, random));
    }
  }
  const types = [...byType.values()].filter((keys) => keys.length > 1);
  const pairs = Array.from({ length: types.length === 0 ? 0 : PAIRS }, (): Decision => {
    const [a, b] = random.shuffle(random.pick(types));
    if (a === undefined || b === undefined) throw new RangeError('two keys are needed');
    return { kind: random.pick(['must-link', 'cannot-link'] as const), a, b };
  });
  const { reviews } = await site.service.listReviews(DECIDER, { state: 'open', limit: 1_000 }, signal);
  const proposals = reviews.flatMap((review) => review.proposals);
  return [
    ...pairs,
    ...random.sample(proposals, Math.min(PROPOSALS, proposals.length)),
    ...random.sample(corrections, Math.min(CORRECTIONS, corrections.length)),
  ].flatMap((decision) => (decision.kind === 'undo' ? [] : [{ decision, isUndone: random.chance(0.25) }]));
}

/** Some characters of a passage read otherwise. */
function correction({ id, version, text }: z.infer<typeof passageShape>, random: Random): Decision {
  const [passage, of] = [parsePassageId(id), parseVersionId(version)];
  if (passage === undefined || of === undefined) throw new RangeError(`"${id}" is no passage`);
  const start = random.integer(0, text.length - 6);
  const read = text.slice(start, start + 3);
  return { kind: 'correct-text', version: of, passage, start, end: start + 3, read, text: random.pick(['P-104', '轴承', 'seal']) };
}

/**
 * Makes decisions in their order and works off what follows from them. A decision on what no document here holds cannot be made;
 * on a site that holds it with more it can, and must make no difference to who may not read that.
 */
export async function decide(site: Site, decisions: readonly SiteDecision[], signal: AbortSignal): Promise<void> {
  for (const { decision, isUndone } of decisions) {
    try {
      const made = await site.service.makeDecision(DECIDER, { decision, reason: REASON }, signal);
      await workJobs(site.application, { untilSettled: true }, signal);
      if (isUndone) await site.service.undoDecision(DECIDER, { id: made.id, reason: REASON }, signal);
      await workJobs(site.application, { untilSettled: true }, signal);
    } catch (error) {
      if (!(error instanceof FaultlineError && REFUSED.has(error.code))) throw error;
    }
  }
}

/** What it is about is not there, or an earlier decision has settled it. */
const REFUSED: ReadonlySet<string> = new Set(['not-found', 'conflict', 'invalid-request']);
