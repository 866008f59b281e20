import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { loadConfig, serveThreads } from '../../../app/index.ts';
import { printTable, runRequestSuite } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { serveHttp } from '../../http/serve-http.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface RequestsOptions extends CommonOptions {
  readonly seed: string;
  readonly count: string;
  readonly atOnce: string;
  readonly write?: string;
}

/** Requests after which the note of progress is printed. */
const NOTED = 500;

export function addRequestSuite(suites: Command, line: CommandLine): void {
  suites
    .command('requests')
    .description('send requests drawn from the description of the API, right and wrong ones, and hold every answer against it')
    .option('--seed <number>', 'decides what is sent', '1')
    .option('--count <number>', 'requests', '10000')
    .option('--at-once <number>', 'requests at a time', '4')
    .option('--write <file>', 'also write the figures to this Markdown file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<RequestsOptions>();
      const folder = await mkdtemp(join(tmpdir(), 'faultline-requests-'));
      try {
        // A key that a request makes must not shut out those that follow.
        const config = loadConfig({ home: join(folder, 'home'), host: '127.0.0.1', port: 0, allowAnyone: 'yes' });
        const service = await serveHttp(await serveThreads(config));
        const report = await runRequestSuite(
          {
            send: (path, init) => fetch(`${service.address}${path}`, init),
            seed: readCount(options.seed, '--seed'),
            count: readCount(options.count, '--count'),
            atOnce: readCount(options.atOnce, '--at-once'),
          },
          (done) => done % NOTED === 0 && line.note(`${done} requests\n`),
          line.signal,
        ).finally(() => service.stop());
        const rows = report.operations.map(({ operation, requests, statuses }) => [
          operation,
          requests,
          Object.entries(statuses)
            .map(([status, times]) => `${status}×${times}`)
            .join(' '),
        ]);
        const table = printTable(['operation', 'requests', 'answers'], rows);
        const text = `${report.requests} requests by the seed ${report.seed}, ${report.faults.length} faults\n${table}\n${report.faults.join('\n')}\n`;
        await giveReport(line, options, { report, text, page: `# Requests drawn from the description\n\n\`\`\`\n${text}\`\`\`\n` });
        if (report.faults.length > 0) throw new FaultlineError('conflict', `${report.faults.length} answers are not as described.`);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
}
