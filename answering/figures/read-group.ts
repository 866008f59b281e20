import type { Field, Grouping } from '../../kernel/index.ts';
import { calendarColumn } from './calendar-column.ts';
import { freeTokens, groupField, groups, isKind, SUPERLATIVES } from './figure-shape.ts';
import { type NumberWanted, unitOf } from './number-wanted.ts';
import type { Sentence } from './sentence.ts';
import { means, type Token } from './token.ts';

/** The column or calendar unit that there is a figure for each of; words that only ask (`which`) say so in a ranking. */
export function readGroup(sentence: Sentence, isRanked: boolean, wanted?: NumberWanted): Grouping | undefined {
  const date = dateField(sentence);
  if (isRanked && wanted?.unit !== undefined && date !== undefined) {
    sentence.take(
      ...freeTokens(sentence).filter((token) => unitOf(token) === wanted.unit || (means(token, 'group') && token.fields.length === 0)),
    );
    return { kind: 'time', field: date, unit: wanted.unit };
  }
  for (const [at, token] of sentence.tokens.entries()) {
    const each = means(token, 'each');
    const asks = means(token, 'group') || means(token, 'frequent');
    if (!sentence.isFree(token) || !(each || (asks && isRanked))) continue;
    const skipped: Token[] = [];
    let place = at;
    if (unitOf(token) === undefined && token.fields.length === 0) {
      place += 1;
      while (isPassedOver(sentence, sentence.tokens[place])) {
        skipped.push(sentence.tokens[place] as Token);
        place += 1;
      }
    }
    const named = sentence.tokens[place];
    if (named === undefined || !sentence.isFree(named)) continue;
    const unit = unitOf(named);
    if (unit !== undefined && date !== undefined) {
      sentence.take(token, named);
      return { kind: 'time', field: date, unit };
    }
    const field = groupField(sentence, named);
    if (field === undefined || (isKind(named) && !(asks && named.fields.includes('alarm-code')))) continue;
    sentence.take(token, named, ...skipped.filter((one) => means(one, 'different')));
    return { kind: 'field', field };
  }
  return isRanked ? rankedColumn(sentence) : undefined;
}

/** The column of dates that rows are put on the calendar by. */
export function dateField(sentence: Sentence): Field | undefined {
  return calendarColumn(sentence.log.columns)?.field;
}

/** Words between one that asks and what it asks for: `which of the different`, `which two most costly`. */
function isPassedOver(sentence: Sentence, token: Token | undefined): boolean {
  if (token === undefined || unitOf(token) !== undefined) return false;
  return means(token, 'different', ...SUPERLATIVES) || sentence.taken.has(token);
}

/**
 * In a ranking the one column of names that no condition took (`top three failure codes`, 费用最高的三台设备); of several the one that
 * stands right behind a word which ranks, asks or counts out how many.
 */
function rankedColumn(sentence: Sentence): Grouping | undefined {
  const named = freeTokens(sentence).filter((token) => !isKind(token) && groupField(sentence, token) !== undefined);
  const fields = [...new Set(named.map((token) => groupField(sentence, token)))];
  const beside = named.filter((token) => {
    const before = sentence.tokens[sentence.tokens.indexOf(token) - 1];
    return means(before, 'group', ...SUPERLATIVES) || (before?.quantity !== undefined && sentence.taken.has(before));
  });
  const [chosen] = fields.length > 1 ? beside : named;
  const field = chosen === undefined ? undefined : groupField(sentence, chosen);
  if (field === undefined || !groups(sentence, field) || (fields.length > 1 && beside.length !== 1)) return undefined;
  sentence.take(...named.filter((token) => groupField(sentence, token) === field));
  return { kind: 'field', field };
}
