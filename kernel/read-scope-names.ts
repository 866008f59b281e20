import { FaultlineError } from './errors.ts';
import type { ScopeName, ScopeNameKind, ScopeNameSource } from './scope-name.ts';

const LONGEST = 80;
const BETWEEN = /[;；,，、]/u;

/**
 * Names of scope as somebody lists them, parted by commas or semicolons of either language; a range of serials is one name, be it
 * of several pieces. @throws FaultlineError `invalid-request` when a name has more than 80 characters.
 */
export function readScopeNames(kind: ScopeNameKind, list: string, source: ScopeNameSource): readonly ScopeName[] {
  const parts = kind === 'serial-range' ? [list] : list.split(BETWEEN);
  return parts.flatMap((part) => {
    const text = part.normalize('NFC').trim();
    if (text.length > LONGEST)
      throw new FaultlineError('invalid-request', `"${text.slice(0, LONGEST)}…" is longer than the ${LONGEST} characters of a ${kind}.`);
    return text === '' ? [] : [{ kind, text, source }];
  });
}
