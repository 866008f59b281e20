import { both } from '../bilingual.ts';
import { type Chapter, cell, paragraph, warning } from '../manual/blocks.ts';
import type { Plant } from '../plant.ts';
import type { Procedure } from './procedure.ts';

/** Start-up, changeover and shutdown; their steps are procedures that questions ask for. */
export function operationProcedures({ tags, values }: Plant): Procedure[] {
  return [
    {
      name: 'start-up',
      title: both('Start-up', '启动'),
      goal: both('start the skid', '启动撬装'),
      warnings: [
        {
          level: 'caution',
          text: both('Never run a pump dry; the mechanical seal is destroyed within seconds.', '严禁泵无水运转，机械密封会在数秒内损坏。'),
        },
      ],
      steps: [
        both(
          `Check that the level in ${tags.tank} is above ${values.tankLevelLow.en}.`,
          `确认 ${tags.tank} 液位高于 ${values.tankLevelLow.zh}。`,
        ),
        both('Open the suction valve of the pump fully.', '全开泵的吸入阀。'),
        both('Vent the casing until water comes without bubbles, then close the vent.', '排气至出水无气泡，然后关闭排气阀。'),
        both('Open the discharge valve a quarter of its travel.', '将排出阀开至行程的四分之一。'),
        both('Turn the selector switch to AUTO and press START on the screen.', '将选择开关转到自动，在屏幕上按启动。'),
        both('Open the discharge valve slowly until the rated flow is reached.', '缓慢开启排出阀，直至达到额定流量。'),
        both(
          `Check that the bearing temperature stays below ${values.bearingAlarm.en} in the first hour.`,
          `确认第一小时内轴承温度低于 ${values.bearingAlarm.zh}。`,
        ),
      ],
    },
    {
      name: 'changeover',
      title: both('Changeover of the pumps', '泵的切换'),
      goal: both('change over to the standby pump', '切换到备用泵'),
      warnings: [],
      steps: [
        both('Check that no alarm is present on the standby pump.', '确认备用泵无报警。'),
        both('Open both valves of the standby pump.', '打开备用泵的两个阀门。'),
        both('Press CHANGEOVER on the screen; the standby pump starts first.', '在屏幕上按切换，备用泵先启动。'),
        both('Wait until the flow is steady, then the leading pump stops by itself.', '待流量稳定后，原运行泵自动停止。'),
      ],
    },
    {
      name: 'shutdown',
      title: both('Shutdown', '停机'),
      goal: both('shut the skid down', '停运撬装'),
      warnings: [],
      steps: [
        both('Reduce the heat load of the users first.', '先降低用户热负荷。'),
        both('Let the pump run for five minutes without load.', '让泵空负荷运行五分钟。'),
        both('Press STOP on the screen and wait until the shaft stands still.', '在屏幕上按停止，等待轴完全静止。'),
        both('Close the discharge valve; leave the suction valve open.', '关闭排出阀，吸入阀保持开启。'),
        both('Turn the selector switch to 0.', '将选择开关转到 0。'),
      ],
    },
  ];
}

export function operationChapter(
  plant: Plant,
  procedures: readonly Procedure[],
  blocksOf: (procedure: Procedure) => Chapter['blocks'],
): Chapter {
  const { tags, values } = plant;
  return {
    name: 'operation',
    title: both('Operation', '操作'),
    blocks: [
      paragraph(
        both(
          `A pump may be started at most ${values.startsPerHour.en.replace(' starts', ' times')} an hour. The panel changes the leading pump every ${values.changeover.en} of running time.`,
          `每台泵每小时启动不得超过 ${values.startsPerHour.en.replace(' starts', ' 次')}。控制柜每运行 ${values.changeover.zh} 自动更换主用泵。`,
        ),
        'operation.starts',
      ),
    ],
    sections: [
      {
        title: both('Before the first start', '首次启动前'),
        blocks: [
          {
            kind: 'bullets',
            items: [
              cell(both('All tagout labels of the installation are removed.', '安装阶段的挂牌已全部取下。')),
              cell(both('The alignment was measured and recorded.', '对中已测量并记录。')),
              cell(both('The loop was filled, vented and tested for leaks.', '回路已充水、排气并检漏。')),
              cell(both('The direction of rotation was checked.', '转向已检查。')),
            ],
          },
        ],
      },
      ...procedures.map((procedure) => ({ title: procedure.title, blocks: blocksOf(procedure) })),
      {
        title: both('Emergency stop', '急停'),
        blocks: [
          paragraph(
            both(
              'The emergency stop switches both pumps off at once. After it was pressed, find the reason, release the button and acknowledge on the screen.',
              '急停立即停止两台泵。按下后须查明原因，释放按钮并在屏幕上确认。',
            ),
          ),
        ],
      },
      {
        title: both('Winter shutdown', '冬季停机'),
        only: 'en',
        blocks: [
          warning('caution', both('Water that freezes in the casing cracks it.', '水在泵壳内结冰会使泵壳开裂。')),
          paragraph(
            both(
              `If the skid stands still below ${values.frost.en}, drain it or fill it with a glycol mixture of ${values.glycol.en} by volume.`,
              `环境温度低于 ${values.frost.zh} 停机时，应排空或充入体积浓度 ${values.glycol.zh} 的乙二醇溶液。`,
            ),
            'winter.glycol',
          ),
          {
            kind: 'steps',
            items: [
              cell(
                both(
                  `Open drains ${tags.drainA} and ${tags.drainB} and both vents.`,
                  `打开排液阀 ${tags.drainA}、${tags.drainB} 和两个排气阀。`,
                ),
              ),
              cell(both('Blow the plate cooler out with dry air.', '用干燥空气吹扫板式冷却器。')),
              cell(both('Take the strainer baskets out and store them dry.', '取出滤篮并干燥存放。')),
            ],
          },
        ],
      },
      {
        title: both(`Parameters of drive ${tags.drive}`, `变频器 ${tags.drive} 参数`),
        only: 'zh',
        blocks: [
          paragraph(both('New in this revision.', '本版新增。更换或复位变频器后，按下表核对参数。')),
          {
            kind: 'table',
            caption: both(`Parameters of ${tags.drive}`, `${tags.drive} 参数`),
            ruled: true,
            columns: [
              { title: both('Parameter', '参数'), share: 0.6 },
              { title: both('Setting', '设定值'), share: 0.4 },
            ],
            rows: [
              { cells: [cell(both('Minimum frequency', '最低频率')), cell(values.driveMinimum, 'drive.minimum')] },
              { cells: [cell(both('Ramp-up time', '加速时间')), cell(values.driveRamp, 'drive.ramp-up')] },
              { cells: [cell(both('Ramp-down time', '减速时间')), cell(values.driveRampDown, 'drive.ramp-down')] },
              { cells: [cell(both('Current limit', '电流限幅')), cell(values.driveLimit, 'drive.limit')] },
              { cells: [cell(both('Carrier frequency', '载波频率')), cell(values.driveCarrier, 'drive.carrier')] },
            ],
          },
        ],
      },
    ],
  };
}
