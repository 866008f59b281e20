import type { Answer } from '../../answering/index.ts';
import { askQuestion, searchPassages } from '../../app/index.ts';
import type { GoldQuestion } from '../../datasets/index.ts';
import type { OpenPlant } from '../accuracy/open-plant.ts';
import { type Grade, gradeAnswer } from '../metrics/grade-answer.ts';
import { rewordings } from './rewordings.ts';

export type PlantHit = Awaited<ReturnType<typeof searchPassages>>['hits'][number];

/** A question of the plant with what came of it. */
export interface AskedPlant {
  readonly gold: GoldQuestion;
  readonly answer: Answer;
  readonly grade: Grade;
  readonly milliseconds: number;
  /** The first passages that search has, best first. */
  readonly hits: readonly PlantHit[];
  /** Of some questions: the answer when it was asked again, and when it was put in other words. */
  readonly again?: { readonly same: Answer; readonly reworded: string; readonly other: Answer };
}

export interface AskOptions {
  /** Every so many questions one is asked again. */
  readonly againEach: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** What answers: the product, or in a test a worse one. */
  readonly ask?: typeof askQuestion;
  readonly onProgress?: (text: string) => void;
}

export const CONTEXTS = 10;
const PROGRESS = 25;

/** Asks each gold question and searches for it. */
export async function askPlant(plant: OpenPlant, options: AskOptions, signal: AbortSignal): Promise<readonly AskedPlant[]> {
  const { application, caller } = plant;
  const ask = options.ask ?? askQuestion;
  const asked: AskedPlant[] = [];
  for (const [at, gold] of plant.gold.entries()) {
    const from = options.now();
    const answer = await ask(application, caller, { question: gold.question }, signal);
    const milliseconds = options.now() - from;
    const { hits } = await searchPassages(application, caller, { query: gold.question, k: CONTEXTS }, signal);
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
              same: await ask(application, caller, { question: gold.question }, signal),
              reworded,
              other: await ask(application, caller, { question: reworded }, signal),
            },
          }
        : {}),
    });
    if (asked.length % PROGRESS === 0) options.onProgress?.(`${asked.length} of ${plant.gold.length} questions of the plant`);
  }
  return asked;
}
