import { describe, expect, it } from 'vitest';
import { fitColumns } from './fit-columns.ts';
import { measureBySize } from './picture.test-support.ts';

const column = (head: string, ...cells: string[]) => ({ head, cells });
const sum = (widths: readonly number[] | undefined): number => (widths ?? []).reduce((total, one) => total + one, 0);

describe('fitColumns', () => {
  it('gives each column what its longest line wants where there is room', () => {
    const [code = 0, cause = 0] =
      fitColumns([column('代码', 'A-103'), column('Cause', '轴承磨损', 'worn\nbearing')], 800, measureBySize) ?? [];
    expect(code).toBeGreaterThanOrEqual(measureBySize('A-103', { size: 15, bold: false }));
    expect(cause).toBeGreaterThan(code);
    expect(code + cause).toBeLessThan(200);
  });

  it('breaks long cells into lines before it takes room from the words of others', () => {
    const long = 'Check whether the hardware is normal and restart. '.repeat(6);
    const widths = fitColumns(
      [column('code', '1200'), column('action', long), column('处理', '检查硬件。'.repeat(20))],
      600,
      measureBySize,
    );
    expect(sum(widths)).toBeLessThanOrEqual(600);
    expect(widths?.[0]).toBeGreaterThanOrEqual(measureBySize('1200', { size: 15, bold: false }));
  });

  it('breaks a name of a column behind its signs, but no word of a cell', () => {
    const least = (head: string, cell: string) => fitColumns([column(head, cell), column('note', 'x '.repeat(400))], 200, measureBySize);
    expect(least('equipment_name', 'x')).toBeDefined();
    expect(least('name', 'equipment_name_1234')).toBeUndefined();
  });

  it('says when the columns do not fit beside each other', () => {
    const columns = Array.from({ length: 30 }, (_, index) => column(`列${index}`, `value${index}`));
    expect(fitColumns(columns, 800, measureBySize)).toBeUndefined();
  });
});
