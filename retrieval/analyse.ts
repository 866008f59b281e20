import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';
import { findQuantities, fold, sha256, type TagGrammar } from '../kernel/index.ts';
import { rootEnglish, STOP_WORDS } from '../ontology/index.ts';
import { chineseTerms } from './chinese-terms.ts';

/** Raised by hand when the same passage would give other tokens; the dictionary's own changes are seen by its hash. */
const RULES_VERSION = 3;

/** Names the rules, the dictionary and the grammar of codes behind `analyse`. An index made under another version is not searched but made again. */
export function analyserVersion(grammar: TagGrammar): string {
  return `${RULES_VERSION}-${sha256([chineseTerms().join('\n'), grammar.digest].join('\n')).slice(0, 12)}`;
}

const HAN_RUN = /^\p{Script=Han}/u;
/** English genitives and contractions: pump's, aren't. */
const ENDING = /n?'[a-z]+$/;
const PLAIN_WORD = /^[a-z]+$/;
/** Decimal numbers; runs of Han; runs of other letters and digits, apostrophes inside included. */
const WORD = /\d+(?:[.,]\d+)+|\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:'(?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
/** How often a term of the vocabulary counts as seen, so that it is kept whole; above all but the commonest words. */
const TERM_FREQUENCY = 20_000;

/**
 * The one analyser of questions and passages: identifiers whole in folded form, quantities as number and unit, Chinese words
 * with their parts (jieba's search mode with the vocabulary's terms), roots of English words; folded, stop words left out.
 * Tokens are in the order of the text and repeat as often as they occur; none holds white space.
 */
export function analyse(text: string, grammar: TagGrammar): string[] {
  const tokens: string[] = [];
  let at = 0;
  for (const { identifier, start, end } of grammar.find(text)) {
    analyseQuantities(text.slice(at, start), tokens, grammar);
    tokens.push(identifier.folded.toLowerCase());
    at = end;
  }
  analyseQuantities(text.slice(at), tokens, grammar);
  return tokens;
}

function analyseQuantities(text: string, tokens: string[], grammar: TagGrammar): void {
  let at = 0;
  for (const { quantity, start, end } of findQuantities(text, grammar)) {
    analyseWords(text.slice(at, start), tokens);
    for (const bound of new Set([quantity.low, quantity.high])) tokens.push(String(bound));
    const unit = fold(quantity.unit).replace(/\s/g, '');
    if (unit !== '') tokens.push(unit);
    at = end;
  }
  analyseWords(text.slice(at), tokens);
}

function analyseWords(text: string, tokens: string[]): void {
  for (const word of fold(text).match(WORD) ?? []) {
    if (HAN_RUN.test(word)) {
      for (const part of segmenter().cutForSearch(word, true)) if (!STOP_WORDS.has(part)) tokens.push(part);
      continue;
    }
    const bare = word.replace(ENDING, '');
    if (bare === '' || STOP_WORDS.has(bare)) continue;
    tokens.push(PLAIN_WORD.test(bare) ? rootEnglish(bare) : bare);
  }
}

let loaded: Jieba | undefined;

/** Loaded when the first Chinese word is met (0.2 s): many commands never meet one. A pure function of data that comes with us. */
export function segmenter(): Jieba {
  if (loaded !== undefined) return loaded;
  const require = createRequire(import.meta.url);
  const vendor = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
  loaded = vendor.Jieba.withDict(readFileSync(require.resolve('@node-rs/jieba/dict.txt')));
  loaded.loadDict(
    Buffer.from(
      chineseTerms()
        .map((term) => `${term} ${TERM_FREQUENCY} n\n`)
        .join(''),
      'utf8',
    ),
  );
  return loaded;
}
