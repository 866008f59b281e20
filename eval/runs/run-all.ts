import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { packageFile } from '../../app/index.ts';
import { sha256 } from '../../kernel/index.ts';
import { type OpenPlant, openPlant } from '../accuracy/open-plant.ts';
import { skippedSuite } from '../report/make-suite-record.ts';
import type { SuiteRecord } from '../report/run-record.ts';
import { readAnswerSet } from '../scoring/read-answer-set.ts';
import { SCORE_TITLE, scoreAnswers } from '../scoring/score-answers.ts';
import { type AskOptions, askPlant } from './ask-plant.ts';
import { CLAIM_TITLES, claimsSuite, detectorSuite } from './claim-suites.ts';
import { FIELD_TITLES, fieldSuites } from './field-suites.ts';
import { MUTATION_TITLE, mutationSuite } from './mutation-suite.ts';
import { abstentionSuite, goldSuite } from './plant-answer-suites.ts';
import { retrievalSuite } from './plant-retrieval-suite.ts';
import { latencySuite, stabilitySuite } from './plant-steadiness-suites.ts';

export interface RunAllOptions {
  readonly seed: number;
  /** Only what needs nothing but this program, with fewer questions asked again: two minutes. */
  readonly isQuick: boolean;
  /** Folder of the public sets. */
  readonly dataFolder: string;
  /** Folder of labelled claims (WiCE, BEGIN). */
  readonly claimsFolder: string;
  /** A data folder that the public sets are read into once and kept. */
  readonly fieldHome?: string;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly onProgress: (text: string) => void;
}

/** Of how many questions one is asked again. */
export const QUICK_AGAIN_EACH = 8;
const AGAIN_EACH = 2;
const MUTATIONS = 100;
const QUICK = 'left out of the quick run';

/** Runs every suite that this machine can, and names the others with the reason. */
export async function runAll(options: RunAllOptions, signal: AbortSignal): Promise<readonly SuiteRecord[]> {
  const { seed, isQuick, dataFolder, claimsFolder, fieldHome, now, onProgress } = options;
  const suites: SuiteRecord[] = [];
  onProgress('reading the plant');
  const plant = await openPlant(seed, signal);
  try {
    suites.push(...(await plantSuites(plant, seed, { againEach: isQuick ? QUICK_AGAIN_EACH : AGAIN_EACH, now, onProgress }, signal)));
  } finally {
    await plant.close();
  }
  onProgress('scoring answers of others');
  suites.push(await sampleSuite(seed, signal));

  const noData = isQuick ? QUICK : existsSync(dataFolder) ? undefined : `the public sets are not in "${dataFolder}"; set FAULTLINE_DATA`;
  const noClaims = isQuick
    ? QUICK
    : existsSync(claimsFolder)
      ? undefined
      : `the labelled claims are not in "${claimsFolder}"; name them with --benchmarks`;
  const detector = { suite: 'detector', title: CLAIM_TITLES.detector };
  if (noClaims === undefined) onProgress('labelled claims');
  suites.push(noClaims === undefined ? await detectorSuite(claimsFolder, seed, signal) : skippedSuite(detector, noClaims));
  if (noData !== undefined) {
    const titles = { claims: CLAIM_TITLES.claims, mutation: MUTATION_TITLE, ...FIELD_TITLES };
    return [...suites, ...Object.entries(titles).map(([suite, title]) => skippedSuite({ suite, title }, noData))];
  }
  onProgress('claims of ours');
  suites.push(await claimsSuite(dataFolder, seed, signal));
  suites.push(await mutationSuite({ dataFolder, count: MUTATIONS, seed, onProgress }, signal));
  const home = fieldHome === undefined ? {} : { home: fieldHome };
  suites.push(...(await fieldSuites({ dataFolder, ...home, seed, onProgress }, signal)));
  return suites;
}

/** What is said of one plant from one asking. */
export async function plantSuites(
  plant: OpenPlant,
  seed: number,
  options: AskOptions,
  signal: AbortSignal,
): Promise<readonly SuiteRecord[]> {
  const asked = await askPlant(plant, options, signal);
  return [
    goldSuite(plant, asked, seed),
    retrievalSuite(plant, asked, seed),
    abstentionSuite(plant, asked, seed),
    stabilitySuite(plant, asked, seed),
    latencySuite(plant, asked, seed),
  ];
}

/** Answers of an imagined system that come with the sources of the program, and not with a release. */
export async function sampleSuite(seed: number, signal: AbortSignal): Promise<SuiteRecord> {
  const path = packageFile('datasets', 'scored-answers', 'answers.csv');
  if (!existsSync(path)) return skippedSuite({ suite: 'score', title: SCORE_TITLE }, 'the answers are not in a release');
  const corpus = sha256(await readFile(path));
  const options = { tagPatterns: [], crossEncoder: 'bundled', strictness: 'balanced', seed, corpus, onProgress: () => undefined } as const;
  return scoreAnswers(await readAnswerSet(path), options, signal);
}
