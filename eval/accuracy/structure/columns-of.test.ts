import { expect, it } from 'vitest';
import { makeDocumentId, makeVersionId, type Passage, parseTenantId } from '../../../kernel/index.ts';
import { columnsOf } from './columns-of.ts';

const tenant = parseTenantId('sample');
if (tenant === undefined) throw new Error('the tenant of the sample has no valid name');
const versionId = makeVersionId(makeDocumentId(tenant, 'sample'), '0'.repeat(64));

function row(order: number, columns: readonly string[], texts: readonly string[]): Passage {
  const starts = texts.map((_, index) => texts.slice(0, index).join('\t').length + (index > 0 ? 1 : 0));
  const cells = texts.map((text, index) => ({
    column: columns[index] ?? '',
    start: starts[index] ?? 0,
    end: (starts[index] ?? 0) + text.length,
  }));
  const passage: Pick<Passage, 'order' | 'versionId' | 'kind' | 'text' | 'cells'> = {
    order,
    versionId,
    kind: 'table-row',
    text: texts.join('\t'),
    cells,
  };
  return passage as Passage;
}

it('gives the columns as the cells of all rows name them', () => {
  const rows = [row(0, ['部位', '限值'], ['轴承', '75 ℃']), row(1, ['部位', '备注'], ['Casing', 'cool'])];
  expect(columnsOf(rows, rows)).toEqual(['部位', '备注', '限值']);
});

it.each([[['额定流量', '12 m³/h']], [['Rated flow', '12 m³/h']]])(
  'gives no column where rows name their values themselves: %s',
  (texts) => {
    const rows = [row(0, ['', texts[0] ?? ''], texts)];
    expect(columnsOf(rows, rows)).toEqual([]);
  },
);
