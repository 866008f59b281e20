import { type Bilingual, both } from '../bilingual.ts';
import { type Chapter, cell, paragraph } from '../manual/blocks.ts';
import type { Plant } from '../plant.ts';
import type { Random } from '../random.ts';

export interface Trouble {
  readonly name: string;
  readonly symptom: Bilingual;
  /** The symptom as a technician words it in a question, as a clause. */
  readonly asked: Bilingual;
  readonly causes: readonly Cause[];
}

interface Cause {
  readonly cause: Bilingual;
  readonly remedy: Bilingual;
}

export function troubleKey(trouble: Trouble, index: number, column: 'cause' | 'remedy'): string {
  return `trouble.${trouble.name}.${column}.${index}`;
}

/** Symptoms in an order of the seed, each with two to four of its causes. */
export function makeTroubles(plant: Plant, random: Random): Trouble[] {
  return random.shuffle(allTroubles(plant)).map((trouble) => {
    const count = random.integer(Math.min(3, trouble.causes.length), Math.min(4, trouble.causes.length));
    return { ...trouble, causes: random.shuffle(random.sample(trouble.causes, count)) };
  });
}

const because = (en: string, zh: string, remedyEn: string, remedyZh: string): Cause => ({
  cause: both(en, zh),
  remedy: both(remedyEn, remedyZh),
});

function allTroubles(plant: Plant): Trouble[] {
  return [...pumpTroubles(), ...systemTroubles(plant)];
}

