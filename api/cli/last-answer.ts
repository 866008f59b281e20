import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Answer } from '../../app/index.ts';
import { FaultlineError, parseJson } from '../../kernel/index.ts';
import { passageIdSchema } from '../contract/ids.ts';
import type { Place } from './read-place.ts';

const FILE = 'last-answer.json';
const LAST = z.object({
  question: z.string(),
  understood: z.exactOptional(z.string()),
  digest: z.string(),
  sources: z.array(z.object({ passage: passageIdSchema, start: z.int().nonnegative(), end: z.int().nonnegative() })),
});
export type LastAnswer = z.infer<typeof LAST>;

/** Keeps what was asked and where the sources of the answer stand, for who shows one by its number or says what the answer was worth. */
export async function keepLastAnswer(home: string, question: string, { content, digest }: Answer): Promise<void> {
  const last: z.input<typeof LAST> = {
    question,
    ...(content.resolution === undefined ? {} : { understood: content.resolution.question }),
    digest,
    sources: content.citations.map(({ passageId, start, end }) => ({ passage: passageId, start, end })),
  };
  const file = join(home, FILE);
  // One that is being written is never read half.
  await writeFile(`${file}.part`, JSON.stringify(last), { mode: 0o600 });
  await rename(`${file}.part`, file);
}

/** The last answer that was given on the command line in this data folder. @throws FaultlineError `not-found` when there was none yet. */
export async function lastAnswer(home: string): Promise<LastAnswer> {
  const text = await readFile(join(home, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const kept = text === undefined ? undefined : LAST.safeParse(parseJson(text)).data;
  if (kept === undefined) throw new FaultlineError('not-found', 'No answer has been given in this data folder yet: ask first.');
  return kept;
}

/**
 * Where a source of the last answer stands.
 * @throws FaultlineError `not-found` when there was none yet, or it has no source of this number (from 1).
 */
export async function lastSource(home: string, number: number): Promise<Place> {
  const { sources } = await lastAnswer(home);
  const source = sources[number - 1];
  if (source !== undefined) return { id: source.passage, span: { start: source.start, end: source.end } };
  const has = sources.length === 0 ? 'no sources' : `${sources.length} source${sources.length === 1 ? '' : 's'}`;
  throw new FaultlineError('not-found', `The last answer has ${has}; there is no [${number}].`);
}
