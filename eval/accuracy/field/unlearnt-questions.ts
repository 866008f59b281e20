import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FieldQuestion } from './field-question.ts';

const STRETCH = /^# STRETCH ([^|]+?) \|/gmu;
/** Documents whose digest begins with a byte below this are held out by `tools/reading-adapter/teach.py`. */
const HELD_OUT = 13;

/** Documents that the adapter which reads passages was taught with, by their path in the data folder, of a folder of stretches. */
export async function readLearntDocuments(folder: string): Promise<ReadonlySet<string>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt'));
  return learntDocuments(await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8'))));
}

export function learntDocuments(texts: readonly string[]): ReadonlySet<string> {
  const named = texts.flatMap((text) => [...text.matchAll(STRETCH)].flatMap(([, name]) => (name === undefined ? [] : [name])));
  return new Set(named.filter((name) => (createHash('sha256').update(name).digest()[0] ?? 0) >= HELD_OUT));
}

/** Questions whose answers stand in none of the documents: how the adapter reads what it has not learnt. */
export function unlearntQuestions(questions: readonly FieldQuestion[], learnt: ReadonlySet<string>): readonly FieldQuestion[] {
  return questions.filter(({ places }) => !places.some(({ file }) => learnt.has(file)));
}
