import { type Bilingual, both, same } from '../bilingual.ts';
import type { Plant } from '../plant.ts';
import type { Random } from '../random.ts';

export interface IsolationPoint {
  readonly tag: string;
  readonly location: Bilingual;
  readonly energy: Bilingual;
  readonly position: Bilingual;
}

/** What has to be isolated before one machine is worked on. */
interface IsolationPlan {
  readonly asset: string;
  readonly title: Bilingual;
  readonly points: readonly IsolationPoint[];
}

function isolationPlans(plant: Plant, random: Random): IsolationPlan[] {
  const { tags } = plant;
  const wall = random.pick(['east', 'west', 'north'] as const);
  const wallZh = { east: '东', west: '西', north: '北' }[wall];
  const room = both(`Switch room, ${wall} wall`, `配电室${wallZh}墙`);
  const electrical = both('Electrical, 400 V', '电能，400 V');
  const water = both('Water under pressure', '承压水');
  const locked = both('OFF, padlocked', '断开，上锁');
  const closed = both('Closed, chain and padlock', '关闭，链条加锁');
  const open = both('Open, tagged', '打开，挂牌');
  const point = (tag: string, location: Bilingual, energy: Bilingual, position: Bilingual): IsolationPoint => ({
    tag,
    location,
    energy,
    position,
  });
  const suction = (side: string) => both(`Suction line of pump ${side}`, `泵 ${side} 吸入管`);
  const discharge = (side: string) => both(`Discharge line of pump ${side}`, `泵 ${side} 排出管`);
  const lowest = (side: string) => both(`Lowest point of casing ${side}`, `泵壳 ${side} 最低点`);
  return [
    {
      asset: tags.pumpA,
      title: both(`Isolation points of ${tags.pumpA}`, `${tags.pumpA} 隔离点`),
      points: [
        point(tags.feederA, room, electrical, locked),
        point(
          tags.drive,
          both('Beside the control panel', '控制柜旁'),
          both('Stored electrical energy', '残余电能'),
          both(`Discharged, ${plant.values.driveWait.en} waited`, `已放电，等待 ${plant.values.driveWait.zh}`),
        ),
        point(tags.suctionA, suction('A'), water, closed),
        point(tags.dischargeA, discharge('A'), water, closed),
        point(tags.flushA, both('Seal flush line', '密封冲洗管路'), water, closed),
        point(tags.drainA, lowest('A'), both('Remaining water', '残余水'), open),
      ],
    },
    {
      asset: tags.pumpB,
      title: both(`Isolation points of ${tags.pumpB}`, `${tags.pumpB} 隔离点`),
      points: [
        point(tags.feederB, room, electrical, locked),
        point(tags.suctionB, suction('B'), water, closed),
        point(tags.dischargeB, discharge('B'), water, closed),
        point(tags.drainB, lowest('B'), both('Remaining water', '残余水'), open),
      ],
    },
    {
      asset: tags.makeUp,
      title: both(`Isolation points of ${tags.makeUp}`, `${tags.makeUp} 隔离点`),
      points: [
        point(tags.feederMakeUp, room, electrical, locked),
        point(`HV-${tags.loop}9`, both('Make-up line behind the filter', '补水管滤芯后'), water, closed),
      ],
    },
  ];
}

export interface LockoutSource {
  readonly purpose: Bilingual;
  readonly rules: readonly Bilingual[];
  readonly warning: Bilingual;
  readonly plans: readonly IsolationPlan[];
  readonly steps: readonly Bilingual[];
  readonly restore: readonly Bilingual[];
}

export function lockoutSource(plant: Plant, random: Random): LockoutSource {
  const { tags } = plant;
  return {
    purpose: both(
      `This procedure protects everyone who works on the rotating equipment of skid ${tags.skid} against unexpected start and release of energy.`,
      `本规程用于防止在撬装 ${tags.skid} 转动设备上作业的人员受到意外启动和能量释放的伤害。`,
    ),
    rules: random.shuffle([
      both('One person, one lock, one key: nobody opens the lock of another person.', '一人一锁一钥匙：任何人不得打开他人的锁。'),
      both('The tag shows name, date, job and telephone number.', '挂牌须写明姓名、日期、作业内容和电话。'),
      both(
        'At a change of shift the new holder puts his lock on before the old one is taken off.',
        '交接班时，接班人先上锁，交班人后取锁。',
      ),
    ]),
    warning: both(
      'The emergency stop and the selector switch do not isolate. Work may begin only after the try-out has shown that the machine cannot start.',
      '急停和选择开关不能作为隔离。只有试启动确认设备无法启动后，方可开始作业。',
    ),
    plans: isolationPlans(plant, random),
    steps: [
      both('Tell the shift leader and the operators of the users.', '通知值班长和用户侧操作人员。'),
      both('Stop the pump on the screen and turn its selector switch to 0.', '在屏幕上停泵，将选择开关转到 0。'),
      both('Switch the feeder off, put on your padlock and hang your tag.', '断开馈线，挂上个人锁和警示牌。'),
      both('Close and lock the valves in the table of the machine.', '按该设备表格关闭并锁定阀门。'),
      both('Open the drain and wait until no more water comes.', '打开排液阀，直至无水流出。'),
      both('Check with a tester that all three phases carry no voltage.', '用验电器确认三相均无电压。'),
      both('Try to start the pump at the panel; it must stay still.', '在控制柜试启动，泵必须保持静止。'),
      both('Enter the isolation in the lockout register.', '在上锁登记簿上登记。'),
    ],
    restore: [
      both('Count tools and parts and put the guards back.', '清点工具和零件，装回护罩。'),
      both('Each person takes off his own lock and tag.', '各人取下自己的锁和牌。'),
      both('Close the drain, open the valves slowly and vent.', '关闭排液阀，缓慢打开阀门并排气。'),
      both('Switch the feeder on and report to the shift leader.', '合上馈线，报告值班长。'),
    ],
  };
}

export const ISOLATION_HEADER: readonly Bilingual[] = [
  both('Tag', '位号'),
  both('Location', '位置'),
  both('Energy', '能量'),
  both('Position', '隔离状态'),
];

export function pointCells(point: IsolationPoint): Bilingual[] {
  return [same(point.tag), point.location, point.energy, point.position];
}
