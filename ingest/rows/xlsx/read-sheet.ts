import type { Package } from '../../archive/open-package.ts';
import type { RawCell, RawRow } from '../raw-row.ts';
import { createMergeFill } from './fill-merges.ts';
import { columnNumber, readMerges } from './read-merges.ts';
import type { Workbook } from './read-workbook.ts';
import { numberCell, textCell, trimEnd } from './sheet-cell.ts';

/** Columns that a sheet can have; cells that claim to stand beyond are damage. */
const MAX_COLUMNS = 16_384;
const EMPTY: RawCell = { text: '' };

/** Rows of a sheet in order, in batches; rows without any value are no records. */
export async function* readSheet(source: Package, part: string, workbook: Workbook): AsyncGenerator<readonly RawRow[]> {
  const mergeStream = await source.partStream(part);
  const fill = createMergeFill(mergeStream === undefined ? [] : await readMerges(mergeStream));
  let ready: RawRow[] = [];
  let cells: RawCell[] = [];
  let rowNumber = 0;
  let column = 0;
  let cell: { type: string; style: number; value: string } = { type: 'n', style: 0, value: '' };
  let inValue = false;
  const steps = source.readPartSteps(part, {
    open: (name, attributes) => {
      if (name === 'row') {
        rowNumber = Number(attributes.r ?? rowNumber + 1);
        cells = [];
        column = 0;
      } else if (name === 'c') {
        const letters = /^[A-Z]{1,3}/.exec(attributes.r ?? '')?.[0];
        column = letters === undefined ? column + 1 : columnNumber(letters);
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '' };
      } else if (name === 'v' || name === 't') inValue = true;
      else if (name === 'rPh') inValue = false;
    },
    text: (text) => {
      if (inValue) cell.value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'c' && column <= MAX_COLUMNS) {
        while (cells.length < column - 1) cells.push(EMPTY);
        cells[column - 1] = readCell(cell, workbook);
      } else if (name === 'row' && cells.some((value) => value.text !== '')) {
        ready.push({ cells: fill(rowNumber, trimEnd(cells)), line: rowNumber });
      }
    },
  });
  for await (const _ of steps) {
    if (ready.length > 0) yield ready;
    ready = [];
  }
}

function readCell(cell: { readonly type: string; readonly style: number; readonly value: string }, workbook: Workbook): RawCell {
  const { type, value } = cell;
  if (value === '') return EMPTY;
  switch (type) {
    case 's':
      return textCell(workbook.strings[Number(value)] ?? '');
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE' };
    case 'n':
      return numberCell(Number(value), workbook.formats[cell.style] ?? 'plain', workbook.dayOffset, value);
    default:
      return textCell(value);
  }
}
