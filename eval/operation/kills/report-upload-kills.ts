import type { UploadKillsReport } from './run-upload-kills.ts';

/** The run in words, as it is kept with the project. */
export function reportUploadKills(report: UploadKillsReport): string {
  const { seed, kills, acknowledged, sentAgain, had, killedWithWork, documents, faults } = report;
  return [
    '## Kills under upload',
    '',
    'A service that runs as a process of its own is killed (SIGKILL) at moments chosen by a seed while documents are sent to it over',
    'HTTP, and started again; what a kill cut off is sent again. At the end nothing is left to read, and every document has to be there',
    'once and readable.',
    '',
    `Seed ${seed}: ${kills} kills, ${killedWithWork} of them with documents waiting or being read; ${acknowledged} documents acknowledged, ${sentAgain} uploads sent again, ${had} of which the service had already; ${documents} documents at the end, ${faults.length} faults.`,
    ...faults.map((fault) => `- ${fault}`),
    '',
  ].join('\n');
}
