import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GeneratedPlant, generateDemoPlant, goldQuestionSchema } from './index.ts';

const SEEDS = [1, 2, 3, 4, 5];
const COMMITTED = join(import.meta.dirname, 'files');

let root = '';
const plants = new Map<number, GeneratedPlant>();

function plantOf(seed: number): GeneratedPlant {
  const plant = plants.get(seed);
  if (plant === undefined) throw new Error(`seed ${seed} was not generated`);
  return plant;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'demo-plant-'));
  for (const seed of SEEDS) plants.set(seed, await generateDemoPlant({ seed, folder: join(root, String(seed)) }));
}, 900_000);

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function digests(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const pairs = names.map(
    async (name) =>
      [
        name,
        createHash('sha256')
          .update(await readFile(join(folder, name)))
          .digest('hex'),
      ] as const,
  );
  return Object.fromEntries(await Promise.all(pairs));
}

describe('the demo plant generator', () => {
  it('writes the same bytes for the same seed', async () => {
    const again = join(root, 'again');
    await generateDemoPlant({ seed: 2, folder: again });
    expect(await digests(again)).toEqual(await digests(plantOf(2).folder));
  });

  it('writes other documents for another seed', async () => {
    const one = new Set(Object.values(await digests(plantOf(1).folder)));
    const two = Object.values(await digests(plantOf(2).folder));
    expect(two.filter((digest) => one.has(digest))).toEqual([]);
  });

  it('is what made the committed files of the default seed', async () => {
    const committed = await digests(COMMITTED);
    const made = await digests(plantOf(1).folder);
    const textual = (names: Record<string, string>) => Object.fromEntries(Object.entries(names).filter(([name]) => !name.endsWith('.pdf')));
    expect(Object.keys(committed)).toEqual(Object.keys(made));
    expect(textual(committed)).toEqual(textual(made));
  });
});

describe('the eleven demo questions', () => {
  it('speak of tags and alarms of the committed plant, in both languages', async () => {
    const questions: { question: string; language: string }[] = JSON.parse(
      await readFile(join(import.meta.dirname, 'demo-questions.json'), 'utf8'),
    );
    const names = (await readdir(COMMITTED)).filter((name) => name.endsWith('.csv') || name === 'gold.jsonl');
    const known = (await Promise.all(names.map((name) => readFile(join(COMMITTED, name), 'utf8')))).join('\n');
    expect(questions.length).toBe(11);
    expect(new Set(questions.map(({ language }) => language))).toEqual(new Set(['en', 'zh']));
    for (const { question } of questions) {
      for (const [code] of question.matchAll(/[A-Z]{1,3}-\d{3}[A-Z]?/g)) expect(known).toContain(code);
    }
  });
});

describe.each(SEEDS)('the gold questions of seed %i', (seed) => {
  it('are at least 60, a third of them Chinese, with at least 12 to refuse of all three reasons', () => {
    const { gold } = plantOf(seed);
    expect(gold.length).toBeGreaterThanOrEqual(60);
    expect(gold.filter(({ language }) => language === 'zh').length * 3).toBeGreaterThanOrEqual(gold.length);
    const refusals = gold.filter(({ answerable }) => !answerable);
    expect(refusals.length).toBeGreaterThanOrEqual(12);
    expect(new Set(refusals.map(({ reason }) => reason))).toEqual(new Set(['absent', 'wrong-asset', 'false-premise']));
    expect(new Set(gold.map(({ id }) => id)).size).toBe(gold.length);
    expect(new Set(gold.map(({ question }) => question)).size).toBe(gold.length);
  });

  it('are written as the schema says and name files of the plant', async () => {
    const { folder, gold, manifest } = plantOf(seed);
    const lines = (await readFile(join(folder, 'gold.jsonl'), 'utf8')).trim().split('\n');
    expect(lines.map((line) => goldQuestionSchema.parse(JSON.parse(line)))).toEqual(gold);
    const files = new Set(manifest.documents.map(({ path }) => path));
    expect(gold.flatMap((question) => question.gold).filter(({ file }) => !files.has(file))).toEqual([]);
  });

  it('have atoms and places exactly where there is an answer', () => {
    for (const question of plantOf(seed).gold) {
      expect(question.atoms.length > 0, question.id).toBe(question.answerable);
      expect(question.reason === undefined, question.id).toBe(question.answerable);
      if (question.answerable && question.intent !== 'aggregate') expect(question.gold.length, question.id).toBeGreaterThan(0);
    }
  });

  it('include three or more values on which the two manuals disagree, each with both values', () => {
    const conflicts = plantOf(seed).gold.filter(({ conflict }) => conflict === true);
    for (const question of conflicts) {
      expect(new Set(question.gold.map(({ value }) => value)).size, question.question).toBe(2);
    }
    expect(conflicts.length).toBeGreaterThanOrEqual(3);
  });

  it('are asked across the languages in both directions', () => {
    const across = plantOf(seed).gold.filter(({ crossLanguage }) => crossLanguage === true);
    expect(new Set(across.map(({ language }) => language))).toEqual(new Set(['en', 'zh']));
    for (const question of across) expect(new Set(question.gold.map(({ file }) => file)).size).toBe(1);
  });

  it('quote rows of the work-order log as they stand there', async () => {
    const { folder, gold, manifest } = plantOf(seed);
    const log = manifest.documents.find(({ path }) => path.startsWith('work-orders'));
    const rows = await readRows(join(folder, log?.path ?? ''));
    expect(rows.length).toBe(log?.rows);
    expect(rows.length).toBeGreaterThanOrEqual(400);
    const places = gold.flatMap((question) => question.gold).filter(({ file, row }) => file === log?.path && row !== undefined);
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) expect(rows[(place.row ?? 0) - 1]).toContain(place.quote);
  });
});

