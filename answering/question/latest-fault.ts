import { conceptById } from '../../ontology/index.ts';
import { distinctNames, isSameName, isScope, type Name } from './names-in.ts';
import type { Intent, Question, Term } from './question.ts';
import type { Turn } from './turn.ts';

/** Intents that are about a fault: without one in the question, the conversation's is meant. */
export const OF_A_FAULT: ReadonlySet<Intent> = new Set(['cause-of-symptom', 'remedy', 'next-check', 'similar-cases', 'sensor-for-mode']);
const FAULT_CONCEPT = /^(?:symptom|failure-mode|mechanism)\//;

/** What was said to be wrong, in words of the language where all are known, back to where the talk was of other equipment. */
export function latestFault(history: readonly Turn[], language: Question['language']): string | undefined {
  let spokenOf: readonly Name[] = [];
  for (const turn of history.toReversed()) {
    const named = distinctNames(turn.names.filter(isScope));
    if (named.length > 0 && spokenOf.length > 0 && !named.every((name) => spokenOf.some((one) => isSameName(one, name)))) return undefined;
    if (named.length > 0) spokenOf = named;
    const fault = faultOf(turn, language);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOf({ question, names }: Turn, language: Question['language']): string | undefined {
  const alarms = names.filter(({ kind }) => kind === 'alarm').map(({ text }) => text);
  if (alarms.length > 0) return alarms.join(' ');
  const terms = question.terms.filter((term) => !names.some((name) => term.start < name.end && name.start < term.end));
  const isFault = OF_A_FAULT.has(question.intent) || terms.some((term) => FAULT_CONCEPT.test(term.concept ?? ''));
  if (!isFault || terms.length === 0) return undefined;
  const own = question.language === language;
  const words = own ? terms.map((term) => term.text) : terms.map((term) => nameIn(term, language));
  const known = words.every((word) => word !== undefined) ? words : terms.map((term) => term.text);
  return known.join(language === 'zh' && known.every((word) => /\p{sc=Han}$/u.test(word ?? '')) ? '' : ' ');
}

function nameIn(term: Term, language: Question['language']): string | undefined {
  const concept = term.concept === undefined ? undefined : conceptById(term.concept);
  return language === 'zh' ? concept?.zh[0] : concept?.en[0];
}
