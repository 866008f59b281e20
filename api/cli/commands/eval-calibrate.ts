import type { Command } from 'commander';
import { keepCalibration, loadConfig, PROGRAM_VERSION, resetCalibration, systemClock } from '../../../app/index.ts';
import { calibrateScore, describeCalibration, readCalibrationClaims } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';

interface CalibrateOptions extends CommonOptions {
  readonly claims?: string;
  readonly reset?: boolean;
  readonly claim?: string;
  readonly sources?: string;
  readonly label?: string;
}

const PROGRESS = 50;

export function addEvalCalibrate(measures: Command, line: CommandLine): void {
  measures
    .command('calibrate')
    .description(
      'fit the score of `verify` and POST /v1/verify to your own labelled claims (at least 100), and keep that in the data folder',
    )
    .option('--claims <file>', 'CSV, TSV, JSON or JSON Lines with a claim, its sources and its label (supported or not) a row')
    .option('--claim <field>', 'field that is the claim, where its name does not tell')
    .option('--sources <field>', 'field that is the sources, where its name does not tell')
    .option('--label <field>', 'field that is the label, where its name does not tell')
    .option('--reset', 'go back to the scores of the release')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CalibrateOptions>();
      const config = loadConfig({ home: options.home });
      if ((options.claims === undefined) === (options.reset !== true))
        throw new FaultlineError('invalid-request', 'Give either --claims with a file of labelled claims, or --reset.');
      if (options.claims === undefined) {
        await resetCalibration(config.home);
        if (options.json === true) printJson(line, { calibration: null });
        else line.out('Scores are those of the release.\n');
        return;
      }
      const said = {
        ...(options.claim === undefined ? {} : { answer: options.claim }),
        ...(options.sources === undefined ? {} : { contexts: options.sources }),
        ...(options.label === undefined ? {} : { label: options.label }),
      };
      const claims = await readCalibrationClaims(options.claims, said);
      const { tagPatterns, crossEncoder } = config;
      const onProgress = (done: number) => {
        if (done % PROGRESS === 0) line.note(`${done} of ${claims.claims.length} claims\n`);
      };
      const settings = { tagPatterns, crossEncoder, program: PROGRAM_VERSION, at: systemClock.now(), onProgress };
      const calibrated = await calibrateScore(claims, settings, line.signal);
      const path = await keepCalibration(config.home, calibrated.calibration);
      if (options.json === true) printJson(line, { ...calibrated, path });
      else line.out(`${describeCalibration(calibrated)}${path}\n`);
    });
}
