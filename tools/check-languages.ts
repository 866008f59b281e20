/**
 * Holds that words of Chinese are data of `ontology/`: no other source file may hold a Han character outside comments. Tests and
 * what writes documents for them are exempt, since their texts are what is read, not how it is read. So are files `*.data.ts`: the
 * kernel stands below `ontology/` and may not import it, so what it has to know of languages (names of units, numerals, words beside
 * a quantity) is data in files of their own there.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const EXEMPT =
  /^(?:ontology|datasets|eval)\/|\.(?:test|contract|fixture|test-support)\.ts$|^kernel\/.*\.data\.ts$|\/test-support\/|\/testing\/|^tools\//;
const HAN = /\p{Script=Han}/u;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;

function hanLines(path: string): number {
  const code = readFileSync(path, 'utf8').replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' '));
  return code.split('\n').filter((line) => HAN.test(line)).length;
}

/** Lines with Han characters by file, those without left out; in order of path. */
function countHan(): ReadonlyMap<string, number> {
  const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], { encoding: 'utf8' });
  if (listed.status !== 0) throw new Error(`git lists no files: ${listed.stderr}`);
  const paths = listed.stdout.split('\n').filter((path) => path !== '' && !EXEMPT.test(path));
  return new Map(paths.map((path) => [path, hanLines(path)] as const).filter(([, lines]) => lines > 0));
}

for (const [path, lines] of countHan()) {
  process.stderr.write(`${path}: ${lines} lines with Han characters: move them to ontology/languages/\n`);
  process.exitCode = 1;
}
