import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FaultlineError } from '../../../kernel/index.ts';
import { readJsonItems } from '../read-json-items.ts';

/** A collection with questions and judgements of which texts answer them. */
export interface RetrievalSet {
  readonly texts: ReadonlyMap<string, { readonly title: string; readonly text: string }>;
  readonly queries: ReadonlyMap<string, string>;
  /** Relevance of each judged text by question; more than 0 is relevant. */
  readonly judged: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly problems: readonly string[];
}

const TEXT = z.object({ _id: z.coerce.string(), title: z.string().nullish(), text: z.string() });
const QUERY = z.object({ _id: z.coerce.string(), text: z.string() });

/** Whether a folder is in the layout of BEIR. */
export function isBeir(folder: string): boolean {
  return ['corpus.jsonl', 'queries.jsonl', 'qrels'].every((name) => existsSync(join(folder, name)));
}

/**
 * Reads BEIR (Thakur et al., 2021): `corpus.jsonl`, `queries.jsonl` and judgements in `qrels/test.tsv`, or the only file there. Questions
 * without a judgement are no part of a set.
 * @throws FaultlineError `invalid-request` where judgements are missing, or several and none is `test.tsv`.
 */
export async function readBeir(folder: string): Promise<RetrievalSet> {
  const problems: string[] = [];
  const texts = new Map<string, { readonly title: string; readonly text: string }>();
  const queries = new Map<string, string>();
  for (const item of readJsonItems(await readFile(join(folder, 'corpus.jsonl'), 'utf8'))) {
    const read = item.kind === 'item' ? TEXT.safeParse(item.fields) : undefined;
    if (read?.success) texts.set(read.data._id, { title: read.data.title ?? '', text: read.data.text });
    else problems.push(`corpus.jsonl ${item.kind === 'item' ? `${item.place}: is no text with an _id` : item.problem}`);
  }
  for (const item of readJsonItems(await readFile(join(folder, 'queries.jsonl'), 'utf8'))) {
    const read = item.kind === 'item' ? QUERY.safeParse(item.fields) : undefined;
    if (read?.success) queries.set(read.data._id, read.data.text);
    else problems.push(`queries.jsonl ${item.kind === 'item' ? `${item.place}: is no question with an _id` : item.problem}`);
  }
  const judged = new Map<string, Map<string, number>>();
  const name = await judgementsOf(folder);
  const lines = (await readFile(join(folder, 'qrels', name), 'utf8')).split(/\r?\n/u);
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '' || at === 0) continue;
    const [query = '', text = '', score = ''] = line.split('\t');
    const place = `qrels/${name} line ${at + 1}`;
    if (!queries.has(query)) problems.push(`${place}: there is no question ${query}`);
    else if (!texts.has(text)) problems.push(`${place}: there is no text ${text}`);
    else if (score.trim() === '' || !Number.isFinite(Number(score))) problems.push(`${place}: "${score}" is no relevance`);
    else judged.set(query, (judged.get(query) ?? new Map<string, number>()).set(text, Number(score)));
  }
  return { texts, queries, judged, problems };
}

async function judgementsOf(folder: string): Promise<string> {
  const names = (await readdir(join(folder, 'qrels'))).filter((name) => name.endsWith('.tsv'));
  const [first] = names;
  if (names.includes('test.tsv')) return 'test.tsv';
  if (first === undefined || names.length > 1)
    throw new FaultlineError('invalid-request', `The folder qrels of "${folder}" needs test.tsv, or one file of judgements.`);
  return first;
}
