import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnosisSchema } from '../contract/diagnosis.ts';
import { openService, type TestService } from './test-support/open-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await openService();
  await service.ingest('station.md', STATION_EN);
  await service.ingest('line.md', LINE_ZH);
});
afterAll(() => service.close());

const STATION_EN = `# Compressed air station manual

## Description

Screw compressor K-310 fills the receiver. The refrigerated dryer D-311 takes the water out. Frequency converter FC-310 sets the speed.

## Faults

| Symptom | Possible cause | Remedy |
|---|---|---|
| Compressor does not start | Oil too cold | Heat the oil |
| Compressor delivers too little air | Inlet filter dirty | Replace the inlet filter |
| Loud rattling | Feet loose | Tighten the feet |
| Loud rattling | Rotors touch | Send the block in |
| Loud rattling | Oil level too low | Top the oil up |
| Motor trips on overcurrent | Voltage too low | Check the supply |
| Motor trips on overcurrent | Bearing tight | Replace the bearing |
| Dew point too high | Condenser of the dryer dirty | Clean the condenser |
| Dew point too high | Refrigerant lost | Call the maker |
`;
const LINE_ZH = `# 破碎生产线手册

## 说明

颚式破碎机 PE-520 破碎来料。振动筛 ZS-521 分级。变频器 BP-520 调节转速。

## 故障处理

| 故障现象 | 可能原因 | 处理措施 |
|---|---|---|
| 破碎机不出料 | 颚板磨损 | 更换颚板 |
| 破碎机无法启动 | 料仓堵料 | 清理料仓 |
| 异响明显 | 飞轮松动 | 紧固飞轮 |
| 异响明显 | 肘板断裂 | 更换肘板 |
| 电机过流跳闸 | 进料过多 | 减少进料 |
| 电机过流跳闸 | 缺相 | 检查电源 |
| 分级不清 | 振动筛筛网破损 | 更换筛网 |
| 分级不清 | 倾角过大 | 调整倾角 |
`;

const diagnose = (fault: string, ...seen: readonly (readonly [check: string, outcome: string])[]) =>
  service.post(diagnosisSchema, '/v1/diagnoses', { fault, observations: seen.map(([check, outcome]) => ({ check, outcome })) });

describe('a fault of a machine of another kind than the table lists it for', () => {
  it.each([
    ['D-311 rattles, loud rattling', 'D-311', 'compressor: Loud rattling'],
    ['FC-310 trips on overcurrent', 'FC-310', 'motor: Motor trips on overcurrent'],
    ['ZS-521 异响明显', 'ZS-521', '破碎机：异响明显'],
    ['BP-520 过流跳闸', 'BP-520', '电机：电机过流跳闸'],
  ])('is given no causes of that table, but the choice to look there: %s', async (fault, asked, choice) => {
    const { state, reason, causes, missing, candidates } = await diagnose(fault);
    expect([state, reason, causes]).toEqual(['abstained', 'wrong-asset', []]);
    expect(missing).toContain(asked);
    expect(candidates.map(({ text }) => text)).toEqual([choice]);
    expect((await diagnose(choice)).causes.length).toBeGreaterThan(1);
  });

  it.each([
    ['K-310: loud rattling', ['Feet loose', 'Rotors touch', 'Oil level too low']],
    ['D-311: dew point too high', ['Condenser of the dryer dirty', 'Refrigerant lost']],
    ['The motor of K-310 trips on overcurrent', ['Voltage too low', 'Bearing tight']],
    ['Loud rattling', ['Feet loose', 'Rotors touch', 'Oil level too low']],
    ['PE-520 异响明显', ['飞轮松动', '肘板断裂']],
    ['ZS-521 分级不清', ['振动筛筛网破损', '倾角过大']],
  ])('leaves the causes of its own faults: %s', async (fault, causes) => {
    expect((await diagnose(fault)).causes.map(({ text }) => text)).toEqual(causes);
  });
});

describe('causes that nothing tells apart', () => {
  it.each(['Loud rattling', '电机过流跳闸'])('stand in the order of the document, and are said to: %s', async (fault) => {
    expect((await diagnose(fault)).order).toBe('document');
  });

  it('are not called ruled out where another one was found before they could be told', async () => {
    const { causes } = await diagnose('Loud rattling');
    const [first, second] = causes;
    const { state, causes: after } = await diagnose('Loud rattling', [first?.check ?? '', 'unclear'], [second?.check ?? '', 'found']);
    expect([state, after.map(({ text, standing }) => [text, standing])]).toEqual([
      'found',
      [
        ['Rotors touch', 'found'],
        ['Feet loose', 'not-checked'],
        ['Oil level too low', 'not-checked'],
      ],
    ]);
  });
});
