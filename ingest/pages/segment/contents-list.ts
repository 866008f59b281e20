import { wording } from '../../../ontology/index.ts';
import { type Row, rowText } from '../../layout/rows.ts';
import { captionOf, titleKey } from './heading-rules.ts';

const LEADER = /(?<![.．·…_‥]\s*)(?:[.．·…_‥]\s*){4,}(?:[A-Z]{1,3}-)?[\divxlcIVXLC-]*\s*$/u;
const TITLE = new RegExp(`^(?:${wording('contentsTitle')})\\s*(?:${wording('contentsContinued')})?$`, 'iu');
/** An entry of which most dots are lost, as on scans: number of a section or a caption, a title, a page. */
const NUMBERED = /^(?:\d{1,2}|[A-Z](?=\.\d))(?:\.\d{1,2})*\.?(?:\s+\S|(?<=\.\d{1,2})\p{L})/u;
const PAGE = /(?:\s|(?<!\d)[.·…])(\d{1,4})$/u;
/** What is left of the dots before a page. */
const LEFT_OVER = /(?<!\d)[.·…]\s*\d{1,4}$/u;
/** Dots that lead to a page which was not recognised; a single one may end a sentence. */
const [DOTS_LEFT, DOT_LEFT] = [/[.·…]\s*[.·…]$/u, /[.·…]$/u];
/** Entries of a list below its title that lead to a page, or have more than one dot left, before those that end in a dot are taken too. */
const MIN_LEADING = 3;
const MIN_LEADERS = 2;
/** Entries without dots that make a list, below its title or where some have dots left, and without either. */
const MIN_ENTRIES = { told: 4, untold: 10 } as const;
const MIN_LEFT_OVER = 3;
const MIN_LINKS = 5;

/** A title of the outline and the page it leads to. */
export interface OutlineTitle {
  readonly key: string;
  readonly page: number;
}

/**
 * Rows of a page that belong to a list of contents: lines with dot leaders, at least five lines that name sections of other pages, or
 * lines from the number of a section, or a caption, to a page, whose pages never fall; with them the list's own title and the lines between.
 */
export function contentsRows(rows: readonly Row[], page: number, outline: readonly OutlineTitle[]): Set<Row> {
  const elsewhere = new Set(outline.filter((entry) => entry.page !== page).map((entry) => entry.key));
  const here = new Set(outline.filter((entry) => entry.page === page).map((entry) => entry.key));
  const texts = rows.map((row) => rowText(row).trim());
  const isTitle = texts.map((text) => TITLE.test(text));
  const leaders = texts.map((text) => LEADER.test(text));
  const links = texts.map((text) => {
    const key = titleKey(text.replace(/^[•●○▪■◦·]\s*/u, '').replace(/\s+\d{1,4}$/u, ''));
    return key !== '' && elsewhere.has(key) && !here.has(key);
  });
  const manyLeaders = count(leaders) >= (isTitle.includes(true) ? 1 : MIN_LEADERS);
  const manyLinks = count(links) >= MIN_LINKS;
  const entries = texts.map((text) => entryOf(text));
  const leftOver = count(texts.map((text, index) => entries[index] !== undefined && LEFT_OVER.test(text)));
  const isTold = isTitle.includes(true) || leftOver >= MIN_LEFT_OVER;
  const manyEntries = isList(entries, isTold ? MIN_ENTRIES.told : MIN_ENTRIES.untold);
  const cutShort = isTitle.includes(true) && isListCutShort(texts, entries);
  const listed = rows.map(
    (_, index) =>
      (manyLeaders && leaders[index] === true) ||
      (manyLinks && links[index] === true) ||
      (manyEntries && entries[index] !== undefined) ||
      (cutShort && isEntryCutShort(texts[index] ?? '', entries[index])),
  );
  const first = listed.indexOf(true);
  const last = listed.lastIndexOf(true);
  if (first === -1) return new Set();
  const [from, to] = withOthers(rows, { first, last }, isTitle.lastIndexOf(true, first));
  return new Set(
    rows.filter((_, index) => {
      if (listed[index] === true || isTitle[index] === true) return true;
      if ((index >= from && index < first) || (index > last && index <= to)) return true;
      // A title that wraps, or an entry that the outline writes otherwise, stands between two that are known.
      return index > first && index < last && near(listed, index);
    }),
  );
}

/**
 * Where a list begins and ends with the entries without a number or dots (`Preface 5`, `Index 130`) that stand right below its title and
 * right behind its last known entry: each ends in a page, at the edge of the known ones, that is none before the one above it.
 */
function withOthers(
  rows: readonly Row[],
  { first, last }: { readonly first: number; readonly last: number },
  title: number,
): readonly [number, number] {
  const pages = rows.map((row) => pageOf(rowText(row)));
  const isEntry = (index: number, known: number) => {
    const [row, edge, page, before] = [rows[index], rows[known]?.x1, pages[index], pages[index - 1]];
    const isAtEdge = row !== undefined && edge !== undefined && Math.abs(row.x1 - edge) < row.size;
    return isAtEdge && page !== undefined && page >= (index - 1 === title ? 0 : (before ?? 0));
  };
  const above = rows.slice(title + 1, first + 1).map((_, at) => isEntry(title + 1 + at, first));
  const from = title !== -1 && above.every(Boolean) ? title + 1 : first;
  let to = last;
  while (pages[last] !== undefined && isEntry(to + 1, last)) to += 1;
  return [from, to];
}

/** The page that a line of words ends in. */
function pageOf(text: string): number | undefined {
  const page = /\p{L}/u.test(text) ? PAGE.exec(text.trim())?.[1] : undefined;
  return page === undefined ? undefined : Number(page);
}

interface Entry {
  readonly of: 'section' | 'table' | 'figure';
  readonly page: number;
}

function entryOf(text: string): Entry | undefined {
  const of = NUMBERED.test(text) ? 'section' : captionOf(text);
  const page = PAGE.exec(text)?.[1];
  return of === undefined || page === undefined ? undefined : { of, page: Number(page) };
}

/** Whether entries are many, and the pages of sections, of tables and of figures never fall. */
function isList(entries: readonly (Entry | undefined)[], least: number): boolean {
  const found = entries.filter((entry) => entry !== undefined);
  return (
    found.length >= least &&
    found.every(({ of, page }, index) => page >= (found.slice(0, index).findLast((one) => one.of === of)?.page ?? 0))
  );
}

/** Whether a line is an entry of which the page was not recognised, or one with its page. */
function isEntryCutShort(text: string, entry: Entry | undefined): boolean {
  return entry !== undefined || (NUMBERED.test(text) && DOT_LEFT.test(text));
}

/** Whether below the title of a list most entries have lost their page, as on scans. */
function isListCutShort(texts: readonly string[], entries: readonly (Entry | undefined)[]): boolean {
  const leading = texts.filter((text, at) => entries[at] !== undefined || (NUMBERED.test(text) && DOTS_LEFT.test(text)));
  const all = texts.filter((text, at) => isEntryCutShort(text, entries[at]));
  return leading.length >= MIN_LEADING && all.length >= MIN_ENTRIES.told && isList(entries, 0);
}

function near(listed: readonly boolean[], index: number): boolean {
  return listed.slice(Math.max(0, index - 3), index).includes(true) && listed.slice(index + 1, index + 4).includes(true);
}

function count(flags: readonly boolean[]): number {
  return flags.filter(Boolean).length;
}
