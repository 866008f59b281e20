import type { EvaluatedCase, EvaluatedMetric, EvaluatedSuite, Evaluation } from './evaluation.ts';

interface Side {
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly cases: number;
}

export interface EvaluationDifference {
  readonly suite: string;
  readonly title: EvaluatedSuite['title'];
  readonly metric: EvaluatedMetric;
  readonly first: Side;
  readonly second: Side;
  /** Second less first; absent where one of them says nothing. */
  readonly difference?: number;
}

export interface ChangedCase {
  readonly suite: string;
  readonly id: string;
  readonly first: string;
  readonly second: string;
  readonly turned: 'worse' | 'better' | 'otherwise';
}

export interface EvaluationComparison {
  readonly differences: readonly EvaluationDifference[];
  /** Worse ones first, then better ones, in the order of suites and ids. */
  readonly changes: readonly ChangedCase[];
  /** What cannot be compared, in the order of suites. */
  readonly problems: readonly {
    readonly suite: string;
    readonly kind: 'one-alone' | 'other-corpus' | 'other-cases';
    readonly count?: number;
  }[];
}

const ORDER = { worse: 0, better: 1, otherwise: 2 };

/** Holds two reports side by side: the numbers as each has them, and the cases that both have and that came out otherwise. */
export function compareEvaluations(first: Evaluation, second: Evaluation): EvaluationComparison {
  const names = [...new Set([...first.suites, ...second.suites].map(({ suite }) => suite))];
  const compared = names.map((name): EvaluationComparison => {
    const [one, other] = [first, second].map(({ suites }) => suites.find(({ suite, skipped }) => suite === name && skipped === undefined));
    if (one === undefined || other === undefined) return { differences: [], changes: [], problems: [{ suite: name, kind: 'one-alone' }] };
    return compareSuites(one, other);
  });
  return {
    differences: compared.flatMap(({ differences }) => differences),
    changes: compared.flatMap(({ changes }) => changes).sort((a, b) => ORDER[a.turned] - ORDER[b.turned]),
    problems: compared.flatMap(({ problems }) => problems),
  };
}

function compareSuites(first: EvaluatedSuite, second: EvaluatedSuite): EvaluationComparison {
  const { suite } = second;
  const later = new Map(second.cases.map((one) => [one.id, one]));
  const pairs = first.cases.flatMap((one): (readonly [EvaluatedCase, EvaluatedCase])[] => {
    const other = later.get(one.id);
    return other === undefined ? [] : [[one, other]];
  });
  const alone = first.cases.length + second.cases.length - 2 * pairs.length;
  return {
    differences: second.metrics.map((metric) => {
      const [one, other] = [sideOf(first, metric), sideOf(second, metric)];
      const known = one.value === undefined || other.value === undefined ? {} : { difference: other.value - one.value };
      return { suite, title: second.title, metric, first: one, second: other, ...known };
    }),
    changes: pairs
      .filter(([one, other]) => one.outcome !== other.outcome || one.isGood !== other.isGood)
      .map(([one, other]) => ({
        suite,
        id: one.id,
        first: one.outcome,
        second: other.outcome,
        turned: one.isGood === other.isGood ? 'otherwise' : other.isGood ? 'better' : 'worse',
      })),
    problems: [
      ...(first.corpus === second.corpus ? [] : [{ suite, kind: 'other-corpus' as const }]),
      ...(alone === 0 ? [] : [{ suite, kind: 'other-cases' as const, count: alone }]),
    ],
  };
}

function sideOf({ measures }: EvaluatedSuite, { name }: EvaluatedMetric): Side {
  const measured = measures.find(({ metric, by }) => metric === name && by === 'all');
  return measured === undefined ? { cases: 0 } : { value: measured.value, low: measured.low, high: measured.high, cases: measured.cases };
}
