import { findQuantities, type Qualifier, type TagGrammar, type Value } from '../../../kernel/index.ts';
import { keyObject } from '../extraction-draft.ts';
import { findConcepts } from '../find-concepts.ts';
import type { PassageReading, RowCell } from '../passage-reading.ts';
import { cellsOf, nameAt, namesIn, rowReading } from '../row-names.ts';

const EXTRACTOR = 'table/maintenance';
/** A cell of a schedule drawn as a matrix says yes by a mark; the interval then stands in its header. */
const TICK = /^[✓✔√●○■xX×◎☑☒★*]$/u;
const INTERVAL_HEADER =
  /^(daily|weekly|monthly|quarterly|yearly|annually|half-yearly|semi-annually|shift|every\b.*|\d+\s*(h|hours?|days?|weeks?|months?|years?)|每.+|日|周|月|季|年|班|半年|\d+\s*(小时|天|周|个月|年))$/iu;

/** A row of a maintenance schedule: the task SCHEDULED_EVERY interval, for the component or machine that it is done on. */
export function readMaintenanceRow(reading: PassageReading): void {
  if (readNamedIntervals(reading)) return;
  const tasks = [
    ...namesIn(reading, 'task', 'Activity'),
    ...(cellsOf(reading, 'task').length > 0 ? [] : namesIn(reading, 'activity', 'Activity')),
  ];
  const intervals: readonly RowCell[] = [
    ...cellsOf(reading, 'interval'),
    ...reading.cells.filter((cell) => TICK.test(cell.text) && INTERVAL_HEADER.test(cell.column.trim())),
  ];
  const components = cellsOf(reading, 'component').flatMap((cell) => nameAt(reading, 'Component', cell.start, cell.end) ?? []);
  const owners = components.length > 0 ? components.map((component) => component.key) : reading.scope;
  const qualifiers: readonly Qualifier[] = owners.map((owner) => ({ name: 'component', value: keyObject(owner) }));
  for (const task of tasks) {
    for (const interval of intervals) {
      const words = TICK.test(interval.text) ? interval.column.trim() : interval.text;
      reading.draft.fact(
        rowReading(reading, [task, interval], EXTRACTOR, 0.9),
        task.key,
        'SCHEDULED_EVERY',
        intervalValue(words, reading.grammar),
        qualifiers,
      );
    }
  }
}

/** `Calibration interval`, `换油周期`: the header says what is done, the row to what. False where no header does. */
function readNamedIntervals(reading: PassageReading): boolean {
  const { draft } = reading;
  const named = cellsOf(reading, 'interval').flatMap((cell) => {
    const activity = findConcepts(cell.column).find(({ concept }) => concept.kind === 'Activity' && concept.id !== 'activity/service');
    return activity === undefined ? [] : [{ cell, activity: draft.conceptKey(activity.concept) }];
  });
  const qualifiers: readonly Qualifier[] = reading.scope.map((owner) => ({ name: 'component', value: keyObject(owner) }));
  for (const { cell, activity } of named) {
    draft.fact(
      rowReading(reading, [...cellsOf(reading, 'asset'), cell], EXTRACTOR, 0.9),
      activity,
      'SCHEDULED_EVERY',
      intervalValue(cell.text, reading.grammar),
      qualifiers,
    );
  }
  return named.length > 0;
}

function intervalValue(text: string, grammar: TagGrammar): Value {
  const found = findQuantities(text, grammar).find(
    ({ quantity }) => quantity.dimension === 'time' || quantity.dimension === 'cycles' || quantity.dimension === 'distance-travelled',
  );
  return found === undefined ? { kind: 'text', text } : { kind: 'quantity', text, quantity: found.quantity };
}
