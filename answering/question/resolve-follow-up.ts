import { fold } from '../../kernel/index.ts';
import { phrasesOf, wordingPattern } from '../../ontology/index.ts';
import type { FollowUp, Kept } from './kept.ts';
import { latestFault, OF_A_FAULT } from './latest-fault.ts';
import { distinctNames, isSameName, isScope, type Name, shapeOf } from './names-in.ts';
import { keptName, othersSpokenOf } from './others-spoken-of.ts';
import { putInPlace, withoutEnd } from './put-in-place.ts';
import type { Intent } from './question.ts';
import type { Turn } from './turn.ts';

/** Intents that are about a machine as a whole, whatever part of it was spoken of. */
const OF_THE_WHOLE: ReadonlySet<Intent> = new Set(['safety-isolation', 'asset-history', 'aggregate', 'topology', 'pattern']);
/** Intents that a time limits. */
const IN_TIME: ReadonlySet<Intent> = new Set(['asset-history', 'aggregate', 'unknown']);
/** Who asks about all of the plant, or which of it, does not ask about the equipment spoken of so far. */
const WIDER = wordingPattern('wider', 'iu');
/** Words that only join a question to the one before. */
const JOINT = wordingPattern('joint', 'iu');
const ANAPHOR = wordingPattern('anaphor', 'iu');
const LONE_ANAPHOR = wordingPattern('loneAnaphor', 'iu');
const SEVERAL = wordingPattern('severalAnaphor', 'iu');
const BOTH_OF = wordingPattern('bothOf', 'iu');
const STANDS_FOR_ACTION = wordingPattern('standsForAction', 'iu');
const FIRST_OF_TWO = wordingPattern('firstOfTwo', 'iu');
const SECOND_OF_TWO = wordingPattern('secondOfTwo', 'iu');
const IN_PLACE_OF = wordingPattern('inPlaceOf', 'iu');
const DETERMINER = wordingPattern('determiner', 'iu');
const NOUN_ANAPHOR = wordingPattern('nounAnaphor', 'iu');
const OF_ALL_SAID = wordingPattern('ofAllSaid', 'iu');
const OTHER_ONE = wordingPattern('otherOne', 'iu');
const GENERAL = wordingPattern('general', 'iu');
const COURTESY = wordingPattern('courtesy', 'iu');

/**
 * The question that a follow-up asks, given the earlier ones as they were resolved (oldest first). By how it is built:
 * - nothing but words that join (`?`): the question before;
 * - a piece that asks nothing itself (`P-102?`, `那制动液呢`): the question before with the piece in its place, or without a place for
 *   it, the piece of what was spoken of;
 * - nothing of its own, or a word that stands for something: of all that was spoken of last but the attribute asked for, and the
 *   fault where the question is about one;
 * - a subject of its own: of the product or equipment spoken of, unless it names one, asks wider or about a kind of thing.
 */
export function resolveFollowUp(earlier: readonly Turn[], turn: Turn): FollowUp {
  const history = earlier.filter(({ question }) => !COURTESY.test(fold(question.text)));
  const { question, names, phrases, fragment } = turn;
  const previous = history.at(-1);
  const asIs: FollowUp = { text: question.text, kept: [] };
  const standsFor = standsForSomething(turn);
  const isEmpty = names.length === 0 && phrases.length === 0 && question.quantities.length === 0 && question.scope.time === undefined;
  if (COURTESY.test(fold(question.text))) return asIs;
  if (previous === undefined) return isEmpty && (standsFor || fragment === '') ? { ...asIs, couldBe: [] } : asIs;
  const whole: readonly Kept[] = [{ kind: 'question', text: previous.question.text }];
  const other = otherOne(history, turn) ?? oneOfTwo(history, turn);
  if (other !== undefined) return other;
  if (fragment === '') return { text: previous.question.text, kept: whole };
  if (previous.isLost === true && question.intent === 'unknown' && phrases.length + names.length > 0)
    return { text: phrasesOf(question.language).about(withoutEnd(fragment ?? question.text), previous.question.text.trim()), kept: whole };
  if (!standsFor) {
    const placed = putInPlace(previous, turn);
    if (placed !== undefined) return { text: placed, kept: whole };
  }
  return keepSubject(history, previous, turn, standsFor);
}

