import { createRandom, type OneLine, type OneLineTruth, oneLineTruth } from '../../../datasets/index.ts';
import type { DrawnQuestion } from './drawn-question.ts';

type Asked = 'upstream' | 'downstream' | 'isolation' | 'where' | 'unknown';

/** `@` is the tag that is asked about. */
const WORDINGS: Readonly<Record<'zh' | 'en', Readonly<Record<Asked, readonly string[]>>>> = {
  en: {
    upstream: ['What feeds @?', 'What powers @?', 'Where does @ get its power from?', 'Which breaker feeds @?', 'From what is @ powered?'],
    downstream: ['What does @ feed?', 'What is powered from @?', 'Which loads does @ supply?'],
    isolation: [
      'Which breaker isolates @?',
      'Which breakers have to be opened to isolate @?',
      'To de-energize @, which breaker must be opened?',
    ],
    where: ['Where is @ drawn?', 'On which drawing is @ shown?'],
    unknown: ['What feeds @?', 'Which breaker isolates @?'],
  },
  zh: {
    upstream: ['什么给 @ 供电？', '哪个断路器给 @ 供电？', '@ 由什么供电？', '@ 的电源来自哪里？'],
    downstream: ['@ 给哪些设备供电？', '哪些设备由 @ 供电？', '@ 的下游是什么？'],
    isolation: ['断开哪个断路器可以隔离 @？', '哪些断路器可以隔离 @？', '@ 停电要断开哪个断路器？', '隔离 @ 要拉开哪个断路器？'],
    where: ['@ 画在哪张图上？', '哪张图上有 @？'],
    unknown: ['什么给 @ 供电？', '断开哪个断路器可以隔离 @？'],
  },
};
const LISTS = {
  en: { breakers: 'Which breakers are on drawing @?', motors: 'List the motors on drawing @.' },
  zh: { breakers: '图纸 @ 上有哪些断路器？', motors: '列出图纸 @ 上的所有电动机。' },
} as const;

/** Questions about a one-line diagram by its seed, in both languages, with truth from what it was drawn from. */
export function oneLineQuestions(oneLine: OneLine): readonly DrawnQuestion[] {
  const random = createRandom(oneLine.seed, 'one-line questions');
  const truth = oneLineTruth(oneLine);
  const edges = edgesOf(truth);
  const questions: DrawnQuestion[] = [];
  const ask = (kind: Asked, tag: string, wanted: readonly string[]): void => {
    const language = random.pick(['zh', 'en'] as const);
    questions.push({ kind, language, question: random.pick(WORDINGS[language][kind]).replace('@', tag), wanted });
  };
  const some = (names: readonly string[], count: number): readonly string[] => random.sample(names, Math.min(count, names.length));
  const loads = [...truth.motors, ...truth.boards, ...truth.machines];
  const fed = (end: 'from' | 'to', names: readonly string[]): readonly string[] =>
    names.filter((tag) => edges.some((edge) => edge.isDirected && edge[end] === tag));
  for (const tag of some(fed('to', loads), 4)) ask('upstream', tag, walk(truth, tag, 'upstream'));
  for (const tag of some(fed('from', [...truth.breakers, ...truth.buses, ...truth.devices]), 4))
    ask('downstream', tag, walk(truth, tag, 'downstream'));
  const parted = [...loads, ...truth.buses, ...truth.devices].filter((tag) => nearestBreakers(truth, tag).length > 0);
  for (const tag of some(parted, 5)) ask('isolation', tag, nearestBreakers(truth, tag));
  for (const tag of some([...truth.breakers, ...loads, ...truth.cables], 2)) ask('where', tag, [oneLine.number]);
  for (const tag of ['M-9871', 'QF-9872']) ask('unknown', tag, []);
  for (const what of ['breakers', 'motors'] as const)
    if (truth[what].length > 0) {
      const { language } = oneLine;
      questions.push({ kind: 'list', language, question: LISTS[language][what].replace('@', oneLine.number), wanted: truth[what] });
    }
  return questions;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly isDirected: boolean;
}

function edgesOf({ conductors, drives }: OneLineTruth): readonly Edge[] {
  return [...conductors, ...drives.map(([from, to]) => ({ from, to, isDirected: true }))];
}

/** Conductors on the way to the first bus or source, or to the loads and their machines. */
function walk(truth: OneLineTruth, start: string, way: 'upstream' | 'downstream'): readonly string[] {
  const passed = new Set([...truth.breakers, ...truth.devices, ...truth.motors]);
  const pairs = new Set<string>();
  const seen = new Set([start]);
  for (const at of seen)
    for (const { from, to, isDirected } of edgesOf(truth)) {
      const [near, far] = way === 'upstream' ? [to, from] : [from, to];
      if (near !== at || !isDirected || (at !== start && !passed.has(at))) continue;
      pairs.add(`${from} > ${to}`);
      seen.add(far);
    }
  return [...pairs];
}

/** Breakers that are met first on every conductor around a thing. */
function nearestBreakers(truth: OneLineTruth, start: string): readonly string[] {
  const breakers = new Set<string>();
  const seen = new Set([start]);
  for (const at of seen)
    for (const { from, to } of edgesOf(truth)) {
      const far = from === at ? to : to === at ? from : undefined;
      if (far === undefined) continue;
      if (truth.breakers.includes(far)) breakers.add(far);
      else seen.add(far);
    }
  return [...breakers];
}
