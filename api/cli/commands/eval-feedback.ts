import type { Command } from 'commander';
import { PROGRAM_VERSION, systemClock } from '../../../app/index.ts';
import { hashConfiguration, makeRunRecord, readFeedbackCases, runFeedbackSuite, tabulateRun } from '../../../eval/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { readInput } from '../read-input.ts';
import { writeOutput } from '../write-output.ts';

interface FeedbackOptions extends CommonOptions {
  readonly cases: string;
  readonly write?: string;
}

const SEED = 1;

export function addFeedbackSuite(suites: Command, line: CommandLine): void {
  suites
    .command('feedback')
    .description('ask again, in your data folder, what people said was answered wrong or in part')
    .requiredOption('--cases <file>', 'as `faultline feedback export` writes them')
    .option('--write <file>', 'also write the record of the run, which `eval compare` and `eval keep` read')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<FeedbackOptions>();
      const cases = readFeedbackCases(await readInput(options.cases));
      const run = await withApplication(options, async (application, caller) => {
        const suite = await runFeedbackSuite(application, caller, { cases, seed: SEED }, line.signal);
        const about = {
          version: PROGRAM_VERSION,
          at: systemClock.now(),
          seed: SEED,
          configuration: hashConfiguration(application.config, {}),
        };
        return makeRunRecord(about, [suite]);
      });
      if (options.write !== undefined) await writeOutput(options.write, `${JSON.stringify(run)}\n`);
      if (options.json === true) return printJson(line, run);
      for (const { id, outcome, shown } of run.suites.flatMap((suite) => suite.cases))
        line.out(`${id}  ${outcome}: ${shown?.question ?? ''}\n`);
      line.out(`\n${tabulateRun(run)}`);
    });
}
