import { setTimeout as pause } from 'node:timers/promises';
import { type Application, askQuestion, configuredCaller, searchPassages } from '../../../app/index.ts';
import type { Random } from '../../../datasets/index.ts';
import { toFaultlineError } from '../../../kernel/index.ts';
import { drawQuestion, drawWords } from './draw-document.ts';

/** Name → how often. */
export type Counts = Readonly<Record<string, number>>;

/** What became of the questions and searches that were asked while documents came and processes died. */
export interface Asked {
  readonly answered: number;
  /** Stores that answers had to do without, as they say → answers. */
  readonly degraded: Counts;
  /** Code of a typed refusal → refusals. */
  readonly refused: Counts;
  readonly slowestMilliseconds: number;
  /** Answers that came after their deadline, and errors of ours. */
  readonly faults: readonly string[];
}

const PAUSE_MILLISECONDS = 400;
/** The deadline is kept by a timer of a process that has other work too. */
const TIMER_MILLISECONDS = 2_000;

/** Asks one thing after the other until it is told to end. */
export function askMeanwhile(application: Application, random: Random): { isAsking(): boolean; end(): Promise<Asked> } {
  const caller = configuredCaller(application.config);
  const never = new AbortController().signal;
  const deadline = application.config.answerMilliseconds + TIMER_MILLISECONDS;
  const degraded: string[] = [];
  const refused: string[] = [];
  const faults: string[] = [];
  let answered = 0;
  let slowestMilliseconds = 0;
  let isOver = false;
  let isAsking = false;

  async function ask(): Promise<readonly string[]> {
    if (random.chance(0.5)) return (await searchPassages(application, caller, { query: drawWords(random), k: 5 }, never)).degraded;
    return (await askQuestion(application, caller, { question: drawQuestion(random) }, never)).content.degraded;
  }

  async function askAll(): Promise<void> {
    while (!isOver) {
      const began = performance.now();
      isAsking = true;
      try {
        const without = await ask();
        if (without.length === 0) answered += 1;
        else degraded.push(without.join(' '));
      } catch (error) {
        const { code, message } = toFaultlineError(error);
        refused.push(code);
        if (code === 'internal') faults.push(`a question met an error of ours: ${error instanceof Error ? error.stack : message}`);
      }
      isAsking = false;
      const took = performance.now() - began;
      slowestMilliseconds = Math.max(slowestMilliseconds, took);
      if (took > deadline) faults.push(`an answer took ${Math.round(took)} ms`);
      await pause(PAUSE_MILLISECONDS);
    }
  }

  const asking = askAll();
  return {
    isAsking: () => isAsking,
    async end() {
      isOver = true;
      await asking;
      return { answered, degraded: countBy(degraded), refused: countBy(refused), slowestMilliseconds, faults };
    },
  };
}

export function countBy(names: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort());
}
