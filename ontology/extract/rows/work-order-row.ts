import type { Key } from '../../../kernel/index.ts';
import { failureMentions } from '../coded-fields.ts';
import type { PassageReading } from '../passage-reading.ts';
import { cellsOf, rowReading } from '../row-names.ts';

const EXTRACTOR = 'log/work-order';

/**
 * A row of a maintenance log: the order is ON its asset and RECORDS the failure modes that it names, as observed. A log without
 * order numbers gives the modes to the asset itself.
 */
export function readWorkOrderRow(reading: PassageReading): void {
  const { draft, passage } = reading;
  const cell = cellsOf(reading, 'order-number')[0];
  const order = cell === undefined ? undefined : draft.key('WorkOrder', 'code', cell.text);
  const assetCells = cellsOf(reading, 'asset');
  if (cell !== undefined && order !== undefined) {
    draft.use(order, passage, cell.start, cell.end);
    if (assetCells.length > 0) {
      for (const subject of reading.subjects)
        draft.fact(rowReading(reading, [cell, ...assetCells], EXTRACTOR, 0.95, 'observed'), order, 'ON', subject);
    }
  }
  for (const mention of failureMentions(reading.passage.text, reading.concepts)) {
    const mode = draft.conceptKey(mention.concept);
    const place = rowReading(reading, [mention], EXTRACTOR, 0.7, 'observed');
    if (order !== undefined) draft.fact(place, order, 'RECORDS', mode);
    else if (assetCells.length > 0) addModes(reading, place, mode);
  }
}

function addModes(reading: PassageReading, place: Parameters<PassageReading['draft']['fact']>[0], mode: Key): void {
  for (const subject of reading.subjects) reading.draft.fact(place, subject, 'HAS_MODE', mode);
}
