import { printTable } from '../../print-table.ts';
import { HTTP_PROBES } from './http-probes.ts';
import type { HttpAccessReport } from './tally-probes.ts';

/** The run in words and tables, as it is kept with the project. */
export function reportHttpAccess(report: HttpAccessReport): string {
  const { seed, stores, probes, matrices, seconds, operations, roles, different, differences, faults } = report;
  const counts = operations.map((one) => [one.operation, one.probes, one.forbidden, one.refused, one.compared, one.hiding]);
  const unprobed = Object.entries(HTTP_PROBES).flatMap(([operation, probe]) =>
    typeof probe === 'string' ? [`- \`${operation}\` ${probe}.`] : [],
  );
  return [
    '# Access probes through HTTP',
    '',
    'Each probe sends one request with one key to a service whose site holds documents under random labels of two tenants, and to a',
    'service whose site never held what this key may not read. Both have to answer alike byte for byte, status, headers and errors',
    'included (measured durations and names made up for an answer are left out); what a role does not allow both refuse (403), and a',
    'change of what may not be read comes to nothing.',
    '',
    `Seed ${seed}, stores in ${stores}, ${matrices} plants: ${probes} probes, ${different} differences, ${faults.length} kinds of faults, ${(probes / Math.max(1, seconds)).toFixed(1)} probes a second with the making of the sites.`,
    '',
    '```',
    printTable(
      ['role', 'probes', 'forbidden'],
      roles.map((one) => [one.role, one.probes, one.forbidden]),
    ),
    '```',
    'By operation. `refused`: another error. `compared` were also sent by one who may read everything; to `hiding` of these the answer',
    'was another one.',
    '```',
    printTable(['operation', 'probes', 'forbidden', 'refused', 'compared', 'hiding'], counts),
    '```',
    'Not probed:',
    ...unprobed,
    ...faults.map(({ fault, times }) => `\nFault (${times}×): ${fault}`),
    ...differences.flatMap(({ operation, holder, asked, full, alone }) => [
      '',
      `## ${operation} as ${holder}`,
      '```',
      asked,
      `full:  …${full}`,
      `alone: …${alone}`,
      '```',
    ]),
    '',
  ].join('\n');
}
