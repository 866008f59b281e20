import { type Config, PROGRAM_VERSION, systemClock } from '../../app/index.ts';
import { hashConfiguration, makeRunRecord, tabulateRun, writeRunPage } from '../../eval/index.ts';
import { type CommandLine, type CommonOptions, printJson } from './command-line.ts';
import { writeOutput } from './write-output.ts';

export interface RunFiles extends CommonOptions {
  /** Where the report for people, and the record for `eval compare`, are written. */
  readonly html?: string;
  readonly write?: string;
}

interface RunSettings {
  readonly config: Config;
  readonly seed: number;
  /** What the run was told beside its settings. */
  readonly told: Readonly<Record<string, string | number>>;
}

type Suites = Parameters<typeof makeRunRecord>[1];

/** Ends a run of suites: the one report that all of them have, as a table, as JSON, as a file of HTML. */
export async function giveRun(line: CommandLine, files: RunFiles, { config, seed, told }: RunSettings, suites: Suites): Promise<void> {
  const configuration = hashConfiguration(config, told);
  const run = makeRunRecord({ version: PROGRAM_VERSION, at: systemClock.now(), seed, configuration }, suites);
  for (const [path, text] of [
    [files.html, () => writeRunPage(run)],
    [files.write, () => `${JSON.stringify(run)}\n`],
  ] as const) {
    if (path === undefined) continue;
    await writeOutput(path, text());
  }
  if (files.json === true) printJson(line, run);
  else line.out(tabulateRun(run));
}
