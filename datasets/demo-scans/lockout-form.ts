import { lockoutSource } from '../demo-plant/lockout/isolation-points.ts';
import type { Plant } from '../demo-plant/plant.ts';
import type { Random } from '../demo-plant/random.ts';
import type { PageBlock } from '../pictures/page-text.ts';

/** What only the filled form says: the questions over the scan ask for it. */
export interface LockoutForm {
  readonly number: string;
  readonly asset: string;
  readonly locks: readonly { readonly point: string; readonly lock: string }[];
  readonly blocks: readonly PageBlock[];
}

const PEOPLE = ['王强', '李建国', '陈志明', '赵敏', '刘洋'] as const;

/** The lock-out form that a shift filled in for the first pump, in Chinese, as `lockout/` says that it is locked out. */
export function lockoutForm(plant: Plant, random: Random): LockoutForm {
  const { tags } = plant;
  const plan = lockoutSource(plant, random).plans.find(({ asset }) => asset === tags.pumpA);
  if (plan === undefined) throw new RangeError(`there is no lock-out of ${tags.pumpA}`);
  const number = `LT-${tags.loop}-0${random.integer(311, 398)}`;
  const day = `2025-0${random.integer(3, 9)}-1${random.integer(0, 9)}`;
  const [holder, watcher, leader] = random.sample(PEOPLE, 3);
  const first = random.integer(402, 437);
  const locks = plan.points.map(({ tag }, at) => ({ point: tag, lock: `L-0${first + at}` }));
  const rows = plan.points.map(({ tag, energy, position }, at) => [tag, energy.zh, position.zh, locks[at]?.lock ?? '']);
  const blocks: readonly PageBlock[] = [
    { kind: 'title', text: '上锁挂牌作业票' },
    { kind: 'field', text: `编号：${number}` },
    { kind: 'field', text: `设备位号：${tags.pumpA}` },
    { kind: 'field', text: '作业内容：更换机械密封' },
    { kind: 'field', text: `有效期：${day} 08:00 至 ${day} 18:00` },
    { kind: 'field', text: `作业负责人：${holder}` },
    { kind: 'field', text: `安全监护人：${watcher}` },
    { kind: 'heading', text: '隔离点' },
    { kind: 'table', rows: [['隔离点', '能量', '隔离状态', '锁号'], ...rows] },
    { kind: 'heading', text: '零能量验证' },
    { kind: 'step', text: `1. 在控制柜试启动 ${tags.pumpA}，泵保持静止。` },
    { kind: 'step', text: `2. 打开 ${tags.drainA}，直至无水流出，${tags.pressureA} 指示为 0 bar。` },
    { kind: 'step', text: `3. 用验电器确认 ${tags.feederA} 出线三相均无电压。` },
    { kind: 'field', text: `批准人：${leader}` },
  ];
  return { number, asset: tags.pumpA, locks, blocks };
}
