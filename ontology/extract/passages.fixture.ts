import {
  anchorsText,
  type Json,
  languageOf,
  makeDocumentId,
  makePassageId,
  makeVersionId,
  type Passage,
  type PassageKind,
  parseTenantId,
  type TypedRecord,
} from '../../kernel/index.ts';
import { columnRoles } from '../columns/column-roles.ts';
import { recordKindOf } from '../columns/record-kind-of.ts';
import { siteGrammar } from '../identifiers/site-grammar.ts';
import { extractChunk } from './extract-chunk.ts';
import type { ExtractionOutput } from './extraction.ts';

const TENANT = parseTenantId('plant');
if (TENANT === undefined) throw new Error('the fixture needs a tenant');
const tenant = TENANT;
const versionId = makeVersionId(makeDocumentId(tenant, 'test:document'), 'f'.repeat(64));

export interface PassageParts {
  readonly kind?: PassageKind;
  readonly text: string;
  readonly headings?: readonly string[];
  readonly order?: number;
  readonly cells?: Passage['cells'];
  readonly marker?: string;
  readonly structure?: Passage['structure'];
}

export function buildPassage(parts: PassageParts): Passage {
  const order = parts.order ?? 0;
  const kind = parts.kind ?? 'paragraph';
  const anchors = [{ kind: 'block' as const, path: `section/1/block/${order}`, start: 0, end: parts.text.length }];
  return {
    id: makePassageId(versionId, kind, anchorsText(anchors), parts.text),
    versionId,
    kind,
    text: parts.text,
    language: languageOf(parts.text),
    headings: parts.headings ?? [],
    anchors,
    order,
    structure: parts.structure ?? {},
    scope: [],
    ...(parts.cells === undefined ? {} : { cells: parts.cells }),
    ...(parts.marker === undefined ? {} : { marker: parts.marker }),
  };
}

/** A table as ingest gives it: one passage a row, cells joined by tabs, roles from the headers. */
export function buildRows(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  headings: readonly string[] = [],
  from = 0,
): Passage[] {
  const roles = columnRoles(headers, rows);
  return rows.map((row, at) => {
    let start = 0;
    const cells = row.map((text, column) => {
      const role = roles[column];
      const cell = { column: headers[column] ?? '', start, end: start + text.length, ...(role === undefined ? {} : { role }) };
      start += text.length + 1;
      return cell;
    });
    return buildPassage({ kind: 'table-row', text: row.join('\t'), headings, order: from + at, cells, structure: { table: from } });
  });
}

export function buildRecord(passage: Passage, ordinal: number): TypedRecord {
  const roles = (passage.cells ?? []).map((cell) => cell.role);
  return {
    versionId,
    ordinal,
    kind: recordKindOf(roles),
    columns: {},
    anchor: { kind: 'row', sheet: 'log', row: ordinal + 1 },
    passageId: passage.id,
  };
}

export function extract(
  passages: readonly Passage[],
  more: { title?: string; carry?: Json; records?: readonly TypedRecord[] } = {},
): ExtractionOutput {
  return extractChunk({
    tenant,
    versionId,
    site: 'site',
    title: more.title ?? 'Cooling water pump manual',
    passages,
    records: more.records ?? [],
    carry: more.carry,
    grammar: siteGrammar([]),
  });
}

/** Facts as readable lines: `subject PREDICATE object {qualifiers}`. */
export function factLines(output: ExtractionOutput): string[] {
  const names = new Map(output.keys.map((key) => [key.id, key.text]));
  const show = (object: ExtractionOutput['facts'][number]['fact']['object']) =>
    object.kind === 'key' ? (names.get(object.key) ?? object.key) : object.value.text;
  return output.facts.map(({ fact }) => {
    const qualifiers = fact.qualifiers.map((qualifier) => `${qualifier.name}=${show(qualifier.value)}`).sort();
    return [
      names.get(fact.subject),
      fact.predicate,
      show(fact.object),
      ...(qualifiers.length > 0 ? [`{${qualifiers.join(', ')}}`] : []),
    ].join(' ');
  });
}
