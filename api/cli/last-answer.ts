import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Answer } from '../../app/index.ts';
import { FaultlineError, parseJson } from '../../kernel/index.ts';
import { passageIdSchema } from '../contract/ids.ts';
import type { Place } from './read-place.ts';

const FILE = 'last-answer.json';
const SOURCES = z.array(z.object({ passage: passageIdSchema, start: z.int().nonnegative(), end: z.int().nonnegative() }));

/** Keeps where the sources of an answer stand, by ids and offsets alone, for who shows one of them by its number. */
export async function keepLastAnswer(home: string, { content }: Answer): Promise<void> {
  const sources: z.input<typeof SOURCES> = content.citations.map(({ passageId, start, end }) => ({ passage: passageId, start, end }));
  const file = join(home, FILE);
  // One that is being written is never read half.
  await writeFile(`${file}.part`, JSON.stringify(sources), { mode: 0o600 });
  await rename(`${file}.part`, file);
}

/**
 * Where a source of the last answer that was given on the command line in this data folder stands.
 * @throws FaultlineError `not-found` when there was none yet, or it has no source of this number (from 1).
 */
export async function lastSource(home: string, number: number): Promise<Place> {
  const text = await readFile(join(home, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const kept = text === undefined ? undefined : SOURCES.safeParse(parseJson(text)).data;
  if (kept === undefined) throw new FaultlineError('not-found', 'No answer has been given in this data folder yet: ask first.');
  const source = kept[number - 1];
  if (source !== undefined) return { id: source.passage, span: { start: source.start, end: source.end } };
  const has = kept.length === 0 ? 'no sources' : `${kept.length} source${kept.length === 1 ? '' : 's'}`;
  throw new FaultlineError('not-found', `The last answer has ${has}; there is no [${number}].`);
}
