import { expect, it } from 'vitest';
import { chooseCheck } from './choose-check.ts';

const look = (id: string, ...causes: number[]) => ({ id, causes, effort: 'look' as const });

it('chooses, of checks that cost the same, the one whose outcome tells most', () => {
  const chosen = chooseCheck([0.7, 0.1, 0.1, 0.1], [look('rare', 1), look('likely', 0), look('halves', 1, 2, 3)]);
  expect(chosen?.option.id).toBe('likely');
  expect(chooseCheck([0.25, 0.25, 0.25, 0.25], [look('one', 0), look('halves', 2, 3)])).toMatchObject({
    option: { id: 'halves' },
    gain: 1,
  });
});

it('chooses a look before taking the machine apart, though it tells less', () => {
  const apart = { id: 'apart', causes: [0], effort: 'dismantle' as const };
  expect(chooseCheck([0.5, 0.2, 0.3], [apart, look('look', 1)])?.option.id).toBe('look');
});

it('confirms the last cause that is left, and takes the check named first of equal ones', () => {
  expect(chooseCheck([0, 1], [look('out', 0), look('left', 1)])).toMatchObject({ option: { id: 'left' }, gain: 1 });
  expect(chooseCheck([0.5, 0.5], [look('first', 0), look('second', 1)])?.option.id).toBe('first');
});

it('chooses none where no cause is left', () => {
  expect(chooseCheck([0, 0], [look('a', 0)])).toBeUndefined();
  expect(chooseCheck([], [])).toBeUndefined();
});
