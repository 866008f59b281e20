import { readAllStatements } from '../detector/mutation/read-statements.ts';
import { type MutationReport, runMutationSuite } from '../detector/mutation/run-mutation-suite.ts';
import { makeSuiteRecord } from '../report/make-suite-record.ts';
import type { CaseRecord, SuiteRecord } from '../report/run-record.ts';
import { share } from './metric.ts';

const METRICS = [
  share('noticed', '改变含义的编辑被发现', 'edits that change the meaning, noticed', 'higher'),
  share('false-alarm', '保持含义的编辑误报', 'edits that keep the meaning, flagged', 'lower'),
];

export const MUTATION_TITLE = { zh: '变异测试', en: 'labelled edits of public sentences' };

interface MutationSuiteOptions {
  readonly dataFolder: string;
  /** Trials of each kind, language and half. */
  readonly count: number;
  readonly seed: number;
  readonly onProgress: (text: string) => void;
}

/** Labelled edits, a case each; of the half that is held back only the outcome is told. */
export async function mutationSuite(
  { dataFolder, count, seed, onProgress }: MutationSuiteOptions,
  signal: AbortSignal,
): Promise<SuiteRecord> {
  const statements = await readAllStatements(dataFolder, (set) => onProgress(`statements of ${set}`), signal);
  const report = await runMutationSuite(statements, { seed, count, strictness: 'strict' }, signal);
  return makeSuiteRecord(
    {
      suite: 'mutation',
      title: MUTATION_TITLE,
      corpus: String(report.statements),
      scoresAre: 'none',
      metrics: METRICS,
      cases: report.rows.flatMap((row) => casesOfRow(row, report)),
    },
    seed,
  );
}

function casesOfRow(row: MutationReport['rows'][number], { wrong }: MutationReport): readonly CaseRecord[] {
  const { kind, language, part, changes, trials, right } = row;
  const shown = part === 'development' ? wrong.filter((one) => one.kind === kind && one.language === language) : [];
  return Array.from({ length: trials }, (_, at): CaseRecord => {
    const isRight = at >= trials - right;
    const detail = isRight ? undefined : shown[at];
    return {
      id: `${kind} ${language} ${part} ${String(at + 1).padStart(3, '0')}`,
      language,
      form: kind,
      outcome: isRight === changes ? 'flagged' : 'let through',
      isGood: isRight,
      values: changes ? { noticed: Number(isRight) } : { 'false-alarm': Number(!isRight) },
      ...(detail === undefined
        ? {}
        : {
            shown: {
              answer: detail.claims.join('\n'),
              expected: changes ? 'flagged' : 'let through',
              evidence: [{ source: detail.file, text: detail.source }],
              claims: [],
              notes: [detail.said],
            },
          }),
    };
  });
}
