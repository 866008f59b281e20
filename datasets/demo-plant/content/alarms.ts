import { type Bilingual, both, same } from '../bilingual.ts';
import { type Chapter, cell, paragraph } from '../manual/blocks.ts';
import type { Plant } from '../plant.ts';
import type { Random } from '../random.ts';

/** One line of the alarm table; `name` is stable over the seeds, `code` is not. */
export interface Alarm {
  readonly name: string;
  readonly code: string;
  /** Tag that the event list books the alarm on. */
  readonly tags: readonly string[];
  readonly meaning: Bilingual;
  readonly cause: Bilingual;
  readonly action: Bilingual;
  readonly reaction: 'trip' | 'warning';
}

type Draft = Omit<Alarm, 'code'>;

const REACTIONS: Record<Alarm['reaction'], Bilingual> = { trip: both('Pump trips', '泵跳停'), warning: both('Warning only', '仅报警') };

export function alarmKey(alarm: Alarm, column: 'code' | 'meaning' | 'cause' | 'action' | 'reaction'): string {
  return `alarm.${alarm.name}.${column}`;
}

/** Alarms in the order of their codes; which meaning a code has depends on the seed. */
export function makeAlarms(plant: Plant, random: Random): Alarm[] {
  const letter = random.pick(['A', 'E', 'F']);
  const base = random.integer(1, 4) * 100;
  const drafts = random.shuffle(alarmDrafts(plant));
  const offsets = random.sample(
    Array.from({ length: 38 }, (_, index) => index + 1),
    drafts.length,
  );
  return drafts.map((draft, index) => ({ ...draft, code: `${letter}-${base + (offsets[index] ?? 0)}` }));
}

function alarmDrafts({ tags, values }: Plant): Draft[] {
  return [
    {
      name: 'suction-low',
      tags: [tags.pumpA, tags.pumpB],
      reaction: 'trip',
      meaning: both(`Suction pressure below ${values.suctionLow.en}`, `吸入压力低于 ${values.suctionLow.zh}`),
      cause: both('Strainer clogged, or expansion tank without pre-charge', '过滤器堵塞，或膨胀罐失去预充压力'),
      action: both('Clean the strainer; check the pre-charge pressure', '清洗过滤器；检查预充压力'),
    },
    {
      name: 'discharge-high',
      tags: [tags.pressureA, tags.pressureB],
      reaction: 'warning',
      meaning: both(`Discharge pressure above ${values.dischargeHigh.en}`, `排出压力高于 ${values.dischargeHigh.zh}`),
      cause: both('Discharge valve throttled too far, or users shut off', '排出阀节流过大，或用户侧关闭'),
      action: both('Open the discharge valve; check the valves of the users', '开大排出阀；检查用户侧阀门'),
    },
    {
      name: 'winding',
      tags: [tags.motorA, tags.motorB],
      reaction: 'trip',
      meaning: both(`Motor winding above ${values.windingTrip.en}`, `电机绕组温度高于 ${values.windingTrip.zh}`),
      cause: both('Motor overloaded, or fan cowl blocked with dust', '电机过载，或风罩积灰堵塞'),
      action: both('Let the motor cool for 30 min; clean the fan cowl', '电机冷却 30 min；清洁风罩'),
    },
    {
      name: 'bearing',
      tags: [tags.pumpA, tags.pumpB],
      reaction: 'warning',
      meaning: both(`Bearing temperature above ${values.bearingAlarm.en}`, `轴承温度高于 ${values.bearingAlarm.zh}`),
      cause: both('Too much or too little grease, or bearing worn', '润滑脂过多或不足，或轴承磨损'),
      action: both('Check the grease; plan a bearing replacement', '检查润滑脂；安排更换轴承'),
    },
    {
      name: 'bearing-trip',
      tags: [tags.pumpA, tags.pumpB],
      reaction: 'trip',
      meaning: both(`Bearing temperature above ${values.bearingTrip.en}`, `轴承温度高于 ${values.bearingTrip.zh}`),
      cause: both('Bearing seized or without lubrication', '轴承卡死或失去润滑'),
      action: both('Do not restart; replace the bearing', '不得重新启动；更换轴承'),
    },
    {
      name: 'vibration',
      tags: [tags.vibrationA, tags.vibrationB],
      reaction: 'warning',
      meaning: both(`Vibration above ${values.vibrationAlarm.en}`, `振动高于 ${values.vibrationAlarm.zh}`),
      cause: both('Misalignment, cavitation, or coupling element worn', '对中不良、汽蚀或联轴器弹性体磨损'),
      action: both('Check the alignment and the coupling element', '检查对中和联轴器弹性体'),
    },
    {
      name: 'seal-leak',
      tags: [tags.sealLeak],
      reaction: 'warning',
      meaning: both(`Leak sensor ${tags.sealLeak} wet`, `泄漏传感器 ${tags.sealLeak} 动作`),
      cause: both('Mechanical seal leaks, or drip pan not emptied', '机械密封泄漏，或接液盘未排空'),
      action: both('Empty the drip pan; replace the mechanical seal if it fills again', '排空接液盘；若再次积液则更换机械密封'),
    },
    {
      name: 'strainer',
      tags: [tags.strainerDrop],
      reaction: 'warning',
      meaning: both(`Pressure drop of the strainer above ${values.strainerDropHigh.en}`, `过滤器压差高于 ${values.strainerDropHigh.zh}`),
      cause: both('Basket clogged with scale or fibres', '滤篮被水垢或纤维堵塞'),
      action: both('Change over and clean the basket', '切换泵并清洗滤篮'),
    },
    {
      name: 'flow-low',
      tags: [tags.flow],
      reaction: 'warning',
      meaning: both(`Flow below ${values.flowLow.en}`, `流量低于 ${values.flowLow.zh}`),
      cause: both('Air in the loop, or a valve left half closed', '回路有空气，或阀门未全开'),
      action: both('Vent the loop; check the position of the valves', '回路排气；检查阀位'),
    },
    {
      name: 'supply-high',
      tags: [tags.supplyTemperature],
      reaction: 'warning',
      meaning: both(`Supply temperature above ${values.supplyHigh.en}`, `供水温度高于 ${values.supplyHigh.zh}`),
      cause: both('Plate cooler fouled, or tower water missing', '板式冷却器结垢，或冷却塔水中断'),
      action: both('Check the tower water; clean the plate cooler', '检查冷却塔水；清洗板式冷却器'),
    },
    {
      name: 'tank-low',
      tags: [tags.tankLevel],
      reaction: 'trip',
      meaning: both(`Level of the expansion tank below ${values.tankLevelLow.en}`, `膨胀罐液位低于 ${values.tankLevelLow.zh}`),
      cause: both('Leak in the loop, or make-up pump out of service', '回路泄漏，或补水泵停用'),
      action: both(`Find the leak; check ${tags.makeUp}`, `查找泄漏；检查 ${tags.makeUp}`),
    },
    {
      name: 'drive',
      tags: [tags.drive],
      reaction: 'trip',
      meaning: both(`Fault of drive ${tags.drive}`, `变频器 ${tags.drive} 故障`),
      cause: both('Overcurrent, overtemperature of the drive, or mains dip', '过电流、变频器过热或电网电压跌落'),
      action: both('Read the fault memory of the drive; replace the filter mat', '读取变频器故障记录；更换滤棉'),
    },
    {
      name: 'starter',
      tags: [tags.starter],
      reaction: 'trip',
      meaning: both(`Fault of soft starter ${tags.starter}`, `软启动器 ${tags.starter} 故障`),
      cause: both(`Start took longer than ${values.starterTime.en}, or phase missing`, `启动时间超过 ${values.starterTime.zh}，或缺相`),
      action: both('Check the supply phases; free the pump shaft', '检查电源相序和缺相；盘动泵轴'),
    },
    {
      name: 'no-standby',
      tags: [tags.panel],
      reaction: 'warning',
      meaning: both('No standby pump available', '无可用备用泵'),
      cause: both('Selector switch of the standby pump at 0, or its feeder off', '备用泵选择开关在 0 位，或馈线断开'),
      action: both('Turn the switch to AUTO; check the feeder', '将开关转到自动；检查馈线'),
    },
    {
      name: 'signal',
      tags: [tags.pressureA, tags.flow, tags.returnTemperature],
      reaction: 'warning',
      meaning: both('Measuring signal outside 4–20 mA', '测量信号超出 4–20 mA'),
      cause: both('Cable broken, or transmitter without supply', '电缆断线，或变送器失电'),
      action: both('Check plug and cable of the transmitter', '检查变送器插头和电缆'),
    },
    {
      name: 'panel-fan',
      tags: [tags.panel],
      reaction: 'warning',
      meaning: both('Temperature in the panel above 45 °C', '控制柜内温度高于 45 °C'),
      cause: both('Fan of the panel stopped, or door left open', '控制柜风扇停转，或柜门未关'),
      action: both('Close the door; replace the fan', '关闭柜门；更换风扇'),
    },
  ];
}

