import { describe, expect, it } from 'vitest';
import { CALLER, NEVER } from '../test-support/workspace.ts';
import { admitCalls } from './admit-calls.ts';
import { timeAdmitted } from './time-calls.ts';

const TIMED = [
  'aggregateRecords',
  'askQuestion',
  'diagnoseFault',
  'explainPaths',
  'extractText',
  'getNeighbourhood',
  'getTimeline',
  'pageRecords',
  'renderDocumentPage',
  'searchPassages',
  'verifyText',
] as const;

const never = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });

/** Calls that never end by themselves, with one reader's places before them. */
function open(answerMilliseconds: number) {
  const begun: string[] = [];
  const calls = () => ({
    call: (name: string, _: unknown, __: unknown, signal: AbortSignal) => {
      begun.push(name);
      return never(signal);
    },
    async *stream(name: string, _: unknown, __: unknown, signal: AbortSignal) {
      begun.push(name);
      yield await never(signal);
    },
  });
  const admissionOf = admitCalls({ readers: 1, waitingCalls: 8, answerMilliseconds: 20_000 }, { now: () => 0 });
  return { begun, admissionOf, timed: timeAdmitted(calls, admissionOf, answerMilliseconds) };
}

describe('the time of a call', () => {
  it.each(TIMED)('of %s is over though its reader hears nothing', async (name) => {
    const { begun, timed } = open(20);
    await expect(timed.call(name, CALLER, {}, NEVER)).rejects.toMatchObject({ code: 'deadline-exceeded' });
    expect(begun).toEqual([name]);
  });

  it('counts from when it came, while it waits for its place too', async () => {
    const { begun, admissionOf, timed } = open(20);
    await Promise.all(Array.from({ length: 4 }, () => admissionOf('askQuestion')?.enter(NEVER)));
    await expect(timed.call('verifyText', CALLER, {}, NEVER)).rejects.toMatchObject({ code: 'deadline-exceeded' });
    await expect(timed.stream('streamAnswer', CALLER, {}, NEVER).next()).rejects.toMatchObject({ code: 'deadline-exceeded' });
    expect(begun).toEqual([]);
  });

  it('is not that of who left before, nor of what an operator asks of the whole store', async () => {
    const { timed } = open(20);
    const left = new AbortController();
    const asked = timed.call('askQuestion', CALLER, {}, left.signal);
    left.abort(new Error('left'));
    await expect(asked).rejects.toThrow('left');
    const examined = timed.call('examineStores', CALLER, {}, NEVER);
    const first = await Promise.race([examined.catch(() => 'ended'), new Promise((done) => setTimeout(() => done('goes on'), 200))]);
    expect(first).toBe('goes on');
  });
});
