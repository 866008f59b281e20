import { describe, expect, it } from 'vitest';
import { DOWNTIME, equals, MACHINE, planRead as plan, REPORTED, RESTORED, type Read, TEXT } from './plan-read.test-support.ts';

describe('the plan of a question as a model read it', () => {
  it.each([
    ['引风机停得最久的三次', 'max', 'descending', '三'],
    ['引风机停得最短的三次', 'min', 'ascending', '三'],
  ] as const)('ranks rows by a column of numbers: %s', async (text, ask, direction, number) => {
    const named = [['引风机', 'value', MACHINE, '引风机'] as const, ['停得', 'column', DOWNTIME] as const];
    const words = [...named, ['最', 'ranking'] as const];
    const made = await plan(text, {
      ask,
      group: 'row',
      ranked: true,
      words: [...words, [number, 'number']],
      measured: DOWNTIME,
      columns: { [MACHINE]: equals },
    });
    expect(made).toMatchObject({
      shapes: [{ measure: { kind: ask, field: 'duration' }, ranked: { direction, wanted: 3, word: number } }],
    });
    const within = await plan(text, {
      ask,
      group: 'row',
      ranked: true,
      words: [...named, [text.slice(text.indexOf('最')), 'ranking']],
      measured: DOWNTIME,
      columns: { [MACHINE]: equals },
    });
    expect(within).toMatchObject({ shapes: [{ ranked: { wanted: 3 } }] });
    const summed = { ask: 'sum', group: 'row', ranked: true, words, measured: DOWNTIME, columns: { [MACHINE]: equals } } as const;
    expect(await plan(text, summed)).toBeUndefined();
    // Three rows are no single one.
    expect(await plan(text, { ...summed, ask, group: 'none', ranked: false })).toBeUndefined();
  });

  it.each([
    ['停机时长排前三的设备', '排', undefined],
    ['停机时长最多的是哪三个设备', '最多', undefined],
    ['停机时长最多的设备', '最多', 1],
    ['引风机停机时长最多的设备', '最多', 'none'],
  ] as const)('ranks as many groups as are asked for, and no groups of one value: %s', async (text, ranking, wanted) => {
    const isLimited = text.startsWith('引风机');
    const made = await plan(text, {
      ask: 'sum',
      group: 'column',
      ranked: true,
      grouped: MACHINE,
      measured: DOWNTIME,
      words: [
        ...(isLimited ? ([['引风机', 'value', MACHINE, '引风机']] as const) : []),
        ['停机时长', 'column', DOWNTIME],
        [ranking, 'ranking'],
        [text.includes('哪三个') ? '哪三个设备' : '设备', 'column', MACHINE],
      ],
      columns: isLimited ? { [MACHINE]: equals } : {},
    });
    if (wanted === 'none') expect(made).toBeUndefined();
    else expect(made).toMatchObject({ shapes: [{ ranked: { wanted: wanted ?? 3 } }] });
  });

  it('sums a column over the rows of a machine and a time', async () => {
    const made = await plan('引风机去年停了多少小时', {
      ask: 'sum',
      words: [
        ['引风机', 'value', MACHINE, '引风机'],
        ['去年', 'time'],
        ['多少小时', 'column', DOWNTIME],
      ],
      measured: DOWNTIME,
      columns: { [MACHINE]: equals, [REPORTED]: { operator: 'in' } },
    });
    expect(made).toMatchObject({
      shapes: [{ measure: { kind: 'sum', field: 'duration' } }],
      conditions: [
        { filter: { kind: 'equals', field: 'asset', value: '引风机' } },
        { filter: { kind: 'between', field: 'date', from: Date.UTC(2022, 0, 1), to: Date.UTC(2023, 0, 1) } },
      ],
    });
  });

  it.each([
    ['温度高跳机了几次', '温度高', '跳机', 'all'],
    ['温度高、跳机共几次', '温度高', '跳机', 'any'],
    ['how many hot trip rows are there', 'hot', 'trip', 'all'],
    ['how many hot or trip rows are there', 'hot', 'trip', 'any'],
  ])('wants a row to say all that is said on, and one of what words or signs set apart: %s', async (text, first, second, kind) => {
    const made = await plan(text, {
      words: [
        [first, 'value', TEXT],
        [second, 'value', TEXT],
      ],
      columns: { [TEXT]: { operator: 'has' } },
    });
    expect(made).toMatchObject({ conditions: [{ filter: { kind, filters: [expect.anything(), expect.anything()] } }] });
  });

  it('is none where two values of a column of set values are said on: no row has both', async () => {
    const words = [
      ['给水泵', 'value', MACHINE, '给水泵'],
      ['引风机', 'value', MACHINE, '引风机'],
    ] as const;
    expect(await plan('给水泵引风机跳了几次', { words, columns: { [MACHINE]: equals } })).toBeUndefined();
  });

  it('ranks groups, as many as are asked for, the least first where words say so', async () => {
    const read: Read = {
      group: 'column',
      ranked: true,
      words: [
        ['two', 'number'],
        ['machines', 'column', MACHINE],
        ['fewest', 'ranking'],
      ],
      grouped: MACHINE,
    };
    expect(await plan('two machines with the fewest orders', read)).toMatchObject({
      shapes: [
        {
          measure: { kind: 'count' },
          group: { kind: 'field', field: 'asset' },
          ranked: { direction: 'ascending', wanted: 2, word: 'two' },
        },
      ],
    });
  });

  it.each([
    ['每季度各有几次', 'quarter'],
    ['how many in each quarter', 'quarter'],
    ['哪一年最多', 'year'],
    ['which month had the most', 'month'],
  ] as const)('groups by the part of the year that is said, whatever was read: %s', async (text, unit) => {
    const ranked = /最多|most/u.test(text);
    expect(await plan(text, { group: 'column', grouped: REPORTED, ranked })).toMatchObject({
      shapes: [{ measure: { kind: 'count' }, group: { kind: 'time', field: 'date', unit } }],
    });
    expect(await plan(text, { ranked })).toMatchObject({ shapes: [{ group: { unit } }] });
    expect(await plan(text, { group: 'column', grouped: MACHINE, ranked })).toBeUndefined();
  });

  it('takes the mean time from one column to another', async () => {
    expect(await plan('从报修到恢复平均多久', { ask: 'duration', measured: REPORTED, second: RESTORED })).toMatchObject({
      shapes: [{ derivation: { kind: 'duration', from: 'date', to: 'end-date' } }],
    });
  });

  it('denies a condition, and asks for empty cells', async () => {
    const words = [
      ['not', 'denial'],
      ['seal leak', 'value', TEXT],
    ] as const;
    const columns = { [TEXT]: { operator: 'has', denied: true } } as const;
    expect(await plan('how many not seal leak', { words, columns })).toMatchObject({
      conditions: [{ negated: true, filter: { kind: 'not' } }],
    });
    const empty = await plan('没写恢复的', {
      words: [
        ['没写', 'denial'],
        ['恢复', 'column', RESTORED],
      ],
      columns: { [RESTORED]: { operator: 'empty' } },
    });
    expect(empty).toMatchObject({ conditions: [{ filter: { kind: 'null', field: 'end-date' } }] });
  });

  it('sets two machines side by side where a difference is asked for', async () => {
    const words = [
      ['给水泵', 'value', MACHINE, '给水泵'],
      ['引风机', 'value', MACHINE, '引风机'],
    ] as const;
    const made = await plan('给水泵和引风机差几次', { ask: 'difference', words, columns: { [MACHINE]: equals } });
    expect(made).toMatchObject({ sided: { sides: [{ value: '给水泵' }, { value: '引风机' }] } });
    expect(await plan('给水泵差几次', { ask: 'difference', words: words.slice(0, 1), columns: { [MACHINE]: equals } })).toBeUndefined();
  });

  it.each([
    ['a value that no column holds surely', { words: [['boiler 7', 'value', MACHINE, '引风机']], columns: { [MACHINE]: equals } }],
    ['a time that is not read', { words: [['before Easter', 'time']] }],
    ['a number that bounds nothing', { words: [['17', 'number']] }],
    ['a denial that denies nothing', { words: [['without', 'denial']] }],
    ['a column that has no part in the figure', { words: [['downtime', 'column', DOWNTIME]] }],
    ['a sum without a column of numbers', { ask: 'sum' }],
    ['an order that nothing is put in', { words: [['most', 'ranking']] }],
  ] as const satisfies readonly (readonly [string, Read])[])('is none with %s', async (_, read) => {
    expect(await plan('boiler 7 before Easter 17 without downtime most', read)).toBeUndefined();
  });

  it('asks for values to be looked up where none that is shown is meant', async () => {
    expect(await plan('the boiler pump', { words: [['boiler pump', 'value', MACHINE]], columns: { [MACHINE]: equals } })).toBe('look up');
  });

  it.each([
    ['a number that is in none of its words', '09 年引风机坏了几次'],
    ['words that are quoted', '引风机写着“跳”的有几次'],
    ['a part that no condition is of', 'ID fan 引风机 bearing failures'],
    ['a month that rows are not grouped by', '引风机哪个月坏了几次'],
    ['a mean that is none', '引风机平均坏几次'],
    ['a share that is none', '引风机坏的占百分之几'],
    ['a denial that nothing is denied by', '不是引风机的有几次'],
    ['the most where no group comes first', '引风机最多坏几次'],
  ] as const)('is none for %s, whatever the words were read as: %s', async (_, text) => {
    const words = [['引风机', 'value', MACHINE, '引风机']] as const;
    expect(await plan(text, { words, columns: { [MACHINE]: equals } })).toBeUndefined();
    expect(await plan('引风机有几次', { words, columns: { [MACHINE]: equals } })).toMatchObject({
      shapes: [{ measure: { kind: 'count' } }],
    });
  });

  it('takes words that the vocabulary knows for a column of the log for none but it', async () => {
    const words = [
      ['引风机', 'value', MACHINE, '引风机'],
      ['停机时长', 'column', MACHINE],
    ] as const;
    expect(await plan('引风机停机时长有几次', { words, columns: { [MACHINE]: equals } })).toBeUndefined();
  });

  it('denies what stands nearest to the word that denies, or is none', async () => {
    const words = [
      ['引风机', 'value', MACHINE, '引风机'],
      ['not', 'denial'],
      ['seal leak', 'value', TEXT],
    ] as const;
    const text = '引风机 not seal leak';
    const denied = { operator: 'has', denied: true } as const;
    expect(await plan(text, { words, columns: { [MACHINE]: equals, [TEXT]: denied } })).toMatchObject({
      conditions: [{}, { negated: true }],
    });
    expect(await plan(text, { words, columns: { [MACHINE]: { ...equals, denied: true }, [TEXT]: { operator: 'has' } } })).toBeUndefined();
  });
});
