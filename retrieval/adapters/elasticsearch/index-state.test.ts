import { expect, test } from 'vitest';
import { claimRun, excludedRuns, giveUpRun, type IndexState, publishRun, runKey, runStanding, settleRuns } from './index-state.ts';

const EMPTY: IndexState = { identity: 'a', revision: 0, pending: [], discarded: [], fenced: [] };
const claim = (run: number, unit = 'u') => ({ unit, run, generation: 1 });

test('a run is hidden until it is published, and what it replaces is hidden by the same change', () => {
  const first = publishRun(claimRun(EMPTY, claim(1)), 'u.1', []);
  expect(excludedRuns(first)).toEqual([]);
  const second = claimRun(first, claim(2));
  expect(excludedRuns(second)).toEqual(['u.2']);
  expect(excludedRuns(publishRun(second, 'u.2', ['u.1']))).toEqual(['u.1']);
  expect(runStanding(second, 'u.2')).toBe('pending');
});

test('a run that is taken over can never be published and stays hidden after it was cleaned away', () => {
  const taken = claimRun(claimRun(EMPTY, claim(1)), claim(2));
  expect(runStanding(taken, 'u.1')).toBe('given-up');
  const cleaned = settleRuns(publishRun(taken, 'u.2', ['u.1']), ['u.1'], ['u.1']);
  expect(runStanding(cleaned, 'u.1')).toBe('given-up');
  expect(excludedRuns(cleaned)).toEqual(['u.1']);
  expect(cleaned.discarded).toEqual([]);
});

test('runs of other units are left alone', () => {
  const two = claimRun(claimRun(EMPTY, claim(1)), claim(1, 'v'));
  expect(excludedRuns(two)).toEqual(['u.1', 'v.1']);
  expect(excludedRuns(publishRun(two, runKey('v', 1), []))).toEqual(['u.1']);
});

test('every change has a higher revision, and few of those given up are remembered', () => {
  let state = EMPTY;
  for (let run = 1; run <= 1000; run++) {
    const key = runKey('u', run);
    const next = settleRuns(giveUpRun(claimRun(state, claim(run)), key), [key], [key]);
    expect(next.revision).toBe(state.revision + 3);
    state = next;
  }
  expect(state.fenced.length).toBeLessThanOrEqual(256);
  expect(runStanding(state, 'u.1000')).toBe('given-up');
});
