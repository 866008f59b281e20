import { type Answer, answerFileWords } from '../../app/index.ts';
import { asStarted } from './as-started.ts';

interface Lacking {
  readonly content: Pick<Answer['content'], 'degraded' | 'language'>;
  /** Why, where that is known. */
  readonly lacking?: Answer['envelope']['lacking'];
}

/** What an answer or a diagnosis was given without, why, and whether to ask again; none where nothing was lacking. */
export function lackLines({ content: { degraded, language }, lacking = [] }: Lacking, startedAs: string): readonly string[] {
  if (degraded.length === 0) return [];
  const words = answerFileWords(language);
  const reasons = [...new Set(lacking.map(({ why }) => why))];
  return [
    `${words.degraded}: ${degraded.map((one) => words.lacks[one] ?? one).join(', ')}`,
    ...reasons.map((why) => `  ${asStarted(words.lackReasons[why] ?? why, startedAs)}`),
  ];
}
