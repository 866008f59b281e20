import { createRandom, type Random, type Skid, type SkidTruth, skidTruth } from '../../../datasets/index.ts';
import type { DrawnQuestion } from './drawn-question.ts';

type Wordings = Readonly<Record<Exclude<DrawnQuestion['kind'], 'list'>, readonly string[]>>;

/** `@` is the tag that is asked about. */
const WORDINGS: Readonly<Record<'zh' | 'en', Wordings>> = {
  en: {
    upstream: ['What is upstream of @?', 'What feeds @?', 'Which equipment supplies @?', 'Where does @ get its flow from?'],
    downstream: ['What is downstream of @?', 'What does @ feed?', 'Where does @ discharge to?', 'What is fed from @?'],
    isolation: ['Which valves isolate @?', 'What valves have to be closed to isolate @?', 'List the isolation valves around @.'],
    measures: ['What does @ measure?', 'What does the instrument @ measure and control?'],
    controls: ['What does @ control?', 'Which valve does @ act on?'],
    'controlled-by': ['What controls @?', 'Which controller sets @?', 'By what is @ controlled?'],
    loop: ['Which loop does @ belong to?', 'To which control loop does @ belong?'],
    members: ['Which instruments are in loop @?', 'What belongs to loop @?'],
    where: ['Where is @ drawn?', 'On which drawing is @ shown?'],
    state: ['Is @ normally open or closed?', 'What is the normal position of @?', 'Is @ a normally open valve?'],
    states: ['Which valves are normally @?', 'List the normally @ valves.'],
    unknown: ['What is upstream of @?', 'Which valves isolate @?'],
  },
  zh: {
    upstream: ['@ 的上游是什么？', '哪些设备给 @ 供水？', '什么流向 @？', '@ 由哪台设备供水？'],
    downstream: ['@ 的下游是什么？', '@ 向哪些设备供水？', '@ 的出口去哪里？', '@ 送往什么设备？'],
    isolation: ['哪些阀门可以隔离 @？', '隔离 @ 要关哪些阀门？', '@ 的隔离阀有哪些？'],
    measures: ['@ 测量什么？', '仪表 @ 测量和控制什么？'],
    controls: ['@ 控制什么？', '@ 调节哪个阀门？'],
    'controlled-by': ['什么控制 @？', '@ 由哪个仪表控制？'],
    loop: ['@ 属于哪个回路？', '@ 在哪个控制回路中？'],
    members: ['回路 @ 有哪些仪表？', '@ 回路包括哪些仪表？'],
    where: ['@ 画在哪张图上？', '哪张图上有 @？'],
    state: ['@ 是常开还是常闭？', '@ 的正常位置是什么？', '@ 常闭吗？'],
    states: ['哪些阀门是@的？', '@阀有哪些？'],
    unknown: ['@ 的上游是什么？', '哪些阀门可以隔离 @？'],
  },
};
const POSITIONS = { en: { open: 'open', closed: 'closed' }, zh: { open: '常开', closed: '常闭' } } as const;
const LISTS = {
  en: {
    instruments: 'Which instruments are on drawing @?',
    valves: 'List the valves on drawing @.',
    equipment: 'What equipment is on drawing @?',
  },
  zh: { instruments: '图纸 @ 上有哪些仪表？', valves: '列出图纸 @ 上的所有阀门。', equipment: '图纸 @ 上有哪些设备？' },
} as const;

