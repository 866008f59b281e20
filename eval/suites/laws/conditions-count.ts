import type { Random } from '../../../datasets/index.ts';
import { ASKED_FIGURES, type AskedFigure, givesFigure } from './asked-figures.ts';
import type { Law } from './law.ts';
import type { LawSite } from './law-site.ts';

interface Order {
  readonly asset: string;
  readonly date: string;
  readonly type: string;
  readonly mode: string;
  readonly cost: number;
  readonly hours: number | undefined;
  readonly text: string;
}

/** A condition in both languages, as it is and denied, with the rows that it means. */
interface Condition {
  readonly column: keyof Order | 'unknown';
  readonly en: string;
  readonly zh: string;
  readonly holds: (order: Order) => boolean;
}

const ROWS = 150;
const ASSETS = ['P-101', 'P-102', 'K-301', 'V-205'] as const;
const TYPES = ['CM', 'PM', 'INSP'] as const;
const MODES = ['Leak', 'Crack', 'Overheating', ''] as const;
const TEXTS = ['gasket renewed', 'hose cut to length', '更换机封', '轴承异响', 'painted'] as const;
const YEARS = [2019, 2020, 2021, 2022] as const;

/**
 * H20: over a generated log, a figure that is answered (a count, a sum, a mean, the first of a ranking) is the true one, with one to
 * three conditions, with one of them less, and with one of them denied; a condition that no column knows is never answered past.
 */
export const conditionsCount: Law = {
  name: 'conditions-count',
  states: 'Each condition of a question over a log counts: what is answered is the true figure, else the figure is refused.',
  trials: 200,
  slice: 8,
  perSite: 20,
  async begin(bench, random) {
    const site = await bench.open();
    const orders = Array.from({ length: ROWS }, () => drawOrder(random));
    await site.send({ uri: 'work-orders.csv', content: csvOf(orders) });
    await site.work();
    return async (draw) => {
      const figure = draw.pick(ASKED_FIGURES);
      const possible = conditionsOf(draw).filter(({ column }) => column !== figure.without);
      const wanted = draw.sample(possible, draw.integer(1, 3));
      const language = draw.pick(['en', 'zh'] as const);
      const place = draw.integer(0, wanted.length - 1);
      const denied = wanted.map((condition, index) => (index === place ? deny(condition) : condition));
      const unknown = draw.pick(UNKNOWN);
      for (const conditions of [wanted, wanted.filter((_, index) => index !== place), denied, [unknown, ...wanted]]) {
        const broken = await tryQuestion(site, orders, figure, conditions, language);
        if (broken !== undefined) return broken;
      }
      return undefined;
    };
  },
};

async function tryQuestion(
  site: LawSite,
  orders: readonly Order[],
  figure: AskedFigure,
  conditions: readonly Condition[],
  language: 'en' | 'zh',
): Promise<string | undefined> {
  const said = conditions.map((condition) => condition[language]);
  const question = language === 'zh' ? figure.zh(said.join('')) : figure.en(said.join(' '));
  const content = await site.ask(question);
  if (content.decision !== 'answered') return undefined;
  const known = conditions.every(({ column }) => column !== 'unknown');
  const truth = figure.truth(orders.filter((order) => conditions.every((condition) => condition.holds(order))));
  if (known && givesFigure(content, truth)) return undefined;
  return `"${question}" gave ${content.claims[0]?.text ?? 'no claim'}; ${known ? `true is ${JSON.stringify(truth)}` : 'no column knows the first condition'}`;
}

