import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvComment, csvLine } from './write-csv.ts';

describe('a line of CSV', () => {
  it('gives back its cells to a reader of CSV, but for the apostrophe before what would be a formula', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a,b', '"', '机械密封\n更换', "'", '=1+1', ' @x', '-5', '+1.5', '＝1'));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        const [read] = parse(csvLine(cells), { relax_column_count: true }) as string[][];
        expect(read?.map((text, index) => (text === cells[index] ? text : text.replace(/^'/, '')))).toEqual(cells);
        for (const text of read ?? []) expect(text).not.toMatch(/^\s*(?:[=@]|[+-](?!\d+(?:\.\d+)?$))/);
      }),
    );
  });

  it.each([
    ['=HYPERLINK("http://x")', "'=HYPERLINK"],
    ['+cmd', "'+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM"],
    ['\t=1', "'\t=1"],
    ['＝1+1', "'＝1+1"],
    ['-40', '-40'],
    ['P-101', 'P-101'],
  ])('does not let a spreadsheet run %j', (cell, start) => {
    expect(csvLine([cell, 'x']).replaceAll('"', '').startsWith(start.replaceAll('"', ''))).toBe(true);
  });

  it('leaves empty cells empty and numbers as they are', () => {
    expect(csvLine([null, -2.5, ''])).toBe(',-2.5,\r\n');
  });

  it('is not disturbed by a comment before it, no part of which is a formula', () => {
    const comment = csvComment('query: {"value":"x,=1+1",\n"among":[1,-5],"text":"; @SUM"}');
    expect(comment).toBe(`# query: {"value":"x,'=1+1", "among":[1,-5],"text":";' @SUM"}\r\n`);
    expect(parse(`${comment}1,2\r\n`, { comment: '#', comment_no_infix: true })).toEqual([['1', '2']]);
  });
});
