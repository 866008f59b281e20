import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type GoldQuestion, generateDemoPlant } from '../../../datasets/index.ts';
import { findPolarities } from '../../../ontology/index.ts';
import type { Law } from './law.ts';
import type { LawSite } from './law-site.ts';

/** Words of two members that exclude each other, as questions over the demo plant have them. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['maximum', 'minimum'],
  ['highest', 'lowest'],
  ['high', 'low'],
  ['upper', 'lower'],
  ['install', 'remove'],
  ['start', 'stop'],
  ['open', 'close'],
  ['fill', 'drain'],
  ['inlet', 'outlet'],
  ['suction', 'discharge'],
  ['drive end', 'non-drive end'],
  ['最大', '最小'],
  ['最高', '最低'],
  ['上限', '下限'],
  ['过高', '过低'],
  ['安装', '拆卸'],
  ['启动', '停止'],
  ['打开', '关闭'],
  ['入口', '出口'],
  ['非驱动端', '驱动端'],
];

interface Swap {
  readonly stated: string;
  readonly opposed: string;
}

/** What is said of one member of a pair never answers for the other: in the gold questions of generated plants. */
export const goldPolarity: Law = {
  name: 'gold-polarity',
  states:
    'A gold question of a generated plant with one word swapped for its opposite is never answered with all of the same rows, nor with one that says the word it had.',
  trials: 60,
  slice: 6,
  perSite: 30,
  async begin(bench, random) {
    const site = await bench.open();
    const gold = await readPlant(site, random.integer(1, 1_000_000));
    const swaps = random.shuffle(gold.filter(({ answerable }) => answerable).flatMap(swapsOf));
    let next = 0;
    return async () => {
      const swap = swaps[next % swaps.length];
      next += 1;
      return swap === undefined ? undefined : broken(site, swap);
    };
  },
};

async function readPlant(site: LawSite, seed: number): Promise<readonly GoldQuestion[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-law-plant-'));
  try {
    const plant = await generateDemoPlant({ seed, folder });
    for (const { path } of plant.manifest.documents) await site.send({ uri: basename(path), content: await readFile(join(folder, path)) });
    await site.work();
    return plant.gold;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each word of a pair in a question, swapped by itself. */
function swapsOf({ question }: GoldQuestion): readonly Swap[] {
  return PAIRS.flatMap((pair) => [pair, [pair[1], pair[0]] as const]).flatMap(([word, other]) => {
    const whole = /[a-z]/.test(word) ? new RegExp(`(?<![\\p{L}-])${word}(?!\\p{L})`, 'iu') : new RegExp(`(?<!非)${word}`, 'u');
    return whole.test(question) ? [{ stated: question, opposed: question.replace(whole, other) }] : [];
  });
}

async function broken(site: LawSite, swap: Swap): Promise<string | undefined> {
  const { stated, opposed } = swap;
  const own = await site.ask(stated);
  if (own.decision !== 'answered') return undefined;
  const swapped = await site.ask(opposed);
  if (swapped.decision !== 'answered') return undefined;
  // A figure is another one by its words; of the rows of a symptom those without the swapped word answer both questions.
  const said = swapped.claims.filter(({ computed }) => computed !== undefined).map(({ text }) => text);
  const cited = new Set(
    swapped.claims
      .filter(({ computed }) => computed === undefined)
      .flatMap(({ citations }) => citations.map((at) => swapped.citations[at]?.passageId)),
  );
  const again = own.claims.filter(({ computed, citations, text }) =>
    computed === undefined ? citations.every((at) => cited.has(own.citations[at]?.passageId)) : said.includes(text),
  );
  if (again.length < own.claims.length && !again.some(({ text }) => saysOnlyStated(text, swap))) return undefined;
  return `"${stated}" and "${opposed}" are both answered: ${again.map(({ text }) => text).join(' / ')}`;
}

/** Whether a text holds a member that the question named before the swap, in any language, and none that it names after it. */
function saysOnlyStated(text: string, { stated, opposed }: Swap): boolean {
  const membersOf = (words: string) => new Set(findPolarities(words).map(({ set, member }) => `${set} ${member}`));
  const [before, after, held] = [membersOf(stated), membersOf(opposed), membersOf(text)];
  return [...held].some((one) => before.has(one) && !after.has(one)) && ![...held].some((one) => after.has(one) && !before.has(one));
}
