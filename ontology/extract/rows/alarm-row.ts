import type { Key } from '../../../kernel/index.ts';
import { cellValue } from '../cell-value.ts';
import type { PassageReading, RowCell } from '../passage-reading.ts';
import { cellsOf, type NamedSpan, nameAt, namesIn, rowReading } from '../row-names.ts';
import { addCauses, addRemedies } from './troubleshooting-row.ts';

const EXTRACTOR = 'table/alarm';

/**
 * A row of an alarm list or an alarm log. In a list the alarm text is a symptom that the code indicates, with causes, remedies
 * and set values; in a log (a row with a date) the code was observed on the asset of its row.
 */
export function readAlarmRow(reading: PassageReading): void {
  const cell = cellsOf(reading, 'alarm-code')[0];
  if (cell === undefined) return;
  const key = alarmKey(reading, cell);
  if (key === undefined) return;
  reading.draft.use(key, reading.passage, cell.start, cell.end);
  const alarm: NamedSpan = { key, start: cell.start, end: cell.end };
  if (cellsOf(reading, 'date').length > 0) {
    for (const subject of reading.subjects) {
      const places = [alarm, ...cellsOf(reading, 'asset')];
      reading.draft.fact(rowReading(reading, places, EXTRACTOR, 0.9, 'observed'), key, 'ON', subject);
    }
    return;
  }
  const texts = [...cellsOf(reading, 'alarm-text'), ...cellsOf(reading, 'symptom')];
  const symptoms = texts.flatMap((text) => nameAt(reading, 'Symptom', text.start, text.end) ?? []);
  for (const symptom of symptoms) {
    reading.draft.fact(rowReading(reading, [alarm, symptom], EXTRACTOR, 0.9), symptom.key, 'INDICATED_BY', key);
    for (const other of symptoms) {
      const translates = symptom.key.language === 'en' && other.key.language === 'zh';
      if (translates) reading.draft.link(symptom.key, other.key, 'glossary');
    }
  }
  for (const effect of namesIn(reading, 'effect', 'Effect'))
    reading.draft.fact(rowReading(reading, [alarm, effect], EXTRACTOR, 0.85), key, 'HAS_EFFECT', effect.key);
  const causes = namesIn(reading, 'cause', 'Cause');
  addCauses(reading, alarm, causes);
  addRemedies(reading, alarm, causes, [...namesIn(reading, 'remedy', 'Activity'), ...namesIn(reading, 'action', 'Activity')]);
  for (const value of cellsOf(reading, 'value')) {
    const unit = cellsOf(reading, 'unit')[0]?.text;
    reading.draft.fact(
      rowReading(reading, [alarm, value], EXTRACTOR, 0.85),
      key,
      'HAS_SPEC',
      cellValue(value.text, unit, value.column, reading.grammar),
    );
  }
}

/** A code of digits alone names nothing outside its own list, so its document becomes part of the name. */
function alarmKey(reading: PassageReading, cell: RowCell): Key | undefined {
  if (/\p{L}/u.test(cell.text) && /\p{N}/u.test(cell.text)) return reading.draft.key('AlarmCode', 'code', cell.text);
  const owner = cellsOf(reading, 'asset')[0]?.text ?? reading.title;
  const group = cellsOf(reading, 'component')[0]?.text;
  return reading.draft.key('AlarmCode', 'path', [owner, ...(group === undefined ? [] : [group]), cell.text].join(' › '));
}
