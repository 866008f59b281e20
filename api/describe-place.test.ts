import { describe, expect, it } from 'vitest';
import type { Anchor } from '../kernel/index.ts';
import { describePlaces } from './describe-place.ts';

const CASES: readonly (readonly [Anchor, string, string])[] = [
  [{ kind: 'page', page: 15, boxes: [] }, 'page 15', '第 15 页'],
  [
    { kind: 'row', sheet: 'Log', row: 218, line: 219, column: 'Date' },
    'sheet “Log”, row 218, line 219, column “Date”',
    '工作表“Log”，第 218 行记录，文件第 219 行，列“Date”',
  ],
  [{ kind: 'row', sheet: '', row: 2, column: 'column 1' }, 'row 2, column 1', '第 2 行记录，第 1 列'],
  [{ kind: 'block', path: 'section/5/table/1/row/1', start: 0, end: 3 }, 'section 5, table 1, row 1', '第 5 节，表 1，第 1 行'],
  [{ kind: 'block', path: 'section/3/heading', start: 0, end: 3 }, 'section 3', '第 3 节'],
  [{ kind: 'block', path: 'section/0/step/1', start: 0, end: 3 }, 'step 1', '第 1 步'],
  [{ kind: 'block', path: 'slide/3/section/1/step/2', start: 0, end: 3 }, 'slide 3, section 1, step 2', '第 3 张幻灯片，第 1 节，第 2 步'],
  [
    { kind: 'block', path: 'hidden-slide/4/notes/1/section/0/paragraph/1', start: 0, end: 3 },
    'hidden slide 4, speaker notes, paragraph 1',
    '第 4 张幻灯片（隐藏），演讲者备注，第 1 段',
  ],
  [{ kind: 'block', path: 'body/p[2]', start: 0, end: 3 }, 'body/p[2]', 'body/p[2]'],
];

describe('the place of something in its document', () => {
  it.each(CASES)('is said in either language: %j', (anchor, english, chinese) => {
    expect([describePlaces([anchor, anchor], 'en'), describePlaces([anchor], 'zh')]).toEqual([english, chinese]);
  });

  it('calls a section by its printed title where that is known, and what stands before the first by none', () => {
    const row: Anchor = { kind: 'block', path: 'section/3/table/1/row/2', start: 0, end: 3 };
    const step: Anchor = { kind: 'block', path: 'section/0/step/1', start: 0, end: 3 };
    expect(describePlaces([row], 'en', '2 Lubrication')).toBe('section “2 Lubrication”, table 1, row 2');
    expect(describePlaces([row], 'zh', '2 润滑')).toBe('“2 润滑”一节，表 1，第 2 行');
    expect(describePlaces([step], 'en', '2 Lubrication')).toBe('step 1');
    expect(describePlaces([row], 'en', 'word '.repeat(40)).length).toBeLessThan(120);
  });
});
