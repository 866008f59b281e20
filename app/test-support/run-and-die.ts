/** Entry of a process that runs the plant script on a data folder and kills itself: home, fault point, phase in which it counts. */
import { z } from 'zod';
import { withFaultPoint } from './fault-point.ts';
import { type Phase, runPlantScript } from './plant-script.ts';
import { openHome } from './workspace.ts';

const argument = z
  .object({
    home: z.string(),
    phase: z.enum(['ingest', 'delete']),
    point: z.object({ method: z.string(), call: z.number(), moment: z.enum(['before', 'within', 'after']) }),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

let current: Phase | undefined;
const application = withFaultPoint(
  await openHome(argument.home),
  argument.point,
  () => current === argument.phase,
  () => process.kill(process.pid, 'SIGKILL'),
);
await runPlantScript(application, (phase) => {
  current = phase;
});
await application.close();
