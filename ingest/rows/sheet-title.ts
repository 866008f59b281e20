import { wording } from '../../ontology/index.ts';

/** Names that a spreadsheet gives by itself and that say nothing. */
const DEFAULT_SHEET_NAME = new RegExp(`^(?:${wording('sheetName')})\\s*\\d*$`, 'i');

/** The name of a sheet as a title of what stands on it; undefined of one that says nothing. */
export function sheetTitle(name: string): string | undefined {
  return name === '' || DEFAULT_SHEET_NAME.test(name) ? undefined : name;
}
