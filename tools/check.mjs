// `npm test`: types, lint, boundaries, unused code, then unit, property and contract tests. Stops at the first kind that fails.
import { spawnSync } from 'node:child_process';

const KINDS = ['types', 'lint', 'boundaries', 'unused', 'tests'];

/** Arguments go to the tests: `npm test -- kernel/find` runs only these, and the other checks not at all. */
const filters = process.argv.slice(2);
for (const kind of filters.length > 0 ? ['tests'] : KINDS) {
  console.log(`\n== ${kind}`);
  const { status } = spawnSync('npm', ['run', '--silent', `check:${kind}`, '--', ...(kind === 'tests' ? filters : [])], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`${kind}: failed`);
    process.exit(status ?? 1);
  }
}
