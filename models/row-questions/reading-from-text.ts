import {
  ROW_ASKS,
  ROW_GROUPS,
  ROW_OPERATORS,
  type RowGroup,
  type RowQuestionReading,
  type ShownColumn,
  type UsedColumn,
  type UsedWords,
} from '../../kernel/index.ts';
import { USE_OF_MARK } from './use-of-mark.ts';

const MARK = /\[(?<mark>[A-Z])(?<column>\d+)?(?:\.(?<value>\d+))?\](?<words>[^[\]]*)/gu;
const QUERY =
  /^(?<ask>[a-z]+)(?: of (?<measured>\d+))?(?: to (?<second>\d+))?(?: by(?: (?<period>day|month|year|row))?(?: (?<grouped>\d+))?)?(?<ranked> ranked)?(?: where (?<where>.+))?$/u;
const CONDITION = /^(?<denied>!)?(?<column>\d+)(?<whole>@)? (?<operator>\S+)$/u;

type Asked = Omit<RowQuestionReading, 'words' | 'chance'>;

/**
 * A reading that a language model wrote: a line of words with marks of what they are there for, behind it the query; the query alone where
 * nothing is marked. Undefined where it is written otherwise, or speaks of words or columns that are not there.
 */
export function readingFromText(
  written: string,
  question: string,
  columns: readonly ShownColumn[],
): Omit<RowQuestionReading, 'chance'> | undefined {
  const lines = written.trim().split('\n');
  const query = lines.pop() ?? '';
  const words = wordsMarked(lines.join(' '), question, columns);
  const asked = askedIn(query, columns.length);
  return words === undefined || asked === undefined ? undefined : { ...asked, words };
}

function wordsMarked(line: string, question: string, columns: readonly ShownColumn[]): readonly UsedWords[] | undefined {
  const words: UsedWords[] = [];
  const { plain, places } = withPlainBlanks(question);
  let from = 0;
  for (const { groups = {} } of line.matchAll(MARK)) {
    const is = USE_OF_MARK.get(groups.mark ?? '');
    const said = withPlainBlanks(groups.words ?? '').plain.trimEnd();
    const at = said === '' ? -1 : plain.indexOf(said, from);
    const column = placeIn(groups.column, columns.length);
    if (is === undefined || at < 0 || column === 'nowhere') return undefined;
    const value = column === undefined ? undefined : placeIn(groups.value, columns[column]?.values.length ?? 0);
    if (value === 'nowhere') return undefined;
    const isOfColumn = column !== undefined && (is === 'column' || is === 'value');
    words.push({
      is,
      start: places[at] ?? 0,
      end: (places[at + said.length - 1] ?? 0) + 1,
      ...(isOfColumn ? { column } : {}),
      ...(isOfColumn && is === 'value' && value !== undefined ? { value: { column, value } } : {}),
    });
    from = at + said.length;
  }
  return words;
}

/** A text with one blank for any between its words, and where each of its signs stood. */
function withPlainBlanks(text: string): { readonly plain: string; readonly places: readonly number[] } {
  const signs: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const isBlank = /\s/u.test(sign);
    if (isBlank && (signs.length === 0 || signs.at(-1) === ' ')) continue;
    signs.push(isBlank ? ' ' : sign);
    places.push(at);
  }
  return { plain: signs.join(''), places };
}

/** A place from 0 for a number from 1. */
function placeIn(number: string | undefined, size: number): number | 'nowhere' | undefined {
  if (number === undefined) return undefined;
  const place = Number(number) - 1;
  return place >= 0 && place < size ? place : 'nowhere';
}

function askedIn(query: string, size: number): Asked | undefined {
  const groups = QUERY.exec(query.trim())?.groups;
  const ask = ROW_ASKS.find((one) => one === groups?.ask);
  if (groups === undefined || ask === undefined) return undefined;
  const measured = placeIn(groups.measured, size);
  const second = placeIn(groups.second, size);
  const grouped = placeIn(groups.grouped, size);
  const columns = columnsLimited(groups.where, size);
  if (measured === 'nowhere' || second === 'nowhere' || grouped === 'nowhere' || columns === undefined) return undefined;
  return {
    ask,
    group: groupOf(groups.period, grouped),
    ranked: groups.ranked !== undefined,
    ...(measured === undefined ? {} : { measured }),
    ...(second === undefined ? {} : { second }),
    ...(grouped === undefined ? {} : { grouped }),
    columns,
  };
}

function groupOf(period: string | undefined, grouped: number | undefined): RowGroup {
  return ROW_GROUPS.find((one) => one === period) ?? (grouped === undefined ? 'none' : 'column');
}

function columnsLimited(where: string | undefined, size: number): readonly UsedColumn[] | undefined {
  const columns: UsedColumn[] = Array.from({ length: size }, () => ({ whole: false, denied: false, operator: 'none' }));
  for (const part of where?.split(', ') ?? []) {
    const groups = CONDITION.exec(part)?.groups;
    const column = placeIn(groups?.column, size);
    const operator = ROW_OPERATORS.find((one) => one === groups?.operator);
    if (column === undefined || column === 'nowhere' || operator === undefined || columns[column]?.operator !== 'none') return undefined;
    columns[column] = { whole: groups?.whole !== undefined, denied: groups?.denied !== undefined, operator };
  }
  return columns;
}
