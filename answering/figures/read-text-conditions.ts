import { type Field, type Filter, fold } from '../../kernel/index.ts';
import { type Concept, conceptById, conceptNames, stemEnglish } from '../../ontology/index.ts';
import { anyOf, type Condition, negatedIf } from './condition.ts';
import { isKind } from './figure-shape.ts';
import type { Log, LogColumn } from './log-columns.ts';
import type { Sentence } from './sentence.ts';
import { means, type Token } from './token.ts';

/** Kinds of vocabulary entries that rows speak of in words of their own, with the column that they are coded in. */
export const SPOKEN: Readonly<Record<string, Field>> = {
  'failure-mode': 'coded:failure-mode',
  symptom: 'coded:symptom',
  activity: 'coded:activity',
  component: 'coded:component',
  mechanism: 'coded:mechanism',
};
const WORDED: readonly Field[] = ['text', 'alarm-text', 'note', 'component', 'activity', 'symptom'];
/** Columns that tell in words even where they are few enough to be grouped by. */
const TOLD: ReadonlySet<Field> = new Set(['symptom', 'cause', 'remedy']);

/**
 * Conditions on the words of rows: what a word for it (`mention`), quotation marks or the vocabulary says to be spoken of there.
 * Any other word is none: that a text happens to hold it (`open`) does not make the row what was asked for.
 */
export function readTextConditions(sentence: Sentence): Condition[] {
  const found: Condition[] = [];
  let column: Token | undefined;
  sentence.tokens.forEach((token, at) => {
    if (!sentence.isFree(token)) return;
    const opening = mentionBefore(sentence, at);
    const asked = opening !== undefined || token.quoted === true;
    const beside = asked ? textColumn(sentence, at, opening) : undefined;
    // What follows is looked for in the same column.
    column = beside ?? column;
    const filter = asked ? literal(sentence, token, column) : spoken(sentence, token, at);
    if (filter === undefined) return;
    sentence.take(beside);
    // “windscreen” first appears: the word for it may stand behind.
    const behind =
      token.quoted === true
        ? sentence.tokens.slice(at + 1, at + 3).find((one) => sentence.isFree(one) && means(one, 'mention'))
        : undefined;
    sentence.take(behind);
    const negation = sentence.tokens
      .slice(0, opening === undefined ? at : sentence.tokens.indexOf(opening))
      .reverse()
      .slice(0, 1)
      .filter((one) => means(one, 'not') && sentence.isFree(one));
    sentence.take(token, ...(opening === undefined ? [] : [opening]), ...negation);
    const tokens = [...negation, ...(opening === undefined ? [] : [opening]), token];
    found.push({ filter: negatedIf(negation.length === 1, filter), tokens, negated: negation.length === 1 });
  });
  return withAlternatives(sentence, found);
}

/** The word that opens what the text is to hold, where only words of it stand between. */
function mentionBefore(sentence: Sentence, at: number): Token | undefined {
  const token = sentence.tokens[at];
  if (token === undefined || token.code !== undefined || token.time !== undefined || isAsking(token)) return undefined;
  const before = sentence.tokens[at - 1];
  if (means(before, 'mention', 'about')) return before;
  // `mentions tooth or teeth`: both are words that are looked for as they are.
  const alternative = means(before, 'or') ? mentionBefore(sentence, at - 2) : undefined;
  if (alternative !== undefined) return alternative;
  const adjacent = before !== undefined && token.start - before.end <= 1 && !isAsking(before) && !means(before, 'not');
  return adjacent && at > 0 ? mentionBefore(sentence, at - 1) : undefined;
}

function isAsking(token: Token): boolean {
  return token.meanings.size > 0 && token.values.length === 0 && token.concept === undefined;
}

/** The column that the words are to stand in, named before or behind them (`mention “turbo” in the short text`, 短文本含). */
function textColumn(sentence: Sentence, at: number, opening: Token | undefined): Token | undefined {
  const places = [opening === undefined ? at : sentence.tokens.indexOf(opening), at];
  // Behind, only rows and words for holding may stand between: 没有提到机封的工单最多的设备 ranks machines.
  const behind = sentence.tokens.slice(at + 1, at + 4);
  const stop = behind.findIndex((one) => !isKind(one) && !means(one, 'mention', 'first', 'latest'));
  const around = [
    sentence.tokens[(places[0] ?? at) - 1],
    ...(stop < 0 ? behind : behind.slice(0, stop + 1)),
    sentence.tokens[(places[0] ?? at) - 2],
  ];
  return around.find(
    (one) =>
      one !== undefined &&
      sentence.isFree(one) &&
      !isKind(one) &&
      // 哪台 asks for a machine.
      !means(one, 'group', 'each') &&
      one.values.length === 0 &&
      one.fields.some((field) => holdsText(sentence, field)),
  );
}

