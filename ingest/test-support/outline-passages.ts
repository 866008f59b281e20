import type { Passage } from '../../kernel/index.ts';

/** What two readings of one document must have in common whatever its format: all but places, languages and ids. */
export interface PassageOutline {
  readonly kind: string;
  readonly text?: string;
  readonly marker?: string;
  readonly section?: readonly string[];
  readonly level?: number;
  readonly list?: number;
  readonly table?: number;
  readonly leadIn?: string;
  readonly cells?: readonly (readonly [string, string, string?])[];
  readonly labels?: readonly string[];
}

/** Passages with their structure by words: sections as chains of titles, lists and tables counted in order of appearance. */
export function outlinePassages(passages: readonly Passage[]): readonly PassageOutline[] {
  const lists = [...new Set(passages.flatMap(({ structure }) => structure.list ?? []))].sort((a, b) => a - b);
  const tables = [...new Set(passages.flatMap(({ structure }) => structure.table ?? []))].sort((a, b) => a - b);
  return passages.map((passage): PassageOutline => {
    const { kind, text, marker, cells, structure } = passage;
    const { level, list, table, leadIn, rowLabels = [] } = structure;
    const section = sectionTitles(passage, passages);
    const inherited = rowLabels.flatMap((label) => (label.column === undefined ? [] : [{ column: label.column, text: label.text }]));
    const labels = rowLabels.filter((label) => label.column === undefined).map((label) => label.text);
    const named = inherited.map(({ column, text: words }): [string, string, string?] => {
      const role = passages
        .flatMap((other) => (other.structure.table === table ? (other.cells ?? []) : []))
        .find((cell) => cell.column === column)?.role;
      return role === undefined ? [column, words] : [column, words, role];
    });
    const own = (cells ?? []).map((cell): [string, string, string?] => {
      const words = text.slice(cell.start, cell.end);
      return cell.role === undefined ? [cell.column, words] : [cell.column, words, cell.role];
    });
    return {
      kind,
      ...(cells === undefined ? { text } : { cells: [...named, ...own] }),
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
