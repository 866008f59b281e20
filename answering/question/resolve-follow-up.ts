import { conceptById, phrasesOf, wordingPattern } from '../../ontology/index.ts';
import type { EntityRole, Intent, LinkedEntity, Question, Term } from './question.ts';

/** What a follow-up takes from the conversation: words that the asker wrote before. */
export interface Kept {
  readonly kind: 'asset' | 'fault' | 'question';
  readonly text: string;
}

/** A question as it is answered, and what of it comes from the conversation; with nothing kept the words are the asker's own. */
export interface FollowUp {
  readonly text: string;
  readonly kept: readonly Kept[];
}

/** Intents that are about a fault: without one in the question, the conversation's is meant. */
const OF_A_FAULT: ReadonlySet<Intent> = new Set(['cause-of-symptom', 'remedy', 'next-check', 'similar-cases', 'sensor-for-mode']);
const FAULT_CONCEPT = /^(?:symptom|failure-mode|mechanism)\//;
/** Who asks about all of the plant, or which of it, does not ask about the equipment spoken of so far. */
const WIDER = wordingPattern('wider', 'iu');
/** Words that only join a question to the one before. */
const JOINT = wordingPattern('joint', 'iu');

/**
 * The question that a follow-up asks, given the earlier questions as they were resolved (oldest first):
 * - nothing but equipment, an alarm or a part (`what about P-102?`, `P-102呢？`): the question before, of that;
 * - nothing but a time (`and in 2023?`): the question before, for that time;
 * - no equipment of its own: that of the conversation, unless it asks wider or names a code of its own;
 * - a question about a fault that names none: the fault spoken of for this equipment.
 */
export function resolveFollowUp(history: readonly Question[], question: Question): FollowUp {
  const previous = history.at(-1);
  if (previous === undefined) return { text: question.text, kept: [] };
  const switched = question.intent === 'unknown' && question.terms.length === 0 ? switchSubject(previous, question) : undefined;
  if (switched !== undefined) return switched;
  const assets = ofRole(question, 'asset');
  const spokenOf = latestAssets(history);
  const isWider = WIDER.test(question.text) || question.scope.documents.length > 0;
  const hasOwnCode = question.entities.some((entity) => entity.isCode);
  const keptAssets = assets.length > 0 || isWider || hasOwnCode ? [] : spokenOf;
  const wantsFault = OF_A_FAULT.has(question.intent) && question.terms.length === 0 && !isWider && ofRole(question, 'alarm').length === 0;
  const fault = wantsFault ? latestFault(history, question.language) : undefined;
  const kept: Kept[] = [
    ...keptAssets.map((entity): Kept => ({ kind: 'asset', text: entity.text })),
    ...(fault === undefined ? [] : [{ kind: 'fault', text: fault } satisfies Kept]),
  ];
  if (kept.length === 0) return { text: question.text, kept };
  const phrases = phrasesOf(question.language);
  const equipment = kept.filter(({ kind }) => kind === 'asset').map(({ text }) => text);
  const subject = [phrases.list(equipment), fault ?? ''].filter((text) => text !== '').join(' ');
  return { text: phrases.about(subject, question.text.trim().replace(JOINT, '')), kept };
}

/** The question before, of another thing or another time; undefined when this is not all that was said. */
function switchSubject(previous: Question, question: Question): FollowUp | undefined {
  const kept: readonly Kept[] = [{ kind: 'question', text: previous.text }];
  const { time } = question.scope;
  const role = onlyRole(question);
  if (role === undefined) {
    if (time === undefined || question.entities.length > 0) return undefined;
    const words = question.text.slice(time.start, time.end);
    const before = previous.scope.time;
    return { text: before === undefined ? prefixed(previous, words) : replaced(previous.text, [before], words), kept };
  }
  const names = phrasesOf(question.language).list(question.entities.map((entity) => entity.text));
  const before = ofRole(previous, role);
  if (before.length === 0) return role === 'asset' ? { text: prefixed(previous, names), kept } : undefined;
  if (new Set(before.map((entity) => entity.folded)).size > 1) return undefined;
  return { text: replaced(previous.text, before, names), kept };
}

function onlyRole(question: Question): EntityRole | undefined {
  const [first] = question.entities;
  return first !== undefined && question.entities.every((entity) => entity.role === first.role) ? first.role : undefined;
}

function prefixed(question: Question, words: string): string {
  return phrasesOf(question.language).about(words, question.text.trim());
}

function replaced(text: string, spans: readonly { readonly start: number; readonly end: number }[], words: string): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((whole, { start, end }) => whole.slice(0, start) + words + whole.slice(end), text);
}

function ofRole(question: Question, role: EntityRole): readonly LinkedEntity[] {
  return question.entities.filter((entity) => entity.role === role);
}

/** Equipment of the latest question that names some, each once. */
function latestAssets(history: readonly Question[]): readonly LinkedEntity[] {
  const latest = history.findLast((question) => ofRole(question, 'asset').length > 0);
  return latest === undefined ? [] : [...new Map(ofRole(latest, 'asset').map((entity) => [entity.folded, entity])).values()];
}

/** What was said to be wrong, in words of the language where all are known, back to where the talk was of other equipment. */
function latestFault(history: readonly Question[], language: Question['language']): string | undefined {
  const assets = foldedAssets(latestAssets(history));
  for (const question of history.toReversed()) {
    const named = ofRole(question, 'asset');
    if (named.length > 0 && foldedAssets(named) !== assets) return undefined;
    const fault = faultOf(question, language);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function foldedAssets(assets: readonly LinkedEntity[]): string {
  return [...new Set(assets.map((entity) => entity.folded))].sort().join(' ');
}

function faultOf(question: Question, language: Question['language']): string | undefined {
  const alarms = ofRole(question, 'alarm').map((entity) => entity.text);
  if (alarms.length > 0) return alarms.join(' ');
  const isFault = OF_A_FAULT.has(question.intent) || question.terms.some((term) => FAULT_CONCEPT.test(term.concept ?? ''));
  if (!isFault || question.terms.length === 0) return undefined;
  const own = question.language === language;
  const words = own ? question.terms.map((term) => term.text) : question.terms.map((term) => nameIn(term, language));
  const known = words.every((word) => word !== undefined) ? words : question.terms.map((term) => term.text);
  return known.join(language === 'zh' && known.every((word) => /\p{sc=Han}$/u.test(word ?? '')) ? '' : ' ');
}

function nameIn(term: Term, language: Question['language']): string | undefined {
  const concept = term.concept === undefined ? undefined : conceptById(term.concept);
  return language === 'zh' ? concept?.zh[0] : concept?.en[0];
}
