// `npm test`: types, lint, boundaries and unused code side by side, then unit, property and contract tests unless one of these failed.
import { spawn } from 'node:child_process';

const KINDS = ['types', 'lint', 'boundaries', 'unused'];

/** @returns the exit code, and what was printed unless it goes straight to the terminal. */
function run(kind, words, stdio) {
  const child = spawn('npm', ['run', '--silent', `check:${kind}`, '--', ...words], { stdio, shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => printed.push(piece));
    child.on('error', reject);
    child.on('close', (code) => resolve({ kind, code: code ?? 1, printed: Buffer.concat(printed) }));
  });
}

/** Arguments go to the tests: `npm test -- kernel/find` runs only these, and the other checks not at all. */
const filters = process.argv.slice(2);
if (filters.length === 0) {
  console.log(`== ${KINDS.join(', ')}`);
  const ended = await Promise.all(KINDS.map((kind) => run(kind, [], ['ignore', 'pipe', 'pipe'])));
  for (const { kind, printed } of ended) if (printed.length > 0) process.stdout.write(`\n== ${kind}\n${printed}`);
  const failed = ended.filter(({ code }) => code !== 0);
  for (const { kind } of failed) console.error(`${kind}: failed`);
  if (failed[0] !== undefined) process.exit(failed[0].code);
}
console.log('\n== tests');
const { code } = await run('tests', filters, 'inherit');
if (code !== 0) {
  console.error('tests: failed');
  process.exit(code);
}
