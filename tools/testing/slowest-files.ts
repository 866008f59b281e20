import { relative } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

const SHOWN = 25;
/** A run of fewer files tells by itself where its time went. */
const LEAST_FILES = 50;

/** Prints after a run of many files which of them took longest, for `longest-first.ts` and for who makes tests faster. */
export class SlowestFiles implements Reporter {
  #root = '';

  onInit({ config }: Vitest): void {
    this.#root = config.root;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length < LEAST_FILES) return;
    const timed = modules.map((module) => {
      const { duration, collectDuration, setupDuration, prepareDuration } = module.diagnostic();
      return {
        file: relative(this.#root, module.moduleId),
        seconds: (duration + collectDuration + setupDuration + prepareDuration) / 1000,
      };
    });
    const slowest = timed.sort((a, b) => b.seconds - a.seconds).slice(0, SHOWN);
    process.stdout.write(
      `\nSlowest files:\n${slowest.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}\n`).join('')}`,
    );
  }
}
