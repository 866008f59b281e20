import { packageFile } from '../../app/index.ts';
import { canonicalJson, sha256 } from '../../kernel/index.ts';
import type { FoldScore } from '../extraction/fold-score.ts';
import { runExtractionSuite } from '../extraction/run-extraction-suite.ts';
import { makeSuiteRecord } from '../report/make-suite-record.ts';
import type { CaseRecord, SuiteRecord } from '../report/run-record.ts';
import { share } from './metric.ts';

const FOLDS = 5;
/** Of the parts of all tasks together it says little: each task has its own row. */
const METRICS = [share('figure', '各任务得分（按形式分列）', 'figure of each task, by form', 'higher')];

export const EXTRACTION_TITLE = { zh: '日志文本抽取', en: 'what is learnt of log texts' };

/** What is learnt of log texts, a case each part that had no share in learning. */
export async function extractionSuite(
  { dataFolder, seed, onProgress }: { readonly dataFolder: string; readonly seed: number; readonly onProgress: (text: string) => void },
  signal: AbortSignal,
): Promise<SuiteRecord> {
  const sentences = packageFile('datasets', 'log-sentences');
  const scores = await runExtractionSuite({ dataFolder, sentences, folds: FOLDS, onProgress }, signal);
  const corpus = sha256(canonicalJson(scores.map(({ task, texts }) => ({ task, texts }))));
  return makeSuiteRecord(
    { suite: 'extraction', title: EXTRACTION_TITLE, corpus, scoresAre: 'none', metrics: METRICS, cases: scores.flatMap(casesOf) },
    seed,
  );
}

function casesOf({ task, measure, parts, texts, figures }: FoldScore): readonly CaseRecord[] {
  return figures.map((figure, at) => ({
    id: `${task} ${measure} ${at + 1}`,
    language: 'none',
    form: `${task}: ${measure}`,
    outcome: 'measured',
    isGood: true,
    values: { figure },
    shown: { answer: figure.toFixed(3), evidence: [], claims: [], notes: [`${texts} texts, ${parts}`] },
  }));
}
