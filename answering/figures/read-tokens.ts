import { compareText, type FoldedText, findQuantities, foldText, maskSpans, type QuantityMention } from '../../kernel/index.ts';
import {
  designationMarks,
  findConcepts,
  mayBeCalled,
  namesOfValue,
  RECORD_WORDS,
  type RecordMeaning,
  recordPhrases,
} from '../../ontology/index.ts';
import type { Question } from '../question/question.ts';
import type { Log, LogColumn } from './log-columns.ts';
import { rankedFrom } from './ranked-from.ts';
import type { Token } from './token.ts';

const HAN = /\p{sc=Han}/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’/-]*/gu;
const QUOTED = /["“”「『]([^"“”」』]{1,60})["“”」』]/gu;
/** What stands behind the letter or number of a machine. */
const DESIGNATION = new RegExp(`^\\s?(?:${designationMarks().join('|')})`, 'u');
const TOTALS = recordPhrases('total');
const NOTHING = { meanings: new Set<RecordMeaning>(), fields: [], values: [] } as const;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const COLUMN_MEANING = /^column (.+)$/;

/** The question cut into tokens in order, the longest first where readings overlap. What nothing knows stays a word of its own. */
export function readTokens(question: Question, log: Log): Token[] {
  const folded = foldText(question.text);
  const found = [
    ...ofText(question, folded),
    ...phrases(folded.text, log),
    ...valueTokens(question.text, folded, log),
    ...otherNames(folded.text, log),
  ];
  const bySpan = new Map<string, Token>();
  for (const token of found) {
    const key = `${token.start} ${token.end}`;
    const other = bySpan.get(key);
    bySpan.set(key, other === undefined ? token : merged(other, token));
  }
  const chosen: Token[] = [];
  const ranked = [...bySpan.values()].sort((a, b) => weight(b) - weight(a) || a.start - b.start);
  for (const token of ranked) if (!chosen.some((one) => one.start < token.end && token.start < one.end)) chosen.push(token);
  return [...chosen.map((token) => asHeaded(token, log)), ...words(folded.text, chosen)].sort((a, b) => a.start - b.start);
}

/** A word that heads one column names that one, and none that it may be another name of. */
function asHeaded(token: Token, log: Log): Token {
  const text = foldText(token.text).text;
  const headed = log.columns.filter(({ field, names: [own] }) => token.fields.includes(field) && (own === text || `${own}s` === text));
  return headed.length === 0 ? token : { ...token, fields: headed.map(({ field }) => field) };
}

/** Times, codes and quantities are what they are; else the longer reading is the better one. */
function weight(token: Token): number {
  const bounds = token.quantity !== undefined && token.quantity.comparator !== '=';
  const fixed = token.quoted === true || token.time !== undefined || token.code !== undefined || bounds;
  const known = token.meanings.size > 0 || token.fields.length > 0 || token.values.length > 0 ? 0.5 : 0;
  return (fixed ? 1000 : 0) + token.end - token.start + known;
}

function merged(left: Token, right: Token): Token {
  return {
    ...right,
    ...left,
    meanings: new Set([...left.meanings, ...right.meanings]),
    fields: [...new Set([...left.fields, ...right.fields])],
    values: [...left.values, ...right.values],
  };
}

/** What analysis has found, and quantities with their comparators; vocabulary entries too. */
function ofText(question: Question, folded: FoldedText): Token[] {
  const at = (start: number, end: number) => ({ start: foldedPlace(folded, start), end: foldedPlace(folded, end) });
  const make = (start: number, end: number, more: Partial<Token>): Token => {
    const place = at(start, end);
    return { ...NOTHING, ...place, text: question.text.slice(start, end), ...more };
  };
  const bounds = findQuantities(question.text, question.grammar).filter(
    (mention) => withOwnComparator(question, mention).quantity.comparator !== '=',
  );
  // `more than 2000` bounds a number, whatever year it could be.
  const isBound = (span: { readonly start: number; readonly end: number }) =>
    /^\d{4}$/.test(question.text.slice(span.start, span.end)) && bounds.some((one) => one.start < span.end && span.start < one.end);
  const named = [...(question.scope.time === undefined ? [] : [question.scope.time]), ...(question.scope.times ?? [])];
  const times = named.filter((one) => !isBound(one));
  const fixed = [...question.entities, ...times];
  const free = (span: { readonly start: number; readonly end: number }) =>
    !fixed.some((one) => one.start < span.end && span.start < one.end);
  return [
    ...times.map((time) => make(time.start, time.end, { time })),
    ...question.entities
      .filter((entity) => times.every((time) => entity.end <= time.start || entity.start >= time.end))
      .map((code) => make(code.start, code.end, { code })),
    ...findQuantities(question.text, question.grammar)
      // `every year` asks for a figure each; only with a number is it a quantity.
      .filter((mention) => free(mention) && !(mention.quantity.recurring && !/\d/.test(question.text.slice(mention.start, mention.end))))
      .map((mention) => {
        const { span, quantity } = withOwnComparator(question, mention);
        return make(span.start, span.end, { quantity });
      }),
    ...[...question.text.matchAll(QUOTED)].map((match) =>
      make(match.index, match.index + match[0].length, { text: match[1] ?? '', quoted: true }),
    ),
    ...findConcepts(question.text)
      .filter(free)
      .map((mention) => make(mention.start, mention.end, { concept: mention.concept.id })),
  ];
}

/** A comparator that stands elsewhere in the sentence (`the highest cost of type 2`) is no bound of this number. */
function withOwnComparator({ text, grammar }: Question, { start, end, quantity }: QuantityMention) {
  const ranked = rankedFrom(text, start, end);
  const from = ranked ?? start;
  // Without `between` before it, a stretch would be its first number.
  const isStretch = ranked === undefined && quantity.comparator === '=' && quantity.low !== quantity.high;
  const alone = isStretch ? quantity : (findQuantities(text.slice(from, end), grammar)[0]?.quantity ?? quantity);
  return { span: { start: from, end }, quantity: ranked === undefined ? alone : ({ ...alone, comparator: '=' } as const) };
}

function foldedPlace(folded: FoldedText, source: number): number {
  let place = 0;
  while (place < folded.text.length && folded.toSource(place, place + 1).start < source) place += 1;
  return place;
}

/** Words of asking, and names of columns. */
function phrases(text: string, log: Log): Token[] {
  const found: Token[] = [];
  for (const [phrase, meanings] of RECORD_WORDS) {
    const roles = [...meanings].flatMap((meaning) => COLUMN_MEANING.exec(meaning)?.[1] ?? []);
    const fields = log.columns
      .filter(({ field, standsFor, headers }) => roles.includes(standsFor ?? field) && mayBeCalled(phrase, headers ?? []))
      .map(({ field }) => field);
    for (const start of places(text, phrase)) found.push({ ...NOTHING, text: phrase, start, end: start + phrase.length, meanings, fields });
  }
  // `Total_Cost` is asked by that name too.
  for (const { field, names } of log.columns.filter((column) => !isTakenOver(column, log)))
    for (const name of names.flatMap(withSuffixes))
      for (const [start, end] of namePlaces(text.replaceAll('_', ' '), name))
        found.push({ ...NOTHING, text: text.slice(start, end), start, end, fields: [field] });
  return found;
}

/** Header of several words, what it ends in (`total actual cost` of `work order total actual cost`), and as one word (`ponumber`). */
function withSuffixes(name: string): readonly string[] {
  const words = name.split(' ');
  if (HAN.test(name)) return [name];
  const joined = words.length > 1 ? [words.join('')] : [];
  return [...words.slice(0, Math.max(1, words.length - 1)).map((_, from) => words.slice(from).join(' ')), ...joined];
}

/** An empty column that another one stands for. */
function isTakenOver({ field }: LogColumn, log: Log): boolean {
  return log.columns.some(({ standsFor }) => standsFor === field);
}

/** A header in the singular or plural. */
function namePlaces(text: string, name: string): [number, number][] {
  if (RECORD_WORDS.get(name)?.has('form') === true) return [];
  // 费用合计 asks for the total of a column, whatever a header calls so.
  const isTotal = HAN.test(name) && TOTALS.some((total) => name !== total && name.endsWith(total));
  const written = isTotal ? [] : HAN.test(name) ? [name] : [name, `${name}s`];
  return written.flatMap((one) => places(text, one).map((start): [number, number] => [start, start + one.length]));
}

/** Values that stand in the log. Short ones count as they are written only: `A` is no article there; a sign (×) never is one. */
function valueTokens(source: string, folded: FoldedText, log: Log): Token[] {
  const found: Token[] = [];
  for (const { field, values } of log.columns)
    for (const value of values) {
      const name = foldText(value).text.trim();
      if (name === '' || (/^[\d.,]+$/.test(name) && name.length < 4)) continue;
      for (const start of places(folded.text, name)) {
        const end = start + name.length;
        const place = folded.toSource(start, end);
        const short = !HAN.test(name) && (name.length < 3 || RECORD_WORDS.has(name));
        if (short && source.slice(place.start, place.end) !== value) continue;
        const isNumbered = DESIGNATION.test(folded.text.slice(end));
        if (short && /^[\p{L}\p{N}]$/u.test(name) && !isNumbered && !/[\p{L}\p{N}]\s?$/u.test(folded.text.slice(0, start))) continue;
        found.push({ ...NOTHING, text: source.slice(place.start, place.end), start, end, values: [{ field, value }] });
      }
    }
  return found;
}

/** Coded values by other names that logs have for them (夜班: `night shift`), where the log itself does not write these. */
function otherNames(text: string, log: Log): Token[] {
  const found: Token[] = [];
  for (const { field, values, holds } of log.columns) {
    if (holds !== 'values' || values.length > CODED) continue;
    const written = new Set(values.map((value) => foldText(value).text.trim()));
    for (const value of values)
      for (const name of namesOfValue(value).filter((one) => one.length > 1 && !written.has(one) && !RECORD_WORDS.has(one)))
        for (const start of places(text, name)) {
          const end = start + name.length;
          found.push({ ...NOTHING, text: text.slice(start, end), start, end, values: [{ field, value }] });
        }
  }
  return found;
}

/** Most different values of a column of codes. */
const CODED = 12;

/** Places of a phrase that is not part of a longer Latin word. */
function places(text: string, phrase: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0 && phrase !== ''; at = text.indexOf(phrase, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + phrase.length)];
    const cuts = (inner: string, outer: string) =>
      /[\p{L}\p{N}]/u.test(inner) && /[\p{L}\p{N}]/u.test(outer) && !HAN.test(inner) && !HAN.test(outer);
    if (!cuts(phrase.charAt(0), before) && !cuts(phrase.charAt(phrase.length - 1), after)) found.push(at);
  }
  return found;
}

/** Words that no reading took; Chinese runs are cut as a segmenter cuts them. */
function words(text: string, taken: readonly Token[]): Token[] {
  const rest = maskSpans(text, taken);
  const found: Token[] = [];
  for (const match of rest.matchAll(WORD)) {
    const pieces = HAN.test(match[0]) ? [...segmenter.segment(match[0])] : [{ segment: match[0], index: 0 }];
    for (const { segment, index } of pieces) {
      const start = match.index + index;
      found.push({ ...NOTHING, text: segment, start, end: start + segment.length });
    }
  }
  return found.sort((a, b) => a.start - b.start || compareText(a.text, b.text));
}
