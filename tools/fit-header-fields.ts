/**
 * Learns what headers of columns name from datasets/column-headers/headers.tsv and writes ontology/columns/header-weights.data.ts:
 * `npx tsx tools/fit-header-fields.ts`. Equal headers give equal bytes. With `--folds` nothing is written: four fifths of the headers
 * are learnt from and tell the last fifth, by a hash of what a header says, and the shares of right ones are printed.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fitChooser } from '../models/index.ts';
import {
  ANY_HEADER,
  chancesOf,
  HEADER_FIELD_NAMES,
  HEADER_FIELDS,
  type HeaderField,
  headerFeatures,
  normaliseHeader,
  readWeights,
} from '../ontology/index.ts';

interface Headed {
  readonly field: HeaderField;
  readonly language: string;
  readonly header: string;
}

/** Chosen on the first two folds: fewer weights tell as much down to here. */
const SETTINGS = { pace: { step: 0.3, sparse: 3, shrink: 0.05 }, rounds: 15, seed: 1, limit: 6 };
const FOLDS = 5;
/** A feature of a single header says nothing of others. */
const LEAST = 2;
/** Features written into one line of the file. */
const A_LINE = 100;

const all = readHeaders();
if (process.argv.includes('--folds')) printFolds();
else {
  const lines = learn(all);
  writeFileSync(new URL('../ontology/columns/header-weights.data.ts', import.meta.url), source(lines));
  console.log(`${lines.length} features of ${all.length} headers`);
}

function readHeaders(): readonly Headed[] {
  const text = readFileSync(new URL('../datasets/column-headers/headers.tsv', import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name, language = '', header = ''] = line.split('\t');
      const field = HEADER_FIELD_NAMES.find((one) => one === name);
      if (field === undefined) throw new Error(`no such field: ${name}`);
      return { field, language, header };
    });
}

function learn(headers: readonly Headed[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { header } of headers) for (const feature of headerFeatures(header)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const features = [ANY_HEADER, ...[...counts].filter(([, count]) => count >= LEAST).map(([feature]) => feature)].sort();
  const places = new Map(features.map((feature, at) => [feature, at]));
  const width = HEADER_FIELD_NAMES.length;
  const samples = headers.map(({ field, header }) => {
    const known = [ANY_HEADER, ...headerFeatures(header)].flatMap((feature) => places.get(feature) ?? []);
    return {
      choices: HEADER_FIELD_NAMES.map((_, at) => known.map((feature) => feature * width + at)),
      chosen: HEADER_FIELD_NAMES.indexOf(field),
    };
  });
  const { keys, values, scale } = fitChooser(samples, SETTINGS);
  const pairs = features.map((): string[] => []);
  keys.forEach((key, at) => {
    const weight = Math.round((values[at] ?? 0) * scale * 100);
    if (weight !== 0) pairs[Math.floor(key / width)]?.push(`${key % width}:${weight}`);
  });
  return features.flatMap((feature, at) => (pairs[at]?.length ? [`${feature} ${pairs[at].join(',')};`] : []));
}

function source(lines: readonly string[]): string {
  const broken = Array.from({ length: Math.ceil(lines.length / A_LINE) }, (_, at) => lines.slice(at * A_LINE, (at + 1) * A_LINE).join(''));
  const text = broken.join('\n').replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
  return `// Learnt by tools/fit-header-fields.ts from datasets/column-headers; do not edit.\n\n/** Features of headers with weights in hundredths by field. */\nexport const HEADER_WEIGHTS = \`\n${text}\n\`;\n`;
}

function printFolds(): void {
  const foldOf = ({ header }: Headed) =>
    Number.parseInt(
      createHash('sha256')
        .update(normaliseHeader(header).text || header)
        .digest('hex')
        .slice(0, 8),
      16,
    ) % FOLDS;
  const tallies = new Map<string, { asked: number; right: number; sure: number; sureRight: number }>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = readWeights(learn(all.filter((one) => foldOf(one) !== fold)).join(''));
    for (const one of all.filter((other) => foldOf(other) === fold)) {
      const byRole = new Map<string, number>();
      for (const { field, chance } of chancesOf(one.header, weights)) {
        const role = HEADER_FIELDS[field] ?? '';
        byRole.set(role, (byRole.get(role) ?? 0) + chance);
      }
      const [best] = [...byRole].sort(([, a], [, b]) => b - a);
      const isRight = best?.[0] === (HEADER_FIELDS[one.field] ?? '');
      for (const key of [one.language, 'all']) {
        const tally = tallies.get(key) ?? { asked: 0, right: 0, sure: 0, sureRight: 0 };
        tallies.set(key, tally);
        tally.asked += 1;
        tally.right += Number(isRight);
        if ((best?.[1] ?? 0) < 0.6) continue;
        tally.sure += 1;
        tally.sureRight += Number(isRight);
      }
    }
  }
  for (const [language, { asked, right, sure, sureRight }] of tallies)
    console.log(
      `${language}: role right ${(right / asked).toFixed(3)} of ${asked}; chance >= .6 for ${(sure / asked).toFixed(3)}, right ${(sureRight / sure).toFixed(3)}`,
    );
}
