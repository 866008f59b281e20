import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FaultlineError } from '../../../kernel/index.ts';

export interface MultiHopQuestion {
  readonly question: string;
  /** Titles of the articles that the answer needs, each once. */
  readonly gold: readonly string[];
}

export interface MultiHopSet {
  readonly questions: readonly MultiHopQuestion[];
  /** Sentences of each article, by its title. */
  readonly articles: ReadonlyMap<string, readonly string[]>;
}

const corpusShape = z.record(z.string(), z.array(z.string()));
const questionsShape = z.array(z.object({ question: z.string(), supporting_facts: z.array(z.tuple([z.string(), z.number()])) }));

/** Reads a set as HotpotQA is published: `corpus.json` and `questions.json`. @throws FaultlineError `invalid-request` for a folder that holds none. */
export async function readMultiHop(folder: string): Promise<MultiHopSet> {
  const corpus = await readShaped(join(folder, 'corpus.json'), corpusShape);
  const questions = await readShaped(join(folder, 'questions.json'), questionsShape);
  return {
    articles: new Map(Object.entries(corpus)),
    questions: questions.map(({ question, supporting_facts }) => ({
      question,
      gold: [...new Set(supporting_facts.map(([title]) => title))],
    })),
  };
}

async function readShaped<Out>(path: string, shape: z.ZodType<Out>): Promise<Out> {
  const read = shape.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (read.success) return read.data;
  throw new FaultlineError('invalid-request', `"${path}" holds no multi-hop set: ${z.prettifyError(read.error)}`);
}
