import { describe, expect, it } from 'vitest';
import { printedLine } from './printed-line.test-support.ts';
import { settleDegrees } from './settle-degrees.ts';

function settled(printed: readonly string[], read: readonly string[]): string {
  const { line, raster, threshold } = printedLine(printed, read);
  return settleDegrees(line, raster, threshold)
    .words.flatMap(({ symbols }) => symbols.map(({ text }) => text))
    .join('');
}

describe('settleDegrees', () => {
  it.each([
    [['油', '温', ' ', '3', '3', ' ', '°C'], ['油', '温', '', '3', '3', '', 'C'], '油温33°C'],
    [['b', 'e', 'l', 'o', 'w', ' ', '9', '1', '°F'], ['b', 'e', 'l', 'o', 'w', '', '9', '1', 'F'], 'below91°F'],
  ])('gives a letter behind a number the ring that is printed before it: %j', (printed, read, expected) => {
    expect(settled(printed, read)).toBe(expected);
  });

  it.each([
    [
      ['3', '3', ' ', 'C'],
      ['3', '3', '', 'C'],
    ],
    [
      ['3', '3', '.', 'C'],
      ['3', '3', '', 'C'],
    ],
    [
      ['3', '3', "'", 'C', 'o'],
      ['3', '3', '', 'C', 'o'],
    ],
    [
      ['A', '°C'],
      ['A', 'C'],
    ],
  ])('leaves a letter without one, or that is part of a word or behind none: %j', (printed, read) => {
    expect(settled(printed, read)).toBe(read.join(''));
  });

  it('keeps what was recognised', () => {
    const { line, raster, threshold } = printedLine(['3', '3', ' ', '°C'], ['3', '3', '', 'C']);
    expect(settleDegrees(line, raster, threshold).words[0]?.symbols.at(-1)).toMatchObject({ text: '°C', recognised: 'C' });
  });
});
