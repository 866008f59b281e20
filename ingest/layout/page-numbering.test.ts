import { describe, expect, it } from 'vitest';
import { numberedLines, PageNumberingFinder } from './page-numbering.ts';
import type { EdgeLine } from './running-lines.ts';

const lineOf = (text: string, outer: readonly number[], y = 30): EdgeLine => ({ text, masked: text, y, foot: false, outer });
/** Left pages name the chapter, right ones the section, each beside the number of the page; pages are three behind it. */
const header = (page: number) =>
  page % 2 === 0 ? lineOf(`${page + 3} CHAPTER 12. MODELS`, [page + 3]) : lineOf(`12.${page}. 泵与阀 ${page + 3}`, [page + 3]);

function numberings(pages: readonly (readonly EdgeLine[])[]) {
  const finder = new PageNumberingFinder();
  pages.forEach((lines, index) => {
    finder.add(lines, index + 1);
  });
  return finder.find(5);
}

describe('PageNumberingFinder', () => {
  it('finds where numbers count with the pages, whatever is said beside them', () => {
    const found = numberings([1, 2, 3, 4].map((page) => [header(page)]));
    expect(found).toEqual([{ y: 30, foot: false, ahead: 3, share: 1 }]);
    const section = lineOf('12.9. Another section 12', [12], 32);
    expect(numberedLines([section, lineOf('12 bolts', [12], 60), lineOf('Step 7', [7])], 9, found, () => true)).toEqual([section]);
  });

  it('takes no title of a chapter for one where chapters begin on pages that follow each other', () => {
    const pages = [1, 2, 3, 4].map((page) => [lineOf(`${page} 泵`, [page], 60)]);
    const found = numberings([[], [], [], ...pages, [], []]);
    const [chapter] = pages[3] ?? [];
    expect(found).toHaveLength(1);
    expect(chapter).toBeDefined();
    expect(numberedLines(pages[3] ?? [], 7, found, () => true)).toEqual([]);
    expect(numberedLines(pages[3] ?? [], 7, found, () => false)).toEqual([chapter]);
  });

  it('finds none where numbers count otherwise, or stand elsewhere', () => {
    expect(numberings([1, 2, 3, 4].map((page) => [lineOf(`${5 * page} Item`, [5 * page])]))).toEqual([]);
    expect(numberings([1, 2, 3, 4].map((page) => [lineOf(`${page}`, [page], 20 * page)]))).toEqual([]);
  });
});
