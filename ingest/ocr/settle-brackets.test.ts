import { describe, expect, it } from 'vitest';
import { printedLine } from './printed-line.test-support.ts';
import { settleBrackets } from './settle-brackets.ts';

function lineOf(printed: readonly string[], read: readonly string[]) {
  const { line, raster, threshold } = printedLine(printed, read);
  return settleBrackets(line, raster, threshold).words.flatMap((word) => word.symbols);
}
const textOf = (symbols: readonly { readonly text: string }[]) => symbols.map(({ text }) => text).join('');
const NAME = [...'Stop'];

describe('settleBrackets', () => {
  it.each(['O', '0', 'o', '(', ')'])(
    'tells brackets with nothing between them from %s by their ink, and keeps what was recognised',
    (taken) => {
      const symbols = lineOf([...NAME, '()'], [...NAME, taken]);
      expect(textOf(symbols)).toBe('Stop()');
      expect(symbols.at(-1)?.recognised).toBe(taken);
    },
  );

  it.each(['0', '(', '}'])('tells braces with nothing between them from %s', (taken) => {
    expect(textOf(lineOf([...'ID,', '{}', ...',Stop'], [...'ID,', taken, ...',Stop']))).toBe('ID,{},Stop');
  });

  it('takes the ink of two brackets for one pair alone', () => {
    expect(textOf(lineOf([...NAME, '(', ')', ';'], [...NAME, 'O', ')', ';']))).toBe('Stop();');
    expect(textOf(lineOf([...NAME, '(', ')', ';'], [...NAME, '(', 'O', ';']))).toBe('Stop();');
    expect(textOf(lineOf([...NAME, '()', ...'(队列)'], [...NAME, '0', ...'(队列)']))).toBe('Stop()(队列)');
  });

  it('tells braces from brackets', () => {
    expect(textOf(lineOf([...'ID,{value},f(x)'], [...'ID,(value!,f(x)']))).toBe('ID,{value},f(x)');
  });

  it('tells them amid a line, and where the second one was taken for part of what follows', () => {
    expect(textOf(lineOf([...NAME, '()', ...'//停止'], [...NAME, '(', ...'//停止']))).toBe('Stop()//停止');
  });

  it.each([
    ['StopO', 'StopO'],
    ['Pt100', 'Pt100'],
    ['Stop(3)', 'Stop(3)'],
    ['Stop(j)', 'Stop(j)'],
    ['Stop()', 'Stop()'],
    ['gypo', 'gypo'],
    ['DO(1)', 'DO(1)'],
    ['Stop!', 'Stop!'],
  ])('leaves what is printed so: %s', (printed, read) => {
    expect(textOf(lineOf([...printed], [...read]))).toBe(read);
  });
});