/** A word that stands for something, before which the question names nothing that it could stand for. */
function standsForSomething({ question: { text }, names, phrases }: Turn): boolean {
  const found = ANAPHOR.exec(text);
  if (found === null) return false;
  const isBefore = ({ start }: { readonly start: number }) => start < found.index;
  // `That` stands for all that was said, `those` for a thing.
  const isOfThing = LONE_ANAPHOR.test(text) && !OF_ALL_SAID.test(found[0]);
  const ownThing = phrases.some((phrase) => isOfThing && isBefore(phrase) && DETERMINER.test(text.slice(0, phrase.start)));
  return !ownThing && !names.some((name) => name.kind !== 'word' && isBefore(name));
}

/** Of two things that were spoken of together the one that the question before is not about. */
function otherOne(history: readonly Turn[], { question, isOtherOne }: Turn): FollowUp | undefined {
  const previous = history.at(-1);
  if (previous === undefined || !OTHER_ONE.test(question.text)) return undefined;
  const own = previous.names.filter(isScope);
  const rivals = distinctNames(history.flatMap(({ names }) => names.filter(isScope))).filter(
    (name) => !own.some((mine) => isSameName(mine, name)),
  );
  const [rival] = rivals;
  if (rival === undefined || rivals.length > 1 || distinctNames(own).length !== 1)
    return isOtherOne || rivals.length > 1 ? { text: question.text, kept: [], couldBe: rivals.map(({ text }) => text) } : undefined;
  if (!isOtherOne) return { text: phrasesOf(question.language).about(rival.text, question.text.trim()), kept: [keptName(rival)] };
  const text = own.reduceRight((whole, { start, end }) => whole.slice(0, start) + rival.text + whole.slice(end), previous.question.text);
  return { text, kept: [{ kind: 'question', text: previous.question.text }] };
}

/** The first or second of two that were named together last. */
function oneOfTwo(history: readonly Turn[], { question }: Turn): FollowUp | undefined {
  const place = [FIRST_OF_TWO, SECOND_OF_TWO].findIndex((pattern) => pattern.test(question.text));
  const named = history.map(({ names }) => distinctNames(names.filter(({ kind }) => kind !== 'word')));
  // What is made alike is of one kind, whatever its codes are taken for.
  const kindOf = (name: Name) => shapeOf(name) ?? name.kind;
  const isOfTwo = (name: Name, names: readonly Name[]) => names.filter((other) => kindOf(other) === kindOf(name)).length === 2;
  const two = named.findLast((names) => names.some((name) => isOfTwo(name, names)));
  const pair = two?.filter((name) => isOfTwo(name, two));
  const one = pair?.[place];
  if (place < 0 || two === undefined || one === undefined) return undefined;
  const kept = [...two.filter((name) => pair?.includes(name) !== true), one].map(keptName);
  return { text: phrasesOf(question.language).about(kept.map(({ text }) => text).join(' '), question.text.trim()), kept };
}

