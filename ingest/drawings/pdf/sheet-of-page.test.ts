import { describe, expect, it } from 'vitest';
import type { DrawingPath } from '../model/drawing.ts';
import { IDENTITY } from '../model/transform.ts';
import { drawnSheet } from './drawn-sheet.ts';
import type { PaintedItem, PaintedPath, PrintedLine } from './painted-page.ts';
import { sheetOfPage } from './sheet-of-page.ts';

const [WIDE, HIGH] = [800, 600];
const path = (data: readonly number[], more: Partial<PaintedPath> = {}): PaintedPath => ({
  ...{ kind: 'path', data, transform: IDENTITY, isStroked: true, isFilled: false, layer: '', isHidden: false },
  ...more,
});
const stroke = (x0: number, y0: number, x1: number, y1: number) => path([0, x0, y0, 1, x1, y1]);
const line = (text: string, x: number, y: number, rotation = 0): PrintedLine => ({
  text,
  at: { x, y },
  width: 6 * text.length,
  size: 10,
  rotation,
});
const sheetOf = (items: readonly PaintedItem[], lines: readonly PrintedLine[] = [], most = 1_000) =>
  sheetOfPage({ width: WIDE, height: HIGH, items, lines }, '1', most);
const pathsOf = (items: readonly PaintedItem[]): readonly Pick<DrawingPath, 'shape' | 'isClosed'>[] =>
  sheetOf(items).sheet.elements.flatMap((one) => (one.kind === 'path' ? [{ shape: one.shape, isClosed: one.isClosed }] : []));

/** The handles of the quarters of a circle of radius 10 around (50, 50). */
const QUARTERS = [
  [60, 50, 60, 55.523, 55.523, 60, 50, 60],
  [50, 60, 44.477, 60, 40, 55.523, 40, 50],
  [40, 50, 40, 44.477, 44.477, 40, 50, 40],
  [50, 40, 55.523, 40, 60, 44.477, 60, 50],
] as const;
const quarter = ([x, y, ...handles]: readonly number[]): number[] => [0, x ?? 0, y ?? 0, 2, ...handles];

