import type { Likely, UsedWords, WordUse } from '../../kernel/index.ts';
import { chainSpans } from '../learning/labelled-chain.ts';
import type { SentenceUnit } from '../log-tagger/sentence-units.ts';
import type { TableTokens } from './table-tokens.ts';

/** Letters of the labels, as `datasets/log-question-words` marks words. */
const USES: Readonly<Record<string, WordUse>> = {
  C: 'column',
  V: 'value',
  T: 'time',
  O: 'comparison',
  U: 'number',
  M: 'measure',
  R: 'ranking',
  G: 'grouping',
  X: 'denial',
  W: 'row',
  N: 'matter',
};

interface Scores {
  /** Of units by labels. */
  readonly labels: Float32Array;
  /** Of units by columns. */
  readonly links: Float32Array;
  /** Of units by values, the first of which is none; undefined where none was shown. */
  readonly meant: Float32Array | undefined;
}

/** The likeliest uses of all units together, neighbours of one use as one, with what their units mean on average. */
export function usedWords(
  units: readonly SentenceUnit[],
  { labels, links, meant }: Scores,
  chain: Parameters<typeof chainSpans>[1],
  { columns, values }: TableTokens,
): readonly UsedWords[] {
  return chainSpans(labels, chain).flatMap(({ first, last, type, chance }): UsedWords[] => {
    const use = USES[type];
    if (use === undefined) return [];
    const span = { is: use, chance, start: units[first]?.start ?? 0, end: units[last]?.end ?? 0 };
    if (use !== 'column' && use !== 'value') return [span];
    const column = meanChances(links, columns.length, first, last);
    if (use === 'column' || meant === undefined) return [{ ...span, column }];
    const { is, chance: sure } = meanChances(meant, values.length + 1, first, last);
    const value = is === 0 ? undefined : values[is - 1];
    return [
      { ...span, column, value: { is: value === undefined ? undefined : { column: value.column, value: value.value }, chance: sure } },
    ];
  });
}

/** The choice that is likeliest on the mean of the units' chances. */
function meanChances(scores: Float32Array, choices: number, first: number, last: number): Likely<number> {
  const sums = new Float64Array(choices);
  for (let unit = first; unit <= last; unit += 1) {
    const row = scores.subarray(unit * choices, (unit + 1) * choices);
    const most = Math.max(...row);
    const raised = Array.from(row, (score) => Math.exp(score - most));
    const total = raised.reduce((sum, one) => sum + one, 0);
    for (const [at, one] of raised.entries()) sums[at] = (sums[at] ?? 0) + one / total / (last - first + 1);
  }
  const chance = Math.max(...sums);
  return { is: sums.indexOf(chance), chance };
}
