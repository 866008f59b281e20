/** Columns in the database's own JSON form, by their names, which no other columns have. */
export const PACKED_COLUMNS: ReadonlySet<string> = new Set(['columns', 'coded']);
