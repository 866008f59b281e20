import type { Likely, RowQuestionReading, UsedWords, WordUse } from '../../kernel/index.ts';
import { chainChances, likeliestChain } from '../learning/chain.ts';
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

interface Chain {
  readonly labels: readonly string[];
  readonly start: readonly number[];
  readonly transitions: Float64Array;
}

/** The likeliest uses of all units together, neighbours of one use as one, with what their units mean on average. */
export function usedWords(
  units: readonly SentenceUnit[],
  { labels: scores, links, meant }: Scores,
  { labels, start, transitions }: Chain,
  { columns, values }: TableTokens,
): Pick<RowQuestionReading, 'words' | 'filler'> {
  const own = Float64Array.from(scores);
  for (let label = 0; label < labels.length; label += 1) own[label] = (own[label] ?? 0) + (start[label] ?? 0);
  const chain = likeliestChain(own, transitions, labels.length);
  const { at: chances } = chainChances(own, transitions, labels.length);
  const spans: { first: number; last: number; use: WordUse; chance: number }[] = [];
  let filler = 1;
  for (const [place, label] of chain.entries()) {
    const [mark, letter] = (labels[label] ?? '').split('-');
    const chance = chances[place * labels.length + label] ?? 0;
    const use = letter === undefined ? undefined : USES[letter];
    const last = spans.at(-1);
    if (use === undefined) filler = Math.min(filler, chance);
    else if (mark === 'I' && last !== undefined) spans[spans.length - 1] = { ...last, last: place, chance: Math.min(last.chance, chance) };
    else spans.push({ first: place, last: place, use, chance });
  }
  const words = spans.map(({ first, last, use, chance }): UsedWords => {
    const span = { is: use, chance, start: units[first]?.start ?? 0, end: units[last]?.end ?? 0 };
    if (use !== 'column' && use !== 'value') return span;
    const column = meanChances(links, columns.length, first, last);
    if (use === 'column' || meant === undefined) return { ...span, column };
    const { is, chance: sure } = meanChances(meant, values.length + 1, first, last);
    const value = is === 0 ? undefined : values[is - 1];
    return { ...span, column, value: { is: value === undefined ? undefined : { column: value.column, value: value.value }, chance: sure } };
  });
  return { words, filler };
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
