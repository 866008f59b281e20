import type { DocumentProperties } from '../../../kernel/index.ts';
import type { DrawingLabel } from '../../../ontology/index.ts';
import { readDate } from '../../title-block/read-date.ts';
import { readLabelLine } from '../../title-block/read-label-line.ts';
import type { RevisionTable } from './revision-tables.ts';
import type { TitleField } from './title-block.ts';

/** A number of a drawing: one word of letters, digits and signs with a digit in it. */
const NUMBER = /^(?=.*\d)[\p{L}\d][\p{L}\d\-_./&]{1,58}[\p{L}\d]$/u;

/**
 * What a drawing says of itself: number, revision and date from its title blocks, the first of each; its title of the first. Where
 * title blocks say no revision or date, those of the newest row of a table of revisions.
 */
export function titleProperties(fields: readonly TitleField[], newest?: RevisionTable['newest']): Omit<DocumentProperties, 'language'> {
  const said = (role: DrawingLabel) => [
    ...fields.filter((field) => field.role === role).map(({ text }) => text),
    ...(newest === undefined || (role !== 'revision' && role !== 'date') ? [] : [newest[role]]),
  ];
  const documentNumber = said('number').find((text) => NUMBER.test(text));
  const revision = said('revision').flatMap((text) => readLabelLine(`Rev. ${text}`).revision ?? [])[0];
  const effective = said('date').flatMap((text) => readDate(text, undefined, true)?.time ?? [])[0];
  const title = [...new Set(said('title'))].join(' ').slice(0, 300);
  return {
    ...(title === '' ? {} : { title }),
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(revision === undefined ? {} : { revision }),
    ...(effective === undefined ? {} : { effective }),
  };
}
