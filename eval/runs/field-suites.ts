import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFile } from '../../app/index.ts';
import { sha256 } from '../../kernel/index.ts';
import { atomsHeld } from '../accuracy/field/grade-field-answer.ts';
import { readFieldQuestions } from '../accuracy/field/read-field-questions.ts';
import { type AskedFieldQuestion, runFieldSuite } from '../accuracy/field/run-field-suite.ts';
import { makeSuiteRecord } from '../report/make-suite-record.ts';
import type { CaseRecord, SuiteRecord } from '../report/run-record.ts';
import { REFUSAL_METRICS, share } from './metric.ts';
import { showAnswer, sureness } from './show-answer.ts';

const METRICS = [
  share('right', '正确（可回答的问题）', 'right, of answerable questions', 'higher'),
  share('wrong', '错误（全部问题）', 'wrong, of all questions', 'lower'),
  share('answer-coverage', '答案覆盖率（已作答）', 'answer coverage, of answers given', 'higher'),
  ...REFUSAL_METRICS,
];
const DEPTHS = [1, 5, 10] as const;
const RETRIEVAL_METRICS = [
  ...DEPTHS.map((depth) => share(`within-${depth}`, `前 ${depth} 命中`, `right passage within ${depth}`, 'higher')),
  share('reciprocal-rank', '平均倒数排名', 'mean reciprocal rank', 'higher'),
];

export const FIELD_TITLES = {
  field: { zh: '现场问题（公开文档）', en: 'field questions over public documents' },
  'field-retrieval': { zh: '现场问题检索', en: 'retrieval for field questions' },
};

interface FieldSuiteOptions {
  readonly dataFolder: string;
  /** A data folder with the documents read, made and kept where it is not there. */
  readonly home?: string;
  readonly seed: number;
  readonly onProgress: (text: string) => void;
}

/** Answers to the development part of the field questions, and how far up search has what answers them. */
export async function fieldSuites(options: FieldSuiteOptions, signal: AbortSignal): Promise<readonly SuiteRecord[]> {
  const folder = packageFile('datasets', 'field-questions');
  const questions = await readFieldQuestions(folder, 'development');
  const corpus = sha256(await readFile(join(folder, 'development.jsonl')));
  const { asked, unplaced } = await runFieldSuite({ ...options, questions }, signal);
  const problems = unplaced.map((id) => `${id}: its place is in no passage of its document`);
  return [
    makeSuiteRecord(
      { suite: 'field', title: FIELD_TITLES.field, corpus, scoresAre: 'ranks', metrics: METRICS, cases: asked.map(answerCase), problems },
      options.seed,
    ),
    makeSuiteRecord(
      {
        suite: 'field-retrieval',
        title: FIELD_TITLES['field-retrieval'],
        corpus,
        scoresAre: 'none',
        metrics: RETRIEVAL_METRICS,
        cases: asked.flatMap(retrievalCase),
      },
      options.seed,
    ),
  ];
}

function answerCase({ question, grade, answer: { content } }: AskedFieldQuestion): CaseRecord {
  const isAnswered = content.decision === 'answered';
  const sure = sureness(content);
  const held = atomsHeld(
    question,
    [...content.claims, ...content.safety].map(({ text }) => text),
  );
  return {
    ...identity(question),
    outcome: grade,
    isGood: grade === 'right' || grade === 'rightly-refused',
    values: {
      wrong: Number(grade === 'wrong'),
      ...(question.answerable ? { right: Number(grade === 'right') } : {}),
      ...(question.answerable && isAnswered && question.atoms.length > 0 ? { 'answer-coverage': held / question.atoms.length } : {}),
    },
    refusal: { isAnswerable: question.answerable, isAnswered },
    ...(sure === undefined ? {} : { scored: { score: sure, isSupported: grade === 'right' || grade === 'rightly-refused' } }),
    shown: showAnswer(question.question, content, expectedOf(question)),
  };
}

function retrievalCase({ question, ranks }: AskedFieldQuestion): readonly CaseRecord[] {
  if (ranks === undefined) return [];
  const rank = ranks.mixed ?? Number.POSITIVE_INFINITY;
  return [
    {
      ...identity(question),
      outcome: Number.isFinite(rank) ? `rank ${rank}` : 'not-found',
      isGood: rank <= DEPTHS[2],
      values: {
        ...Object.fromEntries(DEPTHS.map((depth) => [`within-${depth}`, Number(rank <= depth)])),
        'reciprocal-rank': rank <= DEPTHS[2] ? 1 / rank : 0,
      },
      shown: { question: question.question, answer: '', expected: expectedOf(question), evidence: [], claims: [], notes: [] },
    },
  ];
}

function identity({ id, language, form }: AskedFieldQuestion['question']): Pick<CaseRecord, 'id' | 'language' | 'form'> {
  return { id, language, form };
}

function expectedOf({ answerable, why, atoms, places }: AskedFieldQuestion['question']): string {
  if (!answerable) return `refused: ${why ?? 'no answer'}`;
  return [...atoms.map((wordings) => wordings.join(' / ')), ...new Set(places.map(({ file }) => file))].join('\n');
}
