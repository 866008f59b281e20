import { describe, expect, it } from 'vitest';
import { rolesByValues } from './roles-by-values.ts';

/** Roles of a sheet's columns, by their headers. */
function rolesOf(headers: readonly string[], rows: readonly (readonly string[])[], chinese = false): Record<string, string | undefined> {
  const roles = rolesByValues(
    headers,
    headers.map(() => undefined),
    rows,
    chinese,
  );
  return Object.fromEntries(headers.map((header, column) => [header, roles[column]]));
}

const DAYS = ['2024-01-02', '2024-01-05', '2024-02-01', '2024-02-09', '2024-03-03', '2024-03-20'];
const TROUBLES = ['drive belt torn', 'oil level low', 'seal is leaking', 'high vibration', 'oil level very low', 'belt torn again'];
const MACHINES = ['M-1', 'M-2', 'M-1', 'M-3', 'M-2', 'M-1'];
const rows = (...columns: readonly (readonly string[])[]) => DAYS.map((_, row) => columns.map((cells) => cells[row] ?? ''));

describe('a column of a log headed in words of a plant', () => {
  it('has the role that header and cells agree on', () => {
    const people = ['Li', 'Wu', 'Li', 'Li', 'Wu', 'Wu'];
    const causes = ['wear', 'no oil', 'wear', 'loose', 'no oil', 'wear'];
    expect(
      rolesOf(
        ['Raised at', 'Which machine', 'What went wrong', 'Why it failed', 'Who fixed it'],
        rows(DAYS, MACHINES, TROUBLES, causes, people),
      ),
    ).toEqual({
      'Raised at': 'date',
      'Which machine': 'asset',
      'What went wrong': 'text',
      'Why it failed': 'cause',
      'Who fixed it': 'person',
    });
    const texts = ['皮带断了', '油位偏低', '机封泄漏', '振动偏大', '油位很低', '皮带又断了'];
    const zh = rolesOf(['哪天报的', '哪台机器', '出了什么问题', '为什么坏', '谁修好的'], rows(DAYS, MACHINES, texts, causes, people), true);
    expect(zh).toEqual({ 哪天报的: 'date', 哪台机器: 'asset', 出了什么问题: 'text', 为什么坏: 'cause', 谁修好的: 'person' });
  });

  it('tells what happened where nothing else does, though its header names no such thing', () => {
    const texts = ['联轴器弹性块损坏', '驱动端轴承异响', '润滑油油位低', '机械密封泄漏', '出口法兰泄漏', '入口滤网堵塞'];
    const done = ['更换', '紧固', '加油', '更换', '紧固', '清理'];
    expect(rolesOf(['时间', '班次记录', '怎么弄好的'], rows(DAYS, texts, done), true)).toEqual({
      时间: 'date',
      班次记录: 'text',
      怎么弄好的: 'remedy',
    });
  });

  it('has no role that its cells cannot have, whatever its header says', () => {
    const roles = rolesOf(
      ['Raised at', 'Which machine', 'What went wrong', 'Who fixed it'],
      rows(DAYS, MACHINES, TROUBLES, ['1.5', '2', '3', '1', '4', '2']),
    );
    expect(roles['Who fixed it']).not.toBe('person');
  });

  it('names the machine rather than describes it', () => {
    const names = ['Press', 'Oven', 'Press', 'Mixer', 'Oven', 'Press'];
    const roles = rolesOf(
      ['Raised at', 'Long name of the equipment', 'Machine affected', 'What went wrong'],
      rows(DAYS, names, MACHINES, TROUBLES),
    );
    expect(roles).toMatchObject({ 'Machine affected': 'asset', 'Long name of the equipment': undefined });
  });

  it('takes over what an empty column of its kind is headed with', () => {
    const roles = rolesByValues(
      ['Date', 'Long text', 'Machine', 'Trouble report'],
      ['date', 'text', 'asset', undefined],
      rows(DAYS, [], MACHINES, TROUBLES),
      false,
    );
    expect(roles).toEqual(['date', undefined, 'asset', 'text']);
  });

  it('ends what another one begins, whichever a header was taken for', () => {
    const later = ['2024-01-03', '2024-01-06', '2024-02-02', '2024-02-10', '2024-03-04', '2024-03-21'];
    const roles = rolesByValues(
      ['Breakdown began', 'Date repaired', 'Machine', 'Problem'],
      [undefined, 'date', 'asset', 'text'],
      rows(DAYS, later, MACHINES, TROUBLES),
      false,
    );
    expect(roles).toEqual(['date', 'end-date', 'asset', 'text']);
  });

  it('of alarms speaks of alarms, the same words in orders of machines', () => {
    const states = ['kommt', 'geht', 'kommt', 'geht', 'kommt', 'geht'];
    const alarms = rolesOf(
      ['Zeitpunkt', 'Auslösender Messpunkt', 'Meldungstext Alarm', 'Alarmzustand'],
      rows(DAYS, MACHINES, TROUBLES, states),
    );
    expect(alarms).toMatchObject({
      'Auslösender Messpunkt': 'alarm-code',
      'Meldungstext Alarm': 'alarm-text',
      Alarmzustand: 'alarm-state',
    });
  });
});

it('a sheet of few rows keeps what its headers say', () => {
  expect(rolesByValues(['Who'], [undefined], [['Li']], false)).toEqual([undefined]);
});
