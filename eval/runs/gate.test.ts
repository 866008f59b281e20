import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenPlant, openPlant } from '../accuracy/open-plant.ts';
import { type Baseline, parseBaseline } from '../report/baseline.ts';
import { findRegressions } from '../report/find-regressions.ts';
import { makeRunRecord } from '../report/make-run-record.ts';
import type { SuiteRecord } from '../report/run-record.ts';
import type { Deployment, FoundPassage, GivenAnswer } from '../target/deployment.ts';
import { embeddedDeployment } from '../target/embedded-deployment.ts';
import { plantSuites } from './plant-suites.ts';
import { QUICK_AGAIN_EACH, sampleSuite } from './run-all.ts';

const SEED = 1;
const signal = new AbortController().signal;
const recordOf = (suites: readonly SuiteRecord[]) => makeRunRecord({ version: '', at: 0, seed: SEED, configuration: '' }, suites);

/** The gate of the project: the quick run is held against the baseline that is committed. */
describe('the committed baseline', () => {
  let plant: OpenPlant;
  let product: Deployment;
  let baseline: Baseline;
  let sample: SuiteRecord;
  beforeAll(async () => {
    baseline = parseBaseline(await readFile(join(import.meta.dirname, '..', 'baseline.json'), 'utf8'), 'eval/baseline.json');
    plant = await openPlant(SEED, signal);
    product = embeddedDeployment(plant.application, plant.caller);
    sample = await sampleSuite(SEED, signal);
  });
  afterAll(() => plant.close());
  /** What the product answered, for the product that gives another question's answer: asked again it would be the same bytes. */
  const answers = new Map<string, GivenAnswer>();
  const answerTo: Deployment['ask'] = async (question, call) => {
    const answer = answers.get(question) ?? (await product.ask(question, call));
    answers.set(question, answer);
    return answer;
  };
  /** What search had: the product that is held to fail searches as the other does. */
  const found = new Map<string, readonly FoundPassage[]>();
  const search: Deployment['search'] = async (query, k, call) => {
    const hits = found.get(query) ?? (await product.search(query, k, call));
    found.set(query, hits);
    return hits;
  };
  const askWith = (ask: Deployment['ask']) =>
    plantSuites(plant, { ...product, ask, search }, SEED, { againEach: QUICK_AGAIN_EACH, now: () => performance.now() }, signal);

  it('is held by the quick run', async () => {
    const asked: Deployment['ask'] = async (question, call) => {
      const answer = await product.ask(question, call);
      answers.set(question, answer);
      return answer;
    };
    expect(findRegressions(baseline, recordOf([...(await askWith(asked)), sample]))).toEqual([]);
  });

  it('is not held by a product that gives every tenth question the answer to another, and says which fell', async () => {
    const questions = plant.gold.map(({ question }) => question);
    const other = (question: string) => {
      const at = questions.indexOf(question);
      return at % 10 === 3 ? (questions[at + 1] ?? question) : question;
    };
    const regressions = findRegressions(
      baseline,
      recordOf([...(await askWith((question, call) => answerTo(other(question), call))), sample]),
    );
    expect(regressions).toContainEqual(expect.stringMatching(/^gold\/right: was .*, is .*; 2\.0 % are allowed$/u));
    expect(regressions).toContainEqual(expect.stringMatching(/^gold: newly not well: q004 \(wrong\)/u));
  });
});
