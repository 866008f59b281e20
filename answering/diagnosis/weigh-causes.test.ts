import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OBSERVATION_OUTCOMES } from '../../kernel/index.ts';
import { weighCauses } from './weigh-causes.ts';

const CAUSES = [
  { id: 'a', check: 'x', earlier: 0 },
  { id: 'b', check: 'x', earlier: 1 },
  { id: 'c', check: 'y', earlier: 5 },
];

it('counts each documented cause once, and once more for each earlier order', () => {
  expect(weighCauses(CAUSES, []).map(({ chance }) => chance)).toEqual([1 / 9, 2 / 9, 6 / 9]);
});

it('rules out the causes of a check that did not find them, and all others where one was found', () => {
  const after = (outcome: 'found' | 'not-found' | 'unclear') => weighCauses(CAUSES, [{ check: 'x', outcome }]);
  expect(after('not-found').map(({ standing }) => standing)).toEqual(['ruled-out', 'ruled-out', 'open']);
  expect(after('found').map(({ standing, chance }) => [standing, chance])).toEqual([
    ['found', 1 / 3],
    ['found', 2 / 3],
    ['ruled-out', 0],
  ]);
  expect(after('unclear').map(({ standing }) => standing)).toEqual(['open', 'open', 'open']);
});

it('goes by the later of two observations of one check', () => {
  const seen = [
    { check: 'y', outcome: 'not-found' },
    { check: 'y', outcome: 'found' },
  ] as const;
  expect(weighCauses(CAUSES, seen).map(({ standing }) => standing)).toEqual(['ruled-out', 'ruled-out', 'found']);
});

it('has chances that add up to one while a cause is left', () => {
  const cause = fc.record({ id: fc.string(), check: fc.constantFrom('x', 'y', 'z'), earlier: fc.nat(40) });
  const observation = fc.record({ check: fc.constantFrom('x', 'y', 'z'), outcome: fc.constantFrom(...OBSERVATION_OUTCOMES) });
  fc.assert(
    fc.property(fc.array(cause, { minLength: 1, maxLength: 8 }), fc.array(observation, { maxLength: 4 }), (causes, observations) => {
      const weighed = weighCauses(causes, observations);
      const isLeft = weighed.some(({ standing }) => standing !== 'ruled-out');
      expect(weighed.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(isLeft ? 1 : 0);
    }),
  );
});
