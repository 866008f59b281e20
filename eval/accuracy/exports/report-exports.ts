import { printTable } from '../../print-table.ts';
import type { ScoredExport } from './run-export-suite.ts';

/** A line an export and one for all, then what is wrong. `withFaults` false leaves out what is wrong, for exports whose headers are kept back. */
export function reportExports(exports: readonly ScoredExport[], withFaults: boolean): string {
  const line = (name: string, of: readonly ScoredExport[]): readonly (string | number)[] => {
    const sum = (key: Exclude<keyof ScoredExport['score'], 'faults'>): number => of.reduce((total, { score }) => total + score[key], 0);
    return [
      name,
      sum('rows'),
      sum('rowsRead'),
      `${sum('rolesRight')}/${sum('columns')}`,
      `${((100 * sum('rolesRight')) / Math.max(1, sum('columns'))).toFixed(0)} %`,
      sum('cells'),
      sum('lost'),
      sum('told'),
      `${sum('unitsRight')}/${sum('units')}`,
      sum('unitsWrong'),
      `${sum('sumsRight')}/${sum('sums')}`,
    ];
  };
  const table = printTable(
    ['export', 'rows', 'read', 'roles', 'right', 'cells', 'lost', 'told', 'units', 'wrong', 'sums'],
    [...exports.map((one) => line(one.fileName, [one])), line('all', exports)],
  );
  const faults = withFaults
    ? exports.flatMap(({ fileName, form, score }) =>
        score.faults.length === 0 ? [] : [`${fileName}: ${form}`, ...score.faults.map((fault) => `  ${fault}`)],
      )
    : [];
  return `${table}\n${faults.length === 0 ? '' : `\n${faults.join('\n')}\n`}`;
}
