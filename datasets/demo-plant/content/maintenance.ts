import { type Bilingual, both, same } from '../bilingual.ts';
import { type Chapter, cell, paragraph } from '../manual/blocks.ts';
import type { Plant } from '../plant.ts';
import type { Random } from '../random.ts';

export interface Task {
  readonly key: string;
  readonly task: Bilingual;
  /** The task as a clause of a question: "how often … ", "多久…一次". */
  readonly asked: Bilingual;
  readonly equipment: string;
  readonly interval: Bilingual;
}

export interface SparePart {
  readonly key: string;
  readonly description: Bilingual;
  readonly equipment: string;
  readonly number: string;
  readonly quantity: number;
}

function every(interval: Bilingual): Bilingual {
  const zh = interval.zh.replace(' months', ' 个月').replace(' weeks', ' 周');
  return both(`every ${interval.en}`, `每 ${zh}`);
}

export function maintenanceTasks({ tags, values }: Plant): Task[] {
  const task = (key: string, text: Bilingual, asked: Bilingual, equipment: string, interval: Bilingual): Task => ({
    key: `task.${key}`,
    task: text,
    asked,
    equipment,
    interval: every(interval),
  });
  return [
    task(
      'grease-a',
      both('Regrease the motor bearings', '电机轴承补脂'),
      both(`do the motor bearings of ${tags.pumpA} need grease`, `${tags.pumpA} 的电机轴承多久补一次脂`),
      tags.motorA,
      values.greaseIntervalA,
    ),
    task(
      'grease-b',
      both('Regrease the motor bearings', '电机轴承补脂'),
      both(`do the motor bearings of ${tags.pumpB} need grease`, `${tags.pumpB} 的电机轴承多久补一次脂`),
      tags.motorB,
      values.greaseIntervalB,
    ),
    task(
      'strainer-a',
      both('Clean the strainer basket', '清洗滤篮'),
      both(`does the basket of ${tags.strainerA} have to be cleaned`, `${tags.strainerA} 的滤篮多久清洗一次`),
      tags.strainerA,
      values.strainerIntervalA,
    ),
    task(
      'seal-a',
      both('Replace the mechanical seal', '更换机械密封'),
      both(`is the mechanical seal of ${tags.pumpA} replaced`, `${tags.pumpA} 的机械密封多久更换一次`),
      tags.pumpA,
      values.sealIntervalA,
    ),
    task(
      'seal-b',
      both('Replace the mechanical seal', '更换机械密封'),
      both(`is the mechanical seal of ${tags.pumpB} replaced`, `${tags.pumpB} 的机械密封多久更换一次`),
      tags.pumpB,
      values.sealIntervalB,
    ),
    task(
      'coupling',
      both('Replace the coupling element', '更换联轴器弹性体'),
      both('should the coupling element be replaced', '联轴器弹性体多久更换一次'),
      `${tags.pumpA}, ${tags.pumpB}`,
      values.couplingInterval,
    ),
    task(
      'cooler',
      both('Clean the plates', '清洗板片'),
      both(`do the plates of ${tags.cooler} have to be cleaned`, `${tags.cooler} 的板片多久清洗一次`),
      tags.cooler,
      values.coolerInterval,
    ),
    task(
      'filter',
      both('Replace the filter mat', '更换滤棉'),
      both(`does the filter mat of ${tags.drive} have to be replaced`, `${tags.drive} 的滤棉多久更换一次`),
      tags.drive,
      values.filterInterval,
    ),
    task(
      'precharge',
      both('Check the pre-charge pressure', '检查预充压力'),
      both(`is the pre-charge of ${tags.tank} checked`, `${tags.tank} 的预充压力多久检查一次`),
      tags.tank,
      values.prechargeInterval,
    ),
    task(
      'alignment',
      both('Check the alignment', '检查对中'),
      both('should the coupling alignment be checked', '联轴器对中多久检查一次'),
      `${tags.pumpA}, ${tags.pumpB}`,
      values.alignmentInterval,
    ),
    task(
      'vibration',
      both('Measure the vibration at both bearings', '测量两端轴承振动'),
      both('is the vibration of the pumps measured', '泵的振动多久测量一次'),
      `${tags.pumpA}, ${tags.pumpB}`,
      values.vibrationInterval,
    ),
  ];
}

export function maintenanceChapter(plant: Plant, random: Random): Chapter {
  const daily = [
    both('Look for leaks at the mechanical seals and flanges.', '检查机械密封和法兰有无泄漏。'),
    both('Listen for unusual noise of pumps and motors.', '听泵和电机有无异常声音。'),
    both('Compare the pressures and temperatures on the screen with yesterday.', '将屏幕上的压力和温度与前一天比较。'),
    both('Check the level of the expansion tank.', '检查膨胀罐液位。'),
  ];
  return {
    name: 'maintenance',
    title: both('Maintenance schedule', '维护计划'),
    blocks: [
      paragraph(
        both(
          'Intervals given in hours are running hours of the pump concerned; whichever of hours and months is reached first counts.',
          '以小时表示的周期为相应泵的运行小时；小时和月份以先到者为准。',
        ),
      ),
    ],
    sections: [
      { title: both('Daily round', '日常巡检'), blocks: [{ kind: 'bullets', items: random.shuffle(daily).map((text) => cell(text)) }] },
      {
        title: both('Scheduled work', '定期工作'),
        blocks: [
          {
            kind: 'table',
            caption: both('Scheduled work', '定期工作'),
            ruled: false,
            columns: [
              { title: both('Task', '工作内容'), share: 0.44 },
              { title: both('Equipment', '设备'), share: 0.28 },
              { title: both('Interval', '周期'), share: 0.28 },
            ],
            rows: random
              .shuffle(maintenanceTasks(plant))
              .map((task) => ({ cells: [cell(task.task), cell(same(task.equipment)), cell(task.interval, task.key)] })),
          },
        ],
      },
      {
        title: both('Lubricants', '润滑剂'),
        blocks: [
          paragraph(
            both(
              'Motor and pump bearings take lithium complex grease NLGI 2. Greases of different thickeners must not be mixed.',
              '电机和泵轴承使用 2 号复合锂基脂。不同稠化剂的润滑脂不得混用。',
            ),
            'maintenance.grease',
          ),
        ],
      },
    ],
  };
}

