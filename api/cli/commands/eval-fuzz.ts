import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { dataFolder, packageFile } from '../../../app/index.ts';
import { DRAWN_FORMATS, fuzzPage, runFuzzSuite } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface FuzzCommandOptions extends CommonOptions {
  readonly seed: string;
  readonly count: string;
  readonly from: string;
  readonly data?: string;
  readonly write?: string;
  readonly bombs: boolean;
  readonly drawings?: boolean;
  readonly runs?: string;
}

/** Files after which the note of progress is printed. */
const NOTED = 100;

export function addFuzzSuite(suites: Command, line: CommandLine): void {
  suites
    .command('fuzz')
    .description('spoil files of every format, take each in, and count what became of them')
    .option('--seed <number>', 'decides which files are made', '1')
    .option('--count <number>', 'files to make; bombs of each format come first', '5000')
    .option('--from <number>', 'the first file that is made: to go on with a run that was stopped', '1')
    .option('--data <folder>', 'folder of the public sets, whose files are spoilt too where it is there (else FAULTLINE_DATA)')
    .option('--no-bombs', 'leave the bombs out')
    .option('--drawings', 'make drawings, pictures and scans only')
    .option(
      '--runs <length>',
      'instead of spoilt files ones with a run of so many characters of one awkward piece, each piece in each place',
    )
    .option('--write <file>', 'also write the figures to this Markdown file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<FuzzCommandOptions>();
      const data = dataFolder(options.data);
      const folders = [packageFile('datasets/demo-plant/files'), ...(existsSync(data) ? [data] : [])];
      const report = await runFuzzSuite(
        {
          seed: readCount(options.seed, '--seed'),
          count: readCount(options.count, '--count'),
          from: readCount(options.from, '--from') - 1,
          withoutBombs: !options.bombs,
          ...(options.drawings === true ? { formats: DRAWN_FORMATS } : {}),
          ...(options.runs === undefined ? {} : { runLength: readCount(options.runs, '--runs') }),
          folders,
        },
        ({ index, file, fault, outcome, reason, milliseconds }) => {
          if (fault !== undefined || outcome === 'failed')
            line.note(`${index} ${file.format} ${file.mutations.join(' + ')}: ${fault ?? outcome}: ${reason}\n`);
          if (milliseconds > 10_000 || (index + 1) % NOTED === 0)
            line.note(`${index + 1} files (last: ${file.mutations.join(' + ')}, ${Math.round(milliseconds)} ms)\n`);
        },
        line.signal,
      );
      const text = fuzzPage(report);
      await giveReport(line, options, { report, text, page: `${INTRODUCTION}\n\`\`\`\n${text}\`\`\`\n` });
      const bad = report.results.filter((result) => result.fault !== undefined).length;
      if (bad > 0) throw new FaultlineError('conflict', `${bad} files hung, crashed the service or ended without a typed state.`);
    });
}

const INTRODUCTION = `# Spoilt files of every format

Written by \`faultline eval run fuzz --write\`. Files of our own and of the public sets are mutated by a seed, by bytes and by the structure of their format, and each is taken in to its outcome; the first files are bombs. "read" counts files whose format was known and whose reading began.
`;