/** Questions about a skid by its seed, in its language and in the other one, with truth from what it was drawn from. */
export function skidQuestions(skid: Skid): readonly DrawnQuestion[] {
  const random = createRandom(skid.seed, 'questions');
  const truth = skidTruth(skid);
  const questions: DrawnQuestion[] = [];
  const ask = (kind: Exclude<DrawnQuestion['kind'], 'list'>, tag: string, wanted: readonly string[]): void => {
    const language = random.pick(['zh', 'en'] as const);
    const question = random.pick(WORDINGS[language][kind]).replace('@', tag);
    questions.push({ kind, language, question, wanted });
  };
  const things = [...truth.machines, ...truth.valves];
  const some = (names: readonly string[], count: number): readonly string[] => random.sample(names, Math.min(count, names.length));
  for (const tag of some(fed(truth, things, 'to'), 4)) ask('upstream', tag, walk(truth, tag, 'upstream'));
  for (const tag of some(fed(truth, things, 'from'), 4)) ask('downstream', tag, walk(truth, tag, 'downstream'));
  const parted = truth.machines.filter((tag) => nearestValves(skid, truth, tag).length > 0);
  for (const tag of some(parted, 4)) ask('isolation', tag, nearestValves(skid, truth, tag));
  for (const [tag, target] of random.sample(truth.measures, Math.min(3, truth.measures.length)))
    ask('measures', tag, [`${tag} > ${target}`]);
  for (const [tag, valve] of random.sample(truth.controls, Math.min(2, truth.controls.length))) {
    ask('controls', tag, [`${tag} > ${valve}`]);
    ask('controlled-by', valve, [`${tag} > ${valve}`]);
  }
  for (const tag of some(truth.instruments, 2)) ask('loop', tag, [`${tag} > ${loopOf(tag)}`]);
  for (const [controller, valve] of truth.controls.slice(0, 1)) {
    const loop = loopOf(controller);
    const members = [...truth.instruments, valve].filter((tag) => loopOf(tag) === loop);
    ask(
      'members',
      loop,
      members.map((tag) => `${tag} > ${loop}`),
    );
  }
  for (const sheet of skid.sheets) questions.push(listQuestion(skid, sheet, random));
  for (const tag of some(things, 2))
    ask(
      'where',
      tag,
      skid.sheets.filter((sheet) => tagsOf(sheet).includes(tag)).map(({ number }) => number),
    );
  for (const tag of ['P-9871', 'HV-9872']) ask('unknown', tag, []);
  const set = itemsOf(skid).filter(({ normal }) => normal !== undefined);
  for (const { tag, normal } of random.sample(set, Math.min(2, set.length))) ask('state', tag, [`${tag} > ${normal}`]);
  for (const position of ['open', 'closed'] as const) {
    const wanted = set.filter(({ normal }) => normal === position).map(({ tag }) => `${tag} > ${position}`);
    const language = random.pick(['zh', 'en'] as const);
    const question = random.pick(WORDINGS[language].states).replace('@', POSITIONS[language][position]);
    if (wanted.length > 0) questions.push({ kind: 'states', language, question, wanted });
  }
  return questions;
}

function fed({ connections }: SkidTruth, things: readonly string[], end: 'from' | 'to'): readonly string[] {
  return things.filter((tag) => connections.some((one) => one[end] === tag));
}

/** Connections on the way to the first machine on each pipe. */
function walk({ connections, machines }: SkidTruth, start: string, way: 'upstream' | 'downstream'): readonly string[] {
  const pairs = new Set<string>();
  const seen = new Set([start]);
  for (let frontier = [start]; frontier.length > 0; ) {
    const next = connections.flatMap(({ from, to }) => {
      const [near, far] = way === 'upstream' ? [to, from] : [from, to];
      if (!frontier.includes(near)) return [];
      pairs.add(`${from} > ${to}`);
      return machines.includes(far) || seen.has(far) ? [] : [far];
    });
    for (const one of next) seen.add(one);
    frontier = [...new Set(next)];
  }
  return [...pairs];
}

function itemsOf({ sheets }: Pick<Skid, 'sheets'>) {
  return sheets.flatMap(({ chains }) => chains.flatMap(({ stations }) => stations.flatMap(({ branches }) => branches.flat())));
}

/** Gate and ball valves that are met first on the pipes around a machine; check and control valves part nothing. */
function nearestValves({ sheets }: Skid, { connections }: SkidTruth, start: string): readonly string[] {
  const shutting = new Set(
    itemsOf({ sheets })
      .filter(({ kind }) => kind === 'gate' || kind === 'ball')
      .map(({ tag }) => tag),
  );
  const valves = new Set<string>();
  const seen = new Set([start]);
  for (const at of seen)
    for (const { from, to } of connections) {
      const far = from === at ? to : to === at ? from : undefined;
      if (far === undefined) continue;
      if (shutting.has(far)) valves.add(far);
      else seen.add(far);
    }
  return [...valves];
}

function loopOf(tag: string): string {
  return tag.replace(/^([A-Z])[A-Z]*-/u, '$1-');
}

type Sheet = Skid['sheets'][number];

function tagsOf({ chains }: Sheet): readonly string[] {
  return chains.flatMap(({ stations }) => stations.flatMap(({ branches }) => branches.flat().map(({ tag }) => tag)));
}

const VALVES: readonly string[] = ['gate', 'ball', 'check', 'control'];

function listQuestion({ language }: Skid, { number, chains }: Sheet, random: Random): DrawnQuestion {
  const what = random.pick(['instruments', 'valves', 'equipment'] as const);
  const items = chains
    .flatMap(({ stations }) => stations.flatMap(({ branches }) => branches.flat()))
    .filter(({ kind }) => kind !== 'connector');
  const wanted =
    what === 'instruments'
      ? chains.flatMap(({ instruments }) =>
          instruments.flatMap(({ tag, controller }) => [tag, ...(controller === undefined ? [] : [controller.tag])]),
        )
      : items.filter(({ kind }) => VALVES.includes(kind) === (what === 'valves')).map(({ tag }) => tag);
  return { kind: 'list', language, question: LISTS[language][what].replace('@', number), wanted };
}
