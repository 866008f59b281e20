import { printTable } from '../../print-table.ts';
import type { JudgedUnit } from './run-structure-suite.ts';
import { STRUCTURE_GROUPS, type StructureUnit } from './structure-unit.ts';

/** Units of each group that are counted, in the order of the sample; the rest are spare. */
const COUNTED: Readonly<Record<StructureUnit['group'], number>> = { md: 10, pdf: 10, 'docx-or-html': 5, rst: 5, table: 10 };

/** Each unit as right or wrong with what differs, then the figures of each group, spare units apart. */
export function reportStructure(judged: readonly JudgedUnit[]): string {
  const lines = judged.map(({ unit, verdict, differences }) => {
    const form = unit.form === 'as it is' ? '' : ` as ${unit.form}`;
    const place = unit.lines ?? unit.pages;
    const at = place === undefined ? '' : ` ${unit.lines === undefined ? 'pages' : 'lines'} ${place[0]}-${place[1]}`;
    return `${unit.id} ${verdict}: ${unit.kind}, ${unit.file}${at}${form}\n${differences.map((what) => `    ${what}\n`).join('')}`;
  });
  const rows = STRUCTURE_GROUPS.map((group) => {
    const own = judged.filter(({ unit }) => unit.group === group);
    return [group, ...figures(own.slice(0, COUNTED[group])), ...figures(own.slice(COUNTED[group]))];
  });
  const sums = rows.reduce<number[]>((sum, row) => row.slice(1).map((value, index) => Number(value) + (sum[index] ?? 0)), []);
  const table = printTable(['group', 'units', 'right', 'absent', 'spare', 'spare right', 'spare absent'], [...rows, ['all', ...sums]]);
  return `${lines.join('')}\n${table}\n`;
}

function figures(judged: readonly JudgedUnit[]): readonly number[] {
  const of = (verdict: JudgedUnit['verdict']): number => judged.filter((one) => one.verdict === verdict).length;
  return [judged.length, of('right'), of('absent')];
}