function conditionsOf(draw: Random): Condition[] {
  const [asset, type, mode, year] = [draw.pick(ASSETS), draw.pick(TYPES), draw.pick(['Leak', 'Crack', 'Overheating']), draw.pick(YEARS)];
  const [cost, hours] = [draw.integer(1, 40) * 100, draw.integer(1, 9)];
  const word = draw.pick(['hose', 'gasket', '机封', '轴承']);
  const above = (order: Order) => order.hours !== undefined && order.hours > hours;
  return [
    { column: 'asset', en: `of ${asset}`, zh: `${asset} 的`, holds: (order) => order.asset === asset },
    { column: 'type', en: `of work type ${type}`, zh: `工作类型为 ${type} 的`, holds: (order) => order.type === type },
    draw.chance(0.5)
      ? { column: 'mode', en: `with failure mode ${mode}`, zh: `故障模式为 ${mode} 的`, holds: (order) => order.mode === mode }
      : { column: 'mode', en: 'with no failure mode', zh: '没有故障模式的', holds: (order) => order.mode === '' },
    { column: 'date', en: `in ${year}`, zh: `${year}年`, holds: (order) => order.date.startsWith(String(year)) },
    { column: 'cost', en: `that cost more than ${cost}`, zh: `费用超过${cost}的`, holds: (order) => order.cost > cost },
    { column: 'hours', en: `with a downtime of more than ${hours} hours`, zh: `停机超过${hours}小时的`, holds: above },
    { column: 'text', en: `that mention ${word}`, zh: `提到${word}的`, holds: (order) => order.text.includes(word) },
  ];
}

function deny(condition: Condition): Condition {
  const said: Partial<Record<Condition['column'], readonly [en: string, zh: string]>> = {
    asset: [condition.en.replace('of ', 'that are not of '), `不是 ${condition.zh}`],
    type: [condition.en.replace('of work type', 'that are not of work type'), condition.zh.replace('为', '不是')],
    date: [condition.en.replace('in', 'that are not from'), `不在 ${condition.zh}的`],
    text: [condition.en.replace('mention', 'do not mention'), `没有${condition.zh}`],
    mode:
      condition.en === 'with no failure mode'
        ? ['with a failure mode that is not empty', '故障模式不为空的']
        : [condition.en.replace('with failure mode', 'whose failure mode is not'), condition.zh.replace('为', '不是')],
    cost: [condition.en.replace('more than', 'no more than'), condition.zh.replace('超过', '不超过')],
    hours: [condition.en.replace('more than', 'no more than'), condition.zh.replace('超过', '不超过')],
  };
  const [en, zh] = said[condition.column] ?? [condition.en, condition.zh];
  // A bound turned round is not met by an empty cell either.
  const measured = (order: Order) => condition.column !== 'hours' || order.hours !== undefined;
  return { ...condition, en, zh, holds: (order) => measured(order) && !condition.holds(order) };
}

const never = () => false;
const UNKNOWN: readonly Condition[] = [
  { column: 'unknown', en: 'that were overdue', zh: '逾期的', holds: never },
  { column: 'unknown', en: 'of the night shift', zh: '夜班的', holds: never },
  { column: 'unknown', en: 'raised at weekends', zh: '周末提出的', holds: never },
  { column: 'unknown', en: 'under warranty', zh: '质保期内的', holds: never },
];

function drawOrder(random: Random): Order {
  const day = `${random.integer(1, 28)}`.padStart(2, '0');
  return {
    asset: random.pick(ASSETS),
    date: `${random.pick(YEARS)}-${`${random.integer(1, 12)}`.padStart(2, '0')}-${day}`,
    type: random.pick(TYPES),
    mode: random.pick(MODES),
    cost: random.integer(1, 4_500),
    hours: random.chance(0.3) ? undefined : random.integer(1, 12),
    text: random.pick(TEXTS),
  };
}

function csvOf(orders: readonly Order[]): string {
  const lines = orders.map((order, index) =>
    [4_000 + index, order.date, order.asset, order.text, order.type, order.mode, order.hours ?? '', order.cost].join(','),
  );
  return `${['Order No,Date,Equipment,Short text,Work type,Failure mode,Downtime h,Cost', ...lines].join('\n')}\n`;
}
