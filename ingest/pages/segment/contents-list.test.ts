import { describe, expect, it } from 'vitest';
import { makeRow, type Row, rowText } from '../../layout/rows.ts';
import { contentsRows } from './contents-list.ts';

/** A row of one piece that says this, `at` lines down the page. */
function rowOf(text: string, at: number): Row {
  const [y0, y1] = [at * 20, at * 20 + 12];
  const glyphs = [...text].map((sign, index) => ({
    ...{ text: sign, x0: index * 6, x1: index * 6 + 6, y0, y1, baseline: y1 - 2, size: 10, bold: false, turned: false },
  }));
  const row = makeRow([{ glyphs, x0: 0, x1: text.length * 6, y0, y1, baseline: y1 - 2, size: 10, bold: false, turned: false }]);
  if (row === undefined) throw new Error('no row');
  return row;
}
const listedOf = (texts: readonly string[]) => {
  const rows = texts.map(rowOf);
  const listed = contentsRows(rows, 2, []);
  return rows.filter((row) => listed.has(row)).map(rowText);
};

describe('contentsRows', () => {
  it('takes entries without dots for a list below its title, as scans have them', () => {
    const list = ['目录', '1 概述 3', '2 安全 4', '2.1 一般规定 4', '6.3 泵的切换 13'];
    expect(listedOf([...list, '本手册适用于撬装。'])).toEqual(list);
    const english = ['Contents', '1 Overview 3', '2 Safety 4', '2.1 General 4', '6.3 Changing over the pumps 13'];
    expect(listedOf(english)).toEqual(english);
  });

  it('takes entries for a list that have some of their dots left, and captions with their pages', () => {
    const list = ['2.26 Spare parts .32', '2.27 Quantities. 33', '2.28 Intervals 34', 'Annex A Formats . 35', '1. General . 35'];
    expect(listedOf(list)).toEqual(list);
    const tight = ['5.13.2HAL pins .. 38', '5.14 Changes . . 39', '5.14.4.1INI settings . 39', '6 Glossary 43', '7 Legal 49'];
    expect(listedOf(tight)).toEqual(tight);
    const captions = ['Figure 1: Flow. 8', '图 2 结构.11', 'Table 1: Standards . 8', '表 2 力矩 12'];
    expect(listedOf(captions)).toEqual(captions);
    expect(listedOf(['1 Torque .5', '2 Gap 0.5', '3 Flow 1.5', '4 Head 2.5'])).toEqual([]);
  });

  it('takes entries below the title of a list that have lost their pages, and no parts of a kit', () => {
    const list = ['Table of Contents', '1 News.', '1.1 Sharing ..', '1.2 General ... 1', '1.3 Devices . .', '2', '2 Authors . 5'];
    expect(listedOf([...list, 'Read this first.'])).toEqual(list);
    const chinese = ['目录', '1 概述.', '2 安全 ··', '2.1 一般规定 ··· 4', '2.2 标志 · ·', '3 附录 · 9'];
    expect(listedOf(chinese)).toEqual(chinese);
    expect(listedOf(['Contents', '1 Pump.', '2 Seal kit.', '3 Spanner 17.', '4 Grease.', '5 Manual .1'])).toEqual([]);
  });

  it('leaves rows of a table whose last numbers rise and fall, and a few such rows without a title', () => {
    expect(listedOf(['Contents', '1 Bolt M10 40', '2 Bolt M12 80', '3 Bolt M8 25', '4 Nut M8 20'])).toEqual([]);
    expect(listedOf(['1 Bolt M8 20', '2 Bolt M8 25', '3 Bolt M10 40', '4 Bolt M12 80'])).toEqual([]);
  });

  it('takes entries without a number that stand right below the title and right behind the last known one, at the edge of the others', () => {
    const entry = (title: string, page: number) => title.padEnd(30) + String(page).padStart(3);
    for (const [title, first, known, others] of [
      [
        'Contents',
        entry('Preface', 5),
        [entry('1 Introduction', 7), entry('1.1 What it is', 7), entry('2 Use', 9), entry('A.1 Forms', 12)],
        entry('Index', 20),
      ],
      ['目录', entry('前言', 5), [entry('1 概述', 7), entry('1.1 用途', 7), entry('2 使用', 9), entry('A.1 表格', 12)], entry('索引', 20)],
    ] as const) {
      const list = [title, first, ...known, others].map((text) => text.trim());
      const listed = listedOf([...list, 'DN 150', entry('Pump', 3)]);
      expect(listed).toHaveLength(list.length);
    }
  });
});
