import * as en from './en/register.ts';
import type { RegisterColumn } from './register-headers.ts';
import * as zh from './zh/register.ts';

/** Headers of all languages under which a register may have a column, folded; the first one and the first Chinese one are said. */
export function registerHeaders(column: RegisterColumn): readonly [string, ...string[]] {
  return [...en.REGISTER_HEADERS[column], ...zh.REGISTER_HEADERS[column]];
}

export const REGISTER_COLUMNS = Object.keys(en.REGISTER_HEADERS) as readonly RegisterColumn[];

/** A day as each language writes it. */
export const DAY_EXAMPLES: readonly string[] = [en.DAY_EXAMPLE, zh.DAY_EXAMPLE];
