import { describe, expect, it } from 'vitest';
import { printedLine } from './printed-line.test-support.ts';
import { settleRuns } from './settle-runs.ts';

/** What a line is taken for that prints these parts and of which an engine says those. */
function settled(printed: readonly string[], read: readonly string[]) {
  const { line, raster, threshold } = printedLine(printed, read);
  return settleRuns(line, raster, threshold).words.flatMap((word) => word.symbols);
}
const textOf = (symbols: readonly { readonly text: string }[]) => symbols.map(({ text }) => text).join('');
const CODE = { before: [...'0112/2'], after: [...'62683'] };

describe('settleRuns', () => {
  it.each(['/', '//', '1//', '/I/', '//l'])('counts slashes by their ink where an engine reads %s, and keeps what it read', (taken) => {
    const symbols = settled([...CODE.before, '///', ...CODE.after], [...CODE.before, taken, ...CODE.after]);
    expect(textOf(symbols)).toBe('0112/2///62683');
  });

  it('keeps what was read with the first of them', () => {
    const symbols = settled([...'A2', '/', '/', '/', ...'6'], [...'A2', '/', '1', '', ...'6']);
    expect(symbols.slice(2, 5)).toMatchObject([
      { text: '/', recognised: '/1' },
      { text: '/', recognised: '' },
      { text: '/', recognised: '' },
    ]);
  });

  it('counts dots by their ink, and leaves a line of them as it is', () => {
    expect(textOf(settled([...'A(1,', '.', '.', '.', ...',N)'], [...'A(1,', '.', '.', '', ...',N)']))).toBe('A(1,...,N)');
    expect(textOf(settled([...'A', '.....', ...'N'], [...'A', '...', ...'N']))).toBe('A...N');
  });

  it.each([
    ['_', 'oo', '_', 'Alarm__oo__'],
    ['_', '00', '', 'Alarm__00__'],
  ])('counts low strokes by their width, also where none was read: %s%s%s', (before, zeros, after, meant) => {
    expect(textOf(settled([...'Alarm', '__', '00', '__'], [...'Alarm', before, zeros, after]))).toBe(meant);
  });

  it.each(['j', 'J', ''])('tells a square bracket that is read as "%s" by its ink', (taken) => {
    expect(textOf(settled([...'[Type', ']', ...'N'], [...'[Type', taken, ...'N']))).toBe('[Type]N');
  });

  it.each([
    ['A1/B2', 'A1/B2'],
    ['Vl/ll', 'Vl/ll'],
    ['No. 1: 2, 3; 4', 'No. 1: 2, 3; 4'],
    ['X-1 = Y-2', 'X-1 = Y-2'],
    ['C[I] J(1) L', 'C[I] J(1) L'],
  ])('leaves what is no such sign as it is: %s', (text, kept) => {
    expect(textOf(settled([...text], [...text]))).toBe(kept);
  });
});
