import type { Random } from '../../../datasets/index.ts';
import type { Law } from './law.ts';

const WORDS = {
  en: {
    title: 'Manual of pump P-101',
    parts: ['mechanical seal', 'bearing', 'coupling', 'impeller', 'oil filter'],
    jobs: ['Removal', 'Installation', 'Cleaning'],
    ask: [
      (part: string) => `How do I remove the ${part}?`,
      (part: string) => `How do I install the ${part}?`,
      (part: string) => `How do I clean the ${part}?`,
    ],
    step: (n: number) => `Turn item ${n} by hand.`,
    warning: (n: number) => `WARNING: Item ${n} is hot.`,
    colon: ':',
  },
  zh: {
    title: 'P-101 泵手册',
    parts: ['机械密封', '轴承', '联轴器', '叶轮', '滤油器'],
    jobs: ['拆卸', '安装', '清洗'],
    ask: [(part: string) => `怎样拆卸${part}？`, (part: string) => `如何安装${part}？`, (part: string) => `${part}怎么清洗？`],
    step: (n: number) => `用手转动 ${n} 号零件。`,
    warning: (n: number) => `警告：${n} 号零件高温。`,
    colon: '：',
  },
} as const;

interface Job {
  readonly title: string;
  readonly steps: readonly string[];
}

interface Chapter {
  readonly part: string;
  readonly jobs: readonly Job[];
  readonly warning: string;
}

/** H3 on generated manuals: sections and lists are told apart by where they stand, whatever they are called. */
export const placeNotText: Law = {
  name: 'place-not-text',
  states: 'Sections of equal title and lists with lead-ins under one heading are never mixed: one job is answered, with its warnings.',
  trials: 80,
  slice: 8,
  perSite: 8,
  async begin(bench) {
    const site = await bench.open();
    return async (random) => {
      const words = WORDS[random.pick(['en', 'zh'] as const)];
      const form = random.pick(['sections', 'lists'] as const);
      const format = random.pick(['md', 'html'] as const);
      const chapters = drawChapters(words, random);
      const content = write(words.title, chapters, form, format, words.colon, random);
      const { documentId } = await site.send({ uri: `${random.integer(0, 1e9)}.${format}`, content });
      await site.work();
      const chapter = random.pick(chapters);
      const job = random.integer(0, words.jobs.length - 1);
      const question = words.ask[job]?.(chapter.part) ?? '';
      const answer = await site.ask(question, { scope: { documents: [documentId] } });
      const said = answer.claims.map(({ text }) => text);
      const warned = answer.safety.map(({ text }) => text);
      const wanted = chapter.jobs[job]?.steps ?? [];
      const isRight = same(said, wanted) && same(warned, [chapter.warning]);
      const what = `"${question}" (${form}, ${format}) ${answer.decision} ${answer.missing}`;
      return isRight ? undefined : `${what}: ${said.join(' | ')} / ${warned.join(' | ')}; wanted ${wanted.join(' | ')}\n${content}`;
    };
  },
};

function drawChapters(words: (typeof WORDS)['en' | 'zh'], random: Random): Chapter[] {
  let number = 0;
  const next = () => {
    number += 1;
    return number;
  };
  return words.parts.slice(0, random.integer(2, words.parts.length)).map((part) => ({
    part,
    warning: words.warning(next()),
    jobs: words.jobs.map((title) => ({ title, steps: Array.from({ length: random.integer(1, 6) }, () => words.step(next())) })),
  }));
}

/** Jobs of a part as sections of their own, or as lists with lead-ins in the part's section, whose numbers may run on. */
function write(
  title: string,
  chapters: readonly Chapter[],
  form: 'sections' | 'lists',
  format: 'md' | 'html',
  colon: string,
  random: Random,
): string {
  const runsOn = random.chance(0.5);
  const heading = (level: number, text: string) => (format === 'md' ? `${'#'.repeat(level)} ${text}\n` : `<h${level}>${text}</h${level}>`);
  const paragraph = (text: string) => (format === 'md' ? `${text}\n` : `<p>${text}</p>`);
  const body = chapters.map(({ part, warning, jobs }) => {
    let from = 1;
    const written = jobs.map(({ title: name, steps }) => {
      const list = writeList(steps, from, format);
      if (runsOn && form === 'lists') from += steps.length;
      return [form === 'sections' ? heading(3, name) : paragraph(`${name}${colon}`), list].join('\n');
    });
    return [heading(2, part), paragraph(warning), ...written].join('\n');
  });
  const whole = [heading(1, title), ...body].join('\n');
  return format === 'md' ? whole : `<html><body>${whole}</body></html>`;
}

function writeList(steps: readonly string[], from: number, format: 'md' | 'html'): string {
  if (format === 'md') return `${steps.map((text, at) => `${from + at}. ${text}`).join('\n')}\n`;
  return `<ol start="${from}">${steps.map((text) => `<li>${text}</li>`).join('')}</ol>`;
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, at) => text === right[at]);
}
