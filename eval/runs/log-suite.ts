import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFile } from '../../app/index.ts';
import { sha256 } from '../../kernel/index.ts';
import { type AskedLogQuestion, runLogSuite } from '../accuracy/logs/run-log-suite.ts';
import { makeSuiteRecord } from '../report/make-suite-record.ts';
import type { CaseRecord, SuiteRecord } from '../report/run-record.ts';
import { REFUSAL_METRICS, share } from './metric.ts';
import { showAnswer, sureness } from './show-answer.ts';

const METRICS = [
  share('right', '正确（可回答的问题）', 'right, of answerable questions', 'higher'),
  share('wrong', '错误（全部问题）', 'wrong, of all questions', 'lower'),
  ...REFUSAL_METRICS,
];

export const LOGS_TITLE = { zh: '日志与导出问题', en: 'questions over logs and exports' };

interface LogSuiteSettings {
  readonly dataFolder: string;
  /** Folder of data folders with the files read, made and kept where they are not there. */
  readonly into?: string;
  readonly seed: number;
  readonly onProgress: (text: string) => void;
}

/** Answers to the development part of the questions over logs, whose figures an independent program computed. */
export async function logSuite({ seed, ...options }: LogSuiteSettings, signal: AbortSignal): Promise<SuiteRecord> {
  const questionFolder = packageFile('datasets', 'log-questions');
  const { asked, exports } = await runLogSuite({ ...options, questionFolder, part: 'development' }, signal);
  const corpus = sha256(await readFile(join(questionFolder, 'development.jsonl')));
  const problems = exports.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`));
  const cases = asked.map(caseOf);
  return makeSuiteRecord({ suite: 'logs', title: LOGS_TITLE, corpus, scoresAre: 'ranks', metrics: METRICS, cases, problems }, seed);
}

function caseOf({ question, grade, content }: AskedLogQuestion): CaseRecord {
  const { id, language, kind, text, truth } = question;
  const isAnswerable = truth.type !== 'cannot_be_answered';
  const sure = sureness(content);
  const isGood = grade === 'right' || grade === 'rightly-refused';
  return {
    id,
    language,
    form: kind,
    outcome: grade,
    isGood,
    values: { wrong: Number(grade === 'wrong'), ...(isAnswerable ? { right: Number(grade === 'right') } : {}) },
    refusal: { isAnswerable, isAnswered: content.decision === 'answered' },
    ...(sure === undefined ? {} : { scored: { score: sure, isSupported: isGood } }),
    shown: showAnswer(text, content, expectedOf(question), question.files),
  };
}

function expectedOf({ truth, alternatives }: AskedLogQuestion['question']): string {
  if (truth.type === 'cannot_be_answered') return `refused: ${truth.why}`;
  const unit = 'unit' in truth && truth.unit !== undefined ? ` ${truth.unit}` : '';
  return [
    `${JSON.stringify(truth.value)}${unit}`,
    ...alternatives.map(({ value, reading }) => `${JSON.stringify(value)} (${reading})`),
  ].join('\n');
}