function holdsText(sentence: Sentence, field: Field): boolean {
  if (field === 'order-number') return false;
  const holds = sentence.column(field)?.holds;
  return holds === 'words' || holds === 'values';
}

/** What is quoted is looked for as it is written. */
function literal(sentence: Sentence, token: Token, beside: Token | undefined): Filter | undefined {
  const named = (beside?.fields ?? []).filter((field) => holdsText(sentence, field));
  const fields = named.length > 0 ? named : wordFields(sentence.log);
  const text = token.quoted === true ? fold(token.text) : stemOf(fold(token.text));
  return fields.length === 0 || text.length < 2 ? undefined : anyOf(fields.map((field): Filter => ({ kind: 'contains', field, text })));
}

/** A vocabulary entry: coded from the row's words, or named in them by any of its names. */
function spoken(sentence: Sentence, token: Token, at: number): Filter | undefined {
  const concept = token.concept === undefined ? undefined : conceptById(token.concept);
  // `open work orders` says how these are, not what was done in them.
  if (concept?.id.startsWith('activity/') === true && isKind(sentence.tokens[at + 1])) return undefined;
  if (concept === undefined || token.meanings.size > 0 || token.fields.length > 0) return undefined;
  return spokenOf(sentence.log, concept, token.text);
}

/** Rows that speak of a vocabulary entry; `written` is how the question calls it. Undefined of entries that rows are not looked through for. */
export function spokenOf(log: Log, concept: Concept, written: string): Filter | undefined {
  const coded = SPOKEN[concept.id.split('/')[0] ?? ''];
  if (coded === undefined) return undefined;
  const names = shortest(
    [written, ...conceptNames(concept)].filter((name) => name.length >= (/\p{sc=Han}/u.test(name) ? 2 : 3)).map(stemOf),
  );
  const fields = [...new Set([...wordFields(log), ...WORDED.filter((field) => columnOf(log, field) !== undefined)])];
  const inWords = names.flatMap((text) => fields.map((field): Filter => ({ kind: 'contains', field, text })));
  return anyOf([{ kind: 'equals', field: coded, value: concept.id }, ...inWords]);
}

/** Columns that are looked through for words that the question does not give a column for. */
export function wordFields(log: Log): Field[] {
  const worded = log.columns
    .filter(({ holds, field }) => (holds === 'words' || (holds === 'values' && TOLD.has(field))) && field !== 'order-number')
    .map(({ field }) => field);
  return worded.length > 0 ? worded : WORDED.filter((field) => columnOf(log, field) !== undefined);
}

function columnOf(log: Log, field: Field): LogColumn | undefined {
  return log.columns.find((column) => column.field === field);
}

/** Names without those that hold another name: who looks for the shorter one finds the longer one too. */
function shortest(names: readonly string[]): string[] {
  const folded = [...new Set(names.map(fold))];
  return folded.filter((name) => !folded.some((other) => other !== name && name.includes(other)));
}

/** Logs inflect and abbreviate: the ending of an English word is not looked for. */
export function stemOf(text: string): string {
  return text.replace(/[a-z]+$/u, stemEnglish).replace(/(?<=[a-z]{3}[^aeiou])y$/u, '');
}

/** What `or` joins is one condition. */
function withAlternatives(sentence: Sentence, found: readonly Condition[]): Condition[] {
  const kept: Condition[] = [];
  for (const condition of found) {
    const previous = kept.at(-1);
    const first = sentence.tokens.indexOf(condition.tokens[0] as Token);
    const link = sentence.tokens[first - 1];
    const joins = previous !== undefined && link !== undefined && previous.tokens.includes(sentence.tokens[first - 2] as Token);
    if (joins && means(link, 'or') && !previous.negated && !condition.negated) {
      sentence.take(link);
      kept[kept.length - 1] = {
        ...previous,
        filter: anyOf([previous.filter, condition.filter]),
        tokens: [...previous.tokens, ...condition.tokens],
      };
    } else kept.push(condition);
  }
  return kept;
}
