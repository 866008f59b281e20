import type { Random } from '../demo-plant/random.ts';

export const PAGE_LANGUAGES = ['zh', 'en', 'mixed'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** What a generated page says, from top to bottom. Codes and quantities stand in brackets, which are not drawn: `⟦P-101A⟧`. */
export type PageBlock =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'field' | 'step'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

const PARTS = {
  zh: [
    '离心泵',
    '电动机',
    '减速箱',
    '入口阀',
    '排放阀',
    '机械密封',
    '轴承座',
    '联轴器',
    '润滑油泵',
    '换热器',
    '压力变送器',
    '控制柜',
    '安全阀',
    '冷却风扇',
    '液位计',
  ],
  en: [
    'centrifugal pump',
    'drive motor',
    'gearbox',
    'suction valve',
    'drain valve',
    'mechanical seal',
    'bearing housing',
    'coupling',
    'oil pump',
    'heat exchanger',
    'pressure transmitter',
    'control cabinet',
    'relief valve',
    'cooling fan',
    'level gauge',
  ],
} as const;
const SENTENCES = {
  zh: [
    '运行时{part}{tag}的温度不得超过{temperature}，超过时应立即停机并报告班长。',
    '检修前关闭{part}{tag}，确认压力降至{pressure}以下后方可拆卸。',
    '{part}的额定功率为{power}，正常转速为{speed}，严禁反转。',
    '用{torque}的力矩对角拧紧法兰螺栓，再检查{part}是否泄漏。',
    '每运行{hours}更换一次{part}的润滑油，油位保持在{length}左右。',
    '如果{tag}发出报警，应先查看{part}的振动值，限值为{vibration}。',
    '安装{part}时，轴向间隙应调整到{length}，并做好记录。',
    '备件号{code}适用于{part}，更换时必须成套使用。',
  ],
  en: [
    'During operation the temperature of the {part} {tag} must not exceed {temperature}; stop the machine if it does.',
    'Before repair close the {part} {tag} and wait until the pressure is below {pressure}.',
    'The {part} is rated at {power} and runs at {speed}; never let it turn backwards.',
    'Tighten the flange bolts crosswise to {torque}, then check the {part} for leaks.',
    'Change the oil of the {part} every {hours} and keep the level at about {length}.',
    'If {tag} raises an alarm, look at the vibration of the {part} first; the limit is {vibration}.',
    'When the {part} is fitted, set the axial clearance to {length} and write it down.',
    'Spare part {code} fits the {part} and is replaced as a set only.',
  ],
} as const;
const HEADINGS = {
  zh: ['{part}的检查', '{part}的维护', '{part}的拆卸与安装'],
  en: ['Inspection of the {part}', 'Maintenance of the {part}', 'Removal of the {part}'],
} as const;
const TITLES = { zh: '{part}维护手册', en: 'Maintenance of the {part}' } as const;
const FIELDS = {
  zh: ['额定功率：{power}', '设备位号：{tag}', '最高温度：{temperature}', '出口压力：{pressure}'],
  en: ['Rated power: {power}', 'Equipment tag: {tag}', 'Highest temperature: {temperature}', 'Outlet pressure: {pressure}'],
} as const;
const HEADERS = { zh: ['位号', '名称', '额定值', '力矩'], en: ['Tag', 'Name', 'Rating', 'Torque'] } as const;

/** The text of one page of a manual, by seed. */
export function makePageText(random: Random, language: PageLanguage): readonly PageBlock[] {
  const side = (): 'zh' | 'en' => (language === 'mixed' ? random.pick(['zh', 'en'] as const) : language);
  const fill = (template: string, of: 'zh' | 'en'): string =>
    template.replace(/\{(\w+)\}/gu, (_, slot: string) => slotText(random, slot, of));
  const block = (
    kind: 'title' | 'heading' | 'paragraph' | 'field' | 'step',
    templates: readonly string[],
    of: 'zh' | 'en',
    prefix = '',
  ): PageBlock => ({
    kind,
    text: prefix + fill(random.pick(templates), of),
  });
  const titleSide = side();
  const blocks: PageBlock[] = [block('title', [TITLES[titleSide]], titleSide)];
  const chapter = random.integer(1, 9);
  for (let section = 1; section <= 2; section += 1) {
    const headed = side();
    blocks.push(block('heading', HEADINGS[headed], headed, `${chapter}.${section} `));
    for (let count = 0; count < 2; count += 1) {
      const of = side();
      const second = fill(random.pick(SENTENCES[of]), of);
      const first = fill(random.pick(SENTENCES[of]), of);
      blocks.push({ kind: 'paragraph', text: of === 'zh' ? first + second : `${first} ${second}` });
    }
    for (const template of random.sample(FIELDS[headed], 2)) blocks.push({ kind: 'field', text: fill(template, headed) });
    for (let step = 1; step <= 3; step += 1) {
      const of = side();
      blocks.push(block('step', SENTENCES[of], of, `${step}. `));
    }
  }
  const of = side();
  const rows = Array.from({ length: random.integer(3, 5) }, () => [
    fill('{tag}', of),
    random.pick(PARTS[of]),
    fill(random.pick(['{power}', '{pressure}', '{speed}']), of),
    fill('{torque}', of),
  ]);
  return [...blocks, { kind: 'table', rows: [HEADERS[of], ...rows] }];
}

function slotText(random: Random, slot: string, of: 'zh' | 'en'): string {
  const fact = (text: string): string => `⟦${text}⟧`;
  switch (slot) {
    case 'part':
      return random.pick(PARTS[of]);
    case 'tag':
      return fact(
        `${random.pick(['P', 'M', 'V', 'XV', 'PT', 'TT', 'FIC', 'LT', 'E', 'K'])}-${random.integer(100, 4_999)}${random.pick(['', '', 'A', 'B', 'C'])}`,
      );
    case 'code':
      return fact(`${random.integer(20, 99)}-${random.integer(1_000, 9_999)}-${random.integer(10, 99)}`);
    case 'temperature':
      return fact(`${random.integer(40, 150)} °C`);
    case 'pressure':
      return fact(`${random.pick(['0.', '1.', '2.', '10.'])}${random.integer(1, 9)} MPa`);
    case 'power':
      return fact(`${random.integer(1, 90)}.5 kW`);
    case 'speed':
      return fact(`${random.integer(9, 30) * 100 + random.integer(0, 99)} r/min`);
    case 'torque':
      return fact(`${random.integer(12, 350)} N·m`);
    case 'hours':
      return fact(`${random.integer(2, 80) * 100} h`);
    case 'length':
      return fact(`${random.pick(['0.', '1.', '12.'])}${random.integer(1, 9)} mm`);
    case 'vibration':
      return fact(`${random.integer(2, 11)}.${random.integer(1, 9)} mm/s`);
    default:
      throw new RangeError(`no slot is called ${slot}`);
  }
}
