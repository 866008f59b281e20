import { z } from 'zod';
import { compareText, type Field, type RecordReader } from '../../kernel/index.ts';
import { readJson } from '../rows/stored-shapes.ts';

type Values = Awaited<ReturnType<RecordReader['values']>>;

/** What a stored cell is told apart by and called, of which see `storedColumns`. */
const cellShape = z.object({ key: z.string(), text: z.string(), concept: z.string().optional() }).nullable();

/** Counts what stands in the cells of some fields, page by page. */
export interface Tally {
  /** Rows with columns c0, c1, …: cells as they are stored. */
  add(rows: readonly Readonly<Record<string, unknown>>[]): void;
  /** Of each field the most frequent texts, at most so many; those that fold alike are one, called by the least of them. */
  end(limit: number): Values;
}

export function startTally(fields: readonly Field[]): Tally {
  const columns = fields.map((field, index) => ({ field, name: `c${index}`, counts: new Map<string, number>() }));
  return {
    add(rows) {
      for (const { name, counts } of columns) {
        for (const row of rows) {
          const json = row[name];
          if (typeof json === 'string') counts.set(json, (counts.get(json) ?? 0) + 1);
        }
      }
    },
    end: (limit) => new Map(columns.map(({ field, counts }) => [field, mostFrequent(counts, limit)])),
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>, limit: number): { readonly text: string; readonly count: number }[] {
  const groups = new Map<string, { text: string; count: number }>();
  for (const [json, count] of counts) {
    const cell = readJson(cellShape, json, 'record');
    if (cell === null) continue;
    const text = cell.concept ?? cell.text;
    const group = groups.get(cell.key) ?? { text, count: 0 };
    if (compareText(text, group.text) < 0) group.text = text;
    group.count += count;
    groups.set(cell.key, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || compareText(a.text, b.text)).slice(0, limit);
}
