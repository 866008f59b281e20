import { describe, expect, it } from 'vitest';
import { passageOf, rowOf } from './picture.test-support.ts';
import { picturePassage } from './picture-passage.ts';
import { tableColumns } from './table-columns.ts';

const rows = (...given: Parameters<typeof rowOf>[1][]) => given.map((values, order) => picturePassage(rowOf(order, values)));

describe('tableColumns', () => {
  it('finds the order of all columns from rows that lack some', () => {
    const { names } = tableColumns(
      rows({ 代码: '1', 原因: 'b' }, { 代码: '2', Level: '5', 原因: 'c', 处理: 'd' }, { Level: '6', 处理: 'e' }),
    );
    expect(names).toEqual(['代码', 'Level', '原因', '处理']);
  });

  it('puts each cell of a row under its column, and leaves those without words empty', () => {
    const [full, sparse] = rows({ Code: '1', Cause: 'worn', Remedy: '更换' }, { Code: '2', Remedy: 'clean' });
    if (full === undefined || sparse === undefined) throw new Error('no rows');
    const { cellsOf } = tableColumns([full, sparse]);
    expect(cellsOf(sparse)?.map((cell) => cell?.content.text)).toEqual(['2', undefined, 'clean']);
  });

  it('keeps two columns of one name apart', () => {
    const cells = [
      { column: '备注', start: 0, end: 1 },
      { column: '备注', start: 2, end: 3 },
    ];
    expect(tableColumns([picturePassage(passageOf(0, 'a\tb', { cells, structure: { table: 0 } }))]).names).toEqual(['备注', '备注']);
  });

  it('shows the words that a row takes from one above as taken over', () => {
    const first = picturePassage(rowOf(0, { Fault: '过热', Cause: 'grease' }));
    const rowLabels = [{ text: '过热', order: 0, column: 'Fault' }];
    const second = picturePassage(rowOf(1, { Cause: '磨损' }, { structure: { table: 0, rowLabels } }));
    const { cellsOf } = tableColumns([first, second]);
    expect(cellsOf(second)?.map((cell) => [cell?.content.text, cell?.isInherited])).toEqual([
      ['过热', true],
      ['磨损', false],
    ]);
  });

  it('takes rows of a name and what is said of it as two columns without a header', () => {
    const field = (order: number, name: string, value: string) =>
      picturePassage(
        passageOf(order, `${name}: ${value}`, {
          kind: 'table-row',
          structure: { table: 0 },
          cells: [
            { column: '', start: 0, end: name.length },
            { column: name, start: name.length + 2, end: name.length + 2 + value.length },
          ],
        }),
      );
    const { names, isNamed, cellsOf } = tableColumns([field(0, '型号', 'P-201'), field(1, 'Weight', '48 kg')]);
    expect([names, isNamed]).toEqual([['', ''], false]);
    expect(cellsOf(field(1, 'Weight', '48 kg'))?.map((cell) => cell?.content.text)).toEqual(['Weight', '48 kg']);
  });

  it('gives no cells for a row over the whole width', () => {
    const over = picturePassage(passageOf(0, '机械部分', { structure: { table: 0 }, cells: [{ column: '', start: 0, end: 4 }] }));
    expect(tableColumns([over, ...rows({ A: '1', B: '2' })]).cellsOf(over)).toBeUndefined();
  });
});