export function spareParts({ tags, values }: Plant): SparePart[] {
  const part = (key: string, description: Bilingual, equipment: string, number: Bilingual, quantity: number): SparePart => ({
    key: `part.${key}`,
    description,
    equipment,
    number: number.en,
    quantity,
  });
  const pumps = `${tags.pumpA}, ${tags.pumpB}`;
  return [
    part('seal-a', both('Mechanical seal, cartridge', '机械密封，集装式'), tags.pumpA, values.partSealA, 1),
    part('seal-b', both('Mechanical seal set', '机械密封组件'), tags.pumpB, values.partSealB, 1),
    part('seal-make-up', both('Shaft seal kit', '轴封组件'), tags.makeUp, values.partSealMakeUp, 1),
    part('bearing-de', both('Bearing, drive end', '驱动端轴承'), pumps, values.partBearingDriveEnd, 2),
    part('bearing-nde', both('Bearing, non-drive end', '非驱动端轴承'), pumps, values.partBearingOtherEnd, 2),
    part('coupling', both('Coupling element', '联轴器弹性体'), pumps, values.partCoupling, 2),
    part('gasket', both('Casing gasket', '泵壳垫片'), pumps, values.partGasket, 2),
    part('wear-ring', both('Wear ring', '口环'), pumps, values.partWearRing, 2),
    part('basket', both('Strainer basket', '滤篮'), `${tags.strainerA}, ${tags.strainerB}`, values.partBasket, 1),
    part(
      'basket-gasket',
      both('Gasket of the strainer cover', '过滤器端盖垫片'),
      `${tags.strainerA}, ${tags.strainerB}`,
      values.partBasketGasket,
      4,
    ),
    part('cooler-gasket', both('Gasket set of the plates', '板片垫片组'), tags.cooler, values.partCoolerGasket, 1),
    part('bladder', both('Bladder', '气囊'), tags.tank, values.partBladder, 1),
    part('filter-mat', both('Filter mat', '滤棉'), tags.drive, values.partFilterMat, 4),
    part('fan', both('Cooling fan', '冷却风扇'), tags.drive, values.partFan, 1),
    part(
      'pressure',
      both('Pressure transmitter 0–10 bar', '压力变送器 0–10 bar'),
      `${tags.pressureA}, ${tags.pressureB}`,
      values.partPressure,
      1,
    ),
    part('vibration', both('Vibration sensor', '振动传感器'), `${tags.vibrationA}, ${tags.vibrationB}`, values.partVibration, 1),
  ];
}

export function sparePartChapter(plant: Plant, random: Random): Chapter {
  const { values } = plant;
  const tools: [Bilingual, Bilingual][] = [
    [both('Puller for the impeller', '叶轮拉拔器'), values.partPuller],
    [both('Mounting sleeve for the cartridge seal', '集装密封安装套'), values.partSealSleeve],
    [both('Laser alignment set', '激光对中仪'), values.partLaser],
    [both('Grease gun with meter', '计量黄油枪'), values.partGreaseGun],
  ];
  return {
    name: 'spare-parts',
    title: both('Spare parts and tools', '备件与工具'),
    blocks: [
      paragraph(
        both(
          'Give tag and part number with each order. Parts of other makers end the guarantee.',
          '订货时须注明位号和备件号。使用其他厂家零件将失去质保。',
        ),
      ),
    ],
    sections: [
      {
        title: both('Spare parts', '备件'),
        blocks: [
          {
            kind: 'table',
            caption: both('Spare parts', '备件'),
            ruled: true,
            columns: [
              { title: both('Part number', '备件号'), share: 0.2 },
              { title: both('Description', '名称'), share: 0.38 },
              { title: both('For', '适用设备'), share: 0.3 },
              { title: both('Quantity', '数量'), share: 0.12 },
            ],
            rows: random.shuffle(spareParts(plant)).map((part) => ({
              cells: [
                cell(same(part.number), part.key),
                cell(part.description),
                cell(same(part.equipment)),
                cell(same(String(part.quantity))),
              ],
            })),
          },
        ],
      },
      {
        title: both('Special tools', '专用工具'),
        blocks: [
          {
            kind: 'table',
            caption: both('Special tools', '专用工具'),
            ruled: true,
            columns: [
              { title: both('Part number', '编号'), share: 0.3 },
              { title: both('Tool', '工具'), share: 0.7 },
            ],
            rows: random.shuffle(tools).map(([description, number]) => ({ cells: [cell(number), cell(description)] })),
          },
        ],
      },
    ],
  };
}
