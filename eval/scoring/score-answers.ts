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
  /** Name of the file of the answers, for the report. */
  readonly file: string;
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
      facts: factsOf(options),
      scoresAre: 'chances',
      metrics,
      cases,
      problems: [...set.problems, ...sayNothing(cases)],
    },
    options.seed,
  );
}

/** Ids named at most. */
const NAMED = 10;

/** Answers without a claim (`I do not know`) are in no mean: what they are is said, or a set looks smaller than it was. */
function sayNothing(cases: readonly CaseRecord[]): readonly string[] {
  const ids = cases.filter(({ values }) => values.faithfulness === undefined).map(({ id }) => id);
  if (ids.length === 0) return [];
  const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '';
  return [`Answers that assert nothing that could be checked, and count in no figure: ${ids.slice(0, NAMED).join(', ')}${more}.`];
}

const STRICTNESS_WORDS = {
  strict: { zh: '严格（如同本产品自己的回答）', en: 'strict, as answers of this product are held' },
  balanced: { zh: '平衡（用于其他系统的回答）', en: 'balanced, as answers of other systems are held' },
} as const;

/** What is meant by a score stands beside it: next to "contradicted" it reads as sureness of the contradiction, which it is not. */
function factsOf({ file, strictness }: ScoreOptions): NonNullable<SuiteRecord['facts']> {
  return [
    { name: { zh: '文件', en: 'file' }, value: { zh: file, en: file } },
    { name: { zh: '严格程度', en: 'strictness' }, value: STRICTNESS_WORDS[strictness] },
    {
      name: { zh: '分数', en: 'score' },
      value: {
        zh: '论断得到上下文支持的可能性（0 到 1），与判定无关：“与来源矛盾”的论断也是如此，其高分表示用词大多在来源中、而某项检查发现来源另有所述。回答的分数取其论断中最低者；AUROC 与校准误差只由它计算。',
        en: 'the chance from 0 to 1 that the contexts support a claim, whatever its verdict: a high one beside "contradicted" says that most of its words stand in a context and a check found it said otherwise there. An answer has the lowest of its claims; AUROC and calibration error are of that alone.',
      },
    },
  ];
}
