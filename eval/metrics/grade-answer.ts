import type { AnswerContent } from '../../answering/index.ts';
import type { GoldQuestion } from '../../datasets/index.ts';
import { findQuantities, fold, foldIdentifier, relateQuantities } from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { coversBox } from './covers-box.ts';

type GoldAtom = GoldQuestion['atoms'][number];
type GoldPlace = GoldQuestion['gold'][number];

/**
 * `right`: answered with all gold atoms and a citation that covers a gold place; `wrong`: answered and not right, or answered
 * though there is no answer; `abstained`: not answered though there is an answer; `refused`: rightly not answered with the right
 * reason; `misrefused`: rightly not answered with another reason.
 */
export type GradeKind = 'right' | 'wrong' | 'abstained' | 'refused' | 'misrefused';

export interface Grade {
  readonly kind: GradeKind;
  /** What was missing, in words. Empty for right answers and refusals. */
  readonly why: string;
}

/** Grades one answer. `fileOf` names the file of a citation's document. */
export function gradeAnswer(question: GoldQuestion, content: AnswerContent, fileOf: (documentId: string) => string | undefined): Grade {
  if (content.decision !== 'answered') {
    const said = `${content.decision}${content.reason === undefined ? '' : ` (${content.reason})`}: ${content.missing}`;
    if (question.answerable) return { kind: 'abstained', why: said };
    // Who is shown what comes nearest, and told that it is no sure answer, was not told that something else is the matter.
    const isRightReason = content.reason === question.reason || (content.decision === 'nearest' && question.reason === 'absent');
    return isRightReason ? { kind: 'refused', why: '' } : { kind: 'misrefused', why: said };
  }
  if (!question.answerable) return { kind: 'wrong', why: 'answered a question that has no answer' };
  const missing = question.atoms.filter((atom) => !holdsAtom(content, atom));
  if (missing.length > 0) return { kind: 'wrong', why: `lacks ${missing.map((atom) => atom.value).join('; ')}` };
  if (!citesGold(question, content, fileOf)) return { kind: 'wrong', why: 'cites another place' };
  return { kind: 'right', why: '' };
}

/** Whether an answer holds one of the things that a right answer holds, in any of its wordings. */
export function holdsAtom(content: AnswerContent, atom: GoldAtom): boolean {
  const texts = [...content.claims, ...content.safety].map((claim) => claim.text);
  const wanted = [atom.value, ...atom.alternatives];
  switch (atom.kind) {
    case 'phrase':
      return wanted.some((words) => holdsPhrase(texts, words));
    case 'identifier':
      return wanted.some((code) => texts.some((text) => holdsIdentifier(text, code)));
    case 'quantity':
      return wanted.some((words) => texts.some((text) => holdsQuantity(text, words)));
    case 'count':
      return wanted.some((words) => texts.some((text) => holdsQuantity(text, words)) || figures(content).includes(Number(words)));
  }
}

/** Whether one of the texts has the words in it, whatever their case, width and spaces. */
export function holdsPhrase(texts: readonly string[], words: string): boolean {
  return texts.some((text) => tight(text).includes(tight(words)));
}

/** A generated plant has no shapes of codes of its own. */
const GRAMMAR = siteGrammar([]);

function figures(content: AnswerContent): readonly number[] {
  return content.claims.flatMap((claim) => claim.computed?.rows.flat().filter((cell) => typeof cell === 'number') ?? []);
}

function holdsIdentifier(text: string, code: string): boolean {
  const folded = foldIdentifier(code);
  return GRAMMAR.find(text).some(({ identifier }) => identifier.folded === folded) || tight(text).includes(tight(code));
}

function holdsQuantity(text: string, words: string): boolean {
  const [wanted] = findQuantities(words, GRAMMAR);
  if (wanted === undefined) return tight(text).includes(tight(words));
  // A quoted limit (`above 7.4 mm/s`) holds the gold value; its direction stands in the document's own words.
  return findQuantities(text, GRAMMAR).some(
    ({ quantity }) => relateQuantities(wanted.quantity, { ...quantity, comparator: wanted.quantity.comparator }) === 'equal',
  );
}

function tight(text: string): string {
  return fold(text).replace(/\s+/g, '');
}

/** Whether an answer cites where it stands. Any gold place suffices; with `every`, all places of one file. A question that is computed over rows has no place. */
export function citesGold(question: GoldQuestion, content: AnswerContent, fileOf: (documentId: string) => string | undefined): boolean {
  if (question.gold.length === 0) return content.claims.some((claim) => claim.kind === 'computed');
  const isCited = (place: GoldPlace): boolean => {
    const anchors = content.citations
      .filter((citation) => fileOf(citation.documentId) === place.file)
      .flatMap((citation) => citation.anchors);
    const { page, row } = place;
    if (page !== undefined) return (place.boxes ?? []).every((box) => coversBox(anchors, page, box));
    if (row !== undefined) {
      return anchors.some(
        (anchor) => anchor.kind === 'row' && anchor.row === row && (place.sheet === undefined || anchor.sheet === place.sheet),
      );
    }
    const quotes = content.citations
      .filter((citation) => fileOf(citation.documentId) === place.file)
      .map((citation) => tight(citation.quote));
    return quotes.some((quote) => quote.includes(tight(place.quote)) || tight(place.quote).includes(quote));
  };
  if (question.every !== true) return question.gold.some(isCited);
  const files = [...new Set(question.gold.map((place) => place.file))];
  return files.some((file) => question.gold.filter((place) => place.file === file).every(isCited));
}
