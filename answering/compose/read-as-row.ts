import { type Cell, type ColumnRole, findQuantities, type Passage, type RowLabel, titlesAbove } from '../../kernel/index.ts';
import { columnRoles, siteGrammar } from '../../ontology/index.ts';
import { matchWords } from '../verify/match-words.ts';

/** What holds for a row and is printed above it; `role` where the place says it and no header does. */
export interface ReadLabel extends RowLabel {
  readonly role?: ColumnRole;
}

/** A passage read as a row: a row of a table, or an item of a list whose titles say what it is and what it is said of. */
export interface ReadRow {
  readonly labels: readonly ReadLabel[];
  readonly cells: readonly Cell[];
}

/** What is listed under a trouble. */
const OF_TROUBLE: ReadonlySet<ColumnRole | undefined> = new Set(['cause', 'remedy', 'check', 'action']);
/** Words beside the quantity in a title that is nothing but an interval (`Every 6 months`, `每 6 个月`). */
const INTERVAL_WORDS = 2;
/** A title that names equipment as well is no interval, whatever a site's tags look like. */
const PLAIN = siteGrammar([]);

/** A row is read where its table is, where its labels are and where it is understood: once a passage is enough. */
const known = new WeakMap<Passage, { readonly row: ReadRow | undefined }>();

/**
 * The passage as a row; undefined where it is none. `Possible causes:` above the items of a list heads them as a column would, and
 * the title above that is the trouble; a title that is an interval alone is the interval of what stands below it.
 */
export function readAsRow(passage: Passage): ReadRow | undefined {
  let held = known.get(passage);
  if (held === undefined) {
    held = { row: rowOf(passage) };
    known.set(passage, held);
  }
  return held.row;
}

function rowOf(passage: Passage): ReadRow | undefined {
  if (passage.cells !== undefined) return { labels: passage.structure.rowLabels ?? [], cells: passage.cells };
  const { list, leadIn, section } = passage.structure;
  if (passage.kind === 'heading' || (list === undefined && leadIn === undefined)) return undefined;
  const [nearest, next] = titlesAbove(passage);
  if (nearest === undefined) return undefined;
  const order = leadIn === undefined ? section : leadIn.order;
  const place = order === undefined ? {} : { order };
  const whole = { start: 0, end: passage.text.length };
  if (isInterval(nearest))
    return { labels: [{ text: nearest, column: '', role: 'interval', ...place }], cells: [{ column: '', ...whole }] };
  const header = nearest.replace(/\s*[:：]\s*$/u, '');
  const [role] = columnRoles([header]);
  if (role === undefined || !OF_TROUBLE.has(role) || next === undefined) return undefined;
  const above = leadIn === undefined || section === undefined ? {} : { order: section };
  return { labels: [{ text: next, column: '', role: 'symptom', ...above }], cells: [{ column: header, role, ...whole }] };
}

function isInterval(title: string): boolean {
  const [mention, ...others] = findQuantities(title, PLAIN);
  if (mention === undefined || others.length > 0 || mention.quantity.dimension !== 'time') return false;
  return matchWords(title.slice(0, mention.start) + title.slice(mention.end)).length <= INTERVAL_WORDS;
}
