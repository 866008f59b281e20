import { findQuantities, fold, type TagGrammar } from '../../kernel/index.ts';
import { wordingPattern } from '../../ontology/index.ts';
import { asksCount, tellsCount } from '../question/asked-count.ts';
import { askedDimensions } from '../question/asked-dimensions.ts';
import { asksDuration, isAskedQuantity } from '../question/asked-quantity.ts';
import type { Check } from './check.ts';
import { findOpposition } from './find-opposition.ts';
import { identifierSet } from './source-text.ts';
import { belongsTo, hasTagShape, isSibling } from './tag-relation.ts';

const ASKS_VALUE = wordingPattern('asksValue');
const REVISION = wordingPattern('revision', 'gu');
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu;

/**
 * Whether a claim answers what was asked, whatever its sources say: it may not say the opposite of what the question names, speak of
 * another machine, time or revision, or give no value of the kind that is asked for. Empty where nothing speaks against it.
 */
export function checkQuestion(question: string, claim: string, grammar: TagGrammar): readonly Check[] {
  const reasons = [
    opposed(question, claim, grammar),
    otherAsset(question, claim, grammar),
    otherTime(question, claim),
    otherKind(question, claim, grammar),
    noCount(question, claim, grammar),
  ];
  return reasons.flatMap((detail): Check[] => (detail === undefined ? [] : [{ name: 'question', outcome: 'failed', detail }]));
}

function opposed(question: string, claim: string, grammar: TagGrammar): string | undefined {
  const found = findOpposition(question, [claim], grammar);
  if (found === undefined) return undefined;
  return `asked about “${question.slice(found.asked.start, found.asked.end)}”, the claim says “${claim.slice(found.found.start, found.found.end)}”`;
}

function otherAsset(question: string, claim: string, grammar: TagGrammar): string | undefined {
  const tagsOf = (text: string) => [...identifierSet(text, grammar)].filter(hasTagShape);
  const [asked, named] = [tagsOf(question), tagsOf(claim)];
  const fits = named.some((tag) => asked.some((other) => tag === other || belongsTo(tag, other)));
  const neighbour = fits ? undefined : named.find((tag) => asked.some((other) => isSibling(tag, other)));
  return neighbour === undefined ? undefined : `asked about ${asked.join(', ')}, the claim is about ${neighbour}`;
}

/** Years and revisions: a claim that names none may hold at any time. */
function otherTime(question: string, claim: string): string | undefined {
  for (const namedIn of [(text: string) => text.match(YEAR) ?? [], revisionsIn]) {
    const [asked, said] = [namedIn(question), namedIn(claim)];
    if (asked.length > 0 && said.length > 0 && !said.some((one) => asked.includes(one)))
      return `asked for ${asked.join(', ')}, the claim is of ${said.join(', ')}`;
  }
  return undefined;
}

function revisionsIn(text: string): readonly string[] {
  return [...fold(text).matchAll(REVISION)].flatMap(({ groups }) => groups?.latin ?? groups?.chinese ?? groups?.before ?? []);
}

/** A size and a torque of bolts are no count of them. */
function noCount(question: string, claim: string, grammar: TagGrammar): string | undefined {
  return !asksCount(question) || tellsCount(claim, grammar) ? undefined : 'asked how many, the claim gives no number of them';
}

/** A question for a value of a kind is answered by one of this kind, and one for a duration not by an interval. */
function otherKind(question: string, claim: string, grammar: TagGrammar): string | undefined {
  const kinds = askedDimensions(question);
  if (kinds.length === 0 || !ASKS_VALUE.test(fold(question))) return undefined;
  const isDurationAsked = asksDuration(question);
  const quantities = findQuantities(claim, grammar).map(({ quantity }) => quantity);
  if (quantities.some((quantity) => isAskedQuantity({ dimensions: kinds, isDurationAsked }, quantity))) return undefined;
  if (quantities.some(({ dimension }) => kinds.includes(dimension)))
    return 'asked how long something takes, the claim gives how often it is due';
  const said = quantities.map(({ dimension }) => dimension);
  return `asked for a value of ${kinds.join(' or ')}, the claim gives ${said.length === 0 ? 'no value' : [...new Set(said)].join(', ')}`;
}