export function alarmChapter(alarms: readonly Alarm[]): Chapter {
  return {
    name: 'alarms',
    title: both('Alarms', '报警'),
    blocks: [
      paragraph(
        both(
          'The screen shows the code and the time of each alarm. Acknowledge an alarm only after its cause was found; a trip stays locked until RESET is pressed.',
          '屏幕显示每条报警的代码和时间。查明原因后方可确认；跳停在按下复位前保持闭锁。',
        ),
      ),
      {
        kind: 'table',
        caption: both('Alarm list', '报警表'),
        ruled: true,
        columns: [
          { title: both('Code', '代码'), share: 0.1 },
          { title: both('Meaning', '含义'), share: 0.23 },
          { title: both('Reaction', '响应'), share: 0.13 },
          { title: both('Probable cause', '可能原因'), share: 0.27 },
          { title: both('Action', '处理措施'), share: 0.27 },
        ],
        rows: alarms.map((alarm) => ({
          cells: [
            cell(same(alarm.code), alarmKey(alarm, 'code')),
            cell(alarm.meaning, alarmKey(alarm, 'meaning')),
            cell(REACTIONS[alarm.reaction], alarmKey(alarm, 'reaction')),
            cell(alarm.cause, alarmKey(alarm, 'cause')),
            cell(alarm.action, alarmKey(alarm, 'action')),
          ],
        })),
      },
    ],
    sections: [
      {
        title: both('Event list', '事件记录'),
        blocks: [
          paragraph(
            both(
              'The panel keeps the last 5000 events. Export them to a memory stick with EVENTS, EXPORT; the file is a comma-separated table.',
              '控制柜保存最近 5000 条事件。用 事件—导出 写入存储盘，文件为逗号分隔的表格。',
            ),
          ),
        ],
      },
    ],
  };
}
