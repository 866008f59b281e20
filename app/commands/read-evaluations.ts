import { readdir } from 'node:fs/promises';
import { type Caller, codeOf, compareText, FaultlineError } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { casesOfFigure, type FigureOfCases } from '../evaluations/cases-of-figure.ts';
import { compareEvaluations, type EvaluationComparison } from '../evaluations/compare-evaluations.ts';
import type { EvaluatedCase, EvaluatedSuite, Evaluation } from '../evaluations/evaluation.ts';
import { evaluationFolder, readEvaluation } from '../evaluations/read-evaluation.ts';

/** A report as a list shows it; `fault` says why it cannot be opened. */
export type ListedEvaluation = { readonly id: string } & (
  | {
      readonly kind: 'read';
      readonly version: string;
      readonly at: string;
      readonly seed: number;
      readonly suites: readonly (Pick<EvaluatedSuite, 'suite' | 'title' | 'skipped'> & { readonly cases: number; readonly good: number })[];
    }
  | { readonly kind: 'damaged'; readonly fault: string }
);

/** Without its cases, which are asked for by figure. */
export type OpenedEvaluation = Omit<Evaluation, 'suites' | 'format'> & {
  readonly id: string;
  readonly suites: readonly (Omit<EvaluatedSuite, 'cases'> & { readonly cases: number; readonly good: number })[];
};

const EXTENSION = '.json';

/** Reports kept in the data folder, newest first, behind the one named `after`. @throws FaultlineError `forbidden`. */
export async function listEvaluations(
  { config }: Application,
  caller: Caller,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<readonly ListedEvaluation[]> {
  readsEverything(caller);
  const names = (await filesIn(evaluationFolder(config.home)))
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => name.slice(0, -EXTENSION.length))
    .sort((a, b) => compareText(b, a))
    .filter((name) => after === undefined || name < after);
  const listed: ListedEvaluation[] = [];
  for (const id of names.slice(0, limit)) listed.push(await listedEvaluation(config.home, id));
  return listed;
}

/** @throws FaultlineError `forbidden`, `not-found`, `parse-failed` for a report that is damaged or of another form. */
export async function getEvaluation({ config }: Application, caller: Caller, id: string): Promise<OpenedEvaluation> {
  readsEverything(caller);
  const { format: _, ...evaluation } = await readEvaluation(config.home, id);
  return { id, ...evaluation, suites: evaluation.suites.map((suite) => ({ ...suite, ...counted(suite) })) };
}

/** Cases behind a figure, in order of id, behind the one named `after`. @throws FaultlineError as `getEvaluation`. */
export async function listEvaluatedCases(
  { config }: Application,
  caller: Caller,
  {
    id,
    suite,
    figure,
    limit,
    after,
  }: { readonly id: string; readonly suite: string; readonly figure: FigureOfCases; readonly limit: number; readonly after?: string },
): Promise<{ readonly cases: readonly EvaluatedCase[]; readonly total: number }> {
  readsEverything(caller);
  const found = (await readEvaluation(config.home, id)).suites.find((one) => one.suite === suite);
  if (found === undefined) throw new FaultlineError('not-found', 'The evaluation has no such suite.');
  const cases = [...casesOfFigure(found, figure)].sort((a, b) => compareText(a.id, b.id));
  return { cases: cases.filter((one) => after === undefined || compareText(one.id, after) > 0).slice(0, limit), total: cases.length };
}

/** @throws FaultlineError as `getEvaluation`, for either. */
export async function compareTwoEvaluations(
  { config }: Application,
  caller: Caller,
  { first, second }: { readonly first: string; readonly second: string },
): Promise<EvaluationComparison> {
  readsEverything(caller);
  return compareEvaluations(await readEvaluation(config.home, first), await readEvaluation(config.home, second));
}

/** Cases quote documents whatever their labels. */
function readsEverything({ labels }: Caller): void {
  if (labels !== 'all')
    throw new FaultlineError('forbidden', 'Only a caller who may read everything may read evaluations: their cases quote documents.');
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

async function listedEvaluation(home: string, id: string): Promise<ListedEvaluation> {
  try {
    const { version, at, seed, suites } = await readEvaluation(home, id);
    return {
      id,
      kind: 'read',
      version,
      at,
      seed,
      suites: suites.map((suite) => ({
        suite: suite.suite,
        title: suite.title,
        ...(suite.skipped === undefined ? {} : { skipped: suite.skipped }),
        ...counted(suite),
      })),
    };
  } catch (error) {
    // One that cannot be read keeps nobody from the others, and is said.
    if (error instanceof FaultlineError) return { id, kind: 'damaged', fault: error.message };
    throw error;
  }
}

function counted({ cases }: EvaluatedSuite): { readonly cases: number; readonly good: number } {
  return { cases: cases.length, good: cases.filter(({ isGood }) => isGood).length };
}
