import type { Key, Qualifier } from '../../../kernel/index.ts';
import { parseNumeral } from '../../../kernel/index.ts';
import { keyObject } from '../extraction-draft.ts';
import type { PassageReading } from '../passage-reading.ts';
import { cellsOf, type NamedSpan, namesIn, rowReading } from '../row-names.ts';

const EXTRACTOR = 'table/fmea';

/**
 * A row of an FMEA. The item is keyed by its path (names of sub-components repeat); since modes are named alike under many
 * items, each fact about the mode carries the item as qualifier. A rating goes with the effect as its severity.
 */
export function readFailureAnalysisRow(reading: PassageReading): void {
  const { draft } = reading;
  const item = itemPath(reading);
  const component: readonly Qualifier[] = item === undefined ? [] : [{ name: 'component', value: keyObject(item.key) }];
  const causes = namesIn(reading, 'cause', 'Cause');
  for (const mode of namesIn(reading, 'failure-mode', 'FailureMode')) {
    const add = (place: NamedSpan, subject: Key, predicate: Parameters<typeof draft.fact>[2], qualifiers = component) =>
      draft.fact(rowReading(reading, [mode, place], EXTRACTOR, 0.95), subject, predicate, place.key, qualifiers);
    if (item !== undefined) draft.fact(rowReading(reading, [item, mode], EXTRACTOR, 0.95), item.key, 'HAS_MODE', mode.key);
    else for (const subject of reading.subjects) draft.fact(rowReading(reading, [mode], EXTRACTOR, 0.8), subject, 'HAS_MODE', mode.key);
    for (const effect of namesIn(reading, 'effect', 'Effect')) add(effect, mode.key, 'HAS_EFFECT', [...component, ...severity(reading)]);
    for (const cause of causes) add(cause, mode.key, 'CAUSED_BY');
    for (const mechanism of namesIn(reading, 'mechanism', 'Mechanism')) add(mechanism, mode.key, 'BY_MECHANISM');
    for (const control of namesIn(reading, 'control', 'Control')) add(control, mode.key, 'DETECTED_BY');
    for (const action of [...namesIn(reading, 'action', 'Activity'), ...namesIn(reading, 'remedy', 'Activity')])
      add(action, mode.key, 'MITIGATED_BY');
  }
}

function itemPath(reading: PassageReading): NamedSpan | undefined {
  const { draft, passage } = reading;
  const cells = cellsOf(reading, 'component');
  const asset = cellsOf(reading, 'asset')[0];
  const root = asset?.text ?? reading.title;
  const owner = asset === undefined ? undefined : reading.subjects[0];
  let parent: NamedSpan | undefined =
    asset === undefined || owner === undefined ? undefined : { key: owner, start: asset.start, end: asset.end };
  const names: string[] = [root];
  for (const cell of cells) {
    names.push(cell.text);
    const key = draft.key('Component', 'path', names.join(' › '));
    if (key === undefined) continue;
    draft.use(key, passage, cell.start, cell.end);
    const here: NamedSpan = { key, start: cell.start, end: cell.end };
    if (parent !== undefined) draft.fact(rowReading(reading, [parent, here], EXTRACTOR, 0.95), key, 'PART_OF', parent.key);
    parent = here;
  }
  return parent;
}

function severity(reading: PassageReading): readonly Qualifier[] {
  const cell = cellsOf(reading, 'severity')[0];
  const number = cell === undefined ? undefined : parseNumeral(cell.text);
  if (cell === undefined || number === undefined) return [];
  return [{ name: 'severity', value: { kind: 'value', value: { kind: 'number', text: cell.text, number } } }];
}
