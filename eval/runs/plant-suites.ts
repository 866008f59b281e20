import type { PlantQuestions } from '../accuracy/open-plant.ts';
import type { SuiteRecord } from '../report/run-record.ts';
import type { Deployment } from '../target/deployment.ts';
import { type AskedPlant, type AskOptions, askPlant } from './ask-plant.ts';
import { abstentionSuite, goldSuite } from './plant-answer-suites.ts';
import { retrievalSuite } from './plant-retrieval-suite.ts';
import { latencySuite, stabilitySuite } from './plant-steadiness-suites.ts';

type PlantSuite = (plant: PlantQuestions, asked: readonly AskedPlant[], seed: number) => SuiteRecord;

/** What is said of a demo plant from asking its questions. */
const PLANT_SUITES = {
  gold: goldSuite,
  retrieval: retrievalSuite,
  abstention: abstentionSuite,
  stability: stabilitySuite,
  latency: latencySuite,
} satisfies Readonly<Record<string, PlantSuite>>;

export type PlantSuiteName = keyof typeof PLANT_SUITES;
const PLANT_SUITE_NAMES = Object.keys(PLANT_SUITES) as readonly PlantSuiteName[];

/** Suites of one plant from one asking, in the order of their names. */
export async function plantSuites(
  plant: PlantQuestions,
  deployment: Deployment,
  seed: number,
  options: AskOptions,
  signal: AbortSignal,
  names: readonly PlantSuiteName[] = PLANT_SUITE_NAMES,
): Promise<readonly SuiteRecord[]> {
  const asked = await askPlant(plant, deployment, options, signal);
  return names.map((name) => PLANT_SUITES[name](plant, asked, seed));
}
