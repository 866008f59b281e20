import { describe, expect, it } from 'vitest';
import { ACTIONS, actionsOf, mayDo, ROLES } from './role.ts';

/** Written out by hand, so that a change of the policy has to be made twice. */
const ALLOWED = {
  reader: ['read', 'ask'],
  technician: ['read', 'ask', 'add'],
  engineer: ['read', 'ask', 'add', 'steer', 'relabel', 'remove', 'export'],
  reviewer: ['read', 'ask', 'add', 'steer', 'relabel', 'remove', 'export', 'decide', 'audit'],
  admin: ['read', 'ask', 'add', 'steer', 'relabel', 'remove', 'export', 'decide', 'audit', 'administer'],
} as const satisfies Record<(typeof ROLES)[number], readonly (typeof ACTIONS)[number][]>;

describe('roles', () => {
  it.each(ROLES.flatMap((role) => ACTIONS.map((action) => [role, action] as const)))('%s and %s are as the table says', (role, action) => {
    const allowed: readonly string[] = ALLOWED[role];
    expect(mayDo(role, action)).toBe(allowed.includes(action));
  });

  it('tell all that they allow', () => {
    for (const role of ROLES) expect(actionsOf(role)).toEqual(ALLOWED[role]);
  });
});
