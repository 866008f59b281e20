import {
  type Access,
  type DocumentId,
  findQuantities,
  foldText,
  foldWidth,
  type KeyReader,
  languageOf,
  overlaps,
  type QuantityMention,
  type TagGrammar,
} from '../../kernel/index.ts';
import { wordingPattern } from '../../ontology/index.ts';
import { askedDimensions } from './asked-dimensions.ts';
import { askedOfDrawing } from './asked-of-drawing.ts';
import { asksDuration } from './asked-quantity.ts';
import { contentTerms } from './content-terms.ts';
import { detectIntent } from './detect-intent.ts';
import { findPremises } from './find-premises.ts';
import { linkEntities } from './link-entities.ts';
import type { Question, Term } from './question.ts';
import { timeRange, timeRanges } from './time-range.ts';

export interface QuestionContext {
  readonly keys: KeyReader;
  readonly access: Access;
  readonly grammar: TagGrammar;
  /** Milliseconds UTC: what `last year` counts from. */
  readonly now: number;
  /** Documents that the caller limits the question to. */
  readonly documents?: readonly DocumentId[];
}

const REVISION = wordingPattern('revision');
const HAN = /\p{sc=Han}/u;

/** What a question asks, about what, and what it takes for granted. Reads keys only; the same question and keys give the same result. */
export async function analyseQuestion(text: string, context: QuestionContext): Promise<Question> {
  const { grammar } = context;
  const entities = await linkEntities(context.keys, context.access, text, grammar);
  const time = timeRange(text, context.now);
  const times = timeRanges(text, context.now).filter(({ start }) => start !== time?.start);
  const revision = revisionOf(text);
  const quantities = findQuantities(text, grammar).filter(
    (mention) => !within(mention, entities) && (time === undefined || !overlaps(mention, time)),
  );
  const codes = entities.filter((entity) => entity.isCode);
  const taken = [...codes, ...quantities, ...(time === undefined ? [] : [time]), ...(revision === undefined ? [] : [revision])];
  const worded = detectIntent(text, entities);
  // What lines of a drawing show is asked in words that ask for nothing else.
  const intent = worded === 'unknown' && askedOfDrawing({ text, entities }) !== undefined ? 'topology' : worded;
  return {
    text,
    grammar,
    language: questionLanguage(text),
    intent,
    terms: [...contentTerms(text, taken, grammar, intent), ...bareNumbers(text, quantities)].sort((a, b) => a.start - b.start),
    entities,
    quantities,
    dimensions: askedDimensions(text),
    isDurationAsked: asksDuration(text),
    scope: {
      documents: context.documents ?? [],
      ...(revision === undefined ? {} : { revision: revision.label }),
      ...(time === undefined ? {} : { time }),
      ...(times.length === 0 ? {} : { times }),
    },
    premises: findPremises(text),
  };
}

/** A question is Chinese as soon as it asks in Chinese, however many codes and English names it holds. */
function questionLanguage(text: string): 'zh' | 'en' {
  const language = languageOf(text);
  return language === 'zh' || (language !== 'en' && HAN.test(text)) ? 'zh' : 'en';
}

/** Numbers without a unit (`port 502`, `axis 3`, `error -12`) name something: evidence has to hold them, with their sign. */
function bareNumbers(text: string, quantities: readonly QuantityMention[]): Term[] {
  return quantities
    .filter(({ quantity }) => quantity.dimension === 'none')
    .map(({ start, end }) => ({ text: text.slice(start, end), start, end }))
    .filter((term) => /^-?\d+$/u.test(foldWidth(term.text)));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function within(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => overlaps(span, other));
}

function revisionOf(text: string): (Span & { readonly label: string }) | undefined {
  const folded = foldText(text);
  const found = REVISION.exec(folded.text);
  const label = found?.groups?.latin ?? found?.groups?.chinese ?? found?.groups?.before;
  if (found === null || label === undefined) return undefined;
  return { label: label.toUpperCase(), ...folded.toSource(found.index, found.index + found[0].length) };
}
