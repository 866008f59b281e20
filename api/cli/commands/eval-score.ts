import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { type Config, loadConfig, PROGRAM_VERSION, STRICTNESSES, systemClock } from '../../../app/index.ts';
import {
  corpusOf,
  describeScored,
  FIELD_ROLES,
  hashConfiguration,
  isBeir,
  makeRunRecord,
  readAnswerSet,
  readBeir,
  scoreAnswers,
  scoreRetrieval,
  tabulateRun,
  writeRunPage,
} from '../../../eval/index.ts';
import { FaultlineError, sha256 } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, NotWhole, printJson } from '../command-line.ts';
import { writeOutput } from '../write-output.ts';

interface ScoreOptions extends CommonOptions, Partial<Record<(typeof FIELD_ROLES)[number], string>> {
  readonly strictness: string;
  readonly html?: string;
  readonly write?: string;
}

const SEED = 1;
const PROGRESS = 100;

export function addEvalScore(measures: Command, line: CommandLine): void {
  const score = measures
    .command('score')
    .description(
      'hold the answers of any system against the contexts they were made from: CSV, JSON Lines, columns as RAGAS has them, RAGTruth, HaluEval; of a folder in the layout of BEIR, search',
    )
    .argument('<file>', 'file (or folder of RAGTruth) with an answer and its contexts a row; question, reference and label where there are')
    .option(
      '--strictness <strictness>',
      `${STRICTNESSES.join(' or ')}: as answers of this product are held, or as those of others`,
      'balanced',
    )
    .option('--html <file>', 'also write the report as one HTML file')
    .option('--write <file>', 'also write the record of the run, which `eval compare` reads');
  for (const role of FIELD_ROLES) score.option(`--${role} <field>`, `field that is the ${role}, where its name does not tell`);
  score.action(async (path: string, _: unknown, command: Command) => {
    const options = command.optsWithGlobals<ScoreOptions>();
    const strictness = STRICTNESSES.find((one) => one === options.strictness);
    if (strictness === undefined) throw new FaultlineError('invalid-request', `--strictness is ${STRICTNESSES.join(' or ')}.`);
    const config = loadConfig({ home: options.home });
    const scored = isBeir(path) ? await scoreSearch(line, path) : await scoreSet(line, path, options, { config, strictness });
    const configuration = hashConfiguration(config, { strictness });
    const run = makeRunRecord({ version: PROGRAM_VERSION, at: systemClock.now(), seed: SEED, configuration }, [scored]);
    if (options.html !== undefined) await writeOutput(options.html, writeRunPage(run));
    if (options.write !== undefined) await writeOutput(options.write, `${JSON.stringify(run)}\n`);
    if (options.json === true) printJson(line, run);
    else line.out(`${describeScored(scored)}\n\n${tabulateRun(run)}`);
    if (scored.problems.length > 0) throw new NotWhole();
  });
}

interface Settings {
  readonly config: Config;
  readonly strictness: 'strict' | 'balanced';
}

async function scoreSet(line: CommandLine, path: string, options: ScoreOptions, { config, strictness }: Settings) {
  const set = await readAnswerSet(path, options);
  line.note(`${set.rows.length} answers in ${set.layout}\n`);
  const onProgress = (done: number) => {
    if (done % PROGRESS === 0) line.note(`${done} of ${set.rows.length}\n`);
  };
  const settings = {
    tagPatterns: config.tagPatterns,
    crossEncoder: config.crossEncoder,
    strictness,
    seed: SEED,
    corpus: corpusOf(set, await hashOf(path)),
    file: basename(path),
    onProgress,
  };
  return scoreAnswers(set, settings, line.signal);
}

/** A set of questions and texts without answers says something of search alone. */
async function scoreSearch(line: CommandLine, folder: string) {
  const set = await readBeir(folder);
  const corpus = sha256(await readFile(join(folder, 'corpus.jsonl')));
  return scoreRetrieval(set, { seed: SEED, corpus, onProgress: (text) => line.note(`${text}\n`) }, line.signal);
}

async function hashOf(path: string): Promise<string> {
  const isFolder = (await stat(path)).isDirectory();
  return sha256(await readFile(isFolder ? join(path, 'response.jsonl') : path));
}