/** A question of what was spoken of: how much of that depends on what it names itself. */
function keepSubject(history: readonly Turn[], previous: Turn, turn: Turn, standsFor: boolean): FollowUp {
  const { question, names, phrases, fragment } = turn;
  const asIs: FollowUp = { text: question.text, kept: [] };
  const nouns = phrases.filter(({ kind }) => kind === 'thing' || kind === 'asked');
  const hasNothing = nouns.length === 0 && phrases.every(({ kind }) => kind !== 'fault');
  // `Any other causes?` asks on; of all of the plant asks who says of what.
  const asksOn = standsFor || (hasNothing && question.intent !== 'aggregate');
  const isWider = !asksOn && (WIDER.test(question.text) || GENERAL.test(question.text) || question.scope.documents.length > 0);
  const isJoined = JOINT.test(question.text);
  const isOther = names.length > 0 && IN_PLACE_OF.test(question.text);
  // `and the P4`, of which no document is: a form or a part of what was spoken of.
  const isNamed = names.some(
    (name) => (isScope(name) && (name.kind === 'asset' || name.isKnown === true || !isJoined)) || name.kind === 'document',
  );
  if (isWider || isOther || isNamed) return asIs;
  const hasOwnCode = names.some(({ kind }) => kind === 'alarm' || kind === 'part' || kind === 'code');
  const scope = scopeOf(history, question.text).filter((name) => !(hasOwnCode && name.kind === 'asset'));
  if (standsFor && !SEVERAL.test(question.text) && isAmbiguous(scope)) return { ...asIs, couldBe: scope.map(({ text }) => text) };
  const fault = wantsFault(turn) ? latestFault(history, question.language) : undefined;
  const isPart = (fragment !== undefined || turn.isBareAsking) && nouns.length === 1 && phrases.flatMap(({ terms }) => terms).length === 1;
  const isLone = standsFor && LONE_ANAPHOR.test(question.text);
  const isOfAll = (hasNothing || isPart || isLone) && !hasOwnCode && names.length === 0;
  const isOfNames = isOfAll || ((standsFor || isJoined || nouns.length === 1) && !hasOwnCode);
  const isOfNoun = !standsFor || NOUN_ANAPHOR.test(question.text);
  const ofWhole = OF_THE_WHOLE.has(question.intent) && scope.length > 0;
  const asksNothing = question.intent === 'unknown' && question.terms.length === 0;
  const isOfAction =
    isOfAll && phrases.length === 0 && !OF_A_FAULT.has(question.intent) && (!standsFor || STANDS_FOR_ACTION.test(question.text));
  const others = (
    isOfAll && fault === undefined && !ofWhole
      ? othersSpokenOf(previous, { asked: asksNothing, ofAsked: isOfNoun, action: isOfAction })
      : isOfNames
        ? namesOf(previous)
        : []
  ).filter(({ text }) => !scope.some((one) => isSameName({ text }, one)));
  const onlyThings =
    standsFor && !isOfAll && scope.length + others.length === 0
      ? othersSpokenOf(previous, { asked: false, ofAsked: true, action: false })
      : [];
  const time = IN_TIME.has(question.intent) && isOfAll ? timeOf(previous) : [];
  const pieces: readonly Kept[] = [...scope.map(keptName), ...others, ...onlyThings, ...time];
  const inFault = ({ kind, text }: Kept) =>
    fault !== undefined && kind !== 'asset' && kind !== 'product' && fold(fault).includes(fold(text));
  const kept = [
    ...pieces.filter((piece) => !inFault(piece)),
    ...(fault === undefined ? [] : [{ kind: 'fault', text: fault } satisfies Kept]),
  ];
  const isLost = hasNothing && names.length === 0 && question.scope.time === undefined;
  if (kept.length === 0) return isLost || (standsFor && phrases.length === 0) ? { ...asIs, couldBe: spokenNames(history) } : asIs;
  const words = phrasesOf(question.language);
  const isOfScope = (kind: Kept['kind']) => kind === 'asset' || kind === 'product';
  const equipment = words.list(kept.filter(({ kind }) => isOfScope(kind)).map(({ text }) => text));
  const rest = kept.filter(({ kind }) => !isOfScope(kind)).map(({ text }) => text);
  const subject = [equipment, ...rest].filter((text) => text !== '').join(' ');
  return { text: words.about(subject, question.text.trim().replace(JOINT, '')), kept };
}

function wantsFault({ question, names, phrases }: Turn): boolean {
  const isBare = names.every(({ kind }) => kind === 'asset') && phrases.every(({ kind }) => kind === 'verb');
  return OF_A_FAULT.has(question.intent) && isBare;
}

/** Two of one kind: a word for one of them may mean either. */
function isAmbiguous(scope: readonly Name[]): boolean {
  return (['asset', 'product'] as const).some((kind) => scope.filter((name) => name.kind === kind).length > 1);
}

/** Products and equipment spoken of last; of words for two (`both`) the last two. */
function scopeOf(history: readonly Turn[], text: string): readonly Name[] {
  const last = distinctNames((history.findLast(({ names }) => names.some(isScope))?.names ?? []).filter(isScope));
  if (last.length !== 1 || !BOTH_OF.test(text)) return last;
  return distinctNames(history.flatMap(({ names }) => names.filter(isScope))).slice(-2);
}

function namesOf({ names }: Turn): readonly Kept[] {
  return distinctNames(names).map(keptName);
}

function timeOf({ question: { text, scope } }: Turn): readonly Kept[] {
  return scope.time === undefined ? [] : [{ kind: 'time', text: text.slice(scope.time.start, scope.time.end) }];
}

function spokenNames(history: readonly Turn[]): readonly string[] {
  return distinctNames(history.toReversed().flatMap(({ names }) => names.filter(isScope))).map(({ text }) => text);
}
