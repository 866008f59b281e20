import type { ColumnRole, Key, Passage } from '../../../kernel/index.ts';
import { columnRoles } from '../../columns/column-roles.ts';
import { isOrderedList } from '../../normalise/split-items.ts';
import type { PassageReading } from '../passage-reading.ts';
import { cellsOf, type NamedSpan, nameAt, namesIn, rowReading } from '../row-names.ts';

const EXTRACTOR = 'table/troubleshooting';

/** The trouble of the row before: a row of a file that leaves its cell empty goes on with it. */
export interface OpenTrouble {
  readonly table: string;
  readonly symptom: string;
}

/**
 * A row of symptom, cause and remedy. Causes and remedies numbered or lined up in equal number belong together by place; one remedy
 * serves all causes, one cause all remedies; else the remedies are of the symptom, since the row does not say which cause.
 */
export function readTroubleshootingRow(reading: PassageReading, open: OpenTrouble | undefined): OpenTrouble | undefined {
  const table = tableOf(reading.passage);
  const cells = [...cellsOf(reading, 'symptom'), ...cellsOf(reading, 'failure-mode')].slice(0, 1);
  const own = cells.flatMap((cell) => nameAt(reading, 'Symptom', cell.start, cell.end) ?? [])[0];
  const troubles = own ?? labelled(reading) ?? continued(reading, table, open);
  const causes = namesIn(reading, 'cause', 'Cause');
  const remedies = [...namesIn(reading, 'remedy', 'Activity'), ...namesIn(reading, 'action', 'Activity')];
  if (troubles !== undefined) {
    addCauses(reading, troubles, causes);
    for (const mention of namesIn(reading, 'mechanism', 'Mechanism')) add(reading, troubles, 'BY_MECHANISM', mention);
    for (const check of namesIn(reading, 'check', 'Activity')) add(reading, troubles, 'DETECTED_BY', check);
  }
  addRemedies(reading, troubles, causes, remedies);
  return own === undefined ? open : { table, symptom: own.key.text };
}

/** Names the table within its version by the place where it opens; rows of a file by their sheet. */
function tableOf({ order, structure, anchors: [anchor] }: Passage): string {
  if (structure.table !== undefined) return `table ${structure.table}`;
  return anchor?.kind === 'row' ? `sheet ${anchor.sheet}` : `row ${order}`;
}

/** The trouble that a label of a row above names. */
function labelled(reading: PassageReading): Continued | undefined {
  const { cells = [], structure } = reading.passage;
  const columns = cells.map((cell) => cell.column);
  const label = structure.rowLabels?.findLast(({ column }) => column !== undefined && isTrouble(columnRoles([column, ...columns])[0]));
  const key = label === undefined ? undefined : reading.draft.key('Symptom', 'name', label.text);
  return key === undefined ? undefined : { key };
}

function isTrouble(role: ColumnRole | undefined): boolean {
  return role === 'symptom' || role === 'failure-mode';
}

export function addCauses(reading: PassageReading, trouble: NamedSpan | Continued, causes: readonly NamedSpan[]): void {
  for (const cause of causes) add(reading, trouble, 'CAUSED_BY', cause);
}

export function addRemedies(
  reading: PassageReading,
  trouble: NamedSpan | Continued | undefined,
  causes: readonly NamedSpan[],
  remedies: readonly NamedSpan[],
): void {
  const ordered = [...cellsOf(reading, 'cause'), ...cellsOf(reading, 'remedy')].every((cell) => isOrderedList(cell.text));
  const paired = ordered && causes.length === remedies.length && causes.length > 1;
  remedies.forEach((remedy, at) => {
    const own = paired ? causes.slice(at, at + 1) : causes.length === 1 || remedies.length === 1 ? causes : [];
    for (const cause of own) add(reading, cause, 'REMEDIED_BY', remedy);
    if (trouble !== undefined) add(reading, trouble, 'REMEDIED_BY', remedy);
  });
}

/** A trouble named in an earlier row: it has no place in this one, so a fact is quoted by its other end alone. */
export interface Continued {
  readonly key: Key;
  readonly start?: undefined;
  readonly end?: undefined;
}

function continued(reading: PassageReading, table: string, open: OpenTrouble | undefined): Continued | undefined {
  if (open === undefined || open.table !== table) return undefined;
  const key = reading.draft.key('Symptom', 'name', open.symptom);
  return key === undefined ? undefined : { key };
}

function add(
  reading: PassageReading,
  subject: NamedSpan | Continued,
  predicate: 'CAUSED_BY' | 'REMEDIED_BY' | 'BY_MECHANISM' | 'DETECTED_BY',
  object: NamedSpan,
): void {
  const places = subject.start === undefined ? [object] : [subject, object];
  const confidence = subject.start === undefined ? 0.75 : 0.9;
  reading.draft.fact(rowReading(reading, places, EXTRACTOR, confidence), subject.key, predicate, object.key);
}
