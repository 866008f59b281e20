import { type Bilingual, both, same } from '../bilingual.ts';
import { type Chapter, cell, paragraph } from '../manual/blocks.ts';
import type { Plant } from '../plant.ts';
import type { Random } from '../random.ts';

export interface Instrument {
  readonly tag: string;
  readonly service: Bilingual;
  readonly range: string;
  readonly calibration: Bilingual;
}

export function instruments({ tags }: Plant, random: Random): Instrument[] {
  const months = (): Bilingual => {
    const count = random.pick([6, 12, 18, 24]);
    return both(`${count} months`, `${count} 个月`);
  };
  const instrument = (tag: string, en: string, zh: string, range: string): Instrument => ({
    tag,
    service: both(en, zh),
    range,
    calibration: months(),
  });
  return [
    instrument(tags.pressureA, 'Discharge pressure, pump A', '泵 A 排出压力', '0–10 bar'),
    instrument(tags.pressureB, 'Discharge pressure, pump B', '泵 B 排出压力', '0–10 bar'),
    instrument(tags.supplyTemperature, 'Supply temperature', '供水温度', `0–${random.pick([80, 100, 120])} °C`),
    instrument(tags.returnTemperature, 'Return temperature', '回水温度', '0–100 °C'),
    instrument(tags.flow, 'Flow to the users', '用户侧流量', `0–${random.pick([90, 110, 130])} m³/h`),
    instrument(tags.vibrationA, 'Vibration, pump A', '泵 A 振动', `0–${random.pick([15, 20, 25])} mm/s`),
    instrument(tags.vibrationB, 'Vibration, pump B', '泵 B 振动', '0–20 mm/s'),
    instrument(tags.tankLevel, 'Level of the expansion tank', '膨胀罐液位', '0–100 %'),
    instrument(tags.strainerDrop, 'Pressure drop of the strainers', '过滤器压差', '0–1 bar'),
    instrument(tags.sealLeak, 'Leak sensor in the drip pan', '接液盘泄漏传感器', 'on/off'),
  ];
}

/** Instruments and, in the English manual only, the limits of the water. */
export function instrumentChapter(plant: Plant, list: readonly Instrument[], random: Random): Chapter {
  const { values } = plant;
  const limits: [Bilingual, Bilingual, string?][] = [
    [both('Chloride', '氯离子'), values.chloride, 'water.chloride'],
    [both('Total hardness as CaCO3', '总硬度'), values.hardness, 'water.hardness'],
    [both('Conductivity', '电导率'), values.conductivity, 'water.conductivity'],
    [both('pH value', 'pH 值'), same('7.5–9.0'), 'water.ph'],
  ];
  return {
    name: 'instruments',
    title: both('Instruments', '仪表'),
    blocks: [
      paragraph(
        both(
          'All transmitters give 4–20 mA in two-wire technique and are fed from the control panel.',
          '所有变送器均为两线制 4–20 mA，由控制柜供电。',
        ),
      ),
      {
        kind: 'table',
        caption: both('Instrument list', '仪表清单'),
        ruled: true,
        columns: [
          { title: both('Tag', '位号'), share: 0.17 },
          { title: both('Service', '用途'), share: 0.37 },
          { title: both('Range', '量程'), share: 0.22 },
          { title: both('Calibration interval', '校准周期'), share: 0.24 },
        ],
        rows: list.map((each) => ({
          cells: [
            cell(same(each.tag)),
            cell(each.service),
            cell(same(each.range), `instrument.${each.tag}.range`),
            cell(each.calibration, `instrument.${each.tag}.calibration`),
          ],
        })),
      },
    ],
    sections: [
      {
        title: both('Settings of the limits', '限值设定'),
        blocks: [
          paragraph(
            both(
              `The vibration limit is ${values.vibrationAlarm.en}; above ${values.vibrationTrip.en} the pump has to be stopped by hand.`,
              `振动报警限值为 ${values.vibrationAlarm.zh}；超过 ${values.vibrationTrip.zh} 时须手动停泵。`,
            ),
            'instruments.vibration',
          ),
        ],
      },
      {
        title: both('Limits of the loop water', '回路水质限值'),
        only: 'en',
        blocks: [
          {
            kind: 'table',
            caption: both('Limits of the loop water', '回路水质限值'),
            ruled: true,
            columns: [
              { title: both('Parameter', '参数'), share: 0.6 },
              { title: both('Limit', '限值'), share: 0.4 },
            ],
            rows: random.shuffle(limits).map(([parameter, value, key]) => ({ cells: [cell(parameter), cell(value, key)] })),
          },
        ],
      },
    ],
  };
}
