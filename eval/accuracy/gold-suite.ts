import { askQuestion } from '../../app/index.ts';
import { type Grade, type GradeKind, gradeAnswer } from '../metrics/grade-answer.ts';
import { openPlant } from './open-plant.ts';

export interface GradedQuestion {
  readonly id: string;
  readonly intent: string;
  readonly language: 'en' | 'zh';
  readonly question: string;
  readonly answerable: boolean;
  readonly grade: Grade;
}

export interface GoldReport {
  readonly seed: number;
  readonly questions: readonly GradedQuestion[];
}

/** Generates the plant of a seed, reads it into an empty data folder and grades an answer to each gold question. Leaves nothing behind. */
export async function runGoldSuite(seed: number, signal: AbortSignal): Promise<GoldReport> {
  const { application, caller, gold, fileOf, close } = await openPlant(seed, signal);
  try {
    const questions: GradedQuestion[] = [];
    for (const one of gold) {
      const { content } = await askQuestion(application, caller, { question: one.question }, signal);
      const { id, intent, language, question, answerable } = one;
      questions.push({ id, intent, language, question, answerable, grade: gradeAnswer(one, content, fileOf) });
    }
    return { seed, questions };
  } finally {
    await close();
  }
}

export interface GoldRow {
  readonly seed: number;
  /** An intent, or `unanswerable`, or `all`. */
  readonly intent: string;
  readonly counts: Readonly<Record<GradeKind, number>>;
}

/** Counts per intent, with the unanswerable questions apart, and a last line over all. */
export function tabulateGold(report: GoldReport): readonly GoldRow[] {
  const groups = new Map<string, Record<GradeKind, number>>();
  for (const { intent, answerable, grade } of report.questions) {
    for (const name of [answerable ? intent : 'unanswerable', 'all']) {
      const counts = groups.get(name) ?? { right: 0, wrong: 0, abstained: 0, refused: 0, misrefused: 0 };
      counts[grade.kind] += 1;
      groups.set(name, counts);
    }
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === 'all') - Number(b === 'all') || (a < b ? -1 : 1))
    .map(([intent, counts]) => ({ seed: report.seed, intent, counts }));
}