function pumpTroubles(): Trouble[] {
  return [
    {
      name: 'no-flow',
      symptom: both('Pump runs but delivers no water', '泵运转但不出水'),
      asked: both('the pump runs but no water comes', '泵在转但是不出水'),
      causes: [
        because('Casing not filled or not vented', '泵壳未充水或未排气', 'Fill and vent the casing', '充水并排气'),
        because('Suction valve closed', '吸入阀关闭', 'Open the suction valve fully', '全开吸入阀'),
        because('Wrong direction of rotation', '转向错误', 'Swap two phases at the motor', '调换电机两相'),
        because('Impeller blocked by foreign matter', '叶轮被异物堵塞', 'Open the casing and clean the impeller', '打开泵壳，清理叶轮'),
      ],
    },
    {
      name: 'low-flow',
      symptom: both('Flow too low', '流量不足'),
      asked: both('the flow is too low', '流量不足'),
      causes: [
        because('Suction strainer partly clogged', '吸入过滤器部分堵塞', 'Clean the strainer basket', '清洗滤篮'),
        because('Wear ring worn', '口环磨损', 'Replace the wear ring', '更换口环'),
        because('Discharge valve throttled', '排出阀节流', 'Open the discharge valve', '开大排出阀'),
        because(
          'Check valve of the other pump leaks back',
          '另一台泵的止回阀内漏',
          'Repair or replace the check valve',
          '修理或更换止回阀',
        ),
      ],
    },
    {
      name: 'vibration',
      symptom: both('Strong vibration and noise', '振动大、有噪声'),
      asked: both('the pump vibrates and makes noise', '泵振动大还有噪声'),
      causes: [
        because('Coupling misaligned', '联轴器对中不良', 'Align the coupling', '重新对中'),
        because(
          'Cavitation because of low suction pressure',
          '吸入压力低引起汽蚀',
          'Raise the suction pressure; clean the strainer',
          '提高吸入压力；清洗过滤器',
        ),
        because('Foundation bolts loose', '地脚螺栓松动', 'Tighten the foundation bolts', '紧固地脚螺栓'),
        because('Impeller out of balance', '叶轮不平衡', 'Balance or replace the impeller', '叶轮做动平衡或更换'),
      ],
    },
    {
      name: 'seal-leak',
      symptom: both('Mechanical seal leaks', '机械密封泄漏'),
      asked: both('the mechanical seal leaks', '机械密封漏水'),
      causes: [
        because('Seal faces worn or scratched', '密封端面磨损或划伤', 'Replace the mechanical seal', '更换机械密封'),
        because('Pump ran dry', '泵曾无水运转', 'Replace the seal; check the level switch', '更换密封；检查液位开关'),
        because('Shaft runout too large', '轴跳动过大', 'Replace the shaft or the bearings', '更换轴或轴承'),
        because('Seal cover tightened unevenly', '密封压盖紧固不均', 'Tighten the seal cover bolts crosswise', '对角紧固密封压盖螺栓'),
      ],
    },
    {
      name: 'bearing-hot',
      symptom: both('Bearing runs hot', '轴承过热'),
      asked: both('the bearing runs hot', '轴承发热'),
      causes: [
        because(
          'Bearing overfilled with grease',
          '轴承润滑脂过多',
          'Open the grease outlet and let the surplus run out',
          '打开排脂口，排出多余润滑脂',
        ),
        because('Grease aged or missing', '润滑脂老化或缺失', 'Regrease the bearing', '轴承补脂'),
        because('Axial load because of a wrong coupling gap', '联轴器间隙不当造成轴向力', 'Set the gap between the hubs', '调整轮毂间隙'),
        because('Bearing worn out', '轴承磨损', 'Replace the bearing', '更换轴承'),
      ],
    },
    {
      name: 'overload',
      symptom: both('Motor trips on overload', '电机过载跳闸'),
      asked: both('the motor trips on overload', '电机过载跳闸'),
      causes: [
        because('Flow above the range of the pump', '流量超出泵的范围', 'Throttle the discharge valve', '关小排出阀'),
        because('Impeller rubs on the wear ring', '叶轮与口环摩擦', 'Check the clearance; replace the wear ring', '检查间隙；更换口环'),
        because('Loss of one phase', '电源缺一相', 'Check fuses and contactor', '检查熔断器和接触器'),
      ],
    },
    {
      name: 'no-start',
      symptom: both('Pump does not start', '泵无法启动'),
      asked: both('the pump does not start', '泵启动不了'),
      causes: [
        because('Emergency stop not released', '急停未释放', 'Release the button and acknowledge', '释放急停并确认'),
        because('Trip still locked', '跳停仍闭锁', 'Find the cause and press RESET', '查明原因后按复位'),
        because('Feeder locked out', '馈线已上锁', 'Ask the holder of the lock', '联系持锁人'),
        because(
          'Number of starts per hour exceeded',
          '每小时启动次数超限',
          'Wait until the panel releases the start',
          '等待控制柜解除启动闭锁',
        ),
      ],
    },
    {
      name: 'coupling-wear',
      symptom: both('Coupling element wears quickly', '联轴器弹性体磨损快'),
      asked: both('the coupling element wears out so quickly', '联轴器弹性体磨损这么快'),
      causes: [
        because('Angular misalignment', '角向对中偏差', 'Align the coupling', '重新对中'),
        because('Oil on the element', '弹性体沾油', 'Replace the element and stop the oil leak', '更换弹性体并消除漏油'),
        because('Frequent starts under load', '频繁带载启动', 'Start against a nearly closed discharge valve', '在排出阀接近关闭时启动'),
      ],
    },
  ];
}

