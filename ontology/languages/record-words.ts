import { EN_RECORD_WORDS } from './en/records.ts';
import { ZH_RECORD_WORDS } from './zh/records.ts';

/** What a word does in a question over the rows of a log. */
export const RECORD_MEANINGS = [
  /** Form of asking, no condition. */
  'form',
  /** Form of asking for what was done, besides `form`. */
  'history',
  /** The newest row alone. */
  'last',
  /** What the status of an order that was not carried out holds. */
  'cancelled',
  'count',
  /** Counts rows by the word that stands between their number and them. */
  'count rows',
  /** Asks for how much of what stands beside it, be it rows or what they sum up to. */
  'amount',
  /** Before two numbers that bound one. */
  'stretch',
  'total',
  'mean',
  'median',
  'most',
  'least',
  'top',
  'frequent',
  /** Superlatives that need something measured, where others may count. */
  'degree',
  /** All groups in their order. */
  'rank',
  /** Of one row, not of all rows of a group. */
  'single',
  /** Which way figures of several times go, and that they are asked for to be seen side by side. */
  'up',
  'down',
  'trend',
  /** What one figure has more than another. */
  'differ',
  /** Before a measured column: says nothing where there is one of its kind. */
  'qualifier',
  /** Verbs that stand between a person and rows. */
  'doing',
  /** What a part makes of the whole. */
  'share',
  /** The earliest or the latest time. */
  'first',
  'latest',
  /** The time itself is asked for. */
  'when',
  /** The time from one row to the next is asked for; `between failures` of failures alone. */
  'interval',
  'between failures',
  /** A row comes after another one; which one that is, and what both have in common. */
  'again',
  'one before',
  'same',
  /** A document of rows, besides `form`: beside it stands what it is called. */
  'collection',
  /** Rows are asked for one by one. */
  'list',
  /** Two figures side by side. */
  'compare',
  /** Before a column: one figure for each of its values. Words that only ask (`which`) say so in a ranking, `each` always. */
  'group',
  'each',
  'different',
  'and',
  'or',
  'not',
  /** Behind a column: its cell is empty, or holds something. */
  'empty',
  'filled',
  /** Cells without value as a noun, and what is said of them or of others: not counted, counted alone. */
  'blank',
  'excluded',
  'reckoned',
  'only',
  /** Both days of a stretch belong to it. */
  'both ends',
  /** Before words that the text of a row has to hold. */
  'mention',
  /** The same, where no column holds them. */
  'about',
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'work-order',
  'alarm',
  'fmea-row',
  'spare-part',
  'record',
  /** Columns by what is said of rows in everyday words. */
  'column asset',
  'column failure-mode',
  'column work-type',
  'column component',
  'column alarm-code',
  'column cost',
  'column duration',
  'column priority',
  'column status',
  'column location',
  'column person',
  'column end-date',
  'column text',
  'column cause',
  'column remedy',
  'column order-number',
  'column date',
  'column severity',
  'column occurrence',
  'column detection',
  'column risk-priority',
  /** Kinds of work, and how logs abbreviate them (in `values` lines). */
  'kind corrective',
  'kind preventive',
  'kind inspection',
  'kind modification',
  'values corrective',
  'values preventive',
  'values inspection',
  'values modification',
  'values true',
  'values false',
] as const;
export type RecordMeaning = (typeof RECORD_MEANINGS)[number];

/** Kinds of work of which a row is either one or the other. */
export const OPPOSITE_KINDS = { corrective: 'preventive', preventive: 'corrective' } as const;

/** Meanings of each folded phrase, in Chinese and English. */
export const RECORD_WORDS: ReadonlyMap<string, ReadonlySet<RecordMeaning>> = read(`${EN_RECORD_WORDS}\n${ZH_RECORD_WORDS}`);

/** Folded phrases of a meaning. */
export function recordPhrases(meaning: RecordMeaning): readonly string[] {
  return [...RECORD_WORDS].filter(([, meanings]) => meanings.has(meaning)).map(([phrase]) => phrase);
}

/** @throws Error when a line names no meaning: the table ships with the code, so that is a fault of ours. */
function read(table: string): ReadonlyMap<string, ReadonlySet<RecordMeaning>> {
  const phrases = new Map<string, Set<RecordMeaning>>();
  for (const line of table.split('\n').filter((one) => one.trim() !== '')) {
    const [head = '', words = ''] = line.split('|').map((part) => part.trim());
    const meaning = RECORD_MEANINGS.find((one) => one === head);
    if (meaning === undefined) throw new Error(`the table of record words has no such meaning: ${head}`);
    for (const phrase of words.split(',').map((word) => word.trim()))
      if (phrase !== '') phrases.set(phrase, (phrases.get(phrase) ?? new Set()).add(meaning));
  }
  return phrases;
}
