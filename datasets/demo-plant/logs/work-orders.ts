import type { Tags } from '../plant.ts';
import type { Random } from '../random.ts';
import { type OrderKind, orderKinds } from './order-kinds.ts';

/** One row of the work-order log; what is null is an empty cell. `kind` is what the generator knows and the log does not say. */
export interface WorkOrder {
  readonly number: string;
  /** ISO date. */
  readonly date: string;
  readonly equipment: string;
  readonly text: string;
  readonly workType: 'CM' | 'PM' | 'INSP' | 'MOD';
  readonly failureMode: string | null;
  readonly action: string | null;
  /** Hours, one decimal. */
  readonly downtime: number | null;
  /** Whole yuan. */
  readonly cost: number | null;
  readonly person: string;
  readonly status: 'closed' | 'open' | 'cancelled';
  readonly kind: string;
}

export const WORK_ORDER_HEADER = [
  'Order No',
  'Date',
  'Equipment',
  'Short text',
  'Work type',
  'Failure mode',
  'Action',
  'Downtime h',
  'Cost CNY',
  'Person ID',
  'Status',
];

/** Header as plants with Chinese systems export it; the seed picks one of the two. */
export const WORK_ORDER_HEADER_ZH = [
  '工单号',
  '日期',
  '设备位号',
  '简要描述',
  '工作类型',
  '故障模式代码',
  '处理措施',
  '停机时间(h)',
  '费用(元)',
  '人员编号',
  '状态',
];

const MILLISECONDS_A_DAY = 86_400_000;

/** Between 410 and 470 orders in order of date, over the given years. */
export function makeWorkOrders(tags: Tags, years: readonly number[], random: Random): WorkOrder[] {
  const count = random.integer(410, 470);
  const kinds = orderKinds(tags);
  const weighted = kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));
  const first = Date.UTC(years[0] ?? 2022, 0, 1);
  const days = years.length * 365;
  const people = Array.from({ length: 9 }, () => `T${random.integer(1000, 9999)}`);
  const dates = Array.from({ length: count }, () => first + random.integer(0, days - 1) * MILLISECONDS_A_DAY).sort(
    (left, right) => left - right,
  );
  const start = random.integer(400_100, 480_900);
  return dates.map((date, index) =>
    makeOrder(random, random.pick(weighted), new Date(date), start + index * 3, people, index > count - 12),
  );
}

function makeOrder(random: Random, kind: OrderKind, date: Date, number: number, people: readonly string[], recent: boolean): WorkOrder {
  const equipment = random.pick(kind.equipment);
  const letter = equipment.at(-1) ?? '';
  const cancelled = random.chance(0.03);
  const write = random.pick(random.chance(0.55) ? kind.en : kind.zh);
  const coded = kind.failureMode !== null && random.chance(0.78);
  return {
    number: String(number),
    date: date.toISOString().slice(0, 10),
    equipment,
    text: write.replaceAll('{tag}', equipment).replaceAll('{side}', letter),
    workType: kind.workType,
    failureMode: coded ? kind.failureMode : null,
    action: cancelled || random.chance(0.06) ? null : kind.action,
    downtime:
      cancelled || random.chance(0.05) ? null : Math.round((kind.hours[0] + random.next() * (kind.hours[1] - kind.hours[0])) * 2) / 2,
    cost: cancelled || random.chance(0.07) ? null : random.integer(kind.cost[0], kind.cost[1]),
    person: random.pick(people),
    status: cancelled ? 'cancelled' : recent && random.chance(0.4) ? 'open' : 'closed',
    kind: cancelled ? `${kind.name}/cancelled` : kind.name,
  };
}

export function workOrderCells(order: WorkOrder): (string | number | null)[] {
  return [
    order.number,
    order.date,
    order.equipment,
    order.text,
    order.workType,
    order.failureMode,
    order.action,
    order.downtime,
    order.cost,
    order.person,
    order.status,
  ];
}
