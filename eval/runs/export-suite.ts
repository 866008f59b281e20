import { canonicalJson, sha256 } from '../../kernel/index.ts';
import { runExportSuite, type ScoredExport } from '../accuracy/exports/run-export-suite.ts';
import { makeSuiteRecord } from '../report/make-suite-record.ts';
import type { CaseRecord, SuiteRecord } from '../report/run-record.ts';
import { share } from './metric.ts';

const METRICS = [
  share('roles', '列角色正确', 'roles of columns that are right', 'higher'),
  share('rows', '行被读取', 'rows that were read', 'higher'),
  share('cells-lost', '单元格丢失', 'cells that were lost', 'lower'),
  share('units', '单位正确', 'units that are right', 'higher'),
  share('sums', '合计正确', 'sums of columns that are right', 'higher'),
];

const TITLE = { zh: '生成的系统导出', en: 'exports made by seed' };

/** What is read of exports as maintenance systems write them, one a seed; needs nothing but this program. */
export async function exportSuite(
  { count, seed, onProgress }: { readonly count: number; readonly seed: number; readonly onProgress: (text: string) => void },
  signal: AbortSignal,
): Promise<SuiteRecord> {
  const seeds = Array.from({ length: count }, (_, at) => at + 1);
  const scored = await runExportSuite({ seeds, isReserve: false }, ({ fileName }) => onProgress(fileName), signal);
  const corpus = sha256(canonicalJson({ seeds, files: scored.map(({ fileName }) => fileName) }));
  const cases = scored.map((one, at) => caseOf(one, seeds[at] ?? 0));
  return makeSuiteRecord({ suite: 'exports', title: TITLE, corpus, scoresAre: 'none', metrics: METRICS, cases }, seed);
}

function caseOf({ fileName, form, score }: ScoredExport, seed: number): CaseRecord {
  const { rows, rowsRead, columns, rolesRight, cells, lost, units, unitsRight, sums, sumsRight, faults } = score;
  return {
    id: `export ${String(seed).padStart(4, '0')}`,
    language: 'none',
    form,
    outcome: faults.length === 0 ? 'as made' : `${faults.length} faults`,
    isGood: faults.length === 0,
    values: {
      ...part('roles', rolesRight, columns),
      // A row too many is as wrong as one too few.
      ...part('rows', Math.max(0, rows - Math.abs(rows - rowsRead)), rows),
      ...part('cells-lost', lost, cells),
      ...part('units', unitsRight, units),
      ...part('sums', sumsRight, sums),
    },
    shown: { answer: '', expected: fileName, evidence: [], claims: [], notes: [...faults] },
  };
}

/** Nothing where there is nothing to be right about. */
function part(name: string, right: number, all: number): Readonly<Record<string, number>> {
  return all === 0 ? {} : { [name]: right / all };
}
