import type { AnswerContent } from '../../../answering/index.ts';

/** What a law needs of a row to compute a figure of it by itself. */
export interface FigureRow {
  readonly asset: string;
  readonly cost: number;
}

/** A figure that is asked over the rows of some conditions, in both languages, with what is true of them. */
export interface AskedFigure {
  readonly name: string;
  /** The question around the words of its conditions. */
  readonly en: (conditions: string) => string;
  readonly zh: (conditions: string) => string;
  /** The figure, or the groups that share the first place with theirs; undefined where there is none to tell. */
  readonly truth: (rows: readonly FigureRow[]) => number | readonly (readonly [string, number])[] | undefined;
  /** A condition on what groups are made of leaves one group. */
  readonly without?: 'asset';
}

const sum = (rows: readonly FigureRow[]) => rows.reduce((total, { cost }) => total + cost, 0);

/** Counts, sums, means, shares and rankings. */
export const ASKED_FIGURES: readonly AskedFigure[] = [
  {
    name: 'count',
    en: (conditions) => `How many work orders ${conditions} are there?`,
    zh: (conditions) => `${conditions}工单有多少张？`,
    truth: (rows) => rows.length,
  },
  {
    name: 'sum',
    en: (conditions) => `What is the total cost of the work orders ${conditions}?`,
    zh: (conditions) => `${conditions}工单的费用合计是多少？`,
    truth: (rows) => (rows.length === 0 ? undefined : sum(rows)),
  },
  {
    name: 'mean',
    en: (conditions) => `What is the average cost of the work orders ${conditions}?`,
    zh: (conditions) => `${conditions}工单的平均费用是多少？`,
    truth: (rows) => (rows.length === 0 ? undefined : sum(rows) / rows.length),
  },
  {
    name: 'most',
    en: (conditions) => `Which equipment has the most work orders ${conditions}?`,
    zh: (conditions) => `${conditions}工单最多的设备是哪台？`,
    truth: (rows) => leading(rows, (some) => some.length),
    without: 'asset',
  },
  {
    name: 'costliest',
    en: (conditions) => `For the work orders ${conditions}, which equipment has the highest cost?`,
    zh: (conditions) => `${conditions}工单中哪台设备的费用最高？`,
    truth: (rows) => leading(rows, sum),
    without: 'asset',
  },
];

function leading(rows: readonly FigureRow[], figure: (rows: readonly FigureRow[]) => number): readonly (readonly [string, number])[] {
  const assets = [...new Set(rows.map(({ asset }) => asset))].sort();
  const figures = assets.map((asset) => [asset, figure(rows.filter((row) => row.asset === asset))] as const);
  const most = Math.max(...figures.map(([, value]) => value));
  return figures.filter(([, value]) => value === most);
}

/** Whether an answer gives the truth and nothing else as its first figure. */
export function givesFigure(content: AnswerContent, truth: ReturnType<AskedFigure['truth']>): boolean {
  const rows = content.claims[0]?.computed?.rows ?? [];
  if (truth === undefined) return rows.every((row) => row.every((cell) => cell === null));
  if (typeof truth === 'number') return rows.length === 1 && isSame(rows[0]?.[0], truth);
  return rows.length === truth.length && truth.every(([name, value], at) => rows[at]?.[0] === name && isSame(rows[at]?.[1], value));
}

function isSame(cell: unknown, value: number): boolean {
  return typeof cell === 'number' && Math.abs(cell - value) <= 1e-6 * Math.max(1, Math.abs(value));
}
