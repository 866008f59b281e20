import type { QualityReport, ReportedColumn } from './quality-report.ts';

/** Columns of a log whose meaning nobody knows: neither their header told it nor did a person. Their cells count as words alone. */
export function unknownColumns({ columns = [] }: Pick<QualityReport, 'columns'>): readonly ReportedColumn[] {
  return columns.filter(({ role, decisions = [] }) => role === undefined && decisions.length === 0);
}