describe('a page as a sheet', () => {
  it('knows a circle however it is painted: in one path, by quarters that are stroked alone, in straight pieces', () => {
    const whole = [0, 60, 50, ...QUARTERS.flatMap(([, , ...handles]) => [2, ...handles]), 4];
    const pieces = Array.from({ length: 36 }, (_, at) => [
      50 + 10 * Math.cos((at * Math.PI) / 18),
      50 + 10 * Math.sin((at * Math.PI) / 18),
    ]);
    const straight = pieces.flatMap(([x = 0, y = 0], at) => [at === 0 ? 0 : 1, x, y]);
    for (const items of [[path(whole)], QUARTERS.map((one) => path(quarter(one))), [path([...straight, 4])]])
      expect(pathsOf(items)).toEqual([{ shape: 'circle', isClosed: true }]);
  });

  it('puts together what was taken apart: a box of four strokes and the head of an arrow, but no pipe with the symbol behind it', () => {
    const box = [stroke(0, 0, 9, 0), stroke(9, 0, 9, 9), stroke(9, 9, 0, 9), stroke(0, 9, 0, 0)];
    expect(pathsOf(box)).toEqual([{ shape: 'polyline', isClosed: true }]);
    expect(pathsOf([stroke(0, 3, 4, 0), stroke(4, 0, 0, -3)])).toEqual([{ shape: 'polyline', isClosed: false }]);
    expect(pathsOf([stroke(0, 0, 50, 0), stroke(50, 0, 55, 8)])).toHaveLength(2);
  });

  it('takes a thin filled rectangle for the line that it is drawn for', () => {
    const thin = path([0, 10, 10, 1, 90, 10, 1, 90, 11, 1, 10, 11, 4], { isStroked: false, isFilled: true });
    const [only] = sheetOf([thin]).sheet.elements;
    expect(only).toMatchObject({ kind: 'path', shape: 'line', points: [10, HIGH - 10.5, 90, HIGH - 10.5] });
  });

  it('keeps layers, hides what stands on one that is off, and takes a form for a symbol', () => {
    const items = [path([0, 1, 1, 1, 5, 5], { layer: '管线 PIPES' }), path([0, 1, 1, 1, 9, 5], { layer: 'OLD', isHidden: true })];
    const { elements } = sheetOf([...items, { kind: 'form', transform: IDENTITY, items: [stroke(3, 3, 8, 9)] }]).sheet;
    expect(elements.map(({ kind, layer, isHidden, symbol }) => [kind, layer, isHidden, symbol !== undefined])).toEqual([
      ['path', '管线 PIPES', false, false],
      ['path', 'OLD', true, false],
      ['symbol', '', false, false],
      ['path', '', false, true],
    ]);
  });

  it('stands upright where most of its texts do, and leads back to the page as it is shown', () => {
    const { sheet, shown, paper } = sheetOf([], [line('P-101A', 100, 500, 90), line('循环泵', 120, 500, 90)]);
    const [first] = sheet.elements;
    expect(first).toMatchObject({ kind: 'text', rotation: 0 });
    expect([paper.x1 - paper.x0, paper.y1 - paper.y0]).toEqual([HIGH, WIDE]);
    const box = shown(first?.box ?? paper);
    expect(box).toMatchObject({
      x0: expect.closeTo(92.7, 1),
      x1: expect.closeTo(101.8, 1),
      y0: expect.closeTo(464, 1),
      y1: expect.closeTo(500, 1),
    });
  });

  it('keeps its words where more is drawn than is taken', () => {
    const { sheet, isCut } = sheetOf(
      Array.from({ length: 50 }, (_, at) => stroke(at, 0, at + 5, 9)),
      [line('P-101A', 10, 10)],
      20,
    );
    expect([isCut, sheet.elements.length, sheet.elements[0]?.kind]).toEqual([true, 20, 'text']);
  });
});

describe('a page that is a sheet', () => {
  const frame = path([0, 5, 5, 1, 795, 5, 1, 795, 595, 1, 5, 595, 4]);
  const shapes = Array.from({ length: 12 }, (_, at) => stroke(50 * at, 100, 50 * at + 20, 140));
  const titles = { zh: ['图号', '图名', '循环水流程图'], en: ['DWG NO', 'TITLE', 'WATER P&ID'] } as const;
  const block = ([number, title, name]: readonly [string, string, string], y: number) => [
    ...[line(number, 500, y), line('CWS-PID-101', 600, y)],
    ...[line(title, 500, y + 25), line(name, 600, y + 25)],
  ];
  const isSheet = (items: readonly PaintedItem[], lines: readonly PrintedLine[]) =>
    drawnSheet({ width: WIDE, height: HIGH, items, lines: () => lines }, '1', 1_000) !== undefined;

  it.each(['zh', 'en'] as const)('has a frame, a title block at its foot and shapes (%s)', (language) => {
    const foot = block(titles[language], 540);
    expect(isSheet([frame, ...shapes], foot)).toBe(true);
    expect(isSheet(shapes, foot)).toBe(false);
    expect(isSheet([frame, ...shapes.slice(9)], foot)).toBe(false);
    expect(isSheet([frame, ...shapes], [line('P-101A', 500, 540)])).toBe(false);
    // The head of the page of a manual says number and title too.
    expect(isSheet([frame, ...shapes], block(titles[language], 30))).toBe(false);
  });

  it('has little running text', () => {
    const prose = Array.from({ length: 20 }, (_, at) =>
      line('The pump is started from the panel when the valve is open.', 30, 200 + 14 * at),
    );
    expect(isSheet([frame, ...shapes], [...block(titles.en, 540), ...prose])).toBe(false);
  });
});
