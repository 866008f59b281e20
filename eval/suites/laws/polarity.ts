import type { AnswerContent } from '../../../answering/index.ts';
import type { Random } from '../../../datasets/index.ts';
import type { Law } from './law.ts';
import type { LawDocument } from './law-site.ts';

/** Wordings of two members that exclude each other, with what they are said of in rows, sentences and titles of sections. */
interface Pair {
  readonly members: readonly [string, string];
  readonly language: 'zh' | 'en';
}

const VALUE_PAIRS: readonly Pair[] = [
  { members: ['maximum', 'minimum'], language: 'en' },
  { members: ['Upper limit of the', 'Lower limit of the'], language: 'en' },
  { members: ['inlet', 'outlet'], language: 'en' },
  { members: ['supply', 'return'], language: 'en' },
  { members: ['最大', '最小'], language: 'zh' },
  { members: ['最高', '最低'], language: 'zh' },
  { members: ['入口', '出口'], language: 'zh' },
  { members: ['最大', '额定'], language: 'zh' },
  { members: ['maximum', 'rated'], language: 'en' },
];
const WORK_PAIRS: readonly Pair[] = [
  { members: ['install', 'remove'], language: 'en' },
  { members: ['open', 'close'], language: 'en' },
  { members: ['安装', '拆卸'], language: 'zh' },
  { members: ['打开', '关闭'], language: 'zh' },
];
const VALUES = [
  { en: 'pressure', zh: '压力', unit: 'bar' },
  { en: 'temperature', zh: '温度', unit: '°C' },
  { en: 'flow', zh: '流量', unit: 'm³/h' },
];
const PARTS = [
  { en: 'mechanical seal', zh: '机械密封' },
  { en: 'check valve', zh: '止回阀' },
  { en: 'cover', zh: '端盖' },
];

interface Case {
  readonly document: LawDocument;
  readonly stated: string;
  readonly opposed: string;
}

/**
 * What is said of one member of a pair never answers for the other: in generated rows, sentences and procedures, zh and en.
 */
export const polarity: Law = {
  name: 'polarity',
  states: 'A question with the other member of a pair (maximum for minimum, 拆卸 for 安装) is never answered with the same words.',
  trials: 120,
  slice: 12,
  perSite: 12,
  async begin(bench, random) {
    const site = await bench.open();
    const cases = Array.from({ length: CASES }, (_, at) => drawCase(random, at));
    for (const { document } of cases) await site.send(document);
    await site.work();
    let next = 0;
    return async () => {
      const { stated, opposed } = cases[next % cases.length] ?? drawCase(random, 0);
      next += 1;
      return broken(await site.ask(stated), await site.ask(opposed), stated, opposed);
    };
  },
};

const CASES = 12;

function drawCase(random: Random, at: number): Case {
  const tag = `P-${100 + at * 7}`;
  const isWork = random.integer(0, 2) === 0;
  const { members, language } = random.pick(isWork ? WORK_PAIRS : VALUE_PAIRS);
  const [said, other] = random.integer(0, 1) === 0 ? members : [members[1], members[0]];
  const part = random.pick(PARTS)[language];
  const { unit, ...names } = random.pick(VALUES);
  const name = names[language];
  const value = `${random.integer(2, 90)} ${unit}`;
  if (isWork) {
    const title = language === 'zh' ? `${said}${part}` : `To ${said} the ${part}`;
    const ask = (word: string) => (language === 'zh' ? `${tag} 的${part}怎么${word}？` : `How do I ${word} the ${part} of ${tag}?`);
    const steps = language === 'zh' ? ['停泵并上锁。', '用专用工具操作。'] : ['Lock out the pump.', 'Use the special tool.'];
    const content = `# ${tag}\n\n## ${title}\n\n${steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}\n`;
    return { document: { uri: `${tag}.md`, content }, stated: ask(said), opposed: ask(other) };
  }
  const ask = (word: string) =>
    language === 'zh' ? `${tag} 的${word}${name}是多少？` : `What is the ${word.toLowerCase()} ${name} of ${tag}?`;
  const rows = random.integer(0, 1) === 0;
  const header = language === 'zh' ? '| 参数 | 数值 |' : '| Parameter | Value |';
  const label = language === 'zh' ? `${said}${name}` : `${said} ${name}`;
  const sentence = language === 'zh' ? `${tag} 的${label}为 ${value}。` : `The ${said.toLowerCase()} ${name} of ${tag} is ${value}.`;
  const body = rows ? `${header}\n| --- | --- |\n| ${label} | ${value} |\n` : `${sentence}\n`;
  return { document: { uri: `${tag}.md`, content: `# ${tag}\n\n${body}` }, stated: ask(said), opposed: ask(other) };
}

function broken(own: AnswerContent, swapped: AnswerContent, stated: string, opposed: string): string | undefined {
  if (own.decision !== 'answered') return `"${stated}" was not answered: ${own.decision} ${own.missing}`;
  const said = new Set(own.citations.map(({ passageId }) => passageId));
  const same = swapped.decision === 'answered' && swapped.citations.some(({ passageId }) => said.has(passageId));
  return same ? `"${stated}" and "${opposed}" are both answered: ${swapped.claims.map(({ text }) => text).join(' / ')}` : undefined;
}
