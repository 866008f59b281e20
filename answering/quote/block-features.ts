import { findQuantities, fold, type StoredPassage, type TagGrammar } from '../../kernel/index.ts';
import { POLARITY_SETS, UNMARKED_MEMBERS } from '../../ontology/index.ts';
import { bagOf } from '../compose/evidence-unit.ts';
import { isBoundByForm } from '../compose/is-bound-by-form.ts';
import { asksCount, tellsCount } from '../question/asked-count.ts';
import { isAskedQuantity } from '../question/asked-quantity.ts';
import type { Question } from '../question/question.ts';
import { cosine } from '../text-vectors.ts';
import { modalityOf } from '../verify/modality.ts';
import type { AskedForm } from './asked-form.ts';
import { type AskedTerm, heldBy, shareHeld, WHOLLY } from './asked-term.ts';
import { NO_NEARNESS, nearnessOf } from './nearness.ts';
import { meaningText, type ReadBlock, restOf, termsText, titleText, tokensOf, union, wordsOf } from './read-block.ts';

/** What a block is judged by, each from 0 to 1 but `gap`, which is at most 0, and nearness. */
export const BLOCK_FEATURES = [
  /** Its place among the hits, and how far it is behind the best. */
  'rank',
  'gap',
  /** Share of what is asked that is held: by its text, its titles, the names of its document, all of them; by its best sentence with its titles. */
  'text',
  'titles',
  'document',
  'all',
  'sentence',
  /** The same of what neither document nor outer titles name: the attribute that is asked for; and with words near in meaning. */
  'rest',
  'restSentence',
  'restNear',
  /** What is lost of the most telling such term, and of three, with words near in meaning. */
  'lostFirst',
  'lostThree',
  /** Nearness in meaning: of the block, its best sentence and its titles to the question; of the last two to that attribute. */
  'meaning',
  'sentenceMeaning',
  'titleMeaning',
  'restMeaning',
  'restTitleMeaning',
  /** Share of its innermost title that the question says. */
  'titleAsked',
  /** Asked codes and numbers that it lacks; one that is a whole cell of its row, or stands in its innermost title. */
  'lostCodes',
  'lostNumbers',
  'keyed',
  /** Asked words that name some documents among the hits: what block and document, and what the document alone, does not say. */
  'lostNames',
  'otherDocument',
  /** How well what a sentence or row is about (before its colon, its first cell) is the attribute that is asked for, and the other way round. */
  'subject',
  /** A value is asked for: share of the attribute that is held by the best sentence with a value of the asked kind, or any number. */
  'valued',
  /** A bound or side that is asked for (`maximum`, 入口) is said neither by the block or its titles nor by the form of a value. */
  'lostMember',
  'heading',
  'items',
  'row',
  'logRow',
  'warning',
  /** A value is asked for: none is there; one of the asked kind is; none of that kind is. */
  'noNumber',
  'ofKind',
  'notOfKind',
  /** Steps, yes or no, several things are asked for, and the block is or is not of that form. */
  'stepsAsList',
  'stepsAsText',
  'modality',
  'noModality',
  'listAsList',
  'language',
  'length',
  /** Share of the first hits that stand in its document, and in its section. */
  'sameDocument',
  'sameSection',
  /**
   * Cosine of its hit to the question by an embedder that reads the order of words, in standard deviations of those of all blocks: above
   * their mean, behind the nearest; what the nearest is ahead of the next; the nearest above the mean; one by its rank. Scales of
   * cosines differ between models, so none counts by itself; all are zero where the index is of the static embedder.
   */
  'nearness',
  'nearnessGap',
  'nearnessLead',
  'nearnessTop',
  'nearnessRank',
] as const;
export type BlockFeature = (typeof BLOCK_FEATURES)[number];
export type BlockFeatures = Readonly<Record<BlockFeature, number>>;

/** First hits that speak for their document and section. */
const SPEAKERS = 10;
/** Cosine from which another word stands for a term, and what it is worth of the term's own. */
const NEAR = { cosine: 0.5, worth: 0.9 } as const;
const LONG = 300;

