import {
  type Access,
  type Cell,
  type DocumentId,
  type Field,
  fold,
  type PassageReader,
  type RecordKind,
  type RecordReader,
  unitFacts,
  type Value,
} from '../../kernel/index.ts';
import { columnRoles, conceptNames, findConcepts, headerNames, normaliseHeader, splitUnit, stemEnglish } from '../../ontology/index.ts';
import { headerUnit } from '../verify/source-text.ts';
import { WEIGHTS } from '../weights.ts';

/** A column of the rows that can be asked about. */
export interface LogColumn {
  readonly field: Field;
  /** Folded names that it is asked by: its header as written, and what headers of its role are called. */
  readonly names: readonly string[];
  /** Its headers as written, folded; they say which of several columns of its role it is. */
  readonly headers?: readonly string[];
  /** Its first header as written. */
  readonly title?: string;
  /** Some of its cells as written, each once. */
  readonly examples?: readonly string[];
  /** `nothing`: every cell that was looked at is empty. */
  readonly holds: 'numbers' | 'dates' | 'values' | 'words' | 'nothing';
  /** What it is taken for where the column that has this role is empty. */
  readonly standsFor?: Field;
  /** Distinct values as written; of numbers and words none. */
  readonly values: readonly string[];
  /** Unit of its numbers, where cells or header give one. */
  readonly unit?: string;
}

/** A document that rows are of, with the folded words that it is called by. */
export interface LogDocument {
  readonly id: DocumentId;
  readonly fileName: string;
  readonly words: ReadonlySet<string>;
}

export interface Log {
  readonly kind: RecordKind;
  readonly columns: readonly LogColumn[];
  /** Only where the question may call them by a word; none where there are too many to be told apart by one. */
  readonly documents: readonly LogDocument[];
}

const SAMPLED = 40;
/** Passages of samples that are read for their headers. */
const HEADERS_READ = 60;
const VALUES_READ = 400;
const EXAMPLES = 60;
const MOST_DOCUMENTS = 50;
/**
 * A column of which the samples are rarely alike, or long, holds words and no values. So do cells of several words that are often
 * unlike: what was written down in a hurry recurs, names of kinds recur far more.
 */
const { alike: ALIKE, wordy: WORDY } = WEIGHTS.columns;
const WORDED: ReadonlySet<Field> = new Set(['text', 'alarm-text', 'note', 'order-number']);
/** Columns whose every cell names a kind of thing, be it by a number. */
const NAMING: ReadonlySet<Field> = new Set(['asset', 'alarm-code', 'work-type', 'status', 'failure-mode', 'component']);

/** The columns of the rows of a kind that the reader may read, with the values that stand in them. */
export async function readLog(
  { records, passages }: { readonly records: RecordReader; readonly passages: PassageReader },
  access: Access,
  { kind, withDocuments }: { readonly kind: RecordKind; readonly withDocuments: boolean },
  signal: AbortSignal,
): Promise<Log> {
  const samples = await records.samples(access, kind, SAMPLED, signal);
  const spread = samples.filter((_, index) => index % Math.ceil(samples.length / HEADERS_READ) === 0);
  const stored = await passages.get(
    access,
    spread.map((row) => row.record.passageId),
  );
  const headers = new Map<string, Set<string>>();
  for (const cell of stored.flatMap(({ passage }) => passage.cells ?? []))
    for (const field of fieldsOfCell(cell, samples)) headers.set(field, (headers.get(field) ?? new Set()).add(cell.column));
  const fields = [...new Set(samples.flatMap((row) => Object.keys(row.record.columns)))].sort() as Field[];
  const held = fields
    .filter((one) => !one.startsWith('coded:'))
    .map((field) => {
      const cells = samples.flatMap((row) => row.record.columns[field] ?? []);
      return { field, cells, holds: holding(field, cells) };
    });
  const listed = held.filter(({ field, holds }) => holds === 'values' || (holds === 'numbers' && NAMING.has(field)));
  // All columns in one pass: a log may have a million rows.
  const found =
    listed.length === 0
      ? undefined
      : await records.values(
          access,
          kind,
          listed.map(({ field }) => field),
          VALUES_READ,
        );
  const columns: LogColumn[] = [];
  const headed = new Map([...headers].map(([field, written]) => [field, new Set([...written].map((one) => normaliseHeader(one).text))]));
  for (const { field, cells, holds } of held) {
    const values = (found?.get(field) ?? []).map(({ text }) => text);
    const written = [...(headers.get(field) ?? [])];
    const unit =
      unitOf(cells) ??
      written
        .map((header) => splitUnit(header).unit ?? headerUnit(header) ?? lastWordUnit(header) ?? headerUnit(`x (${header})`))
        .find((one) => one !== undefined);
    const common = holds === 'values' ? commonNames(values) : [];
    const names = [...headerNames(field, written).filter((name) => !isHeaderOf(name, field, headed)), ...common];
    columns.push({
      field,
      names,
      headers: written.map(fold),
      ...(written[0] === undefined ? {} : { title: written[0] }),
      examples: [...new Set(cells.map(({ text }) => text))].slice(0, EXAMPLES),
      holds,
      values,
      ...(unit === undefined ? {} : { unit: hoursAs(field, unit) }),
    });
  }
  return {
    kind,
    columns: columns.map((column) => ({ ...column, ...roleTakenOver(column, columns), ...unitBeside(column, columns) })),
    documents: withDocuments ? await readDocuments(passages, access, [...new Set(samples.map(({ documentId }) => documentId))]) : [],
  };
}

