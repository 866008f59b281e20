import { HEADER_ROLES } from '../vocabularies/column-headers.ts';
import { mayBeCalled } from './column-aspect.ts';
import { normaliseHeader } from './normalise-header.ts';

/** Names that a column is asked by: its own headers as written, then what headers of its role are called in more than one word. */
export function headerNames(field: string, headers: readonly string[]): readonly string[] {
  const own = [...headers, ...(field.startsWith('x:') ? [field.slice(2)] : [])].map((header) => normaliseHeader(header).text);
  const role = (TELLING.get(field) ?? []).filter((phrase) => mayBeCalled(phrase, own));
  return [...new Set([...own, ...role])].filter((name) => name !== '');
}

/** What headers of each role are called; a question reads the columns of every log, so it is not looked for each time. */
const TELLING: ReadonlyMap<string, readonly string[]> = tellingByRole();

function tellingByRole(): ReadonlyMap<string, readonly string[]> {
  const phrases = new Map<string, string[]>();
  for (const [phrase, role] of HEADER_ROLES) if (isTelling(phrase)) phrases.set(role, [...(phrases.get(role) ?? []), phrase]);
  return phrases;
}

/** A single English word heads columns of many tables and means something else in a sentence (`for`, `when`, `work`). */
function isTelling(phrase: string): boolean {
  return /\p{sc=Han}/u.test(phrase) ? phrase.length > 1 : phrase.includes(' ');
}
