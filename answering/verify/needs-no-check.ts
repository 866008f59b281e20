import { findQuantities, foldText, type TagGrammar } from '../../kernel/index.ts';
import { assertionChance, wordingPattern } from '../../ontology/index.ts';
import { assertsNothing } from './asserts-nothing.ts';

const NOT_STATED = wordingPattern('notStated');
const LEAD = wordingPattern('referenceLead');
const JOINT = wordingPattern('clauseJoint');
const FURTHER = wordingPattern('furtherClause');
/** How likely a line may assert something that is not checked: of those that do, a few in a hundred are as unlikely (`tools/fit-assertions.ts`). */
const UNLIKELY = 0.15;
/** Characters of a line that asserts nothing, at most. */
const LONGEST = 240;

/**
 * What asserts nothing: greetings, closings, plain headings, lines that lead to others, a question told again, questions, and the
 * statement that the documents say nothing. What has a quantity asserts something, whatever it looks like.
 */
export function needsNoCheck(text: string, grammar: TagGrammar): boolean {
  const folded = foldText(text).text.trim();
  if (assertsNothing(folded) || isDenial(folded, grammar)) return true;
  return folded.length <= LONGEST && findQuantities(text, grammar).length === 0 && assertionChance(text) < UNLIKELY;
}

/** Whether a sentence says that the documents do not say something, and nothing besides: what stands before or behind may assert. */
function isDenial(folded: string, grammar: TagGrammar): boolean {
  const denied = NOT_STATED.exec(folded);
  if (denied === null) return false;
  const before = folded.slice(0, denied.index).replace(LEAD, '');
  const behind = folded.slice(denied.index + denied[0].length);
  return !JOINT.test(before) && !FURTHER.test(behind) && findQuantities(before, grammar).length === 0;
}
