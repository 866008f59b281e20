import { canonicalJson, type Json } from '../../../kernel/index.ts';
import type { FigurePlan } from '../plan-figure.ts';
import type { ReadQuestion } from './conditions-read.ts';
import { type PlanRead, planFromReading } from './plan-from-reading.ts';

/** A plan with its chance among those that readings make and among all readings, each from 0 to 1, and the reading that it was first made of; or what has to be looked up first; or that no rows are asked for. */
export type LikeliestPlan =
  | { readonly kind: 'plan'; readonly plan: FigurePlan; readonly chance: number; readonly ofAll: number; readonly question: ReadQuestion }
  | Extract<PlanRead, { readonly kind: 'look up' }>
  | { readonly kind: 'none' };

interface Weighed {
  readonly read: LikeliestPlan;
  chance: number;
}

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
    const { key, read } = madeOf(question, mayLookUp);
    whole += key === undefined ? OF_NO_PLAN * chance : chance;
    if (key === undefined) continue;
    const own = weighed.get(key);
    if (own === undefined) weighed.set(key, { read, chance });
    else own.chance += chance;
  }
  const [first, ...others] = weighed.values();
  if (first === undefined) return { kind: 'none' };
  const { read, chance } = others.reduce((best, other) => (other.chance > best.chance ? other : best), first);
  return read.kind === 'plan' ? { ...read, chance: chance / whole, ofAll: chance } : read;
}

function madeOf(question: ReadQuestion, mayLookUp: boolean): { readonly key?: string; readonly read: LikeliestPlan } {
  const { ask, words } = question.reading;
  // A figure without what no column tells would be one of more rows than are meant.
  if (ask === 'none' || ask === 'other' || words.some(({ is }) => is === 'lacking')) return { key: 'none', read: { kind: 'none' } };
  const made = planFromReading(question);
  if (made?.kind === 'look up' && mayLookUp) return { key: 'look up', read: made };
  if (made?.kind !== 'plan') return { read: { kind: 'none' } };
  const { conditions, shapes, whole, sided } = made.plan;
  const key = canonicalJson({ conditions, shapes, whole, ...(sided === undefined ? {} : { sided }) } as unknown as Json);
  return { key, read: { kind: 'plan', plan: made.plan, chance: 0, ofAll: 0, question } };
}