/** Records without the header, read by a parser that knows nothing of the generator. */
async function readRows(file: string): Promise<string[][]> {
  const records: string[][] = parse(await readFile(file, 'utf8'));
  return records.slice(1);
}

describe.each(SEEDS)('the counts in the gold of seed %i', (seed) => {
  it('are what the logs give when they are counted again from the wording of the question', async () => {
    const { folder, gold, manifest } = plantOf(seed);
    const pathOf = (start: string): string => join(folder, manifest.documents.find(({ path }) => path.startsWith(start))?.path ?? '');
    const orders = await readRows(pathOf('work-orders'));
    const alarms = await readRows(pathOf('alarm-history'));
    let counted = 0;
    for (const { intent, answerable, question, atoms } of gold) {
      if (intent !== 'aggregate' || !answerable) continue;
      const asked = recount(question, orders, alarms);
      if (asked === undefined) continue;
      counted += 1;
      expect([atoms[0]?.value, ...(atoms[0]?.alternatives ?? [])], question).toContain(asked);
    }
    expect(counted).toBeGreaterThanOrEqual(8);
  });
});

/** Number asked for, by the codes and words of the question alone; undefined for ranks over other files. */
function recount(question: string, orders: readonly string[][], alarms: readonly string[][]): string | undefined {
  if (question.includes('RPN')) return undefined;
  const year = /20\d\d/.exec(question)?.[0] ?? '';
  const alarm = /\b[AEF]-\d{3}\b/.exec(question)?.[0];
  if (alarm !== undefined && !orders.some((row) => row[2] === alarm)) {
    return String(alarms.filter((row) => row[2] === alarm && row[0]?.startsWith(year)).length);
  }
  const asset = /[A-Z]{1,3}-\d{3}[AB]?/.exec(question)?.[0];
  const mode = /\b(ELP|VIB)\b/.exec(question)?.[0];
  const chosen = orders.filter(
    (row) =>
      (asset === undefined || row[2] === asset) &&
      row[1]?.startsWith(year) === true &&
      (mode === undefined || row[5] === mode) &&
      (!/\bPM\b/.test(question) || row[4] === 'PM'),
  );
  const sum = (column: number): string => String(chosen.reduce((total, row) => total + Number(row[column]), 0));
  if (/down|停机/.test(question)) return sum(7);
  if (/cost|费用/.test(question)) return sum(8);
  if (/most|最/.test(question))
    return mostFrequent(chosen.map((row) => (/year|哪一年/.test(question) ? row[1]?.slice(0, 4) : row[5]) ?? ''));
  return String(chosen.length);
}

function mostFrequent(names: readonly string[]): string | undefined {
  const filled = names.filter((name) => name !== '');
  const count = (name: string): number => filled.filter((each) => each === name).length;
  return [...new Set(filled)].sort((left, right) => count(right) - count(left))[0];
}