/** Features of all blocks of a question, in their order. `vectors` are of `textsOf`; a text without a vector is near to nothing. */
export function blockFeatures(
  question: Question,
  form: AskedForm,
  terms: readonly AskedTerm[],
  blocks: readonly ReadBlock[],
  vectors: ReadonlyMap<string, Float32Array>,
): readonly BlockFeatures[] {
  const { grammar, dimensions } = question;
  const best = Math.max(...blocks.map(({ block }) => block.score));
  const naming = namingTerms(terms, blocks);
  const speakers = speakersOf(blocks);
  const nearness = nearnessOf(blocks.map(({ block }) => block.nearness));
  const asked = new Set(terms.flatMap(({ names }) => names.flatMap((name) => name.map(({ token }) => token))));
  const whole = vectors.get(fold(question.text));
  const isCount = asksCount(question.text);
  const hasKind = isCount || dimensions.length > 0;
  const holdsKind = (text: string) =>
    isCount ? tellsCount(text, grammar) : findQuantities(text, grammar).some(({ quantity }) => isAskedQuantity(question, quantity));
  return blocks.map((read, place): BlockFeatures => {
    const { block, text, titles, sentences, names } = read;
    const { hit, passages } = block;
    const textTokens = tokensOf(text, grammar);
    const titleTokens = union(titles.map((title) => tokensOf(title, grammar)));
    const inner = union([textTokens, tokensOf(titles[0] ?? '', grammar)]);
    const all = union([textTokens, titleTokens, names]);
    const rest = restOf(read, terms, grammar);
    const restVector = vectors.get(termsText(rest));
    const words = wordsOf(read, grammar).map((word) => vectors.get(word));
    const near = rest.map((term) =>
      Math.max(heldBy(term, inner), term.isCode || term.isNumber ? 0 : nearest(vectors.get(term.text), words)),
    );
    const lost = rest
      .map(({ weight }, at) => ({ weight, lost: 1 - (near[at] ?? 0) }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, 3);
    const sentenceVectors = sentences.map((sentence) => vectors.get(sentence));
    const sentenceTokens = sentences.map((sentence) => tokensOf(sentence, grammar));
    const closest = (vector: Float32Array | undefined) => most(sentenceVectors.map((one) => Math.max(0, cosine(vector, one))));
    const title = vectors.get(titleText(read));
    const hasNumber = form.value && [...textTokens].some((token) => /\d/u.test(token) && !asked.has(token));
    const isOfKind = hasKind && holdsKind(text);
    const items = passages.filter(({ passage }) => passage.kind === 'step' || passage.structure.list !== undefined).length;
    const isValue = (sentence: string, held: ReadonlySet<string>) =>
      hasKind ? holdsKind(sentence) : [...held].some((token) => /\d/u.test(token) && !asked.has(token));
    const inTitle = tokensOf(titles[0] ?? '', grammar);
    const values = sentences.flatMap((sentence, at) => {
      const held = sentenceTokens[at] ?? new Set<string>();
      return form.value && isValue(sentence, held) ? [union([held, inTitle])] : [];
    });
    const subjects = subjectsOf(read).map((subject) => tokensOf(subject, grammar));
    const hasModality = form.yesOrNo && sentences.some((sentence) => modalityOf(sentence) !== 'none');
    const weight = rest.reduce((sum, term) => sum + term.weight, 0);
    return {
      rank: 1 / block.rank,
      gap: (block.score - best) / 5,
      text: shareHeld(terms, textTokens),
      titles: shareHeld(terms, titleTokens),
      document: shareHeld(terms, names),
      all: shareHeld(terms, all),
      sentence: most(sentenceTokens.map((one) => shareHeld(terms, union([one, titleTokens])))),
      rest: shareHeld(rest, inner),
      restSentence: most(sentenceTokens.map((one) => shareHeld(rest, one))),
      restNear: weight === 0 ? 1 : rest.reduce((sum, term, at) => sum + term.weight * (near[at] ?? 0), 0) / weight,
      lostFirst: lost[0]?.lost ?? 0,
      lostThree: lost.length === 0 ? 0 : lost.reduce((sum, one) => sum + one.lost, 0) / lost.length,
      meaning: Math.max(0, cosine(whole, vectors.get(meaningText(read)))),
      sentenceMeaning: closest(whole),
      titleMeaning: Math.max(0, cosine(whole, title)),
      restMeaning: closest(restVector),
      restTitleMeaning: Math.max(0, cosine(restVector, title)),
      titleAsked: shareAsked(tokensOf(titles[0] ?? hit.title, grammar), asked),
      lostCodes: shareLost(
        terms.filter(({ isCode }) => isCode),
        all,
      ),
      lostNumbers: shareLost(
        terms.filter(({ isNumber }) => isNumber),
        all,
      ),
      keyed: Number(isKeyed(read, terms, grammar)),
      lostNames: shareLost(naming, all),
      otherDocument: shareLost(naming, names),
      subject: most(subjects.map((subject) => agreement(subject, rest, asked))),
      valued: form.value ? most(values.map((one) => shareHeld(rest, one))) : 0,
      lostMember: Number(losesMember(question, text, titles)),
      heading: Number(hit.passage.kind === 'heading'),
      items: Number(items > 1),
      row: Number(hit.passage.kind === 'table-row'),
      logRow: Number(hit.passage.kind === 'log-entry'),
      warning: Number(hit.passage.kind === 'warning'),
      noNumber: Number(form.value && !(hasNumber || isOfKind)),
      ofKind: Number(isOfKind),
      notOfKind: Number(hasKind && !isOfKind),
      stepsAsList: Number(form.steps && items > 1),
      stepsAsText: Number(form.steps && items < 2),
      modality: Number(form.yesOrNo && hasModality),
      noModality: Number(form.yesOrNo && !hasModality),
      listAsList: Number(form.list && passages.length > 1),
      language: Number(hit.passage.language === question.language || hit.passage.language === 'mixed'),
      length: Math.min(1, Math.log1p(textTokens.size) / Math.log1p(LONG)),
      sameDocument: speakers.documents.get(hit.documentId) ?? 0,
      sameSection: speakers.sections.get(sectionOf(hit)) ?? 0,
      ...(nearness[place] ?? NO_NEARNESS),
    };
  });
}

/** What rows and `key: value` lines say something of. */
function subjectsOf({ block: { passages }, sentences }: ReadBlock): readonly string[] {
  const cells = passages.flatMap(({ passage: { text, cells: own = [] } }) => {
    const first = own.map(({ start, end }) => text.slice(start, end).trim()).find((words) => words !== '');
    return first === undefined ? [] : [first];
  });
  return [...cells, ...sentences.flatMap((sentence) => KEY_OF_LINE.exec(sentence)?.[1] ?? [])];
}

const KEY_OF_LINE = /^([^:：]{2,60})[:：]/u;

/** Harmonic mean of the share of the subject that is asked and the share of the terms that it holds. */
function agreement(subject: ReadonlySet<string>, rest: readonly AskedTerm[], asked: ReadonlySet<string>): number {
  const [said, held] = [shareAsked(subject, asked), rest.length === 0 ? 0 : shareHeld(rest, subject)];
  return said + held === 0 ? 0 : (2 * said * held) / (said + held);
}

/** What is not said to be anything else is the value at normal running: only members that are marked have to be said. */
function losesMember({ terms, grammar }: Question, text: string, titles: readonly string[]): boolean {
  const asked = terms.flatMap(({ member }) => (member === undefined || UNMARKED_MEMBERS.has(member) ? [] : [member]));
  if (asked.length === 0) return false;
  const said = bagOf([text, ...titles].join('\n'), grammar).members;
  const quantities = findQuantities(text, grammar).map(({ quantity }) => quantity);
  return asked.some((member) => {
    if (said.has(member)) return false;
    return POLARITY_SETS.bound.some((other) => said.has(other)) || !isBoundByForm(member, quantities);
  });
}

/** Whether a code or number that is asked for is what the row or section is called by. */
function isKeyed({ block, titles }: ReadBlock, terms: readonly AskedTerm[], grammar: TagGrammar): boolean {
  const { text, cells = [] } = block.hit.passage;
  const keys = [
    ...cells.map(({ start, end }) => tokensOf(text.slice(start, end), grammar)).filter(({ size }) => size === 1),
    tokensOf(titles[0] ?? '', grammar),
  ];
  return terms.some((term) => (term.isCode || term.isNumber) && keys.some((key) => heldBy(term, key) > WHOLLY));
}

/** Terms by which some documents of the hits are called and others are not: they choose among documents. */
function namingTerms(terms: readonly AskedTerm[], blocks: readonly ReadBlock[]): readonly AskedTerm[] {
  const documents = [...new Map(blocks.map(({ block, names }) => [block.hit.documentId, names])).values()];
  return terms.filter((term) => {
    const called = documents.filter((names) => heldBy(term, names) > WHOLLY).length;
    return called > 0 && called < documents.length;
  });
}

/** Share of the first hits, the first weighing most, that stand in each document and section. */
function speakersOf(blocks: readonly ReadBlock[]) {
  const documents = new Map<string, number>();
  const sections = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, worth: number) => to.set(key, (to.get(key) ?? 0) + worth);
  for (const { block } of blocks) {
    if (block.rank > SPEAKERS) continue;
    add(documents, block.hit.documentId, 1 / block.rank / 3);
    add(sections, sectionOf(block.hit), 1 / block.rank / 3);
  }
  return { documents, sections };
}

function sectionOf({ passage }: StoredPassage): string {
  return `${passage.versionId} ${passage.kind === 'heading' ? passage.order : (passage.structure.section ?? '')}`;
}

function nearest(term: Float32Array | undefined, words: readonly (Float32Array | undefined)[]): number {
  const best = most(words.map((word) => cosine(term, word)));
  return best >= NEAR.cosine ? best * NEAR.worth : 0;
}

function shareLost(terms: readonly AskedTerm[], held: ReadonlySet<string>): number {
  return terms.length === 0 ? 0 : terms.filter((term) => heldBy(term, held) <= WHOLLY).length / terms.length;
}

function shareAsked(title: ReadonlySet<string>, asked: ReadonlySet<string>): number {
  return title.size === 0 ? 0 : [...title].filter((token) => asked.has(token)).length / title.size;
}

function most(values: readonly number[]): number {
  return values.reduce((best, value) => Math.max(best, value), 0);
}
