import type { AnswerContent } from '../../answering/index.ts';
import { findQuantities, languageOf } from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { holdsAtom } from '../metrics/grade-answer.ts';
import { shareFound } from '../metrics/retrieval-scores.ts';
import { makeSuiteRecord } from '../report/make-suite-record.ts';
import type { CaseRecord, SuiteRecord } from '../report/run-record.ts';
import { REFUSAL_METRICS, share, time } from '../runs/metric.ts';
import { showAnswer, sureness } from '../runs/show-answer.ts';
import type { Deployment } from '../target/deployment.ts';
import type { OwnQuestion, QuestionSet } from './read-question-set.ts';

interface QuestionSuiteOptions {
  readonly seed: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly onProgress: (done: number) => void;
}

const METRICS = [
  share('right', '正确（给出标准答案的问题）', 'right, of questions with an expected answer', 'higher'),
  share('wrong', '错误（全部可判定的问题）', 'wrong, of all questions that can be graded', 'lower'),
  share('answered', '已作答', 'answered', 'higher'),
  share('answer-coverage', '答案覆盖率（已作答）', 'answer coverage, of answers given', 'higher'),
  share('cites-document', '引用了正确文档（已作答）', 'cites the right document, of answers given', 'higher'),
  ...REFUSAL_METRICS,
  share('same-bytes', '重复提问逐字节相同', 'asked again: the same bytes', 'higher'),
  time('median', '中位延迟', 'median time of an answer', 'median'),
  time('ninety-fifth', '95 分位延迟', '95th percentile of an answer', 'ninety-fifth'),
];

/** Asks a user's own questions, twice each, and grades the answers as far as the user says what is right. @throws the signal's reason. */
export async function runQuestionSuite(
  { corpus, questions }: QuestionSet,
  deployment: Deployment,
  { seed, now, onProgress }: QuestionSuiteOptions,
  signal: AbortSignal,
): Promise<SuiteRecord> {
  const files = await deployment.fileNames(signal);
  const cases: CaseRecord[] = [];
  for (const own of questions) {
    const from = now();
    const { content, digest } = await deployment.ask(own.question, signal);
    const milliseconds = now() - from;
    const again = await deployment.ask(own.question, signal);
    cases.push(caseOf(own, content, files, { milliseconds, isSame: again.digest === digest }));
    onProgress(cases.length);
  }
  const title = { zh: '自有问题', en: 'questions of our own' };
  return makeSuiteRecord({ suite: 'questions', title, corpus, scoresAre: 'ranks', metrics: METRICS, cases }, seed);
}

interface Steadiness {
  readonly milliseconds: number;
  readonly isSame: boolean;
}

function caseOf(
  own: OwnQuestion,
  content: AnswerContent,
  files: ReadonlyMap<string, string>,
  { milliseconds, isSame }: Steadiness,
): CaseRecord {
  const isAnswered = content.decision === 'answered';
  const missing = own.expected.filter((wordings) => !isSaid(content, wordings));
  const cites = own.document === undefined ? undefined : content.citations.some(({ documentId }) => files.get(documentId) === own.document);
  const grade = gradeOf(own, isAnswered, missing.length === 0 && cites !== false);
  const coverage = shareFound(own.expected.map((wordings) => isSaid(content, wordings)));
  const sure = sureness(content);
  const why = [
    ...missing.map((wordings) => `lacks ${wordings.join(' / ')}`),
    ...(cites === false && isAnswered ? [`does not cite ${own.document}`] : []),
  ];
  return {
    id: own.id,
    language: languageOf(own.question),
    form: own.form,
    outcome: grade,
    isGood: grade !== 'wrong' && grade !== 'not answered' && isSame,
    values: {
      answered: Number(isAnswered),
      'same-bytes': Number(isSame),
      median: milliseconds,
      'ninety-fifth': milliseconds,
      ...(own.expected.length > 0 ? { right: Number(grade === 'right') } : {}),
      ...(own.isAnswerable === undefined ? {} : { wrong: Number(grade === 'wrong') }),
      ...(isAnswered && coverage !== undefined ? { 'answer-coverage': coverage } : {}),
      ...(isAnswered && cites !== undefined ? { 'cites-document': Number(cites) } : {}),
    },
    ...(own.isAnswerable === undefined ? {} : { refusal: { isAnswerable: own.isAnswerable, isAnswered } }),
    ...(sure === undefined || own.isAnswerable === undefined ? {} : { scored: { score: sure, isSupported: grade === 'right' } }),
    shown: showAnswer(own.question, content, expectedOf(own), isAnswered ? why : []),
  };
}

/** `given`, `not answered` say nothing of right or wrong where the user does not. */
function gradeOf({ expected, isAnswerable }: OwnQuestion, isAnswered: boolean, isRight: boolean): string {
  if (isAnswerable === false) return isAnswered ? 'wrong' : 'refused';
  if (!isAnswered) return isAnswerable === undefined ? 'refused' : 'not answered';
  if (expected.length === 0) return isRight ? 'given' : 'wrong';
  return isRight ? 'right' : 'wrong';
}

const GRAMMAR = siteGrammar([]);

/** A part that is a quantity and nothing else may be said in another unit; other parts are looked for as they stand. */
function isSaid(content: AnswerContent, [value = '', ...alternatives]: readonly string[]): boolean {
  const [quantity] = findQuantities(value, GRAMMAR);
  const isQuantity = quantity !== undefined && quantity.start === 0 && quantity.end === value.length;
  return holdsAtom(content, { kind: isQuantity ? 'quantity' : 'phrase', value, alternatives });
}

function expectedOf({ expected, document, isAnswerable }: OwnQuestion): string {
  if (isAnswerable === false) return 'refused';
  return [...expected.map((wordings) => wordings.join(' / ')), ...(document === undefined ? [] : [document])].join('\n');
}
