import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { findRegressions, makeBaseline, parseBaseline, parseRunRecord } from '../../../eval/index.ts';
import { type CommandLine, type CommonOptions, FellBehind, printJson } from '../command-line.ts';

interface GateOptions extends CommonOptions {
  readonly baseline: string;
  readonly accept?: boolean;
}

/** Ends with exit code 1 where a run fell behind. */
export function addEvalGate(measures: Command, line: CommandLine): void {
  measures
    .command('gate')
    .description('hold a run against a baseline: exit code 1, with names, where a number fell further than its tolerance')
    .argument('<report>', 'report.json of `eval run all`')
    .requiredOption('--baseline <file>', 'what the run must not fall behind, as eval/baseline.json')
    .option('--accept', 'make the run the baseline; its tolerances stay')
    .action(async (report: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GateOptions>();
      const run = parseRunRecord(await readFile(report, 'utf8'), report);
      const baseline = parseBaseline(await readFile(options.baseline, 'utf8'), options.baseline);
      if (options.accept === true) {
        await writeFile(options.baseline, `${JSON.stringify(makeBaseline(run, baseline), null, 2)}\n`);
        return;
      }
      const regressions = findRegressions(baseline, run);
      if (options.json === true) printJson(line, { regressions });
      else line.out(regressions.length === 0 ? 'No number fell further than its tolerance.\n' : `${regressions.join('\n')}\n`);
      if (regressions.length > 0) throw new FellBehind();
    });
}
