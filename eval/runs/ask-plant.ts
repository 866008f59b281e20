import type { GoldQuestion } from '../../datasets/index.ts';
import type { PlantQuestions } from '../accuracy/open-plant.ts';
import { type Grade, gradeAnswer } from '../metrics/grade-answer.ts';
import type { Deployment, FoundPassage, GivenAnswer } from '../target/deployment.ts';
import { rewordings } from './rewordings.ts';

/** A question of the plant with what came of it. */
export interface AskedPlant {
  readonly gold: GoldQuestion;
  readonly answer: GivenAnswer;
  readonly grade: Grade;
  readonly milliseconds: number;
  /** The first passages that search has, best first. */
  readonly hits: readonly FoundPassage[];
  /** Of some questions: the answer when it was asked again, and when it was put in other words. */
  readonly again?: { readonly same: GivenAnswer; readonly reworded: string; readonly other: GivenAnswer };
}

export interface AskOptions {
  /** Every so many questions one is asked again. */
  readonly againEach: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly onProgress?: (text: string) => void;
}

export const CONTEXTS = 10;
const PROGRESS = 25;

/** Asks each gold question and searches for it. */
export async function askPlant(
  plant: PlantQuestions,
  deployment: Deployment,
  options: AskOptions,
  signal: AbortSignal,
): Promise<readonly AskedPlant[]> {
  const asked: AskedPlant[] = [];
  for (const [at, gold] of plant.gold.entries()) {
    const from = options.now();
    const answer = await deployment.ask(gold.question, signal);
    const milliseconds = options.now() - from;
    const hits = await deployment.search(gold.question, CONTEXTS, signal);
    const isAskedAgain = at % options.againEach === 0;
    const wordings = rewordings(gold.question, gold.language);
    const reworded = wordings[(at / options.againEach) % wordings.length] ?? gold.question;
    asked.push({
      gold,
      answer,
      grade: gradeAnswer(gold, answer.content, plant.fileOf),
      milliseconds,
      hits,
      ...(isAskedAgain
        ? {
            again: {
              same: await deployment.ask(gold.question, signal),
              reworded,
              other: await deployment.ask(reworded, signal),
            },
          }
        : {}),
    });
    if (asked.length % PROGRESS === 0) options.onProgress?.(`${asked.length} of ${plant.gold.length} questions of the plant`);
  }
  return asked;
}
