import { findQuantities, foldText, type TagGrammar } from '../../kernel/index.ts';
import { wordingPattern } from '../../ontology/index.ts';
import { assertsNothing } from './asserts-nothing.ts';

const COURTESY = wordingPattern('courtesy');
const NOT_STATED = wordingPattern('notStated');

/** Greetings, headings, questions and the statement that the documents say nothing: there is nothing in them to support. */
export function needsNoCheck(text: string, grammar: TagGrammar): boolean {
  const folded = foldText(text).text.trim();
  if (assertsNothing(folded) || NOT_STATED.test(folded) || /^#{1,6}\s/.test(folded)) return true;
  if (findQuantities(text, grammar).length > 0 || grammar.find(text).length > 0) return false;
  return COURTESY.test(folded) || (/[:：]\s*$/u.test(folded) && folded.length < 60);
}
