import { both, same } from '../bilingual.ts';
import { FMEA_SHEET } from '../logs/failure-modes.ts';
import type { WorkOrder } from '../logs/work-orders.ts';
import type { Random } from '../random.ts';
import { atom, type GoldDraft, type GoldInput } from './gold-input.ts';
import type { GoldPlace } from './gold-question.ts';

/** Histories of assets. Where the last order of a kind is open or cancelled, "last" is a matter of opinion and is not asked. */
export function historyQuestions(input: GoldInput, random: Random): GoldDraft[] {
  const { tags } = input.plant;
  const last = [
    {
      kind: 'seal-replaced',
      asset: tags.pumpA,
      en: `When was the mechanical seal of ${tags.pumpA} last replaced?`,
      zh: `${tags.pumpA} 的机械密封上次是什么时候更换的？`,
    },
    {
      kind: 'seal-replaced',
      asset: tags.pumpB,
      en: `When was the mech seal on ${tags.pumpB} last changed?`,
      zh: `${tags.pumpB} 机封最近一次更换是哪天？`,
    },
    { kind: 'bearing-replaced', asset: random.pick([tags.pumpA, tags.pumpB]), en: '', zh: '' },
  ].flatMap(({ kind, asset, en, zh }): GoldDraft[] => {
    const order = input.orders.filter((each) => each.kind.startsWith(kind) && each.equipment === asset).at(-1);
    if (order?.status !== 'closed') return [];
    return [
      {
        intent: 'asset-history',
        wordings: {
          en: [en === '' ? `When were the bearings of ${asset} last replaced?` : en],
          zh: [zh === '' ? `${asset} 的轴承上次更换是什么时候？` : zh],
        },
        atoms: [atom('phrase', same(order.date), writtenDates(order.date))],
        places: [orderPlace(input, order)],
      },
    ];
  });
  return [...last, ...yearHistories(input, random), ...monthHistories(input, random)];
}

function writtenDates(date: string): string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  return [`${year}年${Number(month)}月${Number(day)}日`, `${year}/${month}/${day}`];
}

/** All orders of an asset in a year in which it has two to five. */
function yearHistories(input: GoldInput, random: Random): GoldDraft[] {
  const groups = groupsOf(input.orders, (order) => `${order.equipment} ${order.date.slice(0, 4)}`).filter(
    ({ orders }) => orders.length >= 2 && orders.length <= 5,
  );
  return random.sample(groups, 2).map(({ name, orders }) => {
    const [asset, year] = name.split(' ');
    return orderList(input, orders, {
      en: [`What was done on ${asset} in ${year}?`, `Show the work orders of ${asset} for ${year}.`],
      zh: [`${asset} 在${year}年做过哪些维修？`, `${year}年 ${asset} 有哪些工单？`],
    });
  });
}

