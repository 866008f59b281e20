import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { askQuestion, configuredCaller, ingestFiles, loadConfig, openApplication } from '../../app/index.ts';
import { makeLog } from './make-log.ts';
import { timed } from './measurement.ts';

/** Seconds on the clock and of a processor, when a question is asked first and when it is asked again. */
const askedShape = z.object({
  question: z.string(),
  decision: z.string(),
  first: z.number(),
  firstBusy: z.number(),
  again: z.number(),
  againBusy: z.number(),
});

/** What questions for figures over one log take. */
export const figuresReportShape = z.object({
  rows: z.number(),
  ingestSeconds: z.number(),
  /** What a question may take, in seconds. */
  allowed: z.number(),
  questions: z.array(askedShape),
});
export type FiguresReport = z.infer<typeof figuresReportShape>;

const SEED = 1;
/** Nothing is given up: how long it takes is what is asked. */
const NO_DEADLINE = 3_600_000;
/** Of each kind of figure one, in the order of what has to be read for it. */
const QUESTIONS = [
  'How many work orders are there?',
  'P-1001 有多少张工单？',
  'How many work orders of P-1001 took more than 5 hours?',
  'What is the total hours of the work orders in 2022?',
  'Which asset has the most work orders?',
  'How many work orders were there in each year?',
  '每个月有多少张工单？',
  'How many work orders mention a leak?',
] as const;

/** Reads a log of so many rows into a data folder of its own and asks it. To be run as a process of its own. */
export async function measureFigures(
  { rows, folder }: { readonly rows: number; readonly folder: string },
  signal: AbortSignal,
): Promise<FiguresReport> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'log.csv');
  await makeLog(path, rows, SEED);
  const usual = loadConfig({ home: join(folder, 'home') }, {});
  const application = await openApplication({ ...usual, answerMilliseconds: NO_DEADLINE });
  const caller = configuredCaller(application.config);
  try {
    const { seconds } = await timed(() => ingestFiles(application, caller, { paths: [path] }, () => undefined, signal));
    const questions: z.infer<typeof askedShape>[] = [];
    for (const question of QUESTIONS) {
      const first = await timed(() => askQuestion(application, caller, { question }, signal));
      const again = await timed(() => askQuestion(application, caller, { question }, signal));
      questions.push({
        question,
        decision: again.result.content.decision,
        first: first.seconds,
        firstBusy: first.busy,
        again: again.seconds,
        againBusy: again.busy,
      });
    }
    return { rows, ingestSeconds: seconds, allowed: usual.answerMilliseconds / 1000, questions };
  } finally {
    await application.close();
  }
}
