import { parseNumeral, type Qualifier } from '../../../kernel/index.ts';
import type { PassageReading } from '../passage-reading.ts';
import { cellsOf, nameAt, rowReading } from '../row-names.ts';

const EXTRACTOR = 'table/parts';

/** A row of a parts list: subject HAS_PART part with its quantity; the part's number and name are said together. */
export function readPartsRow(reading: PassageReading): void {
  const { draft, passage } = reading;
  const number = cellsOf(reading, 'part-number')[0];
  const nameCell = [...cellsOf(reading, 'part-name'), ...cellsOf(reading, 'component')][0];
  const name = nameCell === undefined ? undefined : nameAt(reading, 'Part', nameCell.start, nameCell.end);
  const numbered = number === undefined ? undefined : draft.key('Part', 'part-number', number.text);
  if (number !== undefined && numbered !== undefined) draft.use(numbered, passage, number.start, number.end);
  if (numbered !== undefined && name !== undefined) draft.link(numbered, name.key, 'said-together');
  const part = numbered ?? name?.key;
  const places = [...(number === undefined ? [] : [number]), ...(name === undefined ? [] : [name]), ...cellsOf(reading, 'quantity')];
  if (part === undefined) return;
  for (const subject of reading.subjects) {
    draft.fact(rowReading(reading, places, EXTRACTOR, 0.9), subject, 'HAS_PART', part, quantity(reading));
  }
}

function quantity(reading: PassageReading): readonly Qualifier[] {
  const cell = cellsOf(reading, 'quantity')[0];
  if (cell === undefined) return [];
  const number = parseNumeral(cell.text);
  const value =
    number === undefined ? ({ kind: 'text', text: cell.text } as const) : ({ kind: 'number', text: cell.text, number } as const);
  return [{ name: 'quantity', value: { kind: 'value', value } }];
}
