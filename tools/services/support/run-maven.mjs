import { spawnSync } from 'node:child_process';
import { fail } from './failure.mjs';

/** Runs one Maven goal on a pom; a fault is a sentence with the end of Maven's own words. */
export function runMaven(pom, goal, options) {
  const run = spawnSync('mvn', ['-B', '-q', '-f', pom, ...options, goal], { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  if (run.error) fail(`cannot run mvn (${run.error.code}); install Maven`);
  if (run.status !== 0) fail(`mvn failed:\n${(run.stdout + run.stderr).slice(-3000)}`);
}
