/** Entry of a worker process of a trial: works sites that it is told of, one after the other, and dies where it is told to. */
import { writeSync } from 'node:fs';
import { loadConfig, openApplication, workUntil } from '../../../app/index.ts';
import { readHere } from '../../../ingest/index.ts';
import { toFaultlineError } from '../../../kernel/index.ts';
import { withFaultPoint } from '../kills/fault-point.ts';
import type { LastWords } from '../kills/kill-point.ts';
import { type WorkerNews, type WorkerOrder, workerOrderSchema } from './worker-message.ts';

const POLL_MILLISECONDS = 100;
let ahead = 0;
let stop = new AbortController();
const clock = { now: () => Date.now() + ahead };

function tell(news: WorkerNews): void {
  process.send?.(news);
}

async function work({ settings, name, readsApart, point }: Extract<WorkerOrder, { kind: 'work' }>): Promise<void> {
  const application = await openApplication(loadConfig(settings, {}), { clock, ...(readsApart ? {} : { read: readHere }) });
  const mortal =
    point === undefined
      ? application
      : withFaultPoint(application, point, (moment) => {
          const words: LastWords = { method: point.method, call: point.call, moment };
          // Written to the pipe at once: nothing that is buffered outlives the signal.
          writeSync(1, `${JSON.stringify(words)}\n`);
          process.kill(process.pid, 'SIGKILL');
        });
  await workUntil(mortal, { name, pollMilliseconds: POLL_MILLISECONDS }, stop.signal);
}

process.on('message', (message: unknown) => {
  const order = workerOrderSchema.parse(message);
  if (order.kind === 'stop') return stop.abort(new Error('the trial is over'));
  ahead = order.ahead;
  if (order.kind === 'clock') return;
  stop = new AbortController();
  work(order).then(
    () => tell({ kind: 'ready' }),
    (error: unknown) => {
      const { code, message } = toFaultlineError(error);
      tell({ kind: 'failed', code, reason: code === 'internal' && error instanceof Error ? (error.stack ?? message) : message });
    },
  );
});
// Nobody is there to tell it to stop any more.
process.on('disconnect', () => process.exit(0));
tell({ kind: 'ready' });
