import { describe, expect, it } from 'vitest';
import { FaultlineError } from '../../kernel/index.ts';
import { makeGuard } from './guard.ts';

const NEVER = new AbortController().signal;
const down = () => Promise.reject(new FaultlineError('store-unavailable', 'away'));

function open(milliseconds = 1_000) {
  const clock = { time: 0, now: () => clock.time };
  return { clock, guard: makeGuard({ store: 'Neo4j', milliseconds, clock }) };
}

describe('a guarded store', () => {
  it('is not asked any more after failures in a row, and is asked again after a rest', async () => {
    const { clock, guard } = open();
    for (let time = 0; time < 3; time++) await expect(guard.read(down, NEVER)).rejects.toThrow('away');
    let asked = 0;
    const read = async () => {
      asked += 1;
      return 'there';
    };
    await expect(guard.read(read, NEVER)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(asked).toBe(0);
    clock.time += 5_000;
    await expect(guard.read(down, NEVER)).rejects.toThrow('away');
    await expect(guard.read(read, NEVER)).rejects.toThrow('left alone');
    clock.time += 5_000;
    expect(await guard.read(read, NEVER)).toBe('there');
    await expect(guard.read(down, NEVER)).rejects.toThrow('away');
    expect(await guard.read(read, NEVER)).toBe('there');
  });

  it('that does not answer costs no more than the wait, whether it sees its signal or not', async () => {
    const { guard } = open(5);
    await expect(guard.read(() => new Promise(() => undefined), NEVER)).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('is not blamed for a caller who left or a request that is wrong', async () => {
    const { guard } = open();
    const left = new AbortController();
    const waiting = guard.read(() => new Promise(() => undefined), left.signal);
    left.abort(new Error('the caller left'));
    await expect(waiting).rejects.toThrow('the caller left');
    const wrong = () => Promise.reject(new FaultlineError('invalid-request', 'wrong'));
    for (let time = 0; time < 5; time++) await expect(guard.read(wrong, NEVER)).rejects.toThrow('wrong');
    expect(await guard.read(async () => 'there', NEVER)).toBe('there');
  });
});
