/**
 * Holds that words of Chinese are data of `ontology/`: no other source file may hold a Han character outside comments. Tests and
 * what writes documents for them are exempt, since their texts are what is read, not how it is read. The files that still hold
 * some are listed with how many lines do: a line more, or a file more, is a fault; so is a figure that could be lowered.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const EXEMPT = /^(?:ontology|datasets|eval)\/|\.(?:test|contract|fixture|test-support)\.ts$|\/test-support\/|\/testing\/|^tools\//;
const HAN = /\p{Script=Han}/u;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;
const ALLOWED_FILE = 'tools/han-lines.json';

function hanLines(path: string): number {
  const code = readFileSync(path, 'utf8').replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' '));
  return code.split('\n').filter((line) => HAN.test(line)).length;
}

/** Lines with Han characters by file, those without left out; in order of path. */
function countHan(): ReadonlyMap<string, number> {
  const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts'], { encoding: 'utf8' });
  if (listed.status !== 0) throw new Error(`git lists no files: ${listed.stderr}`);
  const paths = listed.stdout.split('\n').filter((path) => path !== '' && !EXEMPT.test(path));
  return new Map(paths.map((path) => [path, hanLines(path)] as const).filter(([, lines]) => lines > 0));
}

const allowed = JSON.parse(readFileSync(ALLOWED_FILE, 'utf8')) as Readonly<Record<string, number>>;
const found = countHan();
const faults = [...found].filter(([path, lines]) => lines > (allowed[path] ?? 0));
const stale = Object.entries(allowed).filter(([path, lines]) => (found.get(path) ?? 0) < lines);
for (const [path, lines] of faults)
  process.stderr.write(`${path}: ${lines} lines with Han characters, ${allowed[path] ?? 0} allowed: move them to ontology/languages/\n`);
for (const [path] of stale) process.stderr.write(`${path}: lower its figure in ${ALLOWED_FILE} to ${found.get(path) ?? 0}\n`);
if (faults.length + stale.length > 0) process.exitCode = 1;
