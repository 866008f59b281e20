import { assertNever } from './assert-never.ts';

/** What a caller may do at most, each role all that the one before it may; what a caller may read is a matter of labels. */
export const ROLES = ['reader', 'technician', 'engineer', 'reviewer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What somebody may ask of the service, as it is told to people. */
export const ACTIONS = ['read', 'ask', 'add', 'steer', 'relabel', 'remove', 'export', 'decide', 'audit', 'administer'] as const;
export type Action = (typeof ACTIONS)[number];

/** The role from which on an action is allowed. */
function leastRole(action: Action): Role {
  switch (action) {
    case 'read':
    case 'ask':
      return 'reader';
    case 'add':
      return 'technician';
    case 'steer':
    case 'relabel':
    case 'remove':
    case 'export':
      return 'engineer';
    case 'decide':
    case 'audit':
      return 'reviewer';
    case 'administer':
      return 'admin';
    default:
      return assertNever(action);
  }
}

/** Whether a role allows an action. */
export function mayDo(role: Role, action: Action): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(leastRole(action));
}

/** All that a role allows, in the order of `ACTIONS`. */
export function actionsOf(role: Role): readonly Action[] {
  return ACTIONS.filter((action) => mayDo(role, action));
}
