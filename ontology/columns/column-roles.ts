import type { ColumnRole } from '../../kernel/index.ts';
import { HEADER_ROLES } from '../vocabularies/column-headers.ts';
import { composedRole } from './composed-role.ts';
import { contextRole } from './context-role.ts';
import { normaliseHeader } from './normalise-header.ts';

/** Roles that a table may hold several columns of: a limit and a nominal value, a local and an end effect, notes. */
const REPEATABLE: ReadonlySet<ColumnRole> = new Set(['value', 'effect', 'note', 'control', 'component']);
/** Roles of columns that name what the values of a row are about. */
const NAMING: ReadonlySet<ColumnRole> = new Set(['parameter', 'component', 'asset', 'part-name', 'part-number', 'alarm-code', 'term']);
/** A column headed by a tag (`P-101A`) holds what is said of that machine. */
const TAG = /^\p{Lu}{1,6}-?\d{2,6}(-\d{1,4})?\p{Lu}?$/u;
/** A cell that opens with a number, a comparator or a sign before one. */
const NUMERIC = /^\s*(?:[<>≤≥=~≈±+\-−]|max\.?|min\.?|约|大于|小于|不超过|不低于)*\s*\d/iu;
/** Share of the samples that must be quantities before a headerless column is taken for values. */
const QUANTITY_SHARE = 0.6;
const EXACT = 2;
const COMPOSED = 1.5;
/** Each column is weighed against all others; no table that people read is wider, and columns beyond have no role. */
const MOST_COLUMNS = 400;

interface Candidate {
  readonly column: number;
  readonly role: ColumnRole;
  readonly score: number;
}

/**
 * What each column means, from its header in Chinese or English and, where the header alone does not say, from its neighbours
 * and `samples` (some rows of cells). Undefined for a column of no known role. A role is given twice only where tables do so
 * naturally: limits, effects, notes, and columns that repeat one matter in another language (`title_en`, `title_zh`).
 */
export function columnRoles(headers: readonly string[], samples: readonly (readonly string[])[] = []): (ColumnRole | undefined)[] {
  if (headers.length > MOST_COLUMNS) {
    return [...columnRoles(headers.slice(0, MOST_COLUMNS), samples), ...headers.slice(MOST_COLUMNS).map(() => undefined)];
  }
  const names = headers.map(normaliseHeader);
  const roles: (ColumnRole | undefined)[] = headers.map(() => undefined);
  const languages = new Map<ColumnRole, Set<string | undefined>>();
  const give = (column: number, role: ColumnRole): void => {
    const language = names[column]?.language;
    const held = languages.get(role);
    if (held !== undefined && !REPEATABLE.has(role) && (language === undefined || held.has(language))) return;
    roles[column] = role;
    languages.set(role, (held ?? new Set()).add(language));
  };
  const candidates = names.flatMap((name, column) => lexicalCandidate(name.text, column));
  candidates.sort((a, b) => b.score - a.score || a.column - b.column);
  for (const candidate of candidates) give(candidate.column, candidate.role);
  names.forEach((name, column) => {
    if (roles[column] !== undefined) return;
    const role = contextRole(
      name.text,
      roles,
      names.map((other) => other.text),
      samples.map((row) => row[column] ?? ''),
    );
    if (role !== undefined) give(column, role);
  });
  nameFirstColumn(roles, samples);
  giveValueColumns(headers, roles, samples, give);
  return roles.map((role) => settledRole(role, roles));
}

function lexicalCandidate(name: string, column: number): readonly Candidate[] {
  const exact = HEADER_ROLES.get(name);
  if (exact !== undefined) return [{ column, role: exact, score: EXACT }];
  const composed = composedRole(name);
  if (composed !== undefined) return [{ column, role: composed, score: COMPOSED }];
  let best: Candidate | undefined;
  for (const [phrase, role] of CONTAINED) {
    const score = containedScore(name, phrase);
    if (score > (best?.score ?? 0)) best = { column, role, score };
  }
  return best === undefined ? [] : [best];
}

/** Phrases that tell the role of a name that contains them: of at least two characters in Chinese, four letters in Latin script. */
const CONTAINED = [...HEADER_ROLES].filter(([phrase]) => phrase.length >= (/\p{sc=Han}/u.test(phrase) ? 2 : 4));
/** Share of a name that a phrase must cover. */
const COVERED = 0.4;

/** Share of the name that a contained phrase covers: whole words in Latin script. */
function containedScore(name: string, phrase: string): number {
  const share = phrase.length / name.length;
  if (share < COVERED || share > 1) return 0;
  const at = name.indexOf(phrase);
  if (at < 0) return 0;
  const before = name[at - 1] ?? ' ';
  const after = name[at + phrase.length] ?? ' ';
  const cutsWord = /[a-z]/.test(phrase) && (/[a-z0-9]/.test(before) || /[a-z0-9]/.test(after));
  return cutsWord ? 0 : share + (after === ' ' ? 0.01 : 0);
}

/** `工作内容` is the text of an order in a log and a task in a schedule; a tolerance alone is the value of its row. */
function settledRole(role: ColumnRole | undefined, roles: readonly (ColumnRole | undefined)[]): ColumnRole | undefined {
  const has = (...wanted: readonly ColumnRole[]) => wanted.some((other) => roles.includes(other));
  // A code of faults in a list of orders says how the thing failed.
  if (role === 'alarm-code' && has('order-number') && has('text', 'symptom') && !has('failure-mode', 'alarm-text', 'alarm-state'))
    return 'failure-mode';
  if (role === 'text' && has('interval') && !has('date', 'order-number', 'task')) return 'task';
  return role === 'tolerance' && has('parameter') && !has('value') ? 'value' : role;
}

/**
 * `Specification | Value`: of columns that all say what a value is called, the first one names and the others say, unless it
 * holds quantities itself.
 */
function nameFirstColumn(roles: (ColumnRole | undefined)[], samples: readonly (readonly string[])[]): void {
  if (roles[0] !== 'value' || !roles.slice(1).some((role) => role === 'value')) return;
  if (roles.some((role) => role !== undefined && NAMING.has(role))) return;
  if (quantityShare(samples, 0) < QUANTITY_SHARE) roles[0] = 'parameter';
}

/** Columns headed by a tag beside a parameter column hold its values; so do columns whose cells are quantities. */
function giveValueColumns(
  headers: readonly string[],
  roles: (ColumnRole | undefined)[],
  samples: readonly (readonly string[])[],
  give: (column: number, role: ColumnRole) => void,
): void {
  const headless = roles.every((role) => role === undefined);
  if (headless && headers.length >= 2 && quantityShare(samples, 0) < QUANTITY_SHARE) {
    const found = headers.some((_, column) => column > 0 && quantityShare(samples, column) >= QUANTITY_SHARE);
    if (found) give(0, 'parameter');
  }
  if (!roles.includes('parameter') && roles[0] === undefined && headers.slice(1).some(isTag)) give(0, 'parameter');
  if (!roles.includes('parameter')) return;
  headers.forEach((header, column) => {
    if (roles[column] !== undefined) return;
    if (isTag(header) || quantityShare(samples, column) >= QUANTITY_SHARE) give(column, 'value');
  });
}

function isTag(header: string): boolean {
  return TAG.test(header.normalize('NFKC').trim());
}

function quantityShare(samples: readonly (readonly string[])[], column: number): number {
  const cells = samples.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
  if (cells.length === 0) return 0;
  return cells.filter((cell) => NUMERIC.test(cell.normalize('NFKC'))).length / cells.length;
}
