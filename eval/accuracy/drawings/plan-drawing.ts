import { makeOneLine, makeSkid } from '../../../datasets/index.ts';
import { assertNever } from '../../../kernel/index.ts';
import type { DrawingPlan, PlannedDrawing } from './drawing-plan.ts';
import { planOneLine } from './plan-one-line.ts';
import { planSkid } from './plan-skid.ts';

/** What a plan draws of a seed. */
export function planDrawing(plan: DrawingPlan, seed: number): PlannedDrawing {
  switch (plan) {
    case 'skid':
      return planSkid(makeSkid(seed));
    case 'one-line':
      return planOneLine(makeOneLine(seed));
    default:
      return assertNever(plan);
  }
}
