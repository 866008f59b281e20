import { compareText, sha256 } from '../../../kernel/index.ts';
import type { FieldQuestion } from './field-question.ts';

/**
 * About so many of the questions, the same each time and of each kind as it comes: a conversation is drawn whole, since what is asked
 * later in it cannot be understood without what was asked before.
 * @param count at least 1; the last conversation may go beyond it.
 */
export function sampleQuestions(all: readonly FieldQuestion[], count: number): readonly FieldQuestion[] {
  const together = new Map<string, FieldQuestion[]>();
  for (const question of all) {
    const name = question.conversation ?? question.id;
    together.set(name, [...(together.get(name) ?? []), question]);
  }
  const drawn = [...together.values()]
    .map((questions) => ({ questions, first: questions.map(({ id }) => sha256(id)).sort(compareText)[0] ?? '' }))
    .sort((a, b) => compareText(a.first, b.first));
  const sample: FieldQuestion[] = [];
  for (const { questions } of drawn) {
    if (sample.length >= count) break;
    sample.push(...questions);
  }
  return sample;
}
