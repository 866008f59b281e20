import { printTable } from '../../print-table.ts';
import type { AccessReport } from './run-access-suite.ts';

/** The run in words and tables, as it is kept with the project. */
export function reportAccess({ seed, probes, matrices, surfaces, unprobed, different, differences }: AccessReport): string {
  const readable = matrices.map(({ documents, readable: kept }, index) => [index + 1, documents, kept.join(', ')]);
  const counts = surfaces.map((one) => [one.command, one.probes, one.refused, one.compared, one.hiding]);
  return [
    '# Access probes',
    '',
    'Each probe asks one read command the same question, as the same reader, on a site that holds documents under random labels and',
    'on a site that holds only those that the reader may read. Both have to answer alike byte for byte, errors included.',
    '',
    `Seed ${seed}: ${probes} probes, ${different} differences.`,
    '',
    'Versions sent to each site, and to the site of each of its readers:',
    '```',
    printTable(['matrix', 'versions', 'readable by each reader'], readable),
    '```',
    'By command. `compared` were also asked by one who may read everything; to `hiding` of these the answer was another one.',
    '```',
    printTable(['command', 'probes', 'refused', 'compared', 'hiding'], counts),
    '```',
    'Not probed:',
    ...unprobed.map(({ command, reason }) => `- \`${command}\` ${reason}.`),
    ...differences.flatMap(({ command, held, input, full, alone }) => [
      '',
      `## ${command} as a holder of ${held.join(', ') || 'no label'}`,
      '```',
      input,
      `full:  …${full}`,
      `alone: …${alone}`,
      '```',
    ]),
    '',
  ].join('\n');
}
