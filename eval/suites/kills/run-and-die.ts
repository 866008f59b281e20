/** Entry of a process that runs a phase on a data folder and kills itself at a point of it, which it names just before. */
import { writeSync } from 'node:fs';
import { readHere } from '../../../ingest/index.ts';
import { withFaultPoint } from './fault-point.ts';
import { killPointSchema, type LastWords } from './kill-point.ts';
import { openFolder } from './open-folder.ts';
import { runPhase } from './phases.ts';

const { home, readsApart, phase, ...point } = killPointSchema.parse(JSON.parse(process.argv[2] ?? ''));
const application = withFaultPoint(await openFolder(home, readsApart ? {} : { read: readHere }), point, (moment) => {
  const words: LastWords = { method: point.method, call: point.call, moment };
  // Written to the pipe at once: nothing that is buffered outlives the signal.
  writeSync(1, JSON.stringify(words));
  process.kill(process.pid, 'SIGKILL');
});
await runPhase(application, phase, new AbortController().signal);
await application.close();
