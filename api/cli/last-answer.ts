import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Answer, Diagnosis } from '../../app/index.ts';
import { FaultlineError, FEEDBACK_SUBJECTS, OBSERVATION_OUTCOMES, type Observation, parseJson } from '../../kernel/index.ts';
import { passageIdSchema } from '../contract/ids.ts';
import type { Place } from './read-place.ts';

const FILE = 'last-answer.json';
const LAST = z.object({
  about: z.enum(FEEDBACK_SUBJECTS).default('answer'),
  question: z.string(),
  understood: z.exactOptional(z.string()),
  observations: z.array(z.object({ check: z.string(), outcome: z.enum(OBSERVATION_OUTCOMES) })).default([]),
  digest: z.string(),
  sources: z.array(z.object({ passage: passageIdSchema, start: z.int().nonnegative(), end: z.int().nonnegative() })),
});
export type LastAnswer = z.infer<typeof LAST>;

/** Keeps what was asked and where the sources of the answer stand, for who shows one by its number or says what the answer was worth. */
export function keepLastAnswer(home: string, question: string, { content, digest }: Answer): Promise<void> {
  const understood = content.resolution === undefined ? {} : { understood: content.resolution.question };
  return keep(home, { about: 'answer', question, ...understood, digest, sources: sourcesOf(content.citations) });
}

/** Keeps a step of finding a fault in the place of the last answer. */
export function keepLastDiagnosis(
  home: string,
  { fault, observations }: { readonly fault: string; readonly observations: readonly Observation[] },
  { aigc, citations }: Diagnosis,
): Promise<void> {
  const digest = aigc.ProduceID;
  return keep(home, { about: 'diagnosis', question: fault, observations: [...observations], digest, sources: sourcesOf(citations) });
}

function sourcesOf(citations: Diagnosis['citations']): z.input<typeof LAST>['sources'] {
  return citations.map(({ passageId, start, end }) => ({ passage: passageId, start, end }));
}

async function keep(home: string, last: z.input<typeof LAST>): Promise<void> {
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
