import type { RowQuestionReading, UsedColumn, UsedWords, WordUse } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { ACCESS } from '../../compose/plant.test-support.ts';
import { analyseQuestion } from '../../question/analyse-question.ts';
import { NO_KEYS } from '../../question/no-keys.test-support.ts';
import type { Log, LogColumn } from '../log-columns.ts';
import { readTokens } from '../read-tokens.ts';
import type { ReadQuestion } from './conditions-read.ts';
import { planFromReading } from './plan-from-reading.ts';
import { showColumns } from './show-columns.ts';

const COLUMNS: readonly LogColumn[] = [
  { field: 'asset', names: ['machine'], holds: 'values', values: ['给水泵', '引风机', 'Feed pump B'] },
  { field: 'text', names: ['text'], holds: 'words', values: [], examples: ['机封泄漏'] },
  { field: 'date', names: ['reported'], holds: 'dates', values: [] },
  { field: 'end-date', names: ['restored'], holds: 'dates', values: [] },
  { field: 'duration', names: ['downtime'], holds: 'numbers', values: [], unit: 'h' },
  { field: 'work-type', names: ['work type'], holds: 'values', values: ['CM', 'EM', 'PM'] },
];
export const [MACHINE, TEXT, REPORTED, RESTORED, DOWNTIME, WORK_TYPE] = [0, 1, 2, 3, 4, 5];
const LOG: Log = { kind: 'work-order', columns: COLUMNS, documents: [] };
const NONE: UsedColumn = { whole: false, denied: false, operator: 'none' };

export interface Read {
  readonly ask?: RowQuestionReading['ask'];
  readonly group?: RowQuestionReading['group'];
  readonly ranked?: boolean;
  readonly measured?: number;
  readonly second?: number;
  readonly grouped?: number;
  /** Words of the question, each once, with what they are there for and their column. */
  readonly words?: readonly (readonly [text: string, is: WordUse, column?: number, value?: string])[];
  readonly columns?: Readonly<Record<number, Partial<UsedColumn>>>;
}

/** The plan that a reading of a question makes, or what it makes instead. */
export async function planRead(text: string, read: Read) {
  const made = planFromReading(await questionRead(text, read));
  return made?.kind === 'plan' ? made.plan : made?.kind;
}

/** A question over the log of these tests with one reading. */
export async function questionRead(
  text: string,
  { ask = 'count', group = 'none', ranked = false, words = [], columns = {}, ...places }: Read,
): Promise<ReadQuestion> {
  const shown = showColumns(text, LOG);
  const used = words.map(([written, is, column, value]): UsedWords => {
    const start = text.indexOf(written);
    const at = column === undefined ? -1 : (shown.shown[column]?.values.indexOf(value ?? '') ?? -1);
    return {
      is,
      start,
      end: start + written.length,
      ...(column === undefined ? {} : { column }),
      ...(column === undefined || at < 0 ? {} : { value: { column, value: at } }),
    };
  });
  const reading: RowQuestionReading = {
    ask,
    group,
    ranked,
    ...places,
    words: used,
    columns: COLUMNS.map((_, at) => ({ ...NONE, ...columns[at] })),
    chance: 1,
  };
  const times = { first: Date.UTC(2022, 0, 1), last: Date.UTC(2023, 11, 31) };
  const grammar = siteGrammar([]);
  const now = Date.UTC(2026, 0, 1);
  const tokens = readTokens(await analyseQuestion(text, { keys: NO_KEYS, access: ACCESS, grammar, now }), LOG);
  return { text, grammar, tokens, log: LOG, shown, reading, times, now };
}

export const equals = { operator: '=' } as const;
