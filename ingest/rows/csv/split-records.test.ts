import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines } from '../../clean/read-lines.ts';
import { createRecordSplitter } from './split-records.ts';

function split(text: string, width?: number) {
  const splitter = createRecordSplitter(',', width);
  return [...splitLines(text).flatMap((line) => splitter.push(line)), ...splitter.end()];
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('createRecordSplitter', () => {
  it('reads well-formed CSV as csv-parse does', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '泵', ',', '"', '\n', '1', '.') });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const text = rows.map((cells) => cells.map(quote).join(',')).join('\n');
        const expected = parse(text, { relax_column_count: true });
        expect(split(text).map((record) => record.cells)).toEqual(expected);
      }),
    );
  });

  it('loses no line when a quote is never closed', () => {
    const text = 'a,b\n1,"leak\n2,"seal, worn"\n3,泵\n';
    const records = split(text, 2);
    expect(records.map((record) => record.cells)).toEqual([
      ['a', 'b'],
      ['1', '"leak'],
      ['2', 'seal, worn'],
      ['3', '泵'],
    ]);
    expect(records.map((record) => record.fault)).toEqual([undefined, 'a quote is not closed', undefined, undefined]);
  });

  it('sees by the width that a quote closed by chance swallowed a row', () => {
    const records = split('1,"pipe,a\n2,b,12"\n3,ok,c\n', 3);
    expect(records.map((record) => record.line)).toEqual([1, 2, 3]);
  });

  it('keeps every line of any text in some record, and costs an unclosed quote its own line only', () => {
    const line = fc.constantFrom('1,valve', '2,"oil, hot"', '3,"""x"""', '4,轴承');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.array(line, { maxLength: 30 }), (before, after) => {
        const records = split([...before, '9,"open', ...after].join('\n'), 2);
        expect(records).toHaveLength(before.length + after.length + 1);
        expect(records.filter((record) => record.fault !== undefined)).toHaveLength(1);
      }),
    );
  });

  it('keeps quotes in the middle of a cell and marks the row', () => {
    expect(split('"he said "go" twice",x')[0]).toMatchObject({ cells: ['he said "go" twice', 'x'], fault: 'a quote stands inside a cell' });
    expect(split('12" pipe,x')[0]).toEqual({ cells: ['12" pipe', 'x'], line: 1, cut: 0 });
  });

  it('counts what is beyond the longest line instead of holding it', () => {
    const [record] = split(`1,${'x'.repeat(1_000_000)}`);
    expect(record?.cut).toBeGreaterThan(0);
    expect(record?.fault).toContain('too many');
  });
});
