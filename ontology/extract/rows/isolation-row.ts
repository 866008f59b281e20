import { titlesAbove } from '../../../kernel/index.ts';
import { type PassageReading, tagKeys } from '../passage-reading.ts';
import { cellsOf, rowReading } from '../row-names.ts';

const EXTRACTOR = 'table/isolation';
/** A header that only a list of isolation points has. */
const ISOLATION_HEADER = /energy|isolation|isolat|lock(?:out|ed)|能量|隔离|上锁/iu;

/** Whether the row lists an isolation point: a tag, and a column on energy or isolation. */
export function isIsolationRow(reading: PassageReading): boolean {
  const columns = reading.passage.cells ?? [];
  return cellsOf(reading, 'asset').length > 0 && columns.some((cell) => ISOLATION_HEADER.test(cell.column));
}

/**
 * A row of a list of isolation points: the machine that the row names beside the point, else the one that heading or title name,
 * is ISOLATED_BY the point.
 */
export function readIsolationRow(reading: PassageReading): void {
  const { draft } = reading;
  const pointCell = cellsOf(reading, 'asset')[0];
  const points = reading.scope.filter((key) => key.class === 'tag');
  if (pointCell === undefined) return;
  const beside = reading.identifiers.filter((mention) => mention.start >= pointCell.end);
  const named = beside.flatMap((mention) => tagKeys(draft, mention));
  const above = [...titlesAbove(reading.passage), reading.title];
  const groups = [named, ...above.map((text) => reading.grammar.find(text).flatMap((mention) => tagKeys(draft, mention)))];
  const machines = groups.find((keys) => keys.length > 0) ?? [];
  for (const machine of machines) {
    for (const point of points) {
      if (machine.id !== point.id) draft.fact(rowReading(reading, [pointCell, ...beside], EXTRACTOR, 0.85), machine, 'ISOLATED_BY', point);
    }
  }
}
