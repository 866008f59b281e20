import type { Key, Qualifier } from '../../../kernel/index.ts';
import { titlesAbove } from '../../../kernel/index.ts';
import { columnRoles } from '../../columns/column-roles.ts';
import { conceptById } from '../../vocabularies/catalogue.ts';
import { cellValue } from '../cell-value.ts';
import { keyObject } from '../extraction-draft.ts';
import { type PassageReading, type RowCell, tagKeys } from '../passage-reading.ts';
import { cellsOf, nameAt, rowReading } from '../row-names.ts';

const EXTRACTOR = 'table/specification';
/** Headers that only say that a value stands below; any other header is a condition (`Rated`, `最大值`, `Alarm limit`). */
const PLAIN =
  /^(values?|data|specifications?|spec|数值|值|参数值|规格|规格值|技术要求|内容|targets?|target value|目标值|标准值|results?)$/iu;
/** Unit in brackets behind a parameter's name: `工作温度（℃）`. */
const UNIT_BEHIND = /\s*[(（[]([^)）\]]{1,12})[)）\]]$/u;
const TORQUE = 'parameter/tightening-torque';

/**
 * A row of a specification or torque table: subject HAS_SPEC value, with the parameter and, where the table has them, condition
 * and component. A value under a tag (`P-101A`) is of that machine.
 */
export function readSpecificationRow(reading: PassageReading): void {
  const parameter = cellsOf(reading, 'parameter')[0] ?? plainCells(reading).at(-1);
  const values = cellsOf(reading, 'value');
  const torques = cellsOf(reading, 'torque');
  const unit = cellsOf(reading, 'unit')[0];
  if (parameter !== undefined) for (const value of values) addValue(reading, parameter, value, unit?.text);
  for (const torque of torques) addTorque(reading, torque, unit?.text);
}

function addValue(reading: PassageReading, parameter: RowCell, value: RowCell, unit: string | undefined): void {
  const bracket = UNIT_BEHIND.exec(parameter.text);
  const name = nameAt(reading, 'Parameter', parameter.start, parameter.end - (bracket?.[0].length ?? 0));
  if (name === undefined) return;
  const qualifiers: Qualifier[] = [{ name: 'parameter', value: keyObject(name.key) }, ...sharedQualifiers(reading)];
  const between = plainCells(reading).filter((cell) => cell.start > parameter.start && cell.end < value.start && refines(cell, parameter));
  for (const cell of between) qualifiers.push(textQualifier('condition', cell.text));
  const headedBy = reading.grammar.find(value.column).flatMap((mention) => tagKeys(reading.draft, mention));
  if (headedBy.length === 0 && !PLAIN.test(value.column.replace(/[(（[].*$/u, '').trim())) {
    if (columnRoles([value.column])[0] === 'value')
      qualifiers.push(textQualifier('condition', value.column.replace(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, '')));
  }
  const places = [parameter, value, ...cellsOf(reading, 'unit')];
  for (const subject of headedBy.length > 0 ? headedBy : reading.subjects) {
    reading.draft.fact(
      rowReading(reading, places, EXTRACTOR, 0.9),
      subject,
      'HAS_SPEC',
      cellValue(value.text, unit ?? bracket?.[1], value.column, reading.grammar),
      [...qualifiers, ...sectionOf(reading, subject)],
    );
  }
}

/** Whether a column has no header of its own, as where one header spans a parameter and its finer parts. */
function refines(cell: RowCell, parameter: RowCell): boolean {
  return /^(?:column \d+)?$/u.test(cell.column.trim()) || cell.column === parameter.column;
}

/** A parameter of a document or class at large is told apart by its section: each command of a protocol has its own `index`. */
function sectionOf(reading: PassageReading, subject: Key): readonly Qualifier[] {
  const [section] = titlesAbove(reading.passage);
  const isGeneral = subject.type === 'Document' || subject.type === 'EquipmentClass';
  return isGeneral && section !== undefined ? [textQualifier('note', section)] : [];
}

/** Cells without a role: in a table whose parameters are parted in two columns, the finer part. */
function plainCells(reading: PassageReading): readonly RowCell[] {
  return cellsOf(reading, undefined);
}

function addTorque(reading: PassageReading, torque: RowCell, unit: string | undefined): void {
  const joints = [
    ...cellsOf(reading, 'component'),
    ...cellsOf(reading, 'location'),
    ...cellsOf(reading, 'part-name'),
    ...cellsOf(reading, 'parameter'),
  ];
  const concept = conceptById(TORQUE);
  if (concept === undefined || joints.length === 0) return;
  const parameter = reading.draft.conceptKey(concept);
  const qualifiers: Qualifier[] = [{ name: 'parameter', value: keyObject(parameter) }];
  for (const joint of joints) {
    const name = nameAt(reading, 'Component', joint.start, joint.end);
    if (name !== undefined) qualifiers.push({ name: 'component', value: keyObject(name.key) });
  }
  for (const cell of plainCells(reading)) qualifiers.push(textQualifier('condition', cell.text));
  for (const subject of reading.subjects) {
    const place = rowReading(reading, [...joints, torque], EXTRACTOR, 0.9);
    reading.draft.fact(place, subject, 'HAS_SPEC', cellValue(torque.text, unit, torque.column, reading.grammar), qualifiers);
  }
}

function sharedQualifiers(reading: PassageReading): readonly Qualifier[] {
  const conditions = cellsOf(reading, 'condition').map((cell) => textQualifier('condition', cell.text));
  const components = cellsOf(reading, 'component').flatMap((cell): Qualifier[] => {
    const name = nameAt(reading, 'Component', cell.start, cell.end);
    return name === undefined ? [] : [{ name: 'component', value: keyObject(name.key) }];
  });
  return [...conditions, ...components, ...cellsOf(reading, 'tolerance').map((cell) => textQualifier('note', cell.text))];
}

function textQualifier(name: 'condition' | 'note', text: string): Qualifier {
  return { name, value: { kind: 'value', value: { kind: 'text', text } } };
}
