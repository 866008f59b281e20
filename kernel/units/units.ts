import { OTHER_WORDS } from './other-words.data.ts';
import type { Dimension } from './quantity.ts';
import { CONVERTIBLE_UNITS, LONE_UNITS, type UnitRow } from './unit-table.data.ts';

/** A unit: `si = value × factor + offset`, in the SI unit of the dimension (rotational speed in turns a second). */
export interface UnitOfMeasure {
  readonly symbol: string;
  readonly dimension: Dimension;
  readonly factor: number;
  readonly offset: number;
  /** Not convertible into other units of its dimension: a currency, a shift whose length the plant decides. */
  readonly alone: boolean;
}

/** Aliases that in other letter case are mostly other words. */
const EXACT_CASE = new Set(['cP', 'cps', 'PS', 'MN', 'pH', 'Bd', 'mo', 'us', 'pF', 'nF', 'mF', 'mil', 'IK', 'IP', 'PN', 'DN', 'NPS', 'in']);

const SUPERSCRIPTS: readonly (readonly [string, readonly string[]])[] = [
  ['⁻¹', ['-1', '^-1']],
  ['²', ['2', '^2']],
  ['³', ['3', '^3']],
];
const JOINTS = ['·', '.', '-', '*', ' ', ''];

const EXACT: ReadonlyMap<string, UnitOfMeasure> = buildExact();
const ANY_CASE: ReadonlyMap<string, UnitOfMeasure> = buildAnyCase(EXACT);
const FIRST = new Set(
  [...EXACT.keys()].flatMap((alias) => [alias.charAt(0), alias.charAt(0).toLowerCase(), alias.charAt(0).toUpperCase()]),
);
const LONGEST = Math.max(...[...EXACT.keys()].map((alias) => alias.length));

/** Unit of an alias that fills the whole text, width-folded: exact case first, then any case where only one unit is meant. */
export function unitOf(alias: string): UnitOfMeasure | undefined {
  return EXACT.get(alias) ?? (alias.length > 1 ? ANY_CASE.get(alias.toLowerCase()) : undefined);
}

/** Longest alias that starts at `at` in width-folded text and does not break a word. */
export function unitAt(text: string, at: number): { readonly unit: UnitOfMeasure; readonly end: number } | undefined {
  if (!FIRST.has(text.charAt(at))) return undefined;
  for (let end = Math.min(text.length, at + LONGEST); end > at; end -= 1) {
    if (breaksWord(text, at, end)) continue;
    const unit = unitOf(text.slice(at, end));
    if (unit !== undefined) return { unit, end };
  }
  return undefined;
}

/** Latin units end where the word ends; Chinese ones unless the next character makes another word of it (`3 安装` is no ampere). */
function breaksWord(text: string, start: number, end: number): boolean {
  const next = text.charAt(end);
  if (/[A-Za-zμΩ]/.test(text.charAt(end - 1))) return /[A-Za-z0-9μΩ_²³]/.test(next);
  const words = OTHER_WORDS[text.slice(start, end)];
  return words !== undefined && next !== '' && words.includes(next);
}

function buildExact(): Map<string, UnitOfMeasure> {
  const units = new Map<string, UnitOfMeasure>();
  for (const [table, alone] of [
    [CONVERTIBLE_UNITS, false],
    [LONE_UNITS, true],
  ] as const) {
    for (const [dimension, rows] of Object.entries(table) as [Dimension, readonly UnitRow[]][]) {
      for (const [symbol, factor, aliases, offset = 0] of rows) {
        const unit: UnitOfMeasure = { symbol, dimension, factor, offset, alone };
        for (const alias of [symbol, ...aliases.split(' ')]) {
          for (const form of variants(alias.replaceAll('_', ' '))) if (form !== '' && !units.has(form)) units.set(form, unit);
        }
      }
    }
  }
  return units;
}

function variants(alias: string): string[] {
  let forms = alias.includes('·') ? JOINTS.map((joint) => alias.replaceAll('·', joint)) : [alias];
  for (const [sign, plain] of SUPERSCRIPTS) {
    forms = forms.flatMap((form) => (form.includes(sign) ? [form, ...plain.map((digits) => form.replaceAll(sign, digits))] : [form]));
  }
  return forms;
}

/** Lower-cased aliases that mean one unit only: `Mpa` and `MPA` are MPa, `MW`/`mw` stays undecided. */
function buildAnyCase(exact: ReadonlyMap<string, UnitOfMeasure>): Map<string, UnitOfMeasure> {
  const found = new Map<string, UnitOfMeasure>();
  const ambiguous = new Set<string>();
  for (const [alias, unit] of exact) {
    if (EXACT_CASE.has(alias)) continue;
    const lower = alias.toLowerCase();
    const other = found.get(lower);
    if (other !== undefined && other !== unit) ambiguous.add(lower);
    found.set(lower, unit);
  }
  for (const alias of ambiguous) found.delete(alias);
  return found;
}
