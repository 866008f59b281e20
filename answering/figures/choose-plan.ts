import { fold, RECORD_KINDS, type RecordKind } from '../../kernel/index.ts';
import { recordPhrases } from '../../ontology/index.ts';
import type { Question } from '../question/question.ts';
import type { Log } from './log-columns.ts';
import type { Logs } from './logs-of.ts';
import type { RowPlan } from './plan-figure.ts';

/** In the order in which they are meant where a question names none. */
const USUAL: readonly RecordKind[] = ['work-order', 'alarm', 'other', 'fmea-row', 'spare-part'];
const RATINGS = ['column risk-priority', 'fmea-row'] as const;

/** The plan over the kind of rows that the question means; undefined when no rows have been read that could be meant. */
export async function choosePlan<Plan extends RowPlan>(
  logs: Logs,
  question: Question,
  planOver: (log: Log) => Plan,
): Promise<Plan | undefined> {
  let best: Plan | undefined;
  for (const kind of kindsMeant(question)) {
    const log = await logs(kind);
    if (log.columns.length === 0) continue;
    const plan = planOver(log);
    if (plan.left.length === 0) return plan;
    if (best === undefined || plan.left.length < best.left.length) best = plan;
  }
  return best;
}

/** Kinds of rows in the order in which a question may mean them. */
export function kindsMeant(question: Question): readonly RecordKind[] {
  const named = kindsNamed(question);
  if (named.length > 0) return named;
  return question.entities.some((entity) => entity.role === 'alarm') ? ['alarm', ...USUAL] : USUAL;
}

/** Kinds of rows that a question speaks of in so many words; none of what may as well be asked of documents. */
export function kindsNamed({ text }: Question): readonly RecordKind[] {
  const folded = fold(text);
  const names = (meaning: Parameters<typeof recordPhrases>[0]) => recordPhrases(meaning).some((phrase) => holds(folded, phrase));
  return RATINGS.some(names) ? ['fmea-row'] : RECORD_KINDS.filter((kind) => kind !== 'other' && names(kind));
}

function holds(text: string, phrase: string): boolean {
  if (/\p{sc=Han}/u.test(phrase)) return text.includes(phrase);
  return new RegExp(`(?<![\\p{L}\\p{N}])${phrase}(?![\\p{sc=Latin}\\p{N}])`, 'u').test(text);
}
