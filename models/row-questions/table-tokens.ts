import type { ShownColumn } from '../../kernel/index.ts';
import { END } from '../onnx/around-texts.ts';
import type { Tokenise } from '../onnx/open-tokeniser.ts';

/** Tokens of a header and of a value that the model was taught with. */
const LONGEST_HEADER = 16;
const LONGEST_VALUE = 12;

/** Columns as tokens: `END header | value | value END …`. */
export interface TableTokens {
  readonly tokens: readonly number[];
  /** Place of each column's sign. */
  readonly columns: readonly number[];
  /** Place of each value's sign, and which value of which column it is. */
  readonly values: readonly { readonly place: number; readonly column: number; readonly value: number }[];
}

/** @param bar token between values. @param room tokens at most; where there is too little, each column shows fewer values. */
export function tableTokens(tokenise: Tokenise, columns: readonly ShownColumn[], bar: number, room: number): TableTokens {
  const read = columns.map(({ header, values }) => ({
    header: tokenise(header).slice(0, LONGEST_HEADER),
    values: values.map((value) => tokenise(value).slice(0, LONGEST_VALUE)),
  }));
  const size = (most: number) =>
    read.reduce(
      (sum, { header, values }) => sum + 1 + header.length + values.slice(0, most).reduce((length, value) => length + 1 + value.length, 0),
      0,
    );
  let most = Math.max(0, ...read.map(({ values }) => values.length));
  while (most > 0 && size(most) > room) most -= 1;
  const tokens: number[] = [];
  const places: number[] = [];
  const valuePlaces: { place: number; column: number; value: number }[] = [];
  for (const [column, { header, values }] of read.entries()) {
    places.push(tokens.length);
    tokens.push(END, ...header);
    for (const [value, one] of values.slice(0, most).entries()) {
      valuePlaces.push({ place: tokens.length, column, value });
      tokens.push(bar, ...one);
    }
  }
  return {
    tokens: tokens.slice(0, room),
    columns: places.filter((place) => place < room),
    values: valuePlaces.filter(({ place }) => place < room),
  };
}
