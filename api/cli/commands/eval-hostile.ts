import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { loadConfig, serveThreads } from '../../../app/index.ts';
import { printTable, runHostileSuite } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { serveHttp } from '../../http/serve-http.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface HostileCommandOptions extends CommonOptions {
  readonly seed: string;
  readonly count: string;
  readonly atOnce: string;
  readonly write?: string;
}

/** Attacks after which the note of progress is printed. */
const NOTED = 100;

export function addHostileSuite(suites: Command, line: CommandLine): void {
  suites
    .command('hostile')
    .description('attack a service over its connections, and count what it answers, where it hangs and what it loses')
    .option('--seed <number>', 'decides what is sent', '1')
    .option('--count <number>', 'attacks', '2000')
    .option('--at-once <number>', 'attacks at a time', '8')
    .option('--write <file>', 'also write the figures to this Markdown file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<HostileCommandOptions>();
      const folder = await mkdtemp(join(tmpdir(), 'faultline-hostile-'));
      try {
        const service = await serveHttp(await serveThreads(loadConfig({ home: join(folder, 'home'), host: '127.0.0.1', port: 0 })));
        const sent = {
          seed: readCount(options.seed, '--seed'),
          count: readCount(options.count, '--count'),
          atOnce: readCount(options.atOnce, '--at-once'),
        };
        const report = await runHostileSuite(
          { address: service.address, ...sent },
          (done) => done % NOTED === 0 && line.note(`${done} attacks\n`),
          line.signal,
        ).finally(() => service.stop());
        const rows = report.kinds.map(({ kind, attacks, statuses }) => [
          kind,
          attacks,
          Object.entries(statuses)
            .map(([status, times]) => `${status}×${times}`)
            .join(' '),
        ]);
        const table = printTable(['kind', 'attacks', 'answers'], rows);
        const text = `${report.attacks} attacks by the seed ${report.seed}, ${report.acknowledged} documents acknowledged, ${report.faults.length} faults\n${table}\n${report.faults.join('\n')}\n`;
        await giveReport(line, options, { report, text, page: `# Attacks on a service\n\n\`\`\`\n${text}\`\`\`\n` });
        if (report.faults.length > 0) throw new FaultlineError('conflict', `${report.faults.length} attacks ended as none should.`);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
}
