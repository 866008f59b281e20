import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readDelimited } from '../../ingest/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import type { AnswerRow, AnswerSet } from './answer-row.ts';
import type { FieldRole } from './field-names.ts';
import { isHaluEval, readHaluEval } from './read-halu-eval.ts';
import { type JsonItem, readJsonItems } from './read-json-items.ts';
import { readRagTruth } from './read-rag-truth.ts';
import { rowOfFields } from './row-of-fields.ts';

/** Fields that a user names, where their own names do not tell. */
export type SaidFields = Partial<Readonly<Record<FieldRole, string>>>;

/**
 * Reads a set of answers in whatever layout it has: CSV or TSV, JSON Lines, a list, columns, RAGTruth, HaluEval. What cannot be read is
 * listed with its place.
 * @throws FaultlineError `not-found` where there is no such file; `invalid-request` where none of its rows can be read.
 */
export async function readAnswerSet(path: string, said: SaidFields = {}): Promise<AnswerSet> {
  const set = withOwnIds(await readLayout(path, said));
  if (set.rows.length > 0) return set;
  const why = set.problems.slice(0, MOST_SAID).join('\n');
  throw new FaultlineError('invalid-request', `No answer could be read from "${path}".${why === '' ? '' : `\n${why}`}`);
}

const MOST_SAID = 5;

async function readLayout(path: string, said: SaidFields): Promise<AnswerSet> {
  if (!existsSync(path)) throw new FaultlineError('not-found', `There is no file or folder "${path}"; name the file of the answers.`);
  const isFolder = (await stat(path)).isDirectory();
  const responses = isFolder ? join(path, 'response.jsonl') : path;
  const sources = join(isFolder ? path : dirname(path), 'source_info.jsonl');
  if (isFolder && !(existsSync(responses) && existsSync(sources)))
    throw new FaultlineError('invalid-request', `The folder "${path}" has no response.jsonl with source_info.jsonl: name a file.`);
  if (/\.(?:csv|tsv|txt)$/iu.test(path)) return readTable(path, said);
  const text = await readFile(responses, 'utf8');
  const items = readJsonItems(text);
  const first = items.find((item) => item.kind === 'item');
  if (first?.kind === 'item' && 'source_id' in first.fields && 'labels' in first.fields) {
    if (!existsSync(sources)) throw new FaultlineError('invalid-request', `RAGTruth needs source_info.jsonl beside "${path}".`);
    return readRagTruth(text, await readFile(sources, 'utf8'));
  }
  if (first?.kind === 'item' && isHaluEval(first.fields)) return readHaluEval(items);
  return { layout: 'JSON', ...rowsOf(items, said) };
}

async function readTable(path: string, said: SaidFields): Promise<AnswerSet> {
  const [header, ...records] = await readDelimited(path);
  if (header === undefined) throw new FaultlineError('invalid-request', `"${path}" is empty.`);
  const items = records.map(({ cells, line, fault }): JsonItem => {
    const place = `line ${line}`;
    if (cells.length !== header.cells.length) {
      const why = `has ${cells.length} cells under ${header.cells.length} columns`;
      return { kind: 'unread', problem: `${place}: ${why}${fault === undefined ? '' : `; ${fault}`}` };
    }
    const fields = Object.fromEntries(header.cells.map((name, at) => [name, cells[at]]));
    return { kind: 'item', place, fields, ...(fault === undefined ? {} : { problem: `${place}: ${fault}; it is read as it stands` }) };
  });
  return { layout: 'table', ...rowsOf(items, said) };
}

function rowsOf(items: readonly JsonItem[], said: SaidFields): Omit<AnswerSet, 'layout'> {
  const problems: string[] = [];
  const rows: AnswerRow[] = [];
  for (const item of items) {
    if (item.kind === 'unread') {
      problems.push(item.problem);
      continue;
    }
    if (item.problem !== undefined) problems.push(item.problem);
    const read = rowOfFields(item.fields, item.place, said);
    if (read.problem !== undefined) problems.push(read.problem);
    if (read.kind === 'row') rows.push(read.row);
  }
  return { rows, problems };
}

/** Rows of one id are told apart by where they stand. */
function withOwnIds(set: AnswerSet): AnswerSet {
  const seen = new Map<string, number>();
  for (const { id } of set.rows) seen.set(id, (seen.get(id) ?? 0) + 1);
  return { ...set, rows: set.rows.map((row) => ((seen.get(row.id) ?? 0) > 1 ? { ...row, id: `${row.id} (${row.place})` } : row)) };
}
