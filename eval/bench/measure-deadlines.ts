import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { configuredCaller, loadConfig, serveThreads } from '../../app/index.ts';
import { toFaultlineError } from '../../kernel/index.ts';

/** What a service of threads gave to callers whose questions take longer than they may. Milliseconds. */
export const deadlinesReportShape = z.object({
  allowed: z.number(),
  asked: z.number(),
  /** Questions that the deadline ended. */
  ended: z.number(),
  /** The most that a call went on after its deadline. */
  mostPast: z.number(),
  /** A search that nobody stands before, then the most that one took behind long questions, and behind some whose callers had left. */
  alone: z.number(),
  behind: z.number(),
  behindLeft: z.number(),
});
export type DeadlinesReport = z.infer<typeof deadlinesReportShape>;

const ALLOWED = 300;
const TIMES = 12;
/** Over everything that is stored, so that none of them is done in the time allowed on a large site. */
const LONG = [
  'How many work orders were there in each month, by cause and equipment?',
  'List all symptoms, causes and remedies of all pumps, compressors and fans.',
  '所有泵、风机和压缩机的故障原因、处理方法和停机时间各是多少？',
  'Which equipment had the most failures and what was the total downtime of each?',
];
const SHORT = { query: '泵 轴承 overheating', k: 3 };

/** Asks a data folder through the threads of a service, two long questions at a time with a short call behind. To be run as a process of its own. */
export async function measureDeadlines(home: string): Promise<DeadlinesReport> {
  const config = loadConfig({ home, answerMilliseconds: ALLOWED });
  const service = await serveThreads(config);
  const caller = configuredCaller(config);
  const never = new AbortController().signal;
  let ended = 0;
  let mostPast = 0;
  const took = async (work: Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work.catch((error: unknown) => {
      if (toFaultlineError(error).code === 'deadline-exceeded') ended += 1;
    });
    return performance.now() - started;
  };
  const ask = (at: number, signal: AbortSignal) =>
    took(service.askQuestion(caller, { question: LONG[at % LONG.length] ?? '' }, signal)).then((time) => {
      if (!signal.aborted) mostPast = Math.max(mostPast, time - ALLOWED);
    });
  const short = () => took(service.searchPassages(caller, SHORT, never));
  try {
    for (let warm = 0; warm < TIMES; warm += 1) await short();
    const alone = await short();
    ended = 0;
    let behind = 0;
    let behindLeft = 0;
    for (let at = 0; at < TIMES; at += 2) {
      const long = [ask(at, never), ask(at + 1, never)];
      await after(20);
      behind = Math.max(behind, await short());
      await Promise.all(long);
      const leaving = new AbortController();
      const left = [ask(at, leaving.signal), ask(at + 1, leaving.signal)];
      await after(50);
      leaving.abort(new Error('left'));
      behindLeft = Math.max(behindLeft, await short());
      await Promise.all(left);
    }
    return { allowed: ALLOWED, asked: 2 * TIMES, ended, mostPast, alone, behind, behindLeft };
  } finally {
    await service.stop();
  }
}