async function readDocuments(passages: PassageReader, access: Access, ids: readonly DocumentId[]): Promise<readonly LogDocument[]> {
  if (ids.length > MOST_DOCUMENTS) return [];
  const found: LogDocument[] = [];
  for (const id of ids) {
    const read = await passages.document(access, id);
    if (read === undefined) continue;
    const { document, version } = read;
    found.push({ id, fileName: version.fileName, words: wordsOfName(`${document.uri} ${version.fileName} ${version.title}`) });
  }
  return found;
}

/** Words of the folders, the file and the title, without its extension. */
function wordsOfName(name: string): ReadonlySet<string> {
  const words =
    fold(name)
      .replace(/\.[a-z]{2,4}(?=\s|$)/gu, ' ')
      .match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(words.map(stemEnglish));
}

/** Amounts and times whose unit stands in a column of its own, the same in all rows. */
function unitBeside({ field, unit }: LogColumn, columns: readonly LogColumn[]): Pick<LogColumn, 'unit'> {
  const dimension = field === 'cost' ? 'money' : field === 'duration' ? 'time' : undefined;
  if (dimension === undefined || unit !== undefined) return {};
  const named = columns.filter(({ values }) => values.length === 1 && unitFacts(values[0] ?? '')?.dimension === dimension);
  const [only] = named;
  return only === undefined || named.length > 1 ? {} : { unit: only.values[0] ?? '' };
}

/** Where a form has two columns of one role and the first is empty, the other one is meant. */
function roleTakenOver(
  { field, holds, names: own }: LogColumn,
  columns: readonly LogColumn[],
): Partial<Pick<LogColumn, 'standsFor' | 'names'>> {
  if (!field.startsWith('x:') || holds === 'nothing') return {};
  const [role] = columnRoles([field.slice(2)]);
  const empty = columns.some((column) => column.field === role && column.holds === 'nothing');
  const names = columns.find((column) => column.field === role)?.names ?? [];
  return role !== undefined && empty ? { standsFor: role, names: [...new Set([...own, ...names])] } : {};
}

/** Of two columns of one role the second goes by its header. */
function fieldsOfCell(cell: Cell, samples: Parameters<typeof fieldsHeaded>[1]): readonly string[] {
  const headed = fieldsHeaded(cell.column, samples);
  return headed.length > 0 || cell.role === undefined ? headed : [cell.role];
}

/** A header without role is kept as the field's own name. */
function fieldsHeaded(header: string, samples: readonly { readonly record: { readonly columns: object } }[]): string[] {
  const field = `x:${header}`;
  if (samples.some(({ record }) => field in record.columns)) return [field];
  const folded = fold(header);
  return [...new Set(samples.flatMap(({ record }) => Object.keys(record.columns)))].filter(
    (one) => one.startsWith('x:') && fold(one.slice(2)) === folded,
  );
}

/** A name of a role that another column bears as its header means that column. */
function isHeaderOf(name: string, field: Field, headed: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return [...headed].some(([other, names]) => other !== field && names.has(name));
}

/** What all machines of a log are called before their numbers (`Chiller 1`, `Chiller 2`), in both languages. */
function commonNames(values: readonly string[]): readonly string[] {
  const first = new Set(values.map((value) => /^([a-z]{3,})[ _-]/u.exec(fold(value))?.[1] ?? ''));
  const [word] = first;
  if (values.length < 2 || first.size > 1 || word === undefined || word === '') return [];
  const concepts = findConcepts(word).map(({ concept }) => concept);
  return [...new Set([word, ...concepts.flatMap(conceptNames).map(fold)])];
}

/** `(H)` behind a time is hours. */
function hoursAs(field: Field, unit: string): string {
  const isTime = unitFacts(unit)?.dimension === 'time' || unitFacts(unit.toLowerCase())?.dimension !== 'time';
  return field === 'duration' && !isTime ? unit.toLowerCase() : unit;
}

function holding(field: Field, cells: readonly Value[]): LogColumn['holds'] {
  const share = (test: (value: Value) => boolean) => cells.filter(test).length / Math.max(1, cells.length);
  if (cells.length === 0) return 'nothing';
  if (share((value) => value.kind === 'date') > 0.5) return 'dates';
  if (share((value) => value.kind === 'number' || value.kind === 'quantity') > 0.5) return 'numbers';
  if (WORDED.has(field)) return 'words';
  const texts = cells.map((value) => value.text);
  const unlike = texts.length >= ALIKE.least && new Set(texts).size / texts.length > ALIKE.share;
  const different = new Set(texts).size / Math.max(1, texts.length);
  const wordy = texts.reduce((sum, text) => sum + wordsOf(text), 0) / Math.max(1, texts.length) > WORDY.words && different > WORDY.share;
  const long = texts.length > 0 && texts.reduce((sum, text) => sum + text.length, 0) / texts.length > ALIKE.length;
  return ((unlike || wordy) && !NAMING.has(field)) || long ? 'words' : 'values';
}

/** Words of a text; two characters of Chinese are about one. */
function wordsOf(text: string): number {
  const han = text.match(/\p{sc=Han}/gu)?.length ?? 0;
  return han / 2 + (text.match(/[\p{L}\p{N}-]+/gu)?.filter((word) => !/\p{sc=Han}/u.test(word)).length ?? 0);
}

function unitOf(cells: readonly Value[]): string | undefined {
  for (const value of cells) if (value.kind === 'quantity' && value.quantity.unit !== '') return value.quantity.unit;
  return undefined;
}

/** `Downtime h`: the last word of a header may be its unit. */
function lastWordUnit(column: string): string | undefined {
  const word = /\s(\S{1,6})$/u.exec(column.trim())?.[1];
  return word === undefined ? undefined : headerUnit(`x (${word})`);
}
