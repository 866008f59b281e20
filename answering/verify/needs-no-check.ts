import { findQuantities, foldText, type TagGrammar } from '../../kernel/index.ts';
import { wordingPattern } from '../../ontology/index.ts';
import { assertsNothing } from './asserts-nothing.ts';

const COURTESY = wordingPattern('courtesySentence');
const NOT_STATED = wordingPattern('notStated');
const LEAD = wordingPattern('referenceLead');
const JOINT = wordingPattern('clauseJoint');
const FURTHER = wordingPattern('furtherClause');
const HEADING = /^#{1,6}\s/;
/** A line that leads to what stands below it is short. */
const LONGEST_LEAD = 60;

/** Greetings, headings, questions and the statement that the documents say nothing, as long as they are that alone. */
export function needsNoCheck(text: string, grammar: TagGrammar): boolean {
  const folded = foldText(text).text.trim();
  if (assertsNothing(folded) || isDenial(folded, grammar)) return true;
  if (findQuantities(text, grammar).length > 0) return false;
  if (HEADING.test(folded)) return true;
  if (grammar.find(text).length > 0) return false;
  return COURTESY.test(folded) || (/[:：]\s*$/u.test(folded) && folded.length < LONGEST_LEAD);
}

/** Whether a sentence says that the documents do not say something, and nothing besides: what stands before or behind may assert. */
function isDenial(folded: string, grammar: TagGrammar): boolean {
  const denied = NOT_STATED.exec(folded);
  if (denied === null) return false;
  const before = folded.slice(0, denied.index).replace(LEAD, '');
  const behind = folded.slice(denied.index + denied[0].length);
  return !JOINT.test(before) && !FURTHER.test(behind) && findQuantities(before, grammar).length === 0;
}
