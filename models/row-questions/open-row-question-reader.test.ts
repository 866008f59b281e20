import { describe, expect, it } from 'vitest';
import type { RowQuestionReading, ShownColumn } from '../../kernel/index.ts';
import { openRowQuestionReader } from './open-row-question-reader.ts';

const reader = openRowQuestionReader();
const never = () => new AbortController().signal;

async function likeliest(question: string, columns: readonly ShownColumn[]): Promise<RowQuestionReading> {
  const [first] = await reader.read(question, columns, never());
  if (first === undefined) throw new Error('no reading');
  return first;
}

const TABLES: Readonly<Record<'zh' | 'en', readonly ShownColumn[]>> = {
  zh: [
    { header: '设备名称', values: ['给水泵A', '引风机', '空压机'] },
    { header: '故障描述', values: ['轴承温度高', '机封泄漏'] },
    { header: '报修时间', values: ['2023-03-02 08:10'] },
    { header: '停机小时', values: ['2.5', '6'] },
  ],
  en: [
    { header: 'Machine', values: ['Feed pump A', 'ID fan', 'Air compressor'] },
    { header: 'Fault', values: ['bearing hot', 'seal leak'] },
    { header: 'Reported', values: ['2023-03-02 08:10'] },
    { header: 'Downtime h', values: ['2.5', '6'] },
  ],
};

describe('the reader of questions over rows that comes with Faultline', () => {
  it.each([
    ['zh', '引风机去年一共停了多少小时', '引风机'],
    ['en', 'total downtime of the ID fan last year', 'ID fan'],
    ['zh', 'total downtime of the 引风机 in 2023', '引风机'],
  ] as const)('reads what is summed, of which machine and when: %s %s', async (table, question, machine) => {
    const columns = TABLES[table];
    const { ask, words, measured } = await likeliest(question, columns);
    expect([ask, measured]).toEqual(['sum', 3]);
    const meant = words.find(({ is }) => is === 'value');
    expect(question.slice(meant?.start, meant?.end)).toContain(machine);
    expect(meant?.column).toBe(0);
    expect(columns[meant?.value?.column ?? -1]?.values[meant?.value?.value ?? -1]).toBe(machine);
    expect(words.some(({ is }) => is === 'time')).toBe(true);
  });

  it.each([
    ['zh', '哪台设备报修次数最多'],
    ['en', 'which machine has the most faults'],
  ] as const)('reads which groups are put in order: %s %s', async (table, question) => {
    const { ask, ranked, group, grouped } = await likeliest(question, TABLES[table]);
    expect([ask, group, ranked, grouped]).toEqual(['count', 'column', true, 0]);
  });

  it.each([
    ['zh', '更换机封前要做哪些安全措施？'],
    ['en', 'Which torque do the casing bolts of the feed pump take?'],
  ] as const)('finds that nothing is asked of rows: %s %s', async (table, question) => {
    expect(['other', 'none']).toContain((await likeliest(question, TABLES[table])).ask);
  });

  it('gives several readings, likeliest first, whose chances come to one at most', async () => {
    const chances = (await reader.read('引风机去年一共停了多少小时', TABLES.zh, never())).map(({ chance }) => chance);
    expect(chances.length).toBeGreaterThan(10);
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeLessThanOrEqual(1 + 1e-6);
  });

  it('gives the same reading of the same texts', async () => {
    const read = () => reader.read('how often did the seal leak', TABLES.en, never());
    expect(await read()).toEqual(await read());
  });

  it('takes in any text and table, and stops when it is told to', async () => {
    for (const question of ['', '\ud800', '泵'.repeat(5_000), ' '])
      for (const columns of [
        [],
        [{ header: '', values: [] }],
        Array.from({ length: 300 }, () => ({ header: '列'.repeat(50), values: ['值'] })),
      ]) {
        expect((await likeliest(question, columns)).chance).toBeGreaterThan(0);
      }
    await expect(reader.read('why', TABLES.en, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});
