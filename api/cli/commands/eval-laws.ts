import type { Command } from 'commander';
import { LAWS, reportLaws, runLawsSuite } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface LawsOptions extends CommonOptions {
  readonly seed?: string;
  readonly law: string[];
  readonly trials?: string;
  readonly write?: string;
}

const SEEDS = 1_000_000_000;
const collect = (value: string, all: string[]): string[] => [...all, value];

export function addLawsSuite(suites: Command, line: CommandLine): void {
  suites
    .command('laws')
    .description('try what must hold for every document and question on generated ones; without a seed a fresh one, which is printed')
    .option('--seed <number>', 'seed of the generated cases')
    .option('--law <name>', `only this law: ${LAWS.map(({ name }) => name).join(', ')}; may be given several times`, collect, [])
    .option('--trials <count>', 'trials of each law, in place of its own number')
    .option('--write <file>', 'also write the report as Markdown')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<LawsOptions>();
      const seed = options.seed === undefined ? Math.floor(Math.random() * SEEDS) : readCount(options.seed, '--seed');
      line.note(`seed ${seed}\n`);
      const trials = options.trials === undefined ? undefined : readCount(options.trials, '--trials');
      const laws = options.law.length === 0 ? LAWS : options.law.map(readLaw);
      const report = await runLawsSuite(
        {
          seed,
          laws,
          ...(trials === undefined ? {} : { trials: () => trials }),
          onProgress: (law, done) => {
            if (done % law.perSite === 0) line.note(`${law.name}: ${done} trials\n`);
          },
        },
        line.signal,
      );
      await giveReport(line, options, { report, text: reportLaws(report) });
      const broken = report.laws.filter((law) => law.broken > 0);
      if (broken.length > 0)
        throw new FaultlineError('conflict', `Broken with seed ${seed}: ${broken.map(({ name }) => name).join(', ')}.`);
    });
}

function readLaw(name: string) {
  const found = LAWS.find((law) => law.name === name);
  if (found === undefined)
    throw new FaultlineError('invalid-request', `There is no law "${name}"; choose ${LAWS.map((law) => law.name).join(', ')}.`);
  return found;
}
