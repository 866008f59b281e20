import { type Config, openChecking } from '../../app/index.ts';
import { makeSuiteRecord } from '../report/make-suite-record.ts';
import type { CaseRecord, SuiteRecord } from '../report/run-record.ts';
import type { AnswerSet } from './answer-row.ts';
import { type Scoring, scoreAnswer } from './score-answer.ts';
import { ANSWER_METRICS, DETECTOR_METRICS, REFERENCE_METRICS } from './score-metrics.ts';

export const SCORE_TITLE = { zh: '外部回答的依据核查', en: 'answers held against their contexts' };

interface ScoreOptions extends Pick<Scoring, 'strictness'> {
  /** Shapes of codes of the site, as configured. */
  readonly tagPatterns: Config['tagPatterns'];
  readonly crossEncoder: Config['crossEncoder'];
  readonly seed: number;
  /** Hash of the set. */
  readonly corpus: string;
  readonly onProgress: (done: number) => void;
}

/** Scores every answer of a set by its own contexts. What the set has no labels or references for is not applicable. */
export async function scoreAnswers(set: AnswerSet, options: ScoreOptions, signal: AbortSignal): Promise<SuiteRecord> {
  const scoring = { ...openChecking(options), strictness: options.strictness };
  const cases: CaseRecord[] = [];
  for (const row of set.rows) {
    signal.throwIfAborted();
    cases.push(await scoreAnswer(scoring, row, signal));
    options.onProgress(cases.length);
  }
  const metrics = [
    ...ANSWER_METRICS,
    ...(set.rows.some(({ reference }) => reference !== undefined) ? REFERENCE_METRICS : []),
    ...(set.rows.some(({ isSupported }) => isSupported !== undefined) ? DETECTOR_METRICS : []),
  ];
  return makeSuiteRecord(
    {
      suite: 'score',
      title: SCORE_TITLE,
      corpus: options.corpus,
      scoresAre: 'chances',
      metrics,
      cases,
      problems: set.problems,
    },
    options.seed,
  );
}
