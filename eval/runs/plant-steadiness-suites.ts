import type { AnswerContent } from '../../answering/index.ts';
import { findQuantities } from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import type { PlantQuestions } from '../accuracy/open-plant.ts';
import { makeSuiteRecord } from '../report/make-suite-record.ts';
import type { CaseRecord, SuiteRecord } from '../report/run-record.ts';
import type { AskedPlant } from './ask-plant.ts';
import { share, time } from './metric.ts';
import { caseOf } from './plant-answer-suites.ts';
import { showAnswer } from './show-answer.ts';

const STABILITY_METRICS = [
  share('same-bytes', '重复提问逐字节相同', 'asked again: the same bytes', 'higher'),
  share('same-values', '换一种问法数值相同', 'in other words: the same values', 'higher'),
  share('same-passages', '换一种问法引用重合度', 'in other words: cited passages in common', 'higher'),
];

/** Whether a question that is asked again, or in other words, is answered alike. */
export function stabilitySuite(plant: PlantQuestions, asked: readonly AskedPlant[], seed: number): SuiteRecord {
  const cases = asked.flatMap(({ gold, answer, again }): CaseRecord[] => {
    if (again === undefined) return [];
    const isSame = answer.digest === again.same.digest;
    const isAlike = valuesOf(answer.content) === valuesOf(again.other.content);
    return [
      {
        ...caseOf(gold, isSame ? (isAlike ? 'same' : 'other values') : 'other bytes', isSame && isAlike),
        values: {
          'same-bytes': Number(isSame),
          'same-values': Number(isAlike),
          'same-passages': inCommon(passagesOf(answer.content), passagesOf(again.other.content)),
        },
        shown: showAnswer(again.reworded, again.other.content, showAnswer(gold.question, answer.content, '').answer, [gold.question]),
      },
    ];
  });
  const title = { zh: '稳定性', en: 'stability' };
  return makeSuiteRecord({ suite: 'stability', title, corpus: plant.corpus, scoresAre: 'none', metrics: STABILITY_METRICS, cases }, seed);
}

/** How long an answer took, on this machine as it was; held by nothing. */
export function latencySuite(plant: PlantQuestions, asked: readonly AskedPlant[], seed: number): SuiteRecord {
  const cases = asked.map(
    ({ gold, milliseconds }): CaseRecord => ({
      ...caseOf(gold, 'measured', true),
      values: { median: milliseconds, 'ninety-fifth': milliseconds },
    }),
  );
  const metrics = [
    time('median', '中位延迟', 'median time of an answer', 'median'),
    time('ninety-fifth', '95 分位延迟', '95th percentile of an answer', 'ninety-fifth'),
  ];
  const title = { zh: '延迟', en: 'latency' };
  return makeSuiteRecord({ suite: 'latency', title, corpus: plant.corpus, scoresAre: 'none', metrics, cases }, seed);
}

const GRAMMAR = siteGrammar([]);

/** Decision, quantities and codes of an answer, in an order of their own. */
function valuesOf({ decision, claims }: AnswerContent): string {
  const values = claims.flatMap(({ text }) => [
    ...findQuantities(text, GRAMMAR).map(({ start, end }) => text.slice(start, end)),
    ...GRAMMAR.find(text).map(({ identifier }) => identifier.folded),
  ]);
  return [decision, ...[...new Set(values)].sort()].join('\n');
}

function passagesOf({ citations }: AnswerContent): ReadonlySet<string> {
  return new Set(citations.map(({ passageId }) => passageId));
}

/** Jaccard; two answers that cite nothing are alike. */
function inCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = new Set([...a, ...b]);
  return all.size === 0 ? 1 : [...a].filter((one) => b.has(one)).length / all.size;
}
