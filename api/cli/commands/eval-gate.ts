import type { Command } from 'commander';
import {
  type AcceptedBaseline,
  acceptBaseline,
  type Baseline,
  FIRST_BASELINE,
  findRegressions,
  parseBaseline,
  parseRunRecord,
} from '../../../eval/index.ts';
import { codeOf, FaultlineError } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, FellBehind, printJson } from '../command-line.ts';
import { readInput } from '../read-input.ts';
import { writeOutput } from '../write-output.ts';

interface GateOptions extends CommonOptions {
  readonly baseline: string;
  readonly accept?: boolean;
  readonly hold?: string;
}

/** Ends with exit code 1 where a run fell behind, and with 65 where there is nothing that it could fall behind. */
export function addEvalGate(measures: Command, line: CommandLine): void {
  measures
    .command('gate')
    .description('hold a run against a baseline: exit code 1, with names, where a number fell further than its tolerance')
    .argument('<report>', 'report.json of `eval run all`, or a record that `--write` wrote')
    .requiredOption('--baseline <file>', 'what the run must not fall behind, as eval/baseline.json')
    .option('--accept', 'make the run the baseline (a first one where there is none); tolerances, and suites that it has not, stay')
    .option('--hold <metrics>', 'with --accept: hold these numbers too, as score/faithfulness,score/contradicted')
    .action(async (report: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GateOptions>();
      const more = (options.hold ?? '').split(',').filter((name) => name !== '');
      if (more.length > 0 && options.accept !== true)
        throw new FaultlineError('invalid-request', '--hold says what a baseline holds: give it with --accept.');
      const run = parseRunRecord(await readInput(report), report);
      const baseline = await baselineOf(options.baseline);
      if (options.accept === true) {
        const accepted = acceptBaseline(run, baseline ?? FIRST_BASELINE, more);
        await writeOutput(options.baseline, `${JSON.stringify(accepted.baseline, null, 2)}\n`);
        const { written, left, kept } = accepted;
        if (options.json === true) printJson(line, { baseline: options.baseline, written, left, kept });
        else line.out(describeAccepted(options.baseline, accepted));
        return;
      }
      const make = `\`faultline eval gate ${report} --baseline ${options.baseline} --accept\``;
      if (baseline === undefined)
        throw new FaultlineError('not-found', `There is no baseline "${options.baseline}". Make a first one of this run: ${make}`);
      const held = Object.values(baseline.suites).reduce((sum, { values }) => sum + Object.keys(values).length, 0);
      if (held === 0)
        throw new FaultlineError('conflict', `"${options.baseline}" holds no number, so nothing was compared. Make it of a run: ${make}`);
      const regressions = findRegressions(baseline, run);
      if (options.json === true) printJson(line, { held, regressions });
      else if (regressions.length > 0) line.out(`${regressions.join('\n')}\n`);
      else line.out(`No number fell further than its tolerance: ${held} of ${Object.keys(baseline.suites).join(', ')} were compared.\n`);
      if (regressions.length > 0) throw new FellBehind();
    });
}

/** Undefined where there is no such file. */
async function baselineOf(path: string): Promise<Baseline | undefined> {
  const text = await readInput(path).catch((error: unknown) => {
    if (error instanceof FaultlineError && codeOf(error.cause) === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : parseBaseline(text, path);
}

function describeAccepted(path: string, { written, left, kept }: AcceptedBaseline): string {
  return `${[
    `${path} was written:`,
    ...written.map(
      ({ suite, numbers, notWell, isNew }) =>
        `  ${suite}: ${numbers} numbers, ${notWell} cases that are not well ${isNew ? '(new)' : '(in place of the earlier ones)'}`,
    ),
    ...left.map(({ suite, why }) => `  ${suite}: left out: ${why}`),
    ...(kept.length === 0 ? [] : [`  as they were: ${kept.join(', ')}`]),
  ].join('\n')}\n`;
}
