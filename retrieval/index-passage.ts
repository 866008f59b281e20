import {
  asCorrected,
  type DocumentId,
  type Embedder,
  type LabelSetId,
  type Passage,
  type ScopeName,
  type TagGrammar,
  titlesAbove,
} from '../kernel/index.ts';
import { analyse } from './analyse.ts';
import type { IndexedPassage } from './search-index.ts';

/** Titles taken into a passage's vector: with more of them all passages of a chapter look alike. */
const TITLES_IN_VECTOR = 2;
const MOST_TOKENS = 256;
/** Of other letters than Han, which are a token each: a little more than a word of English has, less than a code. */
const TOKENS_A_CHARACTER = 1 / 3;
const HAN = /\p{sc=Han}/u;

/**
 * Tokens of a passage for the ledger and the index: names of what its document is about, titles of sections, lead-in, labels of its
 * row, column headers, text as corrected, words that were.
 */
export function passageTokens(passage: Passage, grammar: TagGrammar, scopeNames: readonly ScopeName[] = []): string[] {
  const { corrections = [] } = passage;
  const printed = corrections.map(({ start, end }) => passage.text.slice(start, end));
  const titles = [...titlesAbove(passage)].reverse();
  const names = scopeNames.map(({ text }) => text);
  return [...names, ...titles, ...columnLabels(passage), ...headers(passage), asCorrected(passage).text, ...printed].flatMap((text) =>
    analyse(text, grammar),
  );
}

/** The text whose vector stands for a passage. */
export function embeddingText(passage: Passage): string {
  const { leadIn } = passage.structure;
  const titles = [...titlesAbove(passage).slice(0, leadIn === undefined ? 1 : TITLES_IN_VECTOR)].reverse();
  return [...titles, ...columnLabels(passage), ...headers(passage), asCorrected(passage).text].join('\n');
}

/**
 * The text whose vector stands for a passage in a model of this kind: where the order of words counts, under the title of its
 * document and no longer than such models take in.
 */
export function embeddingTextFor({ readsOrder }: Pick<Embedder, 'readsOrder'>, title: string, passage: Passage): string {
  const text = embeddingText(passage);
  return readsOrder === true ? cutToTokens(text.startsWith(title) ? text : `${title}\n${text}`) : text;
}

/** The begin of a text of some 256 tokens, reckoned as of multilingual models. */
function cutToTokens(text: string): string {
  let left = MOST_TOKENS;
  let end = 0;
  for (const character of text) {
    left -= HAN.test(character) ? 1 : TOKENS_A_CHARACTER;
    if (left < 0) return text.slice(0, end);
    end += character.length;
  }
  return text;
}

/**
 * What the index is given of a passage: `tokens` as the ledger stores them, `vector` of its `embeddingText` (all zeros: none).
 * Codes are looked for in the text and what stands above it.
 */
export function indexPassage(
  passage: Passage,
  owner: { readonly documentId: DocumentId; readonly labelSet: LabelSetId },
  tokens: readonly string[],
  vector: Float32Array,
  grammar: TagGrammar,
): IndexedPassage {
  const { id, versionId, language, kind, scope } = passage;
  const exact = [asCorrected(passage).text, ...columnLabels(passage), ...titlesAbove(passage)]
    .flatMap((text) => grammar.find(text))
    .map(({ identifier }) => identifier.folded);
  const { documentId, labelSet } = owner;
  const indexed = { id, versionId, documentId, labelSet, language, kind, tokens, exact: [...new Set(exact)].sort(), scope };
  return vector.some((value) => value !== 0) ? { ...indexed, vector } : indexed;
}

/** Cells of rows above that span this one too. */
function columnLabels({ structure: { rowLabels = [] } }: Passage): string[] {
  return rowLabels.filter(({ column }) => column !== undefined).map(({ text }) => text);
}

/** A log repeats its headers on every row, where they tell nothing; a table's header says what a bare number in a row is. */
function headers({ kind, cells = [] }: Passage): string[] {
  return kind === 'table-row' ? cells.map(({ column }) => column) : [];
}
