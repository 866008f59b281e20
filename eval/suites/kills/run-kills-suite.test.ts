import { describe, expect, it } from 'vitest';
import { withFaultPoint } from './fault-point.ts';
import { KILL_STEPS } from './kill-steps.ts';
import { reportKills } from './report-kills.ts';
import { runKillsSuite } from './run-kills-suite.ts';

const MINUTES = 600_000;
/** A slice: `eval run kills` kills as many as are asked for. */
const KILLS = 20;

describe('a process that is killed', () => {
  it('goes on as if nothing had happened, wherever it died', { timeout: MINUTES }, async () => {
    const report = await runKillsSuite({ seed: 20_241, count: KILLS, workers: 2 }, new AbortController().signal);
    process.stdout.write(reportKills(report));
    expect(report.faults).toEqual([]);
    expect(report.kills).toBe(KILLS);
    // Every point lies in a step that an undisturbed run takes.
    expect(report.steps.filter(({ calls }) => calls === 0)).toEqual([]);
    expect(report.steps).toHaveLength(KILL_STEPS.length);
  });
});

describe('a fault point', () => {
  const target = () => {
    const calls: string[] = [];
    return {
      calls,
      store: {
        async write(text: string) {
          for (let turn = 0; turn < 20; turn++) await Promise.resolve();
          calls.push(text);
        },
      },
    };
  };
  const died = async (moment: 'before' | 'during' | 'after', turns: number) => {
    const deaths: string[] = [];
    const object = target();
    const point = { method: 'store.write', call: 2, moment, turns };
    const fatal = withFaultPoint(object, point, (at) => deaths.push(`${at} with ${object.calls.length} written`));
    await fatal.store.write('一');
    await fatal.store.write('two');
    return deaths[0];
  };

  it('is before, amid or after the call that is meant, and a call that ends earlier is one that has ended', async () => {
    expect(await died('before', 0)).toBe('before with 1 written');
    expect(await died('during', 5)).toBe('during with 1 written');
    expect(await died('during', 500)).toBe('after with 2 written');
    expect(await died('after', 0)).toBe('after with 2 written');
  });
});
