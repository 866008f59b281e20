import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { packageFile } from '../../app/index.ts';
import { sha256 } from '../../kernel/index.ts';
import { openPlant } from '../accuracy/open-plant.ts';
import { skippedSuite } from '../report/make-suite-record.ts';
import type { SuiteRecord } from '../report/run-record.ts';
import { readAnswerSet } from '../scoring/read-answer-set.ts';
import { SCORE_TITLE, scoreAnswers } from '../scoring/score-answers.ts';
import { embeddedDeployment } from '../target/embedded-deployment.ts';
import { CLAIM_TITLES, claimsSuite, detectorSuite } from './claim-suites.ts';
import { exportSuite } from './export-suite.ts';
import { EXTRACTION_TITLE, extractionSuite } from './extraction-suite.ts';
import { FIELD_TITLES, fieldSuites } from './field-suites.ts';
import { LOGS_TITLE, logSuite } from './log-suite.ts';
import { MUTATION_TITLE, mutationSuite } from './mutation-suite.ts';
import { plantSuites } from './plant-suites.ts';
import { runOrSkip } from './run-or-skip.ts';

export interface RunAllOptions {
  readonly seed: number;
  /** Only what needs nothing but this program, with fewer questions asked again: two minutes. */
  readonly isQuick: boolean;
  /** Folder of the public sets. */
  readonly dataFolder: string;
  /** Folder of labelled claims (WiCE, BEGIN). */
  readonly claimsFolder: string;
  /** A data folder that the public sets are read into once and kept; logs beside it, in `<fieldHome>-logs`. */
  readonly fieldHome?: string;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly onProgress: (text: string) => void;
}

/** Of how many questions one is asked again. */
export const QUICK_AGAIN_EACH = 8;
const AGAIN_EACH = 2;
const MUTATIONS = 100;
/** Ten seeds one after another are ten kinds of export. */
const QUICK_EXPORTS = 10;
const EXPORTS = 36;
const QUICK = 'left out of the quick run';

/** Runs every suite that this machine can, and names the others with the reason. */
export async function runAll(options: RunAllOptions, signal: AbortSignal): Promise<readonly SuiteRecord[]> {
  const { seed, isQuick, dataFolder, claimsFolder, fieldHome, now, onProgress } = options;
  const suites: SuiteRecord[] = [];
  onProgress('reading the plant');
  const plant = await openPlant(seed, signal);
  try {
    suites.push(
      ...(await plantSuites(
        plant,
        embeddedDeployment(plant.application, plant.caller),
        seed,
        { againEach: isQuick ? QUICK_AGAIN_EACH : AGAIN_EACH, now, onProgress },
        signal,
      )),
    );
  } finally {
    await plant.close();
  }
  onProgress('scoring answers of others');
  suites.push(await sampleSuite(seed, signal));
  onProgress('exports made by seed');
  suites.push(await exportSuite({ count: isQuick ? QUICK_EXPORTS : EXPORTS, seed, onProgress }, signal));
  const noData = isQuick ? QUICK : existsSync(dataFolder) ? undefined : `the public sets are not in "${dataFolder}"; set FAULTLINE_DATA`;
  const noClaims = isQuick
    ? QUICK
    : existsSync(claimsFolder)
      ? undefined
      : `the labelled claims are not in "${claimsFolder}"; name them with --benchmarks`;
  const data = { dataFolder, seed, onProgress };
  const field = fieldHome === undefined ? {} : { home: fieldHome };
  const logs = fieldHome === undefined ? {} : { into: `${fieldHome}-logs` };
  const further: readonly (readonly [Parameters<typeof runOrSkip>[0], string | undefined, () => Promise<readonly SuiteRecord[]>])[] = [
    [{ detector: CLAIM_TITLES.detector }, noClaims, async () => [await detectorSuite(claimsFolder, seed, signal)]],
    [{ claims: CLAIM_TITLES.claims }, noData, async () => [await claimsSuite(dataFolder, seed, signal)]],
    [{ mutation: MUTATION_TITLE }, noData, async () => [await mutationSuite({ ...data, count: MUTATIONS }, signal)]],
    [{ extraction: EXTRACTION_TITLE }, noData, async () => [await extractionSuite(data, signal)]],
    [{ logs: LOGS_TITLE }, noData, async () => [await logSuite({ ...data, ...logs }, signal)]],
    [FIELD_TITLES, noData, () => fieldSuites({ ...data, ...field }, signal)],
  ];
  for (const [titles, whyNot, run] of further) {
    if (whyNot === undefined) onProgress(Object.values(titles)[0]?.en ?? '');
    suites.push(...(await runOrSkip(titles, whyNot, run)));
  }
  return suites;
}

/** Answers of an imagined system that come with the program. */
export async function sampleSuite(seed: number, signal: AbortSignal): Promise<SuiteRecord> {
  const path = packageFile('datasets', 'scored-answers', 'answers.csv');
  if (!existsSync(path)) return skippedSuite({ suite: 'score', title: SCORE_TITLE }, 'the answers are not with this program');
  const corpus = sha256(await readFile(path));
  const options = {
    tagPatterns: [],
    crossEncoder: 'bundled',
    strictness: 'balanced',
    seed,
    corpus,
    file: 'answers.csv',
    onProgress: () => undefined,
  } as const;
  return scoreAnswers(await readAnswerSet(path), options, signal);
}
