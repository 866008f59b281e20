import { expect, it } from 'vitest';
import { COLUMN_ROLES } from '../../kernel/index.ts';
import { isWordKey } from '../languages/speak.ts';
import { ROLES } from './roles.ts';

it('offers every meaning that a column can have, and has words for it', () => {
  expect([...ROLES].sort()).toEqual([...COLUMN_ROLES].sort());
  expect(ROLES.filter((role) => !isWordKey(`role.${role}`))).toEqual([]);
});
