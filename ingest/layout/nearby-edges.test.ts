import { describe, expect, it } from 'vitest';
import { knownByNearby, type NearbyEdge, rememberEdges } from './nearby-edges.ts';
import type { EdgeLine } from './running-lines.ts';

const line = (text: string, y = 40, foot = false): EdgeLine => ({ text, masked: text.replace(/\d+/gu, '#'), y, foot });

interface Around {
  readonly titles?: readonly string[];
  /** Pages that are known beside those before. */
  readonly ahead?: number;
  /** Pages of the whole document. */
  readonly whole?: number;
}

/** Which lines of each page are known by those of the pages before it, and of so many after it. */
function knownOn(
  pages: readonly (readonly EdgeLine[])[],
  { titles = [], ahead = 0, whole = 20 }: Around = {},
): readonly (readonly string[])[] {
  let before: readonly NearbyEdge[] = [];
  return pages.map((lines, index) => {
    const after = pages.slice(index + 1, index + 1 + ahead).flatMap((later, at) => rememberEdges([], later, index + 2 + at));
    const known = knownByNearby(lines, { page: index + 1, pages: whole, edges: [...before, ...after], titles }).map(({ text }) => text);
    before = rememberEdges(before, lines, index + 1);
    return known;
  });
}

describe('a line at the edge of a scanned page', () => {
  it('is known as a running line where two earlier pages had it at its place, numbers of pages counted on', () => {
    expect(knownOn([1, 2, 3, 4].map((page) => [line(`Manual, page ${page}`)]))).toEqual([[], [], ['Manual, page 3'], ['Manual, page 4']]);
  });

  it('is known though left and right pages differ, and though a sheet lay a little lower', () => {
    const heads = ['手册', 'Manual', '手册', 'Manual', '手册'].map((text, index) => [line(text, 40 + index)]);
    expect(knownOn(heads).at(-1)).toEqual(['手册']);
  });

  it('is known whatever was made of the bar between its parts', () => {
    expect(knownOn(['| 3', '|4', '∣ 5', '6'].map((end) => [line(`IDTA 02018 ${end}`)])).at(-1)).toEqual(['IDTA 02018 6']);
  });

  it('is known beside a number that counts on with the pages, whatever chapter it names', () => {
    const head = (text: string, pageNumber: number) => [{ ...line(`${text} ${pageNumber}`), pageNumber }];
    expect(knownOn([head('第1章 概述', 3), head('第2章 安装', 4), head('Chapter 3: Parts', 5)])).toEqual([
      [],
      ['第2章 安装 4'],
      ['Chapter 3: Parts 5'],
    ]);
    expect(knownOn([head('Bolt M8', 3), head('Nut M8', 7)]).flat()).toEqual([]);
  });

  it('is known that says the title of a section that goes on beside a number', () => {
    const first = [{ ...line('Chapter 2: Command Line Options 6'), pageNumber: 6 }, line('Command Line Options of the tool', 60)];
    expect(knownOn([first], { titles: ['Command Line Options'] })).toEqual([['Chapter 2: Command Line Options 6']]);
    expect(knownOn([first], { titles: ['Tool'] })).toEqual([[]]);
  });

  it('is known from its first page on where the pages after it are known too', () => {
    const pages = [1, 2, 3, 4].map((page) => [line(`手册 第 ${page} 页`)]);
    expect(knownOn(pages, { ahead: 2 }).flat()).toEqual(pages.flat().map(({ text }) => text));
  });

  it('is known in a document of two pages that both have it', () => {
    expect(knownOn([[line('点检表')], [line('点检表')]], { ahead: 2, whole: 2 }).flat()).toHaveLength(2);
    expect(knownOn([[line('点检表')], [line('点检表')]], { ahead: 2 }).flat()).toEqual([]);
  });

  it('is known where the number of its page was not read, or not on the pages beside it', () => {
    const head = (pageNumber?: number) => [
      { ...line(`Chapter 2: Options ${pageNumber ?? ''}`.trim()), ...(pageNumber === undefined ? {} : { pageNumber }) },
    ];
    expect(knownOn([head(5), head(), head(7)], { ahead: 2 }).flat()).toEqual([
      'Chapter 2: Options 5',
      'Chapter 2: Options',
      'Chapter 2: Options 7',
    ]);
    expect(knownOn([[line('Table')], [line('Table 3')], [line('Table 4')]], { ahead: 2 }).flat()).toEqual([]);
  });

  it('is known that says the title of a section that goes on, if one other page has it', () => {
    const pages = [[line('2 Safety rules')], [line('2 Safety rules')]];
    expect(knownOn(pages, { titles: ['Safety rules'], ahead: 2 }).flat()).toHaveLength(2);
    expect(knownOn(pages, { titles: ['Operation'], ahead: 2 }).flat()).toEqual([]);
    expect(knownOn([[line('2.1 Safety rules')]], { titles: ['Safety'], ahead: 2 }).flat()).toEqual([]);
  });

  it('is text where it stands elsewhere, or where its numbers count otherwise than pages', () => {
    expect(knownOn([40, 60, 80].map((y) => [line('Check list', y)])).flat()).toEqual([]);
    expect(knownOn([2, 5, 9].map((step) => [line(`${step} Tighten the bolts`)])).flat()).toEqual([]);
  });

  it('is forgotten after some pages, so that what is handed on stays small', () => {
    const many = Array.from({ length: 40 }, (_, page) => Array.from({ length: 30 }, (_, at) => line(`row ${page} ${at} of a page`, at)));
    let before: readonly NearbyEdge[] = [];
    for (const [index, lines] of many.entries()) before = rememberEdges(before, lines, index + 1);
    expect(before.length).toBeLessThanOrEqual(60);
  });
});
