import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Passage } from '../../../kernel/index.ts';
import { readPdf } from './make-pdf.test-support.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'datasets', 'tables');

const truthSchema = z.object({
  tables: z.array(
    z.object({
      style: z.string(),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())),
      /** The first cell of some rows goes on from the row above. */
      rowspan: z.boolean().optional(),
    }),
  ),
});

/** One sign for those that fonts draw alike, so that texts written by hand meet those of a PDF. */
const plain = (text: string) =>
  text.normalize('NFKC').replace(/\s+/gu, '').replaceAll('〜', '~').replaceAll('‒', '–').replaceAll('㬵', '胶');

interface Count {
  readonly rows: number;
  readonly rowsRead: number;
  readonly named: number;
  readonly namesRead: number;
}

/** How many rows of the truth are rows read cell by cell, and how many of those with named columns bear these names. */
function count(truth: z.infer<typeof truthSchema>, passages: readonly Passage[]): Count {
  const read = passages.filter(({ kind }) => kind === 'table-row');
  const texts = new Set(passages.map(({ text }) => plain(text)));
  const cellsOf = ({ text }: Passage) => text.split('\t').map(plain);
  const counts = truth.tables.flatMap(({ rows, columns, rowspan = false }) =>
    rows.map((row) => {
      const cells = row.map(plain);
      const from = rowspan ? 1 : 0;
      const found = read.find(
        (one) =>
          cellsOf(one).length === cells.length &&
          cells.every((cell, column) => cellsOf(one)[column] === cell || (column < from && cellsOf(one)[column] === '')),
      );
      const isGroup = cells.length === 1;
      const named = columns.length > 0 && !isGroup;
      const names = (found?.cells ?? []).map(({ column }) => plain(column)).slice(-columns.length + from);
      return {
        isRead: found !== undefined || (isGroup && (texts.has(cells[0] ?? '') || read.some((one) => cellsOf(one).join('') === cells[0]))),
        named,
        isNamed: named && names.join('\t') === columns.map(plain).slice(from).join('\t'),
      };
    }),
  );
  const sum = (of: (one: (typeof counts)[number]) => boolean) => counts.filter(of).length;
  return {
    rows: counts.length,
    rowsRead: sum(({ isRead }) => isRead),
    named: sum(({ named }) => named),
    namesRead: sum(({ isNamed }) => isNamed),
  };
}

describe.each([
  ['first', 0.93],
  ['second', 0.95],
  ['third', 0.91],
] as const)('the tables of the %s set, set as makers set them', (set, leastNamed) => {
  test('are read cell by cell under the names of their columns but for a few', async () => {
    const names = readdirSync(join(FOLDER, set)).filter((name) => name.endsWith('.json'));
    const counts: Count[] = [];
    for (const name of names) {
      const truth = truthSchema.parse(JSON.parse(readFileSync(join(FOLDER, set, name), 'utf8')));
      const { passages } = await readPdf(join(FOLDER, set, name.replace(/json$/u, 'pdf')));
      counts.push(count(truth, passages));
    }
    const sum = (of: (one: Count) => number) => counts.reduce((all, one) => all + of(one), 0);
    expect(sum(({ rows }) => rows)).toBeGreaterThan(150);
    expect(sum(({ rowsRead }) => rowsRead) / sum(({ rows }) => rows)).toBeGreaterThan(0.96);
    expect(sum(({ namesRead }) => namesRead) / sum(({ named }) => named)).toBeGreaterThan(leastNamed);
  });
});
