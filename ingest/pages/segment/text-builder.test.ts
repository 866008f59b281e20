import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Glyph } from '../../layout/glyph.ts';
import { makePiece, type Piece } from '../../layout/pieces.ts';
import { TextBuilder } from './text-builder.ts';

function pieceOf(text: string, y = 100): Piece {
  const glyphs = [...text].map(
    (character, index): Glyph => ({
      text: character,
      x0: index * 10,
      x1: index * 10 + 10,
      y0: y - 8,
      y1: y + 2,
      baseline: y,
      size: 10,
      bold: false,
      turned: false,
    }),
  );
  const piece = makePiece(glyphs);
  if (piece === undefined) throw new Error('the piece is empty');
  return piece;
}

function joined(...lines: string[]): string {
  const builder = new TextBuilder();
  lines.forEach((text, index) => {
    builder.addPiece(pieceOf(text, 100 + index * 15), 1, 'flow');
  });
  return builder.build().text;
}

test('lines flow with a space in English, without one in Chinese and after a hyphen', () => {
  expect(joined('the pump', 'runs')).toBe('the pump runs');
  expect(joined('泵运', '行中')).toBe('泵运行中');
  expect(joined('位号', 'P-101')).toBe('位号P-101');
  expect(joined('valve P-', '101')).toBe('valve P-101');
});

test('a word that a hooked arrow says is broken goes on without a space, and an arrow for its own sake stays', () => {
  expect(joined('PORT_2_←↩', 'CONFIGURATION')).toBe('PORT_2_CONFIGURATION');
  expect(joined('参数 get↩', 'Value')).toBe('参数 getValue');
  expect(joined('hard,nodev, ←↩', 'nosuid')).toBe('hard,nodev, nosuid');
  expect(joined('press the key ←', 'or →')).toBe('press the key ← or →');
  expect(joined('valve ↩', 'open')).toBe('valve ↩ open');
});

test('a mark drawn after its letter becomes one character with the box of the letter', () => {
  const builder = new TextBuilder();
  const mark: Glyph = { text: '\u0301', x0: 10, x1: 10, y0: 92, y1: 102, baseline: 100, size: 10, bold: false, turned: false };
  const piece = makePiece([...pieceOf('e').glyphs, mark]);
  if (piece === undefined) throw new Error('the piece is empty');
  builder.addPiece(piece, 1);
  const { text, runs } = builder.build();
  expect(text).toBe('é');
  expect(runs[0]?.edges).toEqual([0, 10]);
});

test('runs tile what is drawn, whatever is drawn', () => {
  const word = fc.stringMatching(/^[a-z泵阀0-9 -]{1,12}$/u).filter((text) => text.trim() !== '' && !text.startsWith(' '));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (lines) => {
      const builder = new TextBuilder();
      lines.forEach((text, index) => {
        builder.addPiece(pieceOf(text, 100 + index * 15), 1, 'flow');
      });
      const { text, runs } = builder.build();
      const solid = (value: string) => value.replace(/\s/gu, '');
      expect(solid(runs.map((run) => text.slice(run.start, run.end)).join(''))).toBe(solid(lines.join('')));
      expect(solid(text)).toBe(solid(lines.join('')));
      for (const run of runs) expect(run.edges).toHaveLength(run.end - run.start + 1);
    }),
  );
});
