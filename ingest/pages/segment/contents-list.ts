import { wording } from '../../../ontology/index.ts';
import { type Row, rowText } from '../../layout/rows.ts';
import { titleKey } from './heading-rules.ts';

const LEADER = /(?:[.．·…_‥]\s*){4,}(?:[A-Z]{1,3}-)?[\divxlcIVXLC-]*\s*$/u;
const TITLE = new RegExp(`^(?:${wording('contentsTitle')})\\s*(?:${wording('contentsContinued')})?$`, 'iu');
/** An entry of which the dots are lost, as on scans: number of a section, its title, a page. */
const ENTRY = /^\d{1,2}(?:\.\d{1,2})*\.?\s+\S.*\s(\d{1,4})$/u;
const MIN_LEADERS = 2;
/** Entries without dots that make a list, below its title and without one. */
const MIN_ENTRIES = { titled: 4, untitled: 10 } as const;
const MIN_LINKS = 5;

/** A title of the outline and the page it leads to. */
export interface OutlineTitle {
  readonly key: string;
  readonly page: number;
}

/**
 * Rows of a page that belong to a list of contents: lines with dot leaders, at least five lines that name sections of other pages, or
 * lines from the number of a section to a page whose pages never fall; with them the list's own title and the lines between.
 */
export function contentsRows(rows: readonly Row[], page: number, outline: readonly OutlineTitle[]): Set<Row> {
  const elsewhere = new Set(outline.filter((entry) => entry.page !== page).map((entry) => entry.key));
  const here = new Set(outline.filter((entry) => entry.page === page).map((entry) => entry.key));
  const texts = rows.map(rowText);
  const isTitle = texts.map((text) => TITLE.test(text.trim()));
  const leaders = texts.map((text) => LEADER.test(text));
  const links = texts.map((text) => {
    const key = titleKey(text.replace(/^[•●○▪■◦·]\s*/u, '').replace(/\s+\d{1,4}$/u, ''));
    return key !== '' && elsewhere.has(key) && !here.has(key);
  });
  const manyLeaders = count(leaders) >= (isTitle.includes(true) ? 1 : MIN_LEADERS);
  const manyLinks = count(links) >= MIN_LINKS;
  const entries = texts.map((text) => ENTRY.exec(text.trim())?.[1]);
  const manyEntries = isList(entries, isTitle.includes(true) ? MIN_ENTRIES.titled : MIN_ENTRIES.untitled);
  const listed = rows.map(
    (_, index) =>
      (manyLeaders && leaders[index] === true) || (manyLinks && links[index] === true) || (manyEntries && entries[index] !== undefined),
  );
  const first = listed.indexOf(true);
  const last = listed.lastIndexOf(true);
  if (first === -1) return new Set();
  return new Set(
    rows.filter((_, index) => {
      if (listed[index] === true || isTitle[index] === true) return true;
      // A title that wraps, or an entry that the outline writes otherwise, stands between two that are known.
      return index > first && index < last && near(listed, index);
    }),
  );
}

function isList(entries: readonly (string | undefined)[], least: number): boolean {
  const pages = entries.flatMap((page) => (page === undefined ? [] : [Number(page)]));
  return pages.length >= least && pages.every((page, index) => index === 0 || page >= (pages[index - 1] ?? 0));
}

function near(listed: readonly boolean[], index: number): boolean {
  return listed.slice(Math.max(0, index - 3), index).includes(true) && listed.slice(index + 1, index + 4).includes(true);
}

function count(flags: readonly boolean[]): number {
  return flags.filter(Boolean).length;
}
