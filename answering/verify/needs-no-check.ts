import { findQuantities, foldText, type TagGrammar } from '../../kernel/index.ts';
import { wordingPattern } from '../../ontology/index.ts';

const COURTESY = wordingPattern('courtesy');
const NOT_STATED = wordingPattern('notStated');

/** Greetings, headings, questions and the statement that the documents say nothing: there is nothing in them to support. */
export function needsNoCheck(text: string, grammar: TagGrammar): boolean {
  const folded = foldText(text).text.trim();
  if (folded === '' || !/[\p{L}\p{N}]/u.test(folded)) return true;
  if (NOT_STATED.test(folded) || /[?？]\s*$/u.test(folded) || /^#{1,6}\s/.test(folded)) return true;
  if (findQuantities(text, grammar).length > 0 || grammar.find(text).length > 0) return false;
  return COURTESY.test(folded) || (/[:：]\s*$/u.test(folded) && folded.length < 60);
}
