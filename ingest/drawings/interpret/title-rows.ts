import { fieldCells } from '../../flow/blocks/field.ts';
import type { Draft, EntityPlace } from './draft.ts';
import type { PlacedText } from './placed-text.ts';
import type { TitleField } from './title-block.ts';

/** The fields of a title block as rows of a name and a value; a name that is not printed is that of the column alone. */
export function titleRows(fields: readonly TitleField[], from: number): readonly Draft[] {
  return fields.map((field): Draft => {
    const { name, label, value, text } = field;
    if (label === undefined) {
      const cells = [{ column: name, role: 'value' as const, start: 0, end: text.length }];
      return { kind: 'table-row', text, places: placesOf(value), cells, table: from };
    }
    const row = value === undefined ? label.text : `${label.text}\t${text}`;
    const cells = fieldCells(row, name.length, row.length - text.length);
    return { kind: 'table-row', text: row, places: [...placesOf(label), ...placesOf(value)], cells, table: from };
  });
}

export function placesOf(text: PlacedText | undefined): readonly EntityPlace[] {
  return text === undefined ? [] : [{ entity: text.id, box: text.box }];
}
