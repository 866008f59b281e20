import { describe, expect, it } from 'vitest';
import { DOWNTIME, equals, MACHINE, planRead as plan, REPORTED, RESTORED, type Read, WORK_TYPE } from './plan-read.test-support.ts';

describe('what a reading of a question limits rows to', () => {
  it.each([
    ['给水泵（Feed pump B）修了几次', '给水泵', 'Feed pump B', undefined],
    ['锅炉泵（Feed pump B）修了几次', '锅炉泵', 'Feed pump B', 'Feed pump B'],
    ['boiler pump (Feed pump B) repairs', 'boiler pump', 'Feed pump B', undefined],
  ])('takes a gloss between brackets as what stands before them, in another language: %s', async (text, name, gloss, value) => {
    const made = await plan(text, {
      words: [
        [name, 'value', MACHINE],
        [gloss, 'value', MACHINE],
      ],
      columns: { [MACHINE]: equals },
    });
    const conditions = value === undefined ? undefined : [{ filter: { kind: 'equals', field: 'asset', value } }];
    expect(made).toEqual(
      conditions === undefined ? undefined : expect.objectContaining({ conditions: [expect.objectContaining(conditions[0])] }),
    );
  });

  it.each([
    ['引风机和给水泵修了几次', 2],
    ['引风机夜里停了之后到底修了几次给水泵', undefined],
  ])('takes two values of a column as alternatives where they stand beside each other: %s', async (text, sides) => {
    const made = await plan(text, {
      words: [
        ['引风机', 'value', MACHINE, '引风机'],
        ['给水泵', 'value', MACHINE, '给水泵'],
      ],
      columns: { [MACHINE]: equals },
    });
    expect(typeof made === 'object' ? made.conditions[0]?.sides?.length : undefined).toBe(sides);
  });

  it.each([
    ['EM 抢修有几张', 'EM 抢修', { kind: 'equals', value: 'EM' }],
    ['how many EM corrective orders', 'EM corrective', { kind: 'equals', value: 'EM' }],
    ['抢修有几张', '抢修', { kind: 'in', values: ['CM'] }],
    ['how many corrective orders', 'corrective', { kind: 'in', values: ['CM'] }],
    ['非 EM 抢修有几张', '非 EM 抢修', undefined],
  ])('takes the code of the site that stands beside a kind of work before all that are of that kind: %s', async (text, words, filter) => {
    const made = await plan(text, { words: [[words, 'value', WORK_TYPE]], columns: { [WORK_TYPE]: equals } });
    const limited = typeof made === 'object' ? made.conditions.map((one) => one.filter) : undefined;
    expect(limited).toEqual(filter === undefined ? undefined : [{ ...filter, field: 'work-type' }]);
  });

  it('limits one column by a number, not two', async () => {
    const text = '停机超过三小时的有几次';
    const read: Read = {
      words: [
        ['停机', 'column', DOWNTIME],
        ['超过', 'comparison'],
        ['三小时', 'number'],
      ],
      columns: { [DOWNTIME]: { operator: '>' } },
    };
    expect(await plan(text, read)).toMatchObject({ conditions: [{ filter: { field: 'duration' } }] });
  });

  it('takes the two times that a question names for what lies between them', async () => {
    const words = [
      ['报修', 'column', REPORTED],
      ['恢复', 'column', RESTORED],
    ] as const;
    const made = await plan('从报修到恢复平均多久', { ask: 'duration', words });
    expect(made).toMatchObject({ shapes: [{ derivation: { kind: 'duration', from: 'date', to: 'end-date' } }] });
    expect(await plan('从报修到恢复平均多久', { ask: 'duration', words, measured: RESTORED, second: REPORTED })).toBeUndefined();
  });

  it.each(['how many passengers were hurt', 'how many kilometres were driven'])(
    'counts no rows where something else is counted: %s',
    async (text) => {
      expect(await plan(text, { words: [[text.split(' ').slice(0, 3).join(' '), 'measure']] })).toBeUndefined();
    },
  );

  it('is none where two columns are added that were read as one', async () => {
    const words = [
      ['labour', 'column', DOWNTIME],
      ['parts', 'column', DOWNTIME],
    ] as const;
    expect(await plan('labour and parts of all jobs', { ask: 'sum', measured: DOWNTIME, words })).toBeUndefined();
  });

  it('asks for no groups by the column whose one value it says', async () => {
    const text = 'how many repairs of Feed pump B, going by the machine';
    const words = [
      ['how many', 'measure'],
      ['Feed pump B', 'value', MACHINE, 'Feed pump B'],
      ['machine', 'column', MACHINE],
    ] as const;
    expect(await plan(text, { words, columns: { [MACHINE]: equals } })).toMatchObject({
      conditions: [{ filter: { value: 'Feed pump B' } }],
    });
    expect(await plan('how many repairs by machine', { words: [['machine', 'column', MACHINE]] })).toBeUndefined();
  });
});
