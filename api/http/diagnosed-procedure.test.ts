import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../app/index.ts';
import { presentDiagnosis } from '../cli/present-diagnosis.ts';
import { diagnosisSchema } from '../contract/diagnosis.ts';
import { diagnosisFile } from '../diagnosis-file.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const MANUAL_EN = `# Blower K-640 manual

## Faults

| Symptom | Possible cause | Check | Remedy |
|---|---|---|---|
| Blower delivers no air | Inlet filter clogged | Inspect the filter mat | Clean the inlet filter |
| Blower delivers no air | Belt torn | Inspect the belt | Replace the belt |

## Replacing the belt

WARNING: The guard has sharp edges. Wear gloves.

1. Remove the guard.
2. Slacken the motor bolts.
3. Fit the new belt and tension it.

## Isolation

WARNING: The blower coasts for two minutes. Lock the isolator before the guard is opened.
`;
const MANUAL_ZH = `# 风机 K-730 手册

## 故障处理

| 故障现象 | 可能原因 | 检查方法 | 处理措施 |
|---|---|---|---|
| 风机振动大 | 叶轮积灰 | 目视检查叶轮 | 清理叶轮 |
| 风机振动大 | 轴承磨损 | 测量轴承温度 | 更换轴承 |
`;
const WORK_ZH = `# 风机 K-730 检修规程

## 更换轴承

警告：轴承加热后会烫伤，须戴隔热手套。

1. 拆下联轴器。
2. 用拉马拉出旧轴承。
3. 加热新轴承并装到轴上。
`;
/** Of another machine, and of a machine without its own table of faults. */
const WORK_OTHER = `# 风机 K-731 检修规程

## 清理叶轮

1. 打开检修门。
2. 用刷子清理叶轮。
`;
const ORDERS = 'Work order,Asset,Date,Description\nWO-1,K-640,2024-01-02,belt torn again\n';

let service: TestService;
beforeAll(async () => {
  service = await openService();
  await service.ingest('blower.md', MANUAL_EN);
  await service.ingest('fan.md', MANUAL_ZH);
  await service.ingest('fan-work.md', WORK_ZH);
  await service.ingest('other-fan-work.md', WORK_OTHER);
  await service.ingest('orders.csv', ORDERS);
});
afterAll(() => service.close());

const diagnose = (fault: string, observations: readonly { readonly check: string; readonly outcome: string }[] = []) =>
  service.post(diagnosisSchema, '/v1/diagnoses', { fault, observations });
const find = async (fault: string, cause: string) => {
  const check = (await diagnose(fault)).causes.find(({ text }) => text === cause)?.check ?? '';
  const request = { fault, observations: [{ check, outcome: 'found' as const }] };
  return { request, diagnosis: (await diagnose(fault, request.observations)) as unknown as Diagnosis };
};

describe('the procedure behind a diagnosis', () => {
  it('stands with the cause that leads, its warnings first, whole and in order, each step cited', async () => {
    const { procedures, causes, citations, state } = await diagnose('K-640: blower delivers no air');
    expect([state, causes[0]?.text]).toEqual(['open', 'Belt torn']);
    const [one, ...more] = procedures;
    expect([one?.kind, one?.cause, one?.remedy, more]).toEqual(['documented', causes[0]?.id, 'Replace the belt', []]);
    if (one?.kind !== 'documented') return;
    expect([one.title, one.warnings.map(({ text }) => text)]).toEqual([
      'Replacing the belt',
      ['WARNING: The guard has sharp edges. Wear gloves.'],
    ]);
    expect(one.steps.map(({ text, marker }) => [marker, text])).toEqual([
      ['1', 'Remove the guard.'],
      ['2', 'Slacken the motor bolts.'],
      ['3', 'Fit the new belt and tension it.'],
    ]);
    for (const { text, citations: places, verdict } of [...one.warnings, ...one.steps]) {
      expect(verdict).toBe('supported');
      expect(places.map((at) => citations[at]?.quote)).toEqual([text]);
    }
  });

  it('of another document of the machine is given in Chinese, also in the report and on the command line', async () => {
    const { request, diagnosis } = await find('K-730 风机振动大', '轴承磨损');
    expect(diagnosis.procedures).toMatchObject([
      { kind: 'documented', title: '更换轴承', remedy: '更换轴承', warnings: [{ text: '警告：轴承加热后会烫伤，须戴隔热手套。' }] },
    ]);
    const report = diagnosisFile(request, diagnosis, 0).text.replaceAll('\\', '');
    expect(report).toMatch(/### 作业步骤: 更换轴承\n[\s\S]*- 警告：轴承加热后[\s\S]*\n- 1\. 拆下联轴器。 \[\d\]\n- 2\./);
    expect(presentDiagnosis(diagnosis, { startedAs: 'faultline', ids: false })).toMatch(
      /作业步骤: 更换轴承\n[\s\S]* {2}! 警告：轴承加热后[^\n]*\n {2}1\. 拆下联轴器。 \[\d+\]\n/,
    );
  });

  it.each([
    ['K-730 风机振动大', '叶轮积灰', '文档中没有关于“清理叶轮”的步骤。'],
    ['K-640: blower delivers no air', 'Inlet filter clogged', 'The documents give no procedure for “Clean the inlet filter”.'],
  ])('is said not to be documented, and that of another machine is not given: %s', async (fault, cause, missing) => {
    const { request, diagnosis } = await find(fault, cause);
    const remedy = diagnosis.causes[0]?.remedies[0]?.text;
    expect(diagnosis.procedures).toEqual([{ kind: 'none', cause: diagnosis.causes[0]?.id, remedy, missing }]);
    expect(diagnosisFile(request, diagnosis, 0).text.replaceAll('\\', '')).toContain(`: ${remedy}\n\n${missing}`);
    expect(presentDiagnosis(diagnosis, { startedAs: 'faultline', ids: false })).toContain(`: ${remedy}\n  ${missing}\n`);
  });

  it('is looked for by the machine of the table where the fault names none', async () => {
    expect((await find('Blower delivers no air', 'Belt torn')).diagnosis.procedures).toMatchObject([
      { kind: 'documented', title: 'Replacing the belt' },
    ]);
  });

  it.each(['风机振动大', 'The washing machine is pink'])('is not looked for where no cause leads: %s', async (fault) => {
    expect((await diagnose(fault)).procedures).toEqual([]);
  });
});
