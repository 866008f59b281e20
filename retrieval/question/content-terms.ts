import { foldText } from '../../kernel/index.ts';
import { findConcepts } from '../../ontology/index.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import type { Term } from './question.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const WORD = /\p{L}[\p{L}\p{N}'-]*|\p{N}+[\p{L}\p{N}-]*/gu;
const HAN = /\p{sc=Han}/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The words of a question that say what it is about, in order: vocabulary entries whole, other words one by one. Function
 * words and the `taken` spans (codes, quantities, times) are left out. Neighbouring single Chinese characters make one term,
 * since the segmenter splits words that it does not know.
 */
export function contentTerms(text: string, taken: readonly Span[]): Term[] {
  const concepts = findConcepts(text).filter((mention) => !overlaps(mention, taken) && !isFunction(text.slice(mention.start, mention.end)));
  const terms: Term[] = concepts.map((mention) => ({
    text: text.slice(mention.start, mention.end),
    start: mention.start,
    end: mention.end,
    concept: mention.concept.id,
  }));
  const blocked = [...taken, ...concepts];
  for (const word of words(text)) {
    if (overlaps(word, blocked) || isFunction(word.text)) continue;
    terms.push(word);
  }
  return terms.sort((a, b) => a.start - b.start);
}

function isFunction(text: string): boolean {
  return FUNCTION_WORDS.has(foldText(text).text);
}

function overlaps(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => other.start < span.end && other.end > span.start);
}

function words(text: string): Term[] {
  const found: Term[] = [];
  for (const match of text.matchAll(WORD)) {
    if (!HAN.test(match[0])) {
      found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
      continue;
    }
    found.push(...chineseWords(match[0], match.index));
  }
  return found;
}

function chineseWords(run: string, offset: number): Term[] {
  const found: Term[] = [];
  let joinsLast = false;
  for (const { segment, index } of segmenter.segment(run)) {
    const start = offset + index;
    const single = segment.length === 1 && !FUNCTION_WORDS.has(segment);
    const last = found.at(-1);
    if (single && joinsLast && last !== undefined && last.end === start) {
      found[found.length - 1] = { text: last.text + segment, start: last.start, end: start + 1 };
    } else {
      found.push({ text: segment, start, end: start + segment.length });
    }
    joinsLast = single;
  }
  return found;
}
