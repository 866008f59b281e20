import { printTable } from '../../print-table.ts';
import { HTTP_PROBES } from './http-probes.ts';
import type { HttpAccessReport } from './sum-plants.ts';

/** What was found with each kind of stores in words and tables, as it is kept with the project. */
export function reportHttpAccess(reports: readonly HttpAccessReport[]): string {
  const unprobed = Object.entries(HTTP_PROBES).flatMap(([operation, probe]) =>
    typeof probe === 'string' ? [`- \`${operation}\` ${probe}.`] : [],
  );
  return [
    '## Through HTTP',
    '',
    'Each probe sends one request with one key to a service whose site holds documents under random labels of two tenants, and to a',
    'service whose site never held what this key may not read. Both have to answer alike byte for byte, status, headers and errors',
    'included (measured durations and names made up for an answer are left out); what a role does not allow both refuse (403), and a',
    'change of what may not be read comes to nothing. One first service in three works on threads as it is shipped, the others in the',
    'thread of the prober.',
    ...reports.flatMap(reportStores),
    '',
    'Not probed:',
    ...unprobed,
    '',
  ].join('\n');
}

function reportStores({ stores, runs, probes, operations, roles, different, differences, faults }: HttpAccessReport): string[] {
  const counts = operations.map((one) => [one.operation, one.probes, one.forbidden, one.refused, one.compared, one.hiding]);
  return [
    '',
    `### Stores ${stores === 'files' ? 'in files' : 'on PostgreSQL, Neo4j and Elasticsearch'}`,
    `${probes} probes, ${different} differences, ${faults.length} kinds of faults. \`seconds\` are those of all processes, with the making of the sites.`,
    '```',
    printTable(
      ['seed', 'plants', 'probes', 'differences', 'faults', 'seconds'],
      runs.map((one) => [one.seed, one.plants, one.probes, one.different, one.faults, Math.round(one.seconds)]),
    ),
    '```',
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
    ...faults.map(({ fault, times }) => `\nFault (${times}×): ${fault}`),
    ...differences.flatMap(({ operation, holder, asked, full, alone }) => [
      '',
      `#### ${operation} as ${holder}`,
      '```',
      asked,
      `full:  …${full}`,
      `alone: …${alone}`,
      '```',
    ]),
  ];
}
