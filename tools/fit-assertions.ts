/**
 * Learns which lines of an answer assert something from datasets/assertions and the claims of datasets/reading, and writes
 * ontology/assertions/assertion-weights.data.ts: `npx tsx tools/fit-assertions.ts`. Equal lines give equal bytes. With `--folds` nothing is
 * written: four fifths of the lines are learnt from and tell the last fifth, by a hash of the line. With `--test` what is in the program
 * tells the lines of datasets/assertions/test.jsonl, which nothing was learnt from.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fitChooser } from '../models/index.ts';
import { ANY_LINE, assertionChance, assertionFeatures, chanceBy, readAssertionWeights } from '../ontology/index.ts';

interface Line {
  readonly language: string;
  readonly text: string;
  /** Whether it has to be held against sources. */
  readonly check: boolean;
}

const SETTINGS = { pace: { step: 0.3, sparse: 1, shrink: 0.02 }, rounds: 15, seed: 1, limit: 6 };
const FOLDS = 5;
/** A feature of a single line says nothing of others. */
const LEAST = 2;
/** Features written into one line of the file. */
const A_LINE = 100;
/** Of the claims of datasets/reading, which all assert something, one in so many. */
const ONE_CLAIM_IN = 8;
const CHANCES = [0.1, 0.2, 0.3, 0.4, 0.5];

const folder = (path: string) => new URL(`../datasets/${path}`, import.meta.url);
const digest = (text: string) => Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16);

if (process.argv.includes('--test')) tell('test', readLines('assertions/test.jsonl'), assertionChance);
else if (process.argv.includes('--folds')) printFolds();
else {
  const weights = learn(all());
  const broken = Array.from({ length: Math.ceil(weights.length / A_LINE) }, (_, at) =>
    weights.slice(at * A_LINE, (at + 1) * A_LINE).join(' '),
  );
  const text = broken.join('\n').replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
  const head = '// Learnt by tools/fit-assertions.ts from datasets/assertions and datasets/reading; do not edit.\n\n';
  const source = `${head}/** Features of lines with weights in hundredths. */\nexport const ASSERTION_WEIGHTS = \`\n${text}\n\`;\n`;
  writeFileSync(new URL('../ontology/assertions/assertion-weights.data.ts', import.meta.url), source);
  console.log(`${weights.length} features of ${all().length} lines`);
}

function all(): readonly Line[] {
  return [...readLines('assertions/lines.jsonl'), ...readClaims()];
}

function readLines(path: string): readonly Line[] {
  return readFileSync(folder(path), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

function readClaims(): readonly Line[] {
  return readdirSync(folder('reading/texts'))
    .sort()
    .flatMap((name) => readFileSync(folder(`reading/texts/${name}`), 'utf8').split('\n'))
    .flatMap((line) => {
      const [, language = '', text] = /^C (\w+) [scu] \| (.+?) \|/u.exec(line) ?? [];
      return text === undefined || digest(text) % ONE_CLAIM_IN !== 0 ? [] : [{ language, text, check: true }];
    });
}

function learn(lines: readonly Line[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { text } of lines) for (const feature of assertionFeatures(text)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const features = [ANY_LINE, ...[...counts].filter(([, count]) => count >= LEAST).map(([feature]) => feature)].sort();
  const places = new Map(features.map((feature, at) => [feature, at]));
  const samples = lines.map(({ text, check }) => ({
    choices: [[ANY_LINE, ...assertionFeatures(text)].flatMap((feature) => places.get(feature) ?? []), []],
    chosen: check ? 0 : 1,
  }));
  const { keys, values, scale } = fitChooser(samples, SETTINGS);
  return [...keys]
    .map((key, at) => [features[key] ?? '', Math.round((values[at] ?? 0) * scale * 100)] as const)
    .filter(([, weight]) => weight !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, weight]) => `${feature}=${weight}`);
}

function printFolds(): void {
  const told = new Map<Line, number>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isOf = ({ text }: Line) => digest(text) % FOLDS === fold;
    const weights = readAssertionWeights(learn(all().filter((line) => !isOf(line))).join(' '));
    for (const line of readLines('assertions/lines.jsonl').filter(isOf)) told.set(line, chanceBy(line.text, weights));
  }
  tell('folds', [...told.keys()], (_, line) => told.get(line) ?? 1);
}

function tell(name: string, lines: readonly Line[], chanceOf: (text: string, line: Line) => number): void {
  for (const language of ['zh', 'en']) {
    for (const least of CHANCES) {
      const of = lines.filter((line) => line.language === language);
      const share = (check: boolean) => {
        const some = of.filter((line) => line.check === check);
        return `${some.filter((line) => chanceOf(line.text, line) < least).length} of ${some.length}`;
      };
      console.log(`${name} ${language}, below ${least}: ${share(false)} that assert nothing, ${share(true)} that assert something`);
    }
  }
}
