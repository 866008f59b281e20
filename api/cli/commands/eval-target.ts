import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { dataFolder, loadConfig } from '../../../app/index.ts';
import {
  describeWrong,
  detectorSuite,
  embeddedDeployment,
  openPlant,
  type PlantSuiteName,
  plantSuites,
  readQuestionSet,
  runQuestionSuite,
  targetPlant,
} from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine } from '../command-line.ts';
import { giveRun, type RunFiles } from '../give-run.ts';
import { openTarget, type TargetOptions, withDeployment } from '../open-deployment.ts';
import { readCount } from '../read-count.ts';

interface SuiteOptions extends RunFiles, TargetOptions {
  readonly seed: string;
  readonly data?: string;
  readonly benchmarks?: string;
}

/** Each second question is asked again. */
const AGAIN_EACH = 2;
const PROGRESS = 25;
const now = () => performance.now();

const PLANT_SUITES: Readonly<Record<Exclude<PlantSuiteName, 'gold'>, string>> = {
  retrieval: 'how far up search has the places that answer the questions of a demo plant',
  abstention: 'which questions of a demo plant are refused, and for the right reason',
  stability: 'whether questions of a demo plant are answered alike when they are asked again, or in other words',
  latency: 'how long answers to the questions of a demo plant take',
};

/** Suites that run embedded or over a running service. */
export function addTargetSuites(suites: Command, line: CommandLine): void {
  for (const [name, description] of Object.entries(PLANT_SUITES)) {
    withTarget(suites.command(name).description(description)).action(async (_: unknown, command: Command) =>
      runPlantSuite(name as PlantSuiteName, command.optsWithGlobals<SuiteOptions>(), line),
    );
  }
  withTarget(suites.command('questions'))
    .description(
      'ask the questions of a CSV (question, expected, document, answerable) of the data folder, or of a running service, and grade the answers',
    )
    .argument('<file>', 'CSV or TSV; parts of what is expected are divided by |, wordings of one by " / "')
    .action(async (file: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<SuiteOptions>();
      const config = loadConfig({ home: options.home });
      const seed = readCount(options.seed, '--seed');
      const set = await readQuestionSet(file);
      const onProgress = (done: number) => {
        if (done % PROGRESS === 0) line.note(`${done} of ${set.questions.length} questions\n`);
      };
      const suite = await withDeployment(config, options, (deployment) =>
        runQuestionSuite(set, deployment, { seed, now, onProgress }, line.signal),
      );
      const wrong = describeWrong(suite);
      if (options.json !== true && wrong !== '') line.out(`${wrong}\n\n`);
      await giveRun(line, options, { config, seed, told: toldOf(options) }, [suite]);
    });
  withTarget(suites.command('detector'))
    .description(
      'hold the labelled claims of WiCE and BEGIN against their sources, by POST /v1/verify of a running service or in this process',
    )
    .option('--data <folder>', 'folder of the public sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--benchmarks <folder>', 'folder with wice-dev.jsonl and begin-dev-*.tsv (else benchmarks/groundedness-dev beside the sets)')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<SuiteOptions>();
      const config = loadConfig({ home: options.home });
      const seed = readCount(options.seed, '--seed');
      const folder = options.benchmarks ?? join(dataFolder(options.data), '..', 'benchmarks', 'groundedness-dev');
      if (!existsSync(folder))
        throw new FaultlineError('invalid-request', `The labelled claims are not in "${folder}"; name them with --benchmarks.`);
      const verify = options.target === undefined ? undefined : (await openTarget(options.target, options.keyFile)).verify;
      const suite = await detectorSuite(folder, seed, line.signal, verify);
      await giveRun(line, options, { config, seed, told: toldOf(options) }, [suite]);
    });
}

/** A suite of the demo plant over a running service that holds its documents, or over the plant read anew. */
export async function runPlantSuite(name: PlantSuiteName, options: SuiteOptions, line: CommandLine): Promise<void> {
  const config = loadConfig({ home: options.home });
  const seed = readCount(options.seed, '--seed');
  const asking = { againEach: AGAIN_EACH, now, onProgress: (text: string) => line.note(`${text}\n`) };
  const settings = { config, seed, told: toldOf(options) };
  if (options.target !== undefined) {
    const deployment = await openTarget(options.target, options.keyFile);
    const plant = await targetPlant(deployment, seed, line.signal);
    return giveRun(line, options, settings, await plantSuites(plant, deployment, seed, asking, line.signal, [name]));
  }
  const plant = await openPlant(seed, line.signal);
  try {
    const deployment = embeddedDeployment(plant.application, plant.caller);
    await giveRun(line, options, settings, await plantSuites(plant, deployment, seed, asking, line.signal, [name]));
  } finally {
    await plant.close();
  }
}

function withTarget(command: Command): Command {
  return command
    .option('--seed <number>', 'seed of the plant and of the intervals', '1')
    .option('--target <url>', 'a running service in place of this process; it is asked and nothing is sent there to be kept')
    .option('--key-file <file>', 'file with the key by which the service is asked')
    .option('--html <file>', 'also write the report as one HTML file')
    .option('--write <file>', 'also write the record of the run, which `eval compare` reads');
}

/** The address is no setting of what was measured. */
function toldOf({ target }: TargetOptions): Readonly<Record<string, string>> {
  return { through: target === undefined ? 'process' : 'http' };
}
