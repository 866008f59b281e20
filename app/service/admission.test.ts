import { describe, expect, it } from 'vitest';
import { openAdmission } from './admission.ts';

const NEVER = new AbortController().signal;
const CLOCK = { now: () => 0 };

describe('admission', () => {
  it('lets so many in, keeps so many waiting in their order, and refuses the next at once', async () => {
    const admission = openAdmission({ atOnce: 2, waiting: 2 }, CLOCK);
    const leave = [await admission.enter(NEVER), await admission.enter(NEVER)];
    const entered: string[] = [];
    const first = admission.enter(NEVER).then((left) => [entered.push('first'), left] as const);
    const second = admission.enter(NEVER).then((left) => [entered.push('second'), left] as const);
    await expect(admission.enter(NEVER)).rejects.toMatchObject({ code: 'too-many-requests', retryable: true });
    leave[0]?.();
    const [, leaveFirst] = await first;
    expect(entered).toEqual(['first']);
    leaveFirst();
    const [, leaveSecond] = await second;
    expect(entered).toEqual(['first', 'second']);
    leaveSecond();
    leave[1]?.();
    expect(await admission.enter(NEVER)).toBeTypeOf('function');
  });

  it('gives the place of who goes while waiting to the next, and lets nobody in who has gone', async () => {
    const admission = openAdmission({ atOnce: 1, waiting: 1 }, CLOCK);
    const leave = await admission.enter(NEVER);
    const gone = new AbortController();
    const left = admission.enter(gone.signal);
    gone.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    const next = admission.enter(NEVER);
    leave();
    (await next)();
    await expect(admission.enter(gone.signal)).rejects.toThrow('gone');
    (await admission.enter(NEVER))();
  });

  it('never has more inside than may be, whoever comes, leaves and goes in whatever order', async () => {
    const admission = openAdmission({ atOnce: 3, waiting: 10 }, CLOCK);
    let inside = 0;
    let most = 0;
    const one = async (number: number): Promise<void> => {
      const signal = number % 4 === 0 ? AbortSignal.timeout(number % 7) : NEVER;
      const leave = await admission.enter(signal).catch(() => undefined);
      if (leave === undefined) return;
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((done) => setTimeout(done, number % 5));
      inside -= 1;
      leave();
    };
    await Promise.all(Array.from({ length: 60 }, (_, number) => one(number)));
    expect([most, inside]).toEqual([3, 0]);
    for (let free = 0; free < 3; free++) await admission.enter(NEVER);
  });

  it('refuses at once who would wait longer than is worth it, as long as it goes as slowly as lately', async () => {
    let now = 0;
    const clock = { now: () => now };
    const admission = openAdmission({ atOnce: 2, waiting: 100, patience: 10_000 }, clock);
    const slow = [await admission.enter(NEVER), await admission.enter(NEVER)];
    now = 8_000;
    for (const leave of slow) leave();
    const inside = [await admission.enter(NEVER), await admission.enter(NEVER)];
    const waiting = [admission.enter(NEVER), admission.enter(NEVER)];
    // Places are held for 8 s, two at a time, and two wait already.
    await expect(admission.enter(NEVER)).rejects.toMatchObject({
      code: 'too-many-requests',
      retryable: true,
      retryAfter: 12,
      message: expect.stringContaining('try again in 12 seconds'),
    });
    for (const leave of inside) leave();
    const third = admission.enter(NEVER);
    for (const entered of waiting) (await entered)();
    (await third)();
    for (let quick = 0; quick < 20; quick++) (await admission.enter(NEVER))();
    const again = [await admission.enter(NEVER), await admission.enter(NEVER)];
    const many = Array.from({ length: 10 }, () => admission.enter(NEVER));
    for (const leave of again) leave();
    for (const entered of many) (await entered)();
  });
});
