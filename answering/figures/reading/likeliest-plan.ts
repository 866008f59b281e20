import { canonicalJson, type Json } from '../../../kernel/index.ts';
import type { FigurePlan } from '../plan-figure.ts';
import type { ReadQuestion } from './conditions-read.ts';
import { type PlanRead, planFromReading } from './plan-from-reading.ts';

/** A plan with its chance among those that readings make and among all readings, each from 0 to 1, and the reading that it was first made of. */
export interface LikelyPlan {
  readonly kind: 'plan';
  readonly plan: FigurePlan;
  /** The same for plans that give the same figure. */
  readonly key: string;
  readonly chance: number;
  readonly ofAll: number;
  readonly question: ReadQuestion;
}

/** A plan; or what has to be looked up first; or that no rows are asked for, as likely as that is among all readings; or that no reading makes a plan. */
export type LikeliestPlan =
  | LikelyPlan
  | Extract<PlanRead, { readonly kind: 'look up' }>
  | { readonly kind: 'none'; readonly ofAll: number }
  | { readonly kind: 'unclear' };

interface Weighed {
  readonly read: Made;
  chance: number;
}

type Made = Exclude<LikeliestPlan, { readonly kind: 'unclear' }>;

/**
 * Part of its chance that a reading has which makes no plan: it is hardly what was meant, but where likely readings make none, what was
 * meant may be no plan at all.
 */
const OF_NO_PLAN = 0.05;

/**
 * What most of the readings come to. Readings that make the same plan are one, and how likely a plan is follows from those that make one.
 * @param questions the same one with its readings, likeliest first. @param mayLookUp values may be looked up; else what needs that makes
 * no plan.
 */
export function likeliestPlan(questions: readonly ReadQuestion[], mayLookUp: boolean): LikeliestPlan {
  const weighed = new Map<string, Weighed>();
  let whole = 0;
  for (const question of questions) {
    const { chance } = question.reading;
    const made = madeOf(question, mayLookUp);
    whole += made === undefined ? OF_NO_PLAN * chance : chance;
    if (made === undefined) continue;
    const own = weighed.get(made.key);
    if (own === undefined) weighed.set(made.key, { read: made.read, chance });
    else own.chance += chance;
  }
  const [first, ...others] = weighed.values();
  if (first === undefined) return { kind: 'unclear' };
  const { read, chance } = others.reduce((best, other) => (other.chance > best.chance ? other : best), first);
  if (read.kind === 'plan') return { ...read, chance: chance / whole, ofAll: chance };
  return read.kind === 'none' ? { ...read, ofAll: chance } : read;
}

/** Undefined where a reading makes no plan. */
function madeOf(question: ReadQuestion, mayLookUp: boolean): { readonly key: string; readonly read: Made } | undefined {
  const { ask, words } = question.reading;
  // A figure without what no column tells would be one of more rows than are meant.
  if (ask === 'none' || ask === 'other' || words.some(({ is }) => is === 'lacking'))
    return { key: 'none', read: { kind: 'none', ofAll: 0 } };
  const made = planFromReading(question);
  if (made?.kind === 'look up' && mayLookUp) return { key: 'look up', read: made };
  if (made?.kind !== 'plan') return undefined;
  const { conditions, shapes, whole, sided } = made.plan;
  const key = canonicalJson({ conditions, shapes, whole, ...(sided === undefined ? {} : { sided }) } as unknown as Json);
  return { key, read: { kind: 'plan', plan: made.plan, key, chance: 0, ofAll: 0, question } };
}
