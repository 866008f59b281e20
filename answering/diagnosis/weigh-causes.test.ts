import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OBSERVATION_OUTCOMES } from '../../kernel/index.ts';
import { areToldApart, weighCauses } from './weigh-causes.ts';

const CAUSES = [
  { id: 'a', check: 'x', earlier: 0 },
  { id: 'b', check: 'x', earlier: 1 },
  { id: 'c', check: 'y', earlier: 5 },
];

it('counts each documented cause once, and once more for each earlier order', () => {
  expect(weighCauses(CAUSES, []).map(({ chance }) => chance)).toEqual([1 / 9, 2 / 9, 6 / 9]);
});

it('rules out the causes of a check that did not find them, and leaves all others unchecked where one was found', () => {
  const after = (outcome: 'found' | 'not-found' | 'unclear') => weighCauses(CAUSES, [{ check: 'x', outcome }]);
  expect(after('not-found').map(({ standing }) => standing)).toEqual(['ruled-out', 'ruled-out', 'open']);
  expect(after('found').map(({ standing, chance }) => [standing, chance])).toEqual([
    ['found', 1 / 3],
    ['found', 2 / 3],
    ['not-checked', 0],
  ]);
  expect(after('unclear').map(({ standing }) => standing)).toEqual(['open', 'open', 'open']);
});

it('goes by the later of two observations of one check', () => {
  const seen = [
    { check: 'y', outcome: 'not-found' },
    { check: 'y', outcome: 'found' },
  ] as const;
  expect(weighCauses(CAUSES, seen).map(({ standing }) => standing)).toEqual(['not-checked', 'not-checked', 'found']);
});

it('calls a cause that could not be told unchecked, not ruled out, once another one was found', () => {
  const seen = [
    { check: 'y', outcome: 'unclear' },
    { check: 'x', outcome: 'found' },
  ] as const;
  expect(weighCauses(CAUSES, seen).map(({ standing }) => standing)).toEqual(['found', 'found', 'not-checked']);
});

it('tells causes apart by earlier orders alone, and only those that are left', () => {
  const told = (causes: typeof CAUSES, ...seen: Parameters<typeof weighCauses>[1]) => areToldApart(causes, weighCauses(causes, seen));
  expect(told(CAUSES)).toBe(true);
  expect(told(CAUSES.map((cause) => ({ ...cause, earlier: 2 })))).toBe(false);
  expect(told(CAUSES, { check: 'x', outcome: 'not-found' })).toBe(false);
});

it('has chances that add up to one while a cause is left', () => {
  const cause = fc.record({ id: fc.string(), check: fc.constantFrom('x', 'y', 'z'), earlier: fc.nat(40) });
  const observation = fc.record({ check: fc.constantFrom('x', 'y', 'z'), outcome: fc.constantFrom(...OBSERVATION_OUTCOMES) });
  fc.assert(
    fc.property(fc.array(cause, { minLength: 1, maxLength: 8 }), fc.array(observation, { maxLength: 4 }), (causes, observations) => {
      const weighed = weighCauses(causes, observations);
      const isLeft = weighed.some(({ standing }) => standing === 'open' || standing === 'found');
      expect(weighed.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(isLeft ? 1 : 0);
    }),
  );
});
