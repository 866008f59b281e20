import { fold, titlesAbove } from '../../kernel/index.ts';
import { phrasesOf, plainPolar, splitSentences, wording, wordingPattern } from '../../ontology/index.ts';
import { contentTerms } from '../question/content-terms.ts';
import type { Question, Term } from '../question/question.ts';
import { findOpposition } from '../verify/find-opposition.ts';
import { modalityOf, negatedHeads } from '../verify/modality.ts';
import type { Composition, DraftClaim, Span } from './composition.ts';
import { documentNames } from './document-names.ts';
import { bagOf } from './evidence-unit.ts';
import { termMatch } from './term-match.ts';

const ASKS = { allowance: wordingPattern('asksWhetherAllowed'), duty: wordingPattern('asksWhetherDue') } as const;
const RESERVATION = wordingPattern('reservation');
const ALTERNATIVE = wordingPattern('alternative');
const COORDINATION = wordingPattern('coordination');
const MODAL_WORDS = new RegExp([wording('release'), wording('forbid'), wording('require'), wording('permit')].join('|'), 'gu');
const CLAUSE_END = /[;；:：,，。.!！?？\n\t]/u;
const FURTHER_QUESTION = /[?？].*[\p{L}\p{N}]/u;

interface Stated {
  readonly isYes: boolean;
  readonly span: Span;
}

/**
 * The answer with a yes or no before it, where a quoted sentence forbids, allows or demands exactly what the question asks. A wrong yes
 * is worse than none: whatever the sentence says beside that, under some condition, or otherwise elsewhere in the answer leaves the
 * quotes to stand alone.
 */
export function withStance(question: Question, composition: Composition): Composition {
  if (composition.kind !== 'answer' || composition.whole === true || composition.conflicts !== undefined) return composition;
  const statement = plainPolar(fold(question.text));
  const isAllowance = ASKS.allowance.test(fold(question.text));
  if (!(isAllowance || ASKS.duty.test(fold(question.text))) || !isPlain(question, statement)) return composition;
  const stated = [...composition.claims, ...(composition.safety ?? [])].flatMap((claim) => statementsIn(question, claim, isAllowance));
  const [first] = stated;
  if (first === undefined || first === 'unsure' || stated.some((one) => one === 'unsure' || one.isYes !== first.isYes)) return composition;
  const { isYes, span } = first;
  const said: DraftClaim = {
    kind: 'composed',
    text: phrasesOf(question.language).stance(isYes, isAllowance),
    spans: [span],
    polar: { question: question.text, isYes },
  };
  return { ...composition, claims: [said, ...composition.claims] };
}

/** One question, of one thing, that neither denies nor measures nor sets conditions. */
function isPlain({ text, quantities, terms }: Question, statement: string): boolean {
  const folded = fold(text);
  return (
    terms.length > 0 &&
    quantities.length === 0 &&
    modalityOf(statement) !== 'forbid' &&
    modalityOf(statement) !== 'release' &&
    negatedHeads(statement).size === 0 &&
    !ALTERNATIVE.test(folded) &&
    !RESERVATION.test(folded) &&
    !FURTHER_QUESTION.test(text)
  );
}

/** What the sentences of a quote say to the question; `unsure` of one that is about it and not plain. */
function statementsIn(question: Question, { spans, text }: DraftClaim, isAllowance: boolean): readonly (Stated | 'unsure')[] {
  const [span] = spans;
  if (span === undefined || span.stored.passage.cells !== undefined) return [];
  const { stored } = span;
  const around = [documentNames(stored), ...titlesAbove(stored.passage).slice(1)].map((words) => bagOf(words, question.grammar));
  const asked = question.terms.filter((term) => around.every((bag) => termMatch(term, bag) < 1));
  const own = stored.passage.text.slice(span.start, span.end);
  if (asked.length === 0 || own.trim() !== text) return [];
  return splitSentences(own, stored.passage.language).flatMap(({ start, end }): readonly (Stated | 'unsure')[] => {
    const sentence = own.slice(start, end);
    const bag = bagOf(sentence, question.grammar);
    if (asked.some((term) => termMatch(term, bag) < 1) || modalityOf(sentence) === 'none') return [];
    const isYes = stanceOf(question, asked, sentence, isAllowance);
    if (isYes === undefined) return ['unsure'];
    return [{ isYes, span: { stored, start: span.start + start, end: span.start + end } }];
  });
}

function stanceOf(question: Question, asked: readonly Term[], sentence: string, isAllowance: boolean): boolean | undefined {
  const folded = fold(sentence);
  if (RESERVATION.test(folded) || findOpposition(question.text, [sentence], question.grammar) !== undefined) return undefined;
  const modal = folded.split(CLAUSE_END).filter((clause) => modalityOf(clause) !== 'none');
  const [clause] = modal;
  if (clause === undefined || modal.length > 1 || saysMore(question, asked, clause)) return undefined;
  const modality = modalityOf(clause);
  if (modality === 'forbid' || (modality === 'release' && !isAllowance)) return false;
  return modality === (isAllowance ? 'permit' : 'require') ? true : undefined;
}

/** Whether a clause lacks something of what is asked, or narrows it by more than what stands beside it joined by an `and`. */
function saysMore({ text, grammar }: Question, asked: readonly Term[], clause: string): boolean {
  const whole = bagOf(clause, grammar);
  if (asked.some((term) => termMatch(term, whole) < 1)) return true;
  const question = bagOf(text, grammar);
  return clause
    .replace(MODAL_WORDS, (words) => ' '.repeat(words.length))
    .split(COORDINATION)
    .some((piece) => {
      const bag = bagOf(piece, grammar);
      if (asked.every((term) => termMatch(term, bag) < 1)) return false;
      return contentTerms(piece, [], grammar).some((term) => termMatch(term, question) < 1);
    });
}
