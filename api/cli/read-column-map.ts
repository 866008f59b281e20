import { checkMeaning } from '../../app/index.ts';
import { COLUMN_ROLES, type ColumnSaying, DECIMAL_MARKS, FaultlineError } from '../../kernel/index.ts';

const CODE = 'code:';

/**
 * What a person says of a column on the command line: `Header=role;unit=min;decimal=,;code:02=seal leak`, of which each part but the
 * header may be left out. The role `-` is one that is not known; without a role the column keeps the one it is read with.
 * @throws FaultlineError `invalid-request`.
 */
export function readColumnMap(text: string): ColumnSaying {
  const [named = '', ...parts] = text.split(';');
  const split = named.lastIndexOf('=');
  const column = named.slice(0, split).trim();
  if (split < 1 || column === '') throw wrong(text);
  const role = readRole(named.slice(split + 1).trim());
  const said: { unit?: string; decimal?: (typeof DECIMAL_MARKS)[number] } = {};
  const codes: Record<string, string> = {};
  for (const part of parts) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    const value = part.slice(at + 1).trim();
    const mark = DECIMAL_MARKS.find((one) => one === value);
    if (at < 1) throw wrong(text);
    if (name === 'unit') said.unit = value;
    else if (name === 'decimal' && mark !== undefined) said.decimal = mark;
    else if (name.startsWith(CODE)) codes[name.slice(CODE.length).trim()] = value.normalize('NFC');
    else throw wrong(text);
  }
  const saying = { column, ...role, ...said, ...(Object.keys(codes).length === 0 ? {} : { codes }) };
  checkMeaning(saying);
  return saying;
}

function readRole(text: string): Pick<ColumnSaying, 'role'> {
  if (text === '') return {};
  if (text === '-') return { role: null };
  const role = COLUMN_ROLES.find((one) => one === text);
  if (role !== undefined) return { role };
  throw new FaultlineError('invalid-request', `"${text}" is no role of a column; choose one of ${COLUMN_ROLES.join(', ')}, or - for none.`);
}

function wrong(text: string): FaultlineError {
  return new FaultlineError(
    'invalid-request',
    `"${text}" says nothing of a column; write "Header=role", and behind it as needed ";unit=min", ";decimal=," and ";code:02=seal leak".`,
  );
}
