import { describe, expect, it } from 'vitest';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { markdownParser } from '../markdown/markdown-parser.ts';
import { textParser } from '../text/text-parser.ts';
import { alignedTable } from './aligned-table.ts';

const ENGLISH = [
  'Code    Message                   Cause                Remedy',
  '------  ------------------------  -------------------  ---------------------',
  'E-101   Low suction pressure      Strainer clogged     Clean the strainer',
  'E-102   Motor overload            Bearing seized or    Replace the bearing',
  '                                  pump blocked',
  'E-103   High discharge pressure   Outlet valve closed  Open the outlet valve',
];
const CHINESE = [
  '报警代码  报警内容      可能原因        处理措施',
  'E-101     吸入压力低    过滤器堵塞      清洗过滤器',
  'E-102     电机过载      轴承卡死或泵堵  更换轴承',
  '                        塞',
  'E-103     出口压力高    出口阀关闭      打开出口阀',
];

describe('alignedTable', () => {
  it('reads columns that are set by blanks under names that are known', () => {
    expect(alignedTable(ENGLISH)).toEqual({
      from: 0,
      to: 6,
      table: {
        header: ['Code', 'Message', 'Cause', 'Remedy'],
        rows: [
          ['E-101', 'Low suction pressure', 'Strainer clogged', 'Clean the strainer'],
          ['E-102', 'Motor overload', 'Bearing seized or pump blocked', 'Replace the bearing'],
          ['E-103', 'High discharge pressure', 'Outlet valve closed', 'Open the outlet valve'],
        ],
        titles: new Set(),
      },
    });
  });

  it('counts a Chinese character as two columns, and joins its lines without a blank', () => {
    expect(alignedTable(CHINESE)?.table.rows).toEqual([
      ['E-101', '吸入压力低', '过滤器堵塞', '清洗过滤器'],
      ['E-102', '电机过载', '轴承卡死或泵堵塞', '更换轴承'],
      ['E-103', '出口压力高', '出口阀关闭', '打开出口阀'],
    ]);
  });

  it('keeps numbers that are set to the right of their column in it, and begins cells anew behind a tab', () => {
    expect(
      alignedTable(['Parameter    Value  Unit', 'Flow            12  m3/h', 'Speed         1450  r/min', 'Head             8  m'])?.table
        .rows,
    ).toEqual([
      ['Flow', '12', 'm3/h'],
      ['Speed', '1450', 'r/min'],
      ['Head', '8', 'm'],
    ]);
    expect(alignedTable(['参数\t数值', '流量\t12 m3/h', '转速\t1450 r/min'])?.table.rows).toEqual([
      ['流量', '12 m3/h'],
      ['转速', '1450 r/min'],
    ]);
  });

  it('takes words under the first name alone for the title of the rows below, and for what follows the table at its end', () => {
    const lines = ['参数      数值', '主泵', '流量      12 m3/h', '转速      1450 r/min', '备泵', '流量      10 m3/h', '列表完'];
    expect(alignedTable(lines)).toMatchObject({ to: 6, table: { titles: new Set([0, 3]) } });
  });

  it('takes walls between columns for blanks where the names have them', () => {
    const boxed = ['| 参数 | 数值       |', '|------|------------|', '| 流量 | 12 m3/h    |', '| 转速 | 1450 r/min |'];
    expect(alignedTable(boxed)?.table).toMatchObject({
      header: ['参数', '数值'],
      rows: [
        ['流量', '12 m3/h'],
        ['转速', '1450 r/min'],
      ],
    });
    expect(alignedTable(['Parameter  Value', 'Mode       on|off', 'Speed      slow|fast'])?.table.rows).toEqual([
      ['Mode', 'on|off'],
      ['Speed', 'slow|fast'],
    ]);
  });

  it('keeps lines under a name that stands once as rows, whose words had room in the line above', () => {
    const rows = [
      'Component    Parameter            Value',
      'Pump         Speed                1450 r/min',
      '             Flow                 12 m3/h',
    ];
    expect(alignedTable([...rows, 'Motor        Speed of rotation    1450 r/min'])?.table.rows).toEqual([
      ['Pump', 'Speed', '1450 r/min'],
      ['', 'Flow', '12 m3/h'],
      ['Motor', 'Speed of rotation', '1450 r/min'],
    ]);
  });

  it.each([
    ['words that merely stand apart', ['Pump  P-101', 'runs  at night', 'and   by day']],
    ['a program', ['LOOP  MOV R0,R1', '      ADD #2,R0', '      BR LOOP']],
    ['names without rows', ['Code  Message  Cause']],
    ['lines that keep to no columns', ['Code  Message', 'The alarms are shown until', 'they are acknowledged by hand']],
  ])('takes %s for none', (_, lines) => {
    expect(alignedTable(lines)).toBeUndefined();
  });
});

describe('textParser', () => {
  it.each([
    ['The alarms are:', ENGLISH, 'Press reset afterwards.'],
    ['报警如下：', CHINESE, '随后按复位。'],
  ])('reads a table between paragraphs: %s', async (before, lines, after) => {
    const { passages } = await readWhole(textParser, await temporaryFile('alarms.txt', [before, ...lines, '', after, ''].join('\n')));
    expect(passages.map(({ kind }) => kind)).toEqual(['paragraph', 'table-row', 'table-row', 'table-row', 'paragraph']);
    expect(passages[2]?.cells?.map(({ role }) => role)).toEqual(['alarm-code', 'alarm-text', 'cause', 'remedy']);
  });
});

describe('markdownParser', () => {
  it('reads what is fenced as a table where all of it is one', async () => {
    const kinds = async (lines: readonly string[]) => {
      const { passages } = await readWhole(markdownParser, await temporaryFile('alarms.md', ['```', ...lines, '```', ''].join('\n')));
      return passages.map(({ kind }) => kind);
    };
    expect(await kinds(CHINESE)).toEqual(['table-row', 'table-row', 'table-row']);
    expect(await kinds([...ENGLISH, 'exit 0'])).toEqual(['paragraph']);
  });
});
