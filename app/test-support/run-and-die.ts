/** Entry of a process that runs the plant script on a data folder and kills itself: home, who reads, fault point, phase in which it counts. */
import { z } from 'zod';
import { openDocumentReader } from '../../ingest/index.ts';
import { withFaultPoint } from './fault-point.ts';
import { type Phase, runPlantScript } from './plant-script.ts';
import { openHome } from './workspace.ts';

const argument = z
  .object({
    home: z.string(),
    reader: z.enum(['here', 'process']),
    phase: z.enum(['ingest', 'delete']),
    point: z.object({ method: z.string(), call: z.number(), moment: z.enum(['before', 'within', 'after']) }),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

let current: Phase | undefined;
const application = withFaultPoint(
  await openHome(
    argument.home,
    argument.reader === 'here' ? {} : { read: openDocumentReader(new URL('../pipeline/child.ts', import.meta.url)).read },
  ),
  argument.point,
  () => current === argument.phase,
  () => process.kill(process.pid, 'SIGKILL'),
);
await runPlantScript(application, (phase) => {
  current = phase;
});
await application.close();
