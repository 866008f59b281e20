import { type Caller, FaultlineError, ROLES, type Role, readLabelList } from '../../kernel/index.ts';

/** @throws FaultlineError `invalid-request` for what is no role. */
export function readRole(text: string): Role {
  const role = ROLES.find((name) => name === text);
  if (role === undefined) throw new FaultlineError('invalid-request', `There is no role "${text}"; choose of ${ROLES.join(', ')}.`);
  return role;
}

/** Labels as they are given on a command line: `*` for everything, `-` for none. @throws FaultlineError `invalid-request`. */
export function readHeld(text: string): Caller['labels'] {
  const trimmed = text.trim();
  if (trimmed === '*') return 'all';
  return trimmed === '-' ? [] : readLabelList(trimmed);
}

/** The same as they are read. */
export function heldText(labels: Caller['labels']): string {
  if (labels === 'all') return '*';
  return labels.length === 0 ? '-' : labels.join(',');
}
