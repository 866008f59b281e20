import { AUTHORITIES, type DocumentClaims, FaultlineError, readLabelList, readScopeNames, SCOPE_NAME_KINDS } from '../../kernel/index.ts';
import { DAY_EXAMPLES, REGISTER_COLUMNS, type RegisterColumn, registerHeaders } from '../../ontology/index.ts';
import { readDelimited } from '../read-delimited.ts';
import { readDate } from '../title-block/read-date.ts';

/** What a register says of one document. */
export interface RegisterRow {
  /** Line of the register, from 1. */
  readonly line: number;
  /** Uri or path of the document, as the register has it. */
  readonly name: string;
  readonly claims: DocumentClaims;
}

/** A row that cannot be used as it stands, with what to correct. */
export interface RegisterFault {
  readonly line: number;
  /** The document it speaks of, where it says so. */
  readonly name?: string;
  readonly message: string;
}

export interface Register {
  readonly rows: readonly RegisterRow[];
  readonly faults: readonly RegisterFault[];
}

const LONGEST = 500;

/**
 * Reads a register of documents: one row a document, with a column for its file or uri and any of title, number, revision,
 * effective date, authority, labels, site, product, model, variant, product version and serial range, under Chinese or English headers. Rows that cannot be used are listed.
 * @throws FaultlineError `invalid-request` when it names no documents or has a column twice or an unknown one.
 */
export async function readRegister(path: string): Promise<Register> {
  const [header, ...rows] = await readDelimited(path);
  const columns = readHeader(header?.cells ?? []);
  const read = rows.map((row): RegisterRow | RegisterFault => {
    const cells = new Map(columns.map((column, place) => [column, row.cells[place] ?? '']));
    const name = (cells.get('name') ?? '').replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC');
    const named = name === '' ? {} : { name };
    if (row.fault !== undefined) return { line: row.line, ...named, message: row.fault };
    if (name === '') return { line: row.line, message: 'names no file' };
    const extra = row.cells.slice(columns.length).filter((cell) => cell !== '');
    if (extra.length > 0) return { line: row.line, name, message: `has ${row.cells.length} cells under ${columns.length} headers` };
    try {
      return { line: row.line, name, claims: readClaims(cells) };
    } catch (error) {
      if (!(error instanceof FaultlineError)) throw error;
      return { line: row.line, name, message: error.message };
    }
  });
  const faults = read.flatMap((row) => ('message' in row ? [row] : []));
  const good = read.flatMap((row) => ('claims' in row ? [row] : []));
  const counts = new Map<string, number>();
  for (const { name } of read) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  const twice = good.filter(({ name }) => (counts.get(name) ?? 0) > 1);
  return {
    rows: good.filter((row) => !twice.includes(row)),
    faults: [...faults, ...twice.map(({ line, name }) => ({ line, name, message: `"${name}" stands in more than one row` }))].sort(
      (a, b) => a.line - b.line,
    ),
  };
}

function chinese(headers: readonly string[]): string {
  return headers.find((one) => /\p{sc=Han}/u.test(one)) ?? '';
}

function readHeader(cells: readonly string[]): readonly RegisterColumn[] {
  const names = REGISTER_COLUMNS.map((column) => [column, registerHeaders(column)] as const);
  const columns = cells.map((cell): RegisterColumn => {
    const folded = cell
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_\-./()]+/g, '');
    const found = names.find(([, known]) => known.includes(folded))?.[0];
    if (found !== undefined) return found;
    throw new FaultlineError(
      'invalid-request',
      `The register has an unknown column "${cell.slice(0, 80)}"; it may have: ${names.map(([, known]) => known[0]).join(', ')} (or ${names.map(([, known]) => chinese(known)).join('、')}).`,
    );
  });
  const double = columns.find((column, place) => columns.indexOf(column) !== place);
  if (double !== undefined) throw new FaultlineError('invalid-request', `The register has two columns for ${registerHeaders(double)[0]}.`);
  if (!columns.includes('name'))
    throw new FaultlineError('invalid-request', `The register needs a column "file" or "uri" (${chinese(registerHeaders('name'))}).`);
  return columns;
}

function readClaims(cells: ReadonlyMap<RegisterColumn, string>): DocumentClaims {
  const text = (column: RegisterColumn) => {
    const cell = cells.get(column) ?? '';
    if (cell.length > LONGEST)
      throw new FaultlineError('invalid-request', `${registerHeaders(column)[0]} is longer than ${LONGEST} characters`);
    return cell === '' ? undefined : cell;
  };
  const given = { title: text('title'), documentNumber: text('documentNumber'), revision: text('revision'), site: text('site') };
  const scopeNames = SCOPE_NAME_KINDS.flatMap((kind) => readScopeNames(kind, text(kind) ?? '', 'register'));
  const [date, authority, labels] = [text('effective'), text('authority'), text('labels')];
  const effective = date === undefined ? undefined : readDate(date, undefined, true)?.time;
  if (date !== undefined && effective === undefined) {
    throw new FaultlineError('invalid-request', `"${date}" is no day; write it as ${DAY_EXAMPLES.join(' or ')}`);
  }
  const known = AUTHORITIES.find((one) => one === authority);
  if (authority !== undefined && known === undefined) {
    throw new FaultlineError('invalid-request', `"${authority}" is no authority; choose one of ${AUTHORITIES.join(', ')}`);
  }
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(effective === undefined ? {} : { effective }),
    ...(known === undefined ? {} : { authority: known }),
    ...(scopeNames.length === 0 ? {} : { scopeNames }),
    ...(labels === undefined ? {} : { labels: readLabelList(labels.replaceAll(/[;；，、]/g, ',')) }),
  };
}
