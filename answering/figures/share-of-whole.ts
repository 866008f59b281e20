import type { Access, AggregateQuery } from '../../kernel/index.ts';
import type { Computed } from '../answer.ts';
import type { Evidence } from '../dependencies.ts';
import { type FigureShape, isShareOfEach } from './figure-shape.ts';
import { type FigurePlan, queryOf } from './plan-figure.ts';

/** What a share is of, and the shares in percent: one of all that is told, or one of each group where none comes first. */
export interface SharesOfWhole {
  readonly whole: number;
  readonly shares: readonly number[];
}

/** Conditions on what a share is of: groups are a share of what meets the same ones. */
export function wholeConditions(plan: FigurePlan, shape: FigureShape): FigurePlan['conditions'] {
  return shape.group === undefined ? plan.whole : plan.conditions;
}

/** The figure that a share is of, over the same documents. */
export async function wholeFigure(
  evidence: Evidence,
  access: Access,
  plan: FigurePlan,
  shape: FigureShape,
  part: AggregateQuery,
  signal: AbortSignal,
): Promise<Computed> {
  const more = part.where.kind === 'all' ? part.where.filters.filter(({ kind }) => kind === 'document' || kind === 'unrepeated') : [];
  const query = queryOf({ ...plan, conditions: wholeConditions(plan, shape) }, { measure: shape.measure }, more);
  const { rows, matched, nulls, proof } = await evidence.records.aggregate(access, query, signal);
  return { query, rows, matched, nulls, proof };
}

/** Undefined where the whole is nothing. */
export function sharesOf(shape: FigureShape, part: Pick<Computed, 'rows' | 'matched'>, whole: Computed): SharesOfWhole | undefined {
  const { measure, group } = shape;
  const of = measure.kind === 'count' ? whole.matched : whole.rows[0]?.[0];
  if (typeof of !== 'number' || of <= 0) return undefined;
  const figures = part.rows.map((row) => row.at(-1)).map((cell) => (typeof cell === 'number' ? cell : 0));
  const together = group === undefined && measure.kind === 'count' ? part.matched : figures.reduce((sum, figure) => sum + figure, 0);
  const parts = isShareOfEach(shape) ? figures : [together];
  return { whole: of, shares: parts.map((figure) => (100 * figure) / of) };
}
