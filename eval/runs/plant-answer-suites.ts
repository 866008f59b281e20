import type { GoldQuestion } from '../../datasets/index.ts';
import type { PlantQuestions } from '../accuracy/open-plant.ts';
import { citesGold, holdsAtom } from '../metrics/grade-answer.ts';
import { shareFound } from '../metrics/retrieval-scores.ts';
import { makeSuiteRecord } from '../report/make-suite-record.ts';
import type { CaseRecord, SuiteRecord } from '../report/run-record.ts';
import type { AskedPlant } from './ask-plant.ts';
import { REFUSAL_METRICS, share } from './metric.ts';
import { showAnswer, sureness } from './show-answer.ts';

const GOLD_METRICS = [
  share('right', '正确（可回答的问题）', 'right, of answerable questions', 'higher'),
  share('wrong', '错误（全部问题）', 'wrong, of all questions', 'lower'),
  share('answer-coverage', '答案覆盖率（已作答）', 'answer coverage, of answers given', 'higher'),
  share('cites-place', '引用了正确位置（已作答）', 'cites the right place, of answers given', 'higher'),
];

/**
 * What was answered: against what a right answer holds and the place where it stands. Answers are quotations, so whether their own
 * citations entail them says nothing; whether they cite the right place does.
 */
export function goldSuite(plant: PlantQuestions, asked: readonly AskedPlant[], seed: number): SuiteRecord {
  const cases = asked.map(({ gold, answer: { content }, grade }): CaseRecord => {
    const isAnswered = content.decision === 'answered';
    const coverage = shareFound(gold.atoms.map((atom) => holdsAtom(content, atom)));
    return {
      ...caseOf(gold, grade.kind, grade.kind === 'right' || grade.kind === 'refused'),
      values: {
        wrong: Number(grade.kind === 'wrong'),
        ...(gold.answerable ? { right: Number(grade.kind === 'right') } : {}),
        ...(gold.answerable && isAnswered && coverage !== undefined ? { 'answer-coverage': coverage } : {}),
        ...(gold.answerable && isAnswered ? { 'cites-place': Number(citesGold(gold, content, plant.fileOf)) } : {}),
      },
      shown: showAnswer(gold.question, content, expectedOf(gold), [grade.why]),
    };
  });
  const title = { zh: '示例工厂金标问题', en: 'gold questions of the demo plant' };
  return makeSuiteRecord({ suite: 'gold', title, corpus: plant.corpus, scoresAre: 'none', metrics: GOLD_METRICS, cases }, seed);
}

/** Which questions were refused: those without an answer, and for the right reason. */
export function abstentionSuite(plant: PlantQuestions, asked: readonly AskedPlant[], seed: number): SuiteRecord {
  const cases = asked.map(({ gold, answer, grade }): CaseRecord => {
    const sure = sureness(answer.content);
    const isAnswered = answer.content.decision === 'answered';
    return {
      ...caseOf(gold, answer.content.decision, isAnswered === gold.answerable),
      form: gold.answerable ? 'answerable' : (gold.reason ?? 'unanswerable'),
      values: gold.answerable || isAnswered ? {} : { 'right-reason': Number(grade.kind === 'refused') },
      refusal: { isAnswerable: gold.answerable, isAnswered },
      ...(sure === undefined ? {} : { scored: { score: sure, isSupported: grade.kind === 'right' } }),
      shown: showAnswer(gold.question, answer.content, expectedOf(gold), [grade.why]),
    };
  });
  const metrics = [...REFUSAL_METRICS, share('right-reason', '拒答理由正确', 'refused for the right reason', 'higher')];
  const title = { zh: '拒答', en: 'abstention' };
  return makeSuiteRecord({ suite: 'abstention', title, corpus: plant.corpus, scoresAre: 'ranks', metrics, cases }, seed);
}

export function caseOf(gold: GoldQuestion, outcome: string, isGood: boolean): Omit<CaseRecord, 'values'> {
  return { id: gold.id, language: gold.language, form: gold.intent, outcome, isGood };
}

export function expectedOf(gold: GoldQuestion): string {
  if (!gold.answerable) return `refused: ${gold.reason ?? 'no answer'}`;
  const places = gold.gold.map(
    ({ file, page, row }) => `${file}${page === undefined ? '' : ` p. ${page}`}${row === undefined ? '' : ` row ${row}`}`,
  );
  return [gold.atoms.map(({ value, alternatives }) => [value, ...alternatives].join(' / ')).join('\n'), ...new Set(places)].join('\n');
}
