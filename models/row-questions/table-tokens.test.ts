import { describe, expect, it } from 'vitest';
import { END } from '../onnx/around-texts.ts';
import { tableTokens } from './table-tokens.ts';

const BAR = 99;
/** One token a character. */
const tokenise = (text: string) => [...text].map((sign) => sign.codePointAt(0) ?? 0);
const columns = [
  { header: '机器', values: ['泵', '风机'] },
  { header: 'h', values: ['1', '2', '3'] },
];

describe('the columns of a table as tokens', () => {
  it('are headers behind a sign each, and values behind another', () => {
    const made = tableTokens(tokenise, columns, BAR, 100);
    expect(made.columns.map((place) => made.tokens[place])).toEqual([END, END]);
    expect(made.values.map(({ place, ...which }) => [made.tokens[place], which.column, which.value])).toEqual([
      [BAR, 0, 0],
      [BAR, 0, 1],
      [BAR, 1, 0],
      [BAR, 1, 1],
      [BAR, 1, 2],
    ]);
  });

  it('show fewer values where there is little room, and no more than the room', () => {
    expect(tableTokens(tokenise, columns, BAR, 10).values.map(({ value }) => value)).toEqual([0, 0]);
    expect(tableTokens(tokenise, columns, BAR, 4)).toMatchObject({ values: [], columns: [0, 3] });
    expect(tableTokens(tokenise, columns, BAR, 2).tokens).toHaveLength(2);
  });
});
