import { describe, expect, it } from 'vitest';
import type { Box } from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { doubtCut } from './doubt-cut.ts';
import type { InkPart } from './ink-parts.ts';
import type { ReadLine } from './read-lines.ts';
import { repairBalloons } from './repair-balloons.ts';

function part({ x0, y0, x1, y1 }: Box): InkPart {
  return { x0, y0, x1, y1, ink: (x1 - x0) * (y1 - y0), runs: [] };
}

function row(text: string, box: Box): ReadLine {
  const wide = (box.x1 - box.x0) / text.length;
  const symbols = [...text].map((sign, at) => ({ text: sign, box: { ...box, x0: box.x0 + at * wide, x1: box.x0 + (at + 1) * wide } }));
  return { line: { parts: [part(box)], box, isUpright: false }, words: [{ symbols, box, confidence: 0.9 }] };
}

function textOf({ words }: ReadLine): string {
  return words.flatMap(({ symbols }) => symbols.map(({ text }) => text)).join('');
}

describe('rows of a balloon', () => {
  const grammar = siteGrammar([]);
  const ring = { x: 100, y: 100, across: 60, up: 60, thickness: 3, parts: [] };
  const upper = row('PT', { x0: 85, x1: 115, y0: 75, y1: 95 });

  it('are repaired where only so they are one tag, and what was recognised is kept', () => {
    const [, lower] = repairBalloons([upper, row('1OO3', { x0: 70, x1: 130, y0: 105, y1: 125 })], [ring], grammar);
    expect(lower === undefined ? '' : textOf(lower)).toBe('1003');
    expect(lower?.words[0]?.symbols[1]).toMatchObject({ text: '0', recognised: 'O' });
  });

  it('stay as they are where no repair makes a tag of them', () => {
    const rows = [upper, row('阀门OO', { x0: 70, x1: 130, y0: 105, y1: 125 })];
    expect(repairBalloons(rows, [ring], grammar).map(textOf)).toEqual(['PT', '阀门OO']);
  });
});

describe('a row beside ink that belongs to none', () => {
  it('is doubted there, since a character of it may be missing', () => {
    const tag = row('02FT1087', { x0: 100, x1: 260, y0: 100, y1: 120 });
    const cut = doubtCut([tag], [part({ x0: 262, x1: 275, y0: 98, y1: 122 })], 20);
    expect(cut[0]?.words[0]?.confidence).toBeLessThan(0.5);
    const apart = doubtCut([tag], [part({ x0: 300, x1: 320, y0: 98, y1: 122 })], 20);
    expect(apart[0]?.words[0]?.confidence).toBe(0.9);
  });
});
