import { fold, type TagGrammar, titlesAbove } from '../../kernel/index.ts';
import { splitSentences } from '../../ontology/index.ts';
import { analyse, documentWords, memo } from '../../retrieval/index.ts';
import { quotePassage } from '../compose/composition.ts';
import { documentNames } from '../compose/document-names.ts';
import type { Question } from '../question/question.ts';
import { type AskedTerm, heldBy, WHOLLY } from './asked-term.ts';
import type { EvidenceBlock } from './evidence-block.ts';

/** A block with its words, as features and vectors are made of them. */
export interface ReadBlock {
  readonly block: EvidenceBlock;
  readonly text: string;
  /** Innermost first; of a heading its own before them. */
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
  readonly names: ReadonlySet<string>;
}

/** Sentences and words of a block that are looked at: more tell no more. */
const SENTENCES = 60;
const WORDS = 300;
/** Characters of a block that its vector is made of. */
const LONGEST = 1_500;

const tokens = memo<ReadonlySet<string>>(40_000);

export function tokensOf(text: string, grammar: TagGrammar): ReadonlySet<string> {
  return tokens(`${grammar.digest} ${text}`, () => new Set(analyse(text, grammar)));
}

export function readBlock(block: EvidenceBlock, grammar: TagGrammar): ReadBlock {
  const { hit, passages } = block;
  const own = hit.passage.kind === 'heading' ? [hit.passage.text] : [];
  const quotes = passages.map((stored) => quotePassage(stored).text);
  const sentences = passages.flatMap(({ passage }, at) => {
    if (passage.cells !== undefined) return quotes[at] ?? [];
    return splitSentences(passage.text, passage.language).map(({ start, end }) => passage.text.slice(start, end));
  });
  return {
    block,
    text: quotes.join('\n'),
    titles: [...own, ...titlesAbove(hit.passage)],
    sentences: sentences.slice(0, SENTENCES),
    names: union([tokensOf(documentNames(hit), grammar), new Set(documentWords(hit, grammar))]),
  };
}

/** Texts whose vectors `blockFeatures` asks for. */
export function textsOf(question: Question, terms: readonly AskedTerm[], blocks: readonly ReadBlock[]): readonly string[] {
  const { grammar } = question;
  const ofBlocks = blocks.flatMap((read) => {
    const rest = restOf(read, terms, grammar);
    return [meaningText(read), titleText(read), ...read.sentences, ...wordsOf(read, grammar), termsText(rest)];
  });
  return [fold(question.text), ...terms.map(({ text }) => text), ...ofBlocks].filter((text) => text !== '');
}

/** Terms that neither the names of the document nor the titles around the innermost one hold. */
export function restOf({ titles, names }: ReadBlock, terms: readonly AskedTerm[], grammar: TagGrammar): readonly AskedTerm[] {
  const outer = union([names, ...titles.slice(1).map((title) => tokensOf(title, grammar))]);
  return terms.filter((term) => heldBy(term, outer) < WHOLLY);
}

/** What its vector is made of. */
export function meaningText({ text }: ReadBlock): string {
  return text.slice(0, LONGEST);
}

/** Its titles, or the document's where it stands under none. */
export function titleText({ titles, block }: ReadBlock): string {
  return titles.length === 0 ? block.hit.title : titles.slice(0, 2).join(' ');
}

export function termsText(terms: readonly AskedTerm[]): string {
  return terms.map(({ text }) => text).join(' ');
}

/** Words of its text and innermost title. */
export function wordsOf({ text, titles }: ReadBlock, grammar: TagGrammar): readonly string[] {
  return [...union([tokensOf(text, grammar), tokensOf(titles[0] ?? '', grammar)])].slice(0, WORDS);
}

export function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const set of sets) for (const one of set) all.add(one);
  return all;
}
