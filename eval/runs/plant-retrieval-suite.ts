import type { GoldQuestion } from '../../datasets/index.ts';
import { fold } from '../../kernel/index.ts';
import type { PlantQuestions } from '../accuracy/open-plant.ts';
import { coversBox } from '../metrics/covers-box.ts';
import { contextPrecision, reciprocalRank, shareFound } from '../metrics/retrieval-scores.ts';
import { makeSuiteRecord } from '../report/make-suite-record.ts';
import type { CaseRecord, SuiteRecord } from '../report/run-record.ts';
import type { FoundPassage } from '../target/deployment.ts';
import { type AskedPlant, CONTEXTS } from './ask-plant.ts';
import { share } from './metric.ts';
import { caseOf, expectedOf } from './plant-answer-suites.ts';

type GoldPlace = GoldQuestion['gold'][number];

const METRICS = [
  share('context-recall', `上下文召回率（前 ${CONTEXTS}）`, `context recall, of the first ${CONTEXTS}`, 'higher'),
  share('context-precision', `上下文精确率（前 ${CONTEXTS}）`, `context precision, of the first ${CONTEXTS}`, 'higher'),
  share('reciprocal-rank', '平均倒数排名', 'mean reciprocal rank', 'higher'),
  share('first', '首位命中', 'right passage first', 'higher'),
];

/** How far up search has the places that answer. Questions that are computed over rows have no place and are left out. */
export function retrievalSuite(plant: PlantQuestions, asked: readonly AskedPlant[], seed: number): SuiteRecord {
  const cases = asked
    .filter(({ gold }) => gold.answerable && gold.gold.length > 0)
    .map(({ gold, hits }): CaseRecord => {
      const isAt = (hit: FoundPassage, place: GoldPlace) => plant.fileOf(hit.documentId) === place.file && holdsPlace(hit, place);
      const isRelevant = hits.map((hit) => gold.gold.some((place) => isAt(hit, place)));
      // The same stands in documents of both languages: those of one file are all that is needed, or any one place.
      const files = [...new Set(gold.gold.map(({ file }) => file))];
      const found = files.map((file) =>
        gold.gold.filter((place) => place.file === file).map((place) => hits.some((hit) => isAt(hit, place))),
      );
      const recalls = found.map((all) => (gold.every === true ? (shareFound(all) ?? 0) : Number(all.some(Boolean))));
      const rank = isRelevant.indexOf(true);
      return {
        ...caseOf(gold, rank < 0 ? 'not-found' : `rank ${rank + 1}`, rank >= 0),
        values: {
          'context-recall': Math.max(...recalls),
          'context-precision': contextPrecision(isRelevant) ?? 0,
          'reciprocal-rank': reciprocalRank(isRelevant, CONTEXTS),
          first: Number(rank === 0),
        },
        shown: {
          question: gold.question,
          answer: '',
          expected: expectedOf(gold),
          evidence: hits.map((hit, at) => ({
            source: `${at + 1} ${plant.fileOf(hit.documentId) ?? ''}${isRelevant[at] ? ' ✓' : ''}`,
            text: hit.text,
          })),
          claims: [],
          notes: [],
        },
      };
    });
  const title = { zh: '检索', en: 'retrieval' };
  return makeSuiteRecord({ suite: 'retrieval', title, corpus: plant.corpus, scoresAre: 'none', metrics: METRICS, cases }, seed);
}

function holdsPlace({ anchors, text }: FoundPassage, { page, boxes, row, sheet, quote }: GoldPlace): boolean {
  if (page !== undefined) return (boxes ?? []).some((box) => coversBox(anchors, page, box));
  if (row !== undefined)
    return anchors.some((anchor) => anchor.kind === 'row' && anchor.row === row && (sheet === undefined || anchor.sheet === sheet));
  return tight(text).includes(tight(quote));
}

function tight(text: string): string {
  return fold(text).replace(/\s+/gu, '');
}