/** All orders of a pump in a month in which it has one to four. */
function monthHistories(input: GoldInput, random: Random): GoldDraft[] {
  const { tags } = input.plant;
  const pumps = input.orders.filter(({ equipment }) => equipment === tags.pumpA || equipment === tags.pumpB);
  const groups = groupsOf(pumps, (order) => `${order.equipment} ${order.date.slice(0, 7)}`).filter(({ orders }) => orders.length <= 4);
  return random.sample(groups, 1).map(({ name, orders }) => {
    const [asset = '', month = ''] = name.split(' ');
    const spelled = `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
    return orderList(input, orders, {
      en: [`What happened on ${asset} in ${spelled}?`],
      zh: [`${month.slice(0, 4)}年${Number(month.slice(5))}月 ${asset} 干过什么活？`],
    });
  });
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function orderList(input: GoldInput, orders: readonly WorkOrder[], wordings: GoldDraft['wordings']): GoldDraft {
  return {
    intent: 'asset-history',
    wordings,
    atoms: orders.map((order) => atom('identifier', same(order.number), [order.text])),
    places: orders.map((order) => orderPlace(input, order)),
    every: true,
  };
}

function orderPlace(input: GoldInput, order: WorkOrder): GoldPlace {
  return { file: input.files.workOrders, row: input.orders.indexOf(order) + 1, quote: order.text };
}

/** Orders by name, groups with cancelled orders left out: whether those were "done" is a matter of opinion. */
function groupsOf(orders: readonly WorkOrder[], nameOf: (order: WorkOrder) => string): { name: string; orders: WorkOrder[] }[] {
  const groups = new Map<string, WorkOrder[]>();
  for (const order of orders) groups.set(nameOf(order), [...(groups.get(nameOf(order)) ?? []), order]);
  return [...groups]
    .filter(([, members]) => members.every(({ status }) => status !== 'cancelled'))
    .map(([name, members]) => ({ name, orders: members }));
}

export function aggregateQuestions(input: GoldInput, random: Random): GoldDraft[] {
  return [...countQuestions(input, random), ...sumQuestions(input, random), ...rankQuestions(input, random), ...alarmCounts(input, random)];
}

function computed(wordings: GoldDraft['wordings'], value: GoldDraft['atoms'][number], places: readonly GoldPlace[] = []): GoldDraft {
  return { intent: 'aggregate', wordings, atoms: [value], places };
}

function countQuestions(input: GoldInput, random: Random): GoldDraft[] {
  const { tags, years } = input.plant;
  const year = random.pick(years);
  const [first = '', second = ''] = random.sample([tags.pumpA, tags.pumpB, tags.strainerA, tags.strainerB, tags.cooler, tags.drive], 2);
  const count = (matches: (order: WorkOrder) => boolean): ReturnType<typeof atom> =>
    atom('count', same(String(input.orders.filter(matches).length)));
  const pump = random.pick([tags.pumpA, tags.pumpB]);
  const mode = random.pick(['ELP', 'VIB']);
  return [
    computed(
      {
        en: [`How many work orders were there on ${first} in ${year}?`, `Number of work orders for ${first} in ${year}?`],
        zh: [`${year}年 ${first} 有多少张工单？`, `${first} 在${year}年一共多少张工单？`],
      },
      count((order) => order.equipment === first && order.date.startsWith(String(year))),
    ),
    computed(
      { en: [`How many work orders does ${second} have altogether?`], zh: [`${second} 总共有多少张工单？`] },
      count((order) => order.equipment === second),
    ),
    computed(
      { en: [`How many work orders on ${pump} carry failure mode ${mode}?`], zh: [`${pump} 故障模式为 ${mode} 的工单有多少张？`] },
      count((order) => order.equipment === pump && order.failureMode === mode),
    ),
    computed(
      { en: [`How many PM work orders were booked in ${year}?`], zh: [`${year}年有多少张 PM 工单？`] },
      count((order) => order.workType === 'PM' && order.date.startsWith(String(year))),
    ),
  ];
}

function sumQuestions(input: GoldInput, random: Random): GoldDraft[] {
  const { tags, years } = input.plant;
  const year = random.pick(years);
  const other = random.pick(years);
  const [first = '', second = ''] = random.sample([tags.pumpA, tags.pumpB, tags.cooler], 2);
  const sum = (asset: string, within: number, field: 'downtime' | 'cost'): string =>
    String(
      input.orders
        .filter((order) => order.equipment === asset && order.date.startsWith(String(within)))
        .reduce((total, order) => total + (order[field] ?? 0), 0),
    );
  const hours = sum(first, year, 'downtime');
  const yuan = sum(second, other, 'cost');
  return [
    computed(
      {
        en: [`What was the total downtime of ${first} in ${year}?`, `How many hours was ${first} down in ${year}?`],
        zh: [`${first} 在${year}年累计停机多少小时？`, `${year}年 ${first} 的停机时间总计多少？`],
      },
      atom('quantity', both(`${hours} h`, `${hours} h`), [`${hours} hours`, `${hours} 小时`, hours]),
    ),
    computed(
      { en: [`What did the work orders on ${second} cost in ${other} in total?`], zh: [`${other}年 ${second} 的维修费用一共多少？`] },
      atom('quantity', both(`${yuan} CNY`, `${yuan} 元`), [`${yuan} yuan`, yuan]),
    ),
  ];
}

/** Questions for the greatest; asked only where it is one alone. */
function rankQuestions(input: GoldInput, random: Random): GoldDraft[] {
  const { tags } = input.plant;
  const pump = random.pick([tags.pumpA, tags.pumpB]);
  const mode = greatest(
    input.orders.flatMap(({ equipment, failureMode }) => (equipment === pump && failureMode !== null ? [failureMode] : [])),
  );
  const asset = random.pick([tags.pumpA, tags.pumpB, tags.strainerA]);
  const year = greatest(input.orders.flatMap((order) => (order.equipment === asset ? [order.date.slice(0, 4)] : [])));
  const riskiest = input.failureModes.reduce((best, row) => (row.priority > best.priority ? row : best));
  return [
    ...(mode === undefined
      ? []
      : [
          computed(
            {
              en: [`What is the most frequent failure mode of ${pump}?`, `Which failure mode code comes up most often on ${pump}?`],
              zh: [`${pump} 最常见的故障模式是什么？`],
            },
            atom('identifier', same(mode)),
          ),
        ]),
    ...(year === undefined
      ? []
      : [
          computed(
            { en: [`In which year did ${asset} have the most work orders?`], zh: [`${asset} 哪一年的工单最多？`] },
            atom('phrase', same(year)),
          ),
        ]),
    computed(
      {
        en: ['What is the highest RPN in the FMEA?', 'Which failure mode has the highest RPN and how high is it?'],
        zh: ['FMEA 中最高的 RPN 是多少？'],
      },
      atom('count', same(String(riskiest.priority))),
      [{ file: input.files.failureModes, sheet: FMEA_SHEET, row: input.failureModes.indexOf(riskiest) + 1, quote: riskiest.mode.en }],
    ),
  ];
}

function greatest(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first, second] = [...counts].sort((left, right) => right[1] - left[1]);
  return first === undefined || first[1] === second?.[1] ? undefined : first[0];
}

function alarmCounts(input: GoldInput, random: Random): GoldDraft[] {
  const year = random.pick(input.plant.years);
  const [first, second] = random.sample(input.content.alarms, 2);
  if (first === undefined || second === undefined) return [];
  const count = (code: string, within = ''): string =>
    String(input.events.filter((event) => event.code === code && event.timestamp.startsWith(within)).length);
  return [
    computed(
      {
        en: [`How often did alarm ${first.code} come up in ${year}?`, `How many times was ${first.code} raised in ${year}?`],
        zh: [`${year}年报警 ${first.code} 出现了多少次？`],
      },
      atom('count', same(count(first.code, String(year)))),
    ),
    computed(
      { en: [`How many times did ${second.code} occur in the whole alarm history?`], zh: [`报警历史中 ${second.code} 一共出现多少次？`] },
      atom('count', same(count(second.code))),
    ),
  ];
}
