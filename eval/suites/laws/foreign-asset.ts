import type { AnswerContent } from '../../../answering/index.ts';
import type { Random } from '../../../datasets/index.ts';
import type { Law } from './law.ts';
import type { LawDocument } from './law-site.ts';

type Language = 'zh' | 'en';

const KINDS = { en: ['pump', 'compressor', 'motor', 'heat exchanger'], zh: ['泵', '压缩机', '电机', '换热器'] } as const;
/** Ways to name a machine without its tag: a number or letter, an ordinal, another one. `fixed` may stand for a tag in its document. */
const NAMES: Readonly<
  Record<
    Language,
    { readonly fixed: readonly ((kind: string, n: number) => string)[]; readonly loose: readonly ((kind: string, n: number) => string)[] }
  >
> = {
  en: {
    fixed: [
      (kind, n) => `${kind} no. ${n}`,
      (kind, n) => `${kind} number ${n}`,
      (kind, n) => `${kind} ${n}B`,
      (kind) => `${kind} K`,
      (kind, n) => `${kind} #${n}`,
      (kind) => `${kind} II`,
      (kind, n) => `No. ${n} ${kind}`,
    ],
    loose: [
      (kind) => `the second ${kind}`,
      (kind) => `the other ${kind}`,
      (_, n) => `#${n}06`,
      (_, n) => `M${n}`,
      (_, n) => `Р-4${n}1`,
      (_, n) => `K-3${n}0`,
    ],
  },
  zh: {
    fixed: [
      (kind, n) => `${n}号${kind}`,
      (kind, n) => `${kind}${n}B`,
      (kind, n) => `${n}#${kind}`,
      (kind, n) => `${kind}编号${n}`,
      (kind) => `${kind}Ⅱ`,
    ],
    loose: [
      (kind) => `第二台${kind}`,
      (kind) => `另一台${kind}`,
      (kind) => `甲${kind}`,
      (_, n) => `#${n}06`,
      (_, n) => `Р-4${n}1`,
      (_, n) => `K-3${n}0`,
    ],
  },
};

interface Case {
  readonly documents: readonly LawDocument[];
  readonly question: string;
  readonly value: string;
  /** Whether the documents say that the asked tag goes by the name. */
  readonly isNamed: boolean;
  readonly name: string;
}

const CASES = 12;

/** A value of other equipment never answers for a tag, in whatever form the other is named; under its own name it does. */
export const foreignAsset: Law = {
  name: 'foreign-asset',
  states:
    'A value said of other equipment, however it is named, never answers for a tag; said of the tag by a name of its document, it does.',
  trials: 120,
  slice: 12,
  perSite: CASES,
  async begin(bench, random) {
    const site = await bench.open();
    const cases = Array.from({ length: CASES }, (_, at) => drawCase(random, at));
    for (const { documents } of cases) for (const document of documents) await site.send(document);
    await site.work();
    let next = 0;
    return async () => {
      const one = cases[next % cases.length] ?? drawCase(random, 0);
      next += 1;
      return broken(await site.ask(one.question), one);
    };
  },
};

function drawCase(random: Random, at: number): Case {
  const language = random.pick(['zh', 'en'] as const);
  const tag = `P-${610 + at * 7}`;
  const [one, other] = [random.pick(KINDS[language]), random.integer(2, 9)];
  const isNamed = random.integer(0, 2) === 0;
  const name = random.pick(isNamed ? NAMES[language].fixed : [...NAMES[language].fixed, ...NAMES[language].loose])(one, other);
  const value = `${random.integer(20, 90) + at * 100} N·m`;
  const says = language === 'zh' ? `${tag} 是循环水泵。` : `${tag} is a circulation pump.`;
  const names = language === 'zh' ? `${name}（${tag}）为循环水泵。` : `${name} (${tag}) is a circulation pump.`;
  const states = language === 'zh' ? `${name}的拧紧力矩为 ${value}。` : `The tightening torque of ${name} is ${value}.`;
  const title = language === 'zh' ? `# 第 ${at} 区说明` : `# Notes on area ${at}`;
  const question = language === 'zh' ? `${tag} 的拧紧力矩是多少？` : `What is the tightening torque of ${tag}?`;
  const document = (part: string, ...lines: readonly string[]): LawDocument => ({
    uri: `area-${at}-${part}.md`,
    content: `${title}\n\n${lines.join('\n\n')}\n`,
  });
  if (isNamed) return { documents: [document('a', names, states)], question, value, isNamed, name };
  const isApart = random.integer(0, 1) === 0;
  const documents = isApart ? [document('a', says), document('b', states)] : [document('a', says, states)];
  return { documents, question, value, isNamed, name };
}

function broken({ decision, claims }: AnswerContent, { question, value, isNamed, name }: Case): string | undefined {
  const isAnswered = decision === 'answered' && claims.some(({ text }) => text.includes(value));
  if (decision === 'answered' && !isNamed)
    return `“${question}” is answered: ${claims.map(({ text }) => text).join(' / ')} (said of ${name})`;
  if (isNamed && !isAnswered) return `“${question}” is ${decision} though the document says that it is ${name}`;
  return undefined;
}
