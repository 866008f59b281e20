import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../layout/pieces.ts';
import { rowsOf } from '../../layout/rows.ts';
import { runsOn } from './item-place.ts';
import type { OpenBlock, PageStyle } from './page-state.ts';

const STYLE: PageStyle = { bodySize: 8, bodyBold: false, bodyMono: false, leading: 1.2, left: 60, right: 400 };
const LAST = { page: 1, x1: 395, y0: 80, y1: 92, baseline: 90, size: 12, bold: false, right: 400 };

function block(text: string, last: Partial<OpenBlock['last']> = {}): OpenBlock {
  return {
    kind: 'paragraph',
    text,
    runs: [],
    bare: false,
    first: 60,
    inset: 0,
    left: 60,
    lines: 1,
    boldLength: 0,
    last: { ...LAST, ...last },
  };
}

function lineOf(text: string) {
  const glyphs = [...text].map((sign, at) => {
    const [x0, x1] = [60 + at * 6, 66 + at * 6];
    return { text: sign, x0, x1, y0: 94, y1: 106, baseline: 104, size: 12, bold: false, turned: false };
  });
  const [row] = rowsOf(piecesOf(glyphs));
  if (row === undefined) throw new Error('a line without a sign');
  return { kind: 'line' as const, row, left: 60, right: 400 };
}

describe('runsOn', () => {
  it.each([
    ['Data is sent behind the set-up of the board. The configuration', 'is set by registers (some of them are not there)'],
    ['发送数据之前必须先对电路板进行设置，该设置通过写入寄存', '器完成（部分寄存器不存在）'],
  ])('lets a line go on with a full one that ends within a sentence, whatever it is set like (%s)', (before, line) => {
    expect(runsOn(block(before), lineOf(line), 1, STYLE)).toBe(true);
  });

  it('lets none go on with a sentence that has ended, a line that is not full, one far above, or one of another size', () => {
    const line = lineOf('Registers of the board');
    expect(runsOn(block('Data is sent then.'), line, 1, STYLE)).toBe(false);
    expect(runsOn(block('Data is sent behind', { x1: 200 }), line, 1, STYLE)).toBe(false);
    expect(runsOn(block('Data is sent behind', { baseline: 60 }), line, 1, STYLE)).toBe(false);
    expect(runsOn(block('Data is sent behind', { size: 8 }), line, 1, STYLE)).toBe(false);
    expect(runsOn(undefined, line, 1, STYLE)).toBe(false);
  });
});
