import { printTable } from '../../print-table.ts';
import { MOMENTS } from './fault-point.ts';
import type { KillsReport } from './run-kills-suite.ts';

/** The run in words and a histogram, as it is kept with the project. */
export function reportKills({ seed, kills, steps, faults }: KillsReport): string {
  const rows = steps.map((one) => {
    const counts = MOMENTS.map((moment) => one.kills[moment]);
    return [one.step, one.phase, one.method, one.calls, ...counts, counts.reduce((sum, count) => sum + count, 0), one.missed];
  });
  return [
    '# Kills',
    '',
    'A process is killed (SIGKILL) amid a step; the folder is opened again as by a restart, the command is given again, and canonical',
    'export, search index, graph, bytes and decisions have to equal those of a run that nobody disturbed, and the audit trail to verify.',
    'A kill counts where the process died by its own last words; `missed` ones came to their end without meeting their point.',
    '',
    `Seed ${seed}: ${kills} kills, ${faults.length} of them left another state.`,
    '```',
    printTable(['step', 'phase', 'method', 'calls', ...MOMENTS, 'kills', 'missed'], rows),
    '```',
    ...faults.map(
      ({ step, point, faults: parts }) => `- ${step} (call ${point.call}, ${point.moment}, ${point.turns} turns): ${parts.join(', ')}`,
    ),
    '',
  ].join('\n');
}
