import type { Command } from 'commander';
import { printTable, runInjectionSuite } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface InjectionCommandOptions extends CommonOptions {
  readonly seed: string;
  readonly count: string;
  readonly write?: string;
}

/** Documents after which the note of progress is printed. */
const NOTED = 20;

export function addInjectionSuite(suites: Command, line: CommandLine): void {
  suites
    .command('injection')
    .description('read documents that give orders to models, and ask of them with a model that obeys')
    .option('--seed <number>', 'decides what the documents hold', '1')
    .option('--count <number>', 'documents', '120')
    .option('--write <file>', 'also write the figures to this Markdown file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<InjectionCommandOptions>();
      const made = { seed: readCount(options.seed, '--seed'), count: readCount(options.count, '--count') };
      const report = await runInjectionSuite(made, (done) => done % NOTED === 0 && line.note(`${done} documents\n`), line.signal);
      const rows = report.kinds.map(({ injection, documents, answered, quoted, changed }) => [
        injection,
        documents,
        answered,
        quoted,
        changed,
      ]);
      const table = printTable(['injection', 'documents', 'answered', 'quoted', 'changed'], rows);
      const text = `${report.documents} documents by the seed ${report.seed}, ${report.changes.length} answers changed by a model that obeys them\n${table}\n${report.changes.join('\n')}\n`;
      await giveReport(line, options, { report, text, page: `# Documents that give orders\n\n\`\`\`\n${text}\`\`\`\n` });
      if (report.changes.length > 0) throw new FaultlineError('conflict', `${report.changes.length} answers were changed.`);
    });
}