function systemTroubles({ tags }: Plant): Trouble[] {
  return [
    {
      name: 'supply-hot',
      symptom: both('Supply temperature too high', '供水温度过高'),
      asked: both('the supply temperature is too high', '供水温度过高'),
      causes: [
        because('Plates of the cooler fouled', '冷却器板片结垢', 'Clean the plate cooler', '清洗板式冷却器'),
        because('Tower water flow too low', '冷却塔水流量不足', 'Check the tower pump and its strainer', '检查塔水泵及其过滤器'),
        because('Air cushion in the cooler', '冷却器内积气', 'Vent the cooler', '冷却器排气'),
      ],
    },
    {
      name: 'strainer-clogs',
      symptom: both('Strainer clogs within days', '过滤器数天内即堵塞'),
      asked: both('the strainer clogs again after a few days', '过滤器几天就堵'),
      causes: [
        because('Corrosion products in the loop', '回路中有腐蚀产物', 'Check the inhibitor and flush the loop', '检查缓蚀剂并冲洗回路'),
        because('Make-up water not filtered', '补水未过滤', 'Replace the filter of the make-up line', '更换补水管路滤芯'),
        because('Rags or packing left in the pipes', '管道内遗留碎布或填料', 'Open and clean the suction header', '打开并清理吸入总管'),
      ],
    },
    {
      name: 'tank-pressure',
      symptom: both('Expansion tank loses pressure', '膨胀罐失压'),
      asked: both('the expansion tank loses pressure', '膨胀罐掉压'),
      causes: [
        because('Bladder torn', '气囊破裂', 'Replace the bladder', '更换气囊'),
        because('Gas valve leaks', '充气阀泄漏', 'Replace the valve insert', '更换阀芯'),
        because('Relief valve does not close', '安全阀不回座', 'Clean or replace the relief valve', '清洁或更换安全阀'),
      ],
    },
    {
      name: 'make-up-runs',
      symptom: both(`Make-up pump ${tags.makeUp} runs all the time`, `补水泵 ${tags.makeUp} 运转不停`),
      asked: both(`make-up pump ${tags.makeUp} runs all the time`, `补水泵 ${tags.makeUp} 一直不停`),
      causes: [
        because('Leak in the loop', '回路泄漏', 'Find and stop the leak', '查找并消除泄漏'),
        because('Level transmitter reads too low', '液位变送器读数偏低', 'Calibrate the level transmitter', '校准液位变送器'),
        because('Foot valve of the make-up pump leaks', '补水泵底阀泄漏', 'Clean the foot valve', '清洁底阀'),
      ],
    },
    {
      name: 'pulsation',
      symptom: both('Discharge pressure swings', '排出压力波动'),
      asked: both('the discharge pressure swings up and down', '排出压力忽高忽低'),
      causes: [
        because('Air drawn in at the suction side', '吸入侧漏入空气', 'Tighten the flanges of the suction side', '紧固吸入侧法兰'),
        because('Flow below the minimum flow', '流量低于最小流量', 'Open a bypass or stop the pump', '打开旁路或停泵'),
        because('Pressure transmitter damped too little', '压力变送器阻尼过小', 'Raise the damping to 2 s', '将阻尼提高到 2 s'),
      ],
    },
  ];
}

export function troubleChapter(troubles: readonly Trouble[]): Chapter {
  return {
    name: 'troubleshooting',
    title: both('Troubleshooting', '故障排除'),
    blocks: [
      paragraph(
        both(
          'Look for the symptom, then check the causes from top to bottom; the likeliest one comes first. If none of them applies, call the maker.',
          '先查找故障现象，再从上到下逐项检查原因，最可能的原因在前。若均不符合，请联系厂家。',
        ),
      ),
      {
        kind: 'table',
        caption: both('Symptoms, causes and remedies', '故障现象、原因与处理'),
        ruled: true,
        columns: [
          { title: both('Symptom', '故障现象'), share: 0.26 },
          { title: both('Possible cause', '可能原因'), share: 0.37 },
          { title: both('Remedy', '处理方法'), share: 0.37 },
        ],
        rows: troubles.flatMap((trouble) =>
          trouble.causes.map((cause, index) => ({
            sameFirst: index > 0,
            cells: [
              cell(trouble.symptom, index === 0 ? `trouble.${trouble.name}.symptom` : undefined),
              cell(cause.cause, troubleKey(trouble, index, 'cause')),
              cell(cause.remedy, troubleKey(trouble, index, 'remedy')),
            ],
          })),
        ),
      },
    ],
  };
}
