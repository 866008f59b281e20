import type { ExpectedPassage } from '../../datasets/forms/index.ts';
import type { ColumnRole, Passage } from '../../kernel/index.ts';
import { stepMarker } from '../../ontology/index.ts';

const BULLET = /^[•●○▪■]\s*/u;

/**
 * Passages with their structure by words: sections as chains of titles, lists and tables counted in order of appearance. What
 * formats may do in two ways is told in one: what stands between two items of a list is part of it, a printed marker or bullet is
 * no word of its item, the header of a table is in its columns, and an empty cell says nothing.
 */
export function outlinePassages(all: readonly Passage[]): readonly ExpectedPassage[] {
  const passages = all.filter((passage) => passage.kind !== 'table').map((passage) => ({ ...passage, structure: withList(passage, all) }));
  const lists = [...new Set(passages.flatMap(({ structure }) => structure.list ?? []))].sort((a, b) => a - b);
  const tables = [...new Set(passages.flatMap(({ structure }) => structure.table ?? []))].sort((a, b) => a - b);
  return passages.map((passage): ExpectedPassage => {
    const { kind, text, marker, cells, structure } = passage;
    const { level, list, table, leadIn, rowLabels = [] } = structure;
    const section = sectionTitles(passage, passages);
    const inherited = rowLabels.flatMap((label) => (label.column === undefined ? [] : [{ column: label.column, text: label.text }]));
    const labels = rowLabels.filter((label) => label.column === undefined).map((label) => label.text);
    const named = inherited.map(({ column, text: words }): [string, string, ColumnRole?] => {
      const role = passages
        .flatMap((other) => (other.structure.table === table ? (other.cells ?? []) : []))
        .find((cell) => cell.column === column)?.role;
      return role === undefined ? [column, words] : [column, words, role];
    });
    const own = (cells ?? []).map((cell): [string, string, ColumnRole?] => {
      const words = text.slice(cell.start, cell.end);
      return cell.role === undefined ? [cell.column, words] : [cell.column, words, cell.role];
    });
    return {
      kind,
      ...(cells === undefined ? { text: wordsOf(passage) } : { cells: [...named, ...own.filter(([, words]) => words !== '')] }),
      ...(marker === undefined ? {} : { marker }),
      ...(section.length === 0 ? {} : { section }),
      ...(level === undefined ? {} : { level }),
      ...(list === undefined ? {} : { list: lists.indexOf(list) + 1 }),
      ...(table === undefined ? {} : { table: tables.indexOf(table) + 1 }),
      ...(leadIn === undefined ? {} : { leadIn: leadIn.text }),
      ...(labels.length === 0 ? {} : { labels }),
    };
  });
}

/** Titles of the sections around a passage by its structure, outermost first. */
export function sectionTitles(passage: Passage, passages: readonly Passage[]): readonly string[] {
  const titles: string[] = [];
  let at = passage.structure.section;
  while (at !== undefined && titles.length < passages.length) {
    const heading = passages.find((other) => other.order === at);
    titles.unshift(heading?.text ?? `no passage ${at}`);
    at = heading?.structure.section;
  }
  return titles;
}

function withList({ structure, order }: Passage, all: readonly Passage[]): Passage['structure'] {
  const before = all.findLast((other) => other.order < order && other.structure.list !== undefined)?.structure;
  const after = all.find((other) => other.order > order && other.structure.list !== undefined)?.structure;
  if (structure.list !== undefined || before?.list === undefined || before.list !== after?.list) return structure;
  return { ...structure, list: before.list, ...(before.leadIn === undefined ? {} : { leadIn: before.leadIn }) };
}

function wordsOf({ text, marker, structure }: Passage): string {
  const found = marker === undefined ? undefined : stepMarker(text);
  if (found !== undefined && found.marker === marker) return text.slice(found.length);
  return structure.list === undefined ? text : text.replace(BULLET, '');
}
