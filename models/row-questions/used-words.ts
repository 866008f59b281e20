import type { UsedWords } from '../../kernel/index.ts';
import { type ChainSpan, type LabelledChain, likeliestSpans } from '../learning/labelled-chain.ts';
import { softmax } from '../learning/softmax.ts';
import type { SentenceUnit } from '../log-tagger/sentence-units.ts';
import { likeliestOptions, type Options } from './likeliest-options.ts';
import type { TableTokens } from './table-tokens.ts';
import { USE_OF_MARK } from './use-of-mark.ts';

/** Words that change nothing of what is computed: ways to label them are one. */
const IDLE: ReadonlySet<string> = new Set(['M', 'W', 'N']);
/** Ways to label a question that are looked at, and those left where the idle ones are one. */
const MOST_CHAINS = 60;
const MOST_WAYS = 12;

interface Scores {
  /** Of units by labels. */
  readonly labels: Float32Array;
  /** Of units by columns. */
  readonly links: Float32Array;
  /** Of units by values, the first of which is none; undefined where none was shown. */
  readonly meant: Float32Array | undefined;
}

/** What words for a column or value mean; a value is one of that column. */
export type Meaning = Pick<UsedWords, 'column' | 'value'>;

/** Words with what they may mean; nothing but for words of a column or value. */
export interface ReadWords extends Pick<UsedWords, 'is' | 'start' | 'end'> {
  readonly meanings?: Options<Meaning>;
}

/** One way in which all words of a question may be used. */
export interface WayOfUse {
  readonly words: readonly ReadWords[];
  readonly chance: number;
}

/** The likeliest ways to use all words together, neighbours of one use as one; what they mean is the mean over their units. */
export function waysOfUse(units: readonly SentenceUnit[], scores: Scores, chain: LabelledChain, table: TableTokens): readonly WayOfUse[] {
  const ways = new Map<string, { spans: readonly ChainSpan[]; chance: number }>();
  for (const { spans, chance } of likeliestSpans(scores.labels, chain, MOST_CHAINS)) {
    const told = spans.filter(({ type }) => !IDLE.has(type)).map(({ first, last, type }) => `${type}${first}-${last}`);
    const key = told.join(' ');
    const own = ways.get(key);
    if (own === undefined) ways.set(key, { spans, chance });
    else own.chance += chance;
  }
  return [...ways.values()]
    .sort((a, b) => b.chance - a.chance)
    .slice(0, MOST_WAYS)
    .map(({ spans, chance }) => ({ words: spans.flatMap((span) => readWords(span, units, scores, table)), chance }));
}

function readWords({ first, last, type }: ChainSpan, units: readonly SentenceUnit[], scores: Scores, table: TableTokens): ReadWords[] {
  const is = USE_OF_MARK.get(type);
  if (is === undefined) return [];
  const words = { is, start: units[first]?.start ?? 0, end: units[last]?.end ?? 0 };
  if (is !== 'column' && is !== 'value') return [words];
  const columns = meanChances(scores.links, table.columns.length, first, last);
  if (is === 'column' || scores.meant === undefined) return [{ ...words, meanings: likeliestOptions(columns, (column) => ({ column })) }];
  const values = meanChances(scores.meant, table.values.length + 1, first, last);
  return [{ ...words, meanings: valuesMeant(columns, values, table) }];
}

/** A column with one of its values or none of those shown: what two heads say of the same words is true together or not at all. */
function valuesMeant(columns: readonly number[], values: readonly number[], table: TableTokens): Options<Meaning> {
  const [none = 0, ...shown] = values;
  const pairs = columns.flatMap((chance, column) => [
    { chance: chance * none, is: { column } },
    ...table.values.flatMap((value, at) =>
      value.column === column ? [{ chance: chance * (shown[at] ?? 0), is: { column, value: { column, value: value.value } } }] : [],
    ),
  ]);
  const whole = pairs.reduce((sum, { chance }) => sum + chance, 0);
  return likeliestOptions(
    pairs.map(({ chance }) => (whole === 0 ? 0 : chance / whole)),
    (option) => pairs[option]?.is ?? {},
  );
}

/** Means of the chances of the units. */
function meanChances(scores: Float32Array, choices: number, first: number, last: number): readonly number[] {
  const sums = new Array<number>(choices).fill(0);
  for (let unit = first; unit <= last; unit += 1)
    for (const [at, one] of softmax([...scores.subarray(unit * choices, (unit + 1) * choices)]).entries())
      sums[at] = (sums[at] ?? 0) + one / (last - first + 1);
  return sums;
}
