/** `npm test`: types, lint, boundaries, unused code, then unit, property and contract tests. Stops at the first failing kind. */
import { spawnSync } from 'node:child_process';
import { checkBoundaries } from './boundaries.ts';

function step(name: string, command: string, args: readonly string[]): void {
  console.log(`\n== ${name}`);
  const run = spawnSync(command, args, { stdio: 'inherit' });
  if (run.status !== 0) {
    console.error(`${name} failed`);
    process.exit(run.status ?? 1);
  }
}

step('types', 'npx', ['tsc', '-p', '.']);
step('lint and format', 'npx', ['biome', 'ci', '--error-on-warnings', '.']);
console.log('\n== boundaries');
const faults = checkBoundaries();
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
step('unused code', 'npx', ['knip']);
step('tests', 'npx', ['vitest', 'run', ...process.argv.slice(2)]);
