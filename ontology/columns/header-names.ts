import { HEADER_ROLES } from '../vocabularies/column-headers.ts';
import { mayBeCalled } from './column-aspect.ts';
import { normaliseHeader } from './normalise-header.ts';

/** Names that a column is asked by: its own headers as written, then what headers of its role are called in more than one word. */
export function headerNames(field: string, headers: readonly string[]): readonly string[] {
  const own = [...headers, ...(field.startsWith('x:') ? [field.slice(2)] : [])].map((header) => normaliseHeader(header).text);
  const role = [...HEADER_ROLES]
    .filter(([phrase, of]) => of === field && isTelling(phrase) && mayBeCalled(phrase, own))
    .map(([phrase]) => phrase);
  return [...new Set([...own, ...role])].filter((name) => name !== '');
}

/** A single English word heads columns of many tables and means something else in a sentence (`for`, `when`, `work`). */
function isTelling(phrase: string): boolean {
  return /\p{sc=Han}/u.test(phrase) ? phrase.length > 1 : phrase.includes(' ');
}
