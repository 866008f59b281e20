import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CAUSES, MACHINES, PARAMETERS, REMEDIES, STEPS, SYMPTOMS, TASKS, type Words } from './bench-words.ts';

export interface Corpus {
  /** Markdown manuals, half Chinese and half English; some 100 passages each. */
  readonly manuals: readonly string[];
  readonly log: { readonly path: string; readonly rows: number };
  readonly queries: readonly string[];
  /** Of kinds that composers answer by their intent. */
  readonly questions: readonly string[];
  /** Of any form, as people put them: for these the place that answers is looked for. */
  readonly openQuestions: readonly string[];
}

const PASSAGES_A_MANUAL = 100;
const ALARMS = 24;
const TROUBLES = 16;
const ASKED = 120;

/**
 * Writes a corpus of about so many passages, half in manuals and half in the rows of a work-order log, with queries and
 * questions about it. The seed decides everything.
 */
export async function makeCorpus(folder: string, passages: number, seed: number): Promise<Corpus> {
  await mkdir(folder, { recursive: true });
  const random = randomOf(seed);
  const count = Math.max(2, Math.round(passages / 2 / PASSAGES_A_MANUAL));
  const machines = Array.from({ length: count }, (_, index) => makeMachine(index, random));
  const manuals: string[] = [];
  for (const machine of machines) {
    const path = join(folder, `${machine.model}-${machine.language}.md`);
    await writeFile(path, manualText(machine, random));
    manuals.push(path);
  }
  const rows = Math.floor(passages / 2);
  const log = join(folder, 'work-orders.csv');
  await writeFile(log, logText(machines, rows, random));
  const asked = Array.from({ length: ASKED }, (_, index) => ask(pick(machines, random), index, random));
  return {
    manuals,
    log: { path: log, rows },
    queries: asked.map(({ query }) => query),
    questions: asked.map(({ question }) => question),
    openQuestions: Array.from({ length: ASKED }, (_, index) => askOpenly(pick(machines, random), index, random)),
  };
}

export type Random = () => number;

/** Mulberry32: numbers in [0, 1) that the seed decides. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('there is nothing to pick from');
  return item;
}

interface Machine {
  readonly tag: string;
  readonly model: string;
  readonly name: Words;
  readonly language: keyof Words;
  readonly alarms: readonly { readonly code: string; readonly symptom: Words; readonly cause: Words; readonly remedy: Words }[];
}

function makeMachine(index: number, random: Random): Machine {
  const alarms = Array.from({ length: ALARMS }, (_, alarm) => ({
    code: `E${1000 + index * ALARMS + alarm}`,
    symptom: pick(SYMPTOMS, random),
    cause: pick(CAUSES, random),
    remedy: pick(REMEDIES, random),
  }));
  return {
    tag: `P-${1001 + index}`,
    model: `HX${20 + index}`,
    name: pick(MACHINES, random),
    language: index % 2 === 0 ? 'en' : 'zh',
    alarms,
  };
}

function manualText(machine: Machine, random: Random): string {
  const { alarms, language, model, name, tag } = machine;
  const say = (en: string, zh: string): string => (language === 'en' ? en : zh);
  const title = say(`${name.en} ${model} (${tag}): operating manual`, `${name.zh} ${model}（${tag}）使用维护手册`);
  const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
    [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const parameters = PARAMETERS.map((one) => [one[language], `${Math.round(one.low + random() * (one.high - one.low))} ${one.unit}`]);
  const troubles = Array.from({ length: TROUBLES }, () => [pick(SYMPTOMS, random), pick(CAUSES, random), pick(REMEDIES, random)]);
  return [
    `# ${title}`,
    say(`## Specification of ${tag}`, `## ${tag} 技术参数`),
    table([say('Parameter', '参数'), say('Value', '数值')], parameters),
    say('## Alarms', '## 报警'),
    table(
      [say('Alarm', '报警号'), say('Meaning', '报警内容'), say('Cause', '原因'), say('Remedy', '处理')],
      alarms.map(({ code, symptom, cause, remedy }) => [code, symptom[language], cause[language], remedy[language]]),
    ),
    say('## Troubleshooting', '## 故障排除'),
    table(
      [say('Symptom', '故障现象'), say('Cause', '原因'), say('Remedy', '排除方法')],
      troubles.map((cells) => cells.map((cell) => cell[language])),
    ),
    ...TASKS.flatMap((task) => [
      `## ${task[language]}`,
      say('**WARNING** Switch the machine off before you start.', '**警告** 作业前必须断电。'),
      STEPS.map((step, index) => `${index + 1}. ${step[language]}${say('.', '。')}`).join('\n'),
    ]),
    '',
  ].join('\n\n');
}

function logText(machines: readonly Machine[], rows: number, random: Random): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const machine = pick(machines, random);
    const language = random() < 0.5 ? 'en' : 'zh';
    const day = new Date(Date.UTC(2021, 0, 1 + Math.floor(random() * 1400))).toISOString().slice(0, 10);
    const said = `${pick(SYMPTOMS, random)[language]}${language === 'en' ? '; ' : '，'}${pick(CAUSES, random)[language]}`;
    return [`WO-${100_000 + row}`, day, machine.tag, said, pick(REMEDIES, random)[language], (random() * 9).toFixed(1)].join(',');
  });
  return ['Work order,Date,Asset,Description,Action,Hours', ...lines, ''].join('\n');
}

function ask(machine: Machine, index: number, random: Random): { query: string; question: string } {
  const { alarms, tag } = machine;
  const chinese = random() < 0.5;
  const symptom = pick(SYMPTOMS, random);
  const parameter = pick(PARAMETERS, random);
  const alarm = pick(alarms, random);
  const task = pick(TASKS, random);
  const kinds = [
    [`${symptom.en} ${tag}`, `What causes ${symptom.en} on ${tag}?`, `${tag} ${symptom.zh}`, `${tag} ${symptom.zh}的原因是什么？`],
    [`alarm ${alarm.code}`, `What does alarm ${alarm.code} mean?`, `报警 ${alarm.code}`, `报警 ${alarm.code} 是什么意思？`],
    [
      `${parameter.en} ${tag}`,
      `What is the ${parameter.en.toLowerCase()} of ${tag}?`,
      `${tag} ${parameter.zh}`,
      `${tag} 的${parameter.zh}是多少？`,
    ],
    [`${task.en} ${tag}`, `${task.en} on ${tag}: what are the steps?`, `${tag} ${task.zh}`, `${tag} ${task.zh}的步骤是什么？`],
    [`work orders ${tag}`, `How many work orders does ${tag} have in 2023?`, `${tag} 工单`, `${tag} 在2023年有多少条工单？`],
  ] as const;
  const kind = kinds[index % kinds.length] ?? kinds[0];
  return chinese ? { query: kind[2], question: kind[3] } : { query: kind[0], question: kind[1] };
}

function askOpenly({ alarms, name, model, tag }: Machine, index: number, random: Random): string {
  const chinese = random() < 0.5;
  const { symptom, cause } = pick(alarms, random);
  const task = pick(TASKS, random);
  const step = pick(STEPS, random);
  const other = pick(PARAMETERS, random);
  const kinds = [
    [`Do I have to switch ${tag} off before ${task.en.toLowerCase()}?`, `${tag} ${task.zh}之前一定要断电吗？`],
    [
      `our ${name.en} ${model} keeps showing ${symptom.en}, could that be a ${cause.en}?`,
      `${model} ${name.zh}老是${symptom.zh}，会不会是${cause.zh}？`,
    ],
    [`Which alarms of ${tag} point to a ${cause.en}?`, `${tag} 哪些报警和${cause.zh}有关？`],
    [`When do I "${step.en.toLowerCase()}" while ${task.en.toLowerCase()}?`, `${task.zh}的时候，${step.zh}是在哪一步做？`],
    [
      `Where do I find ${other.en.toLowerCase()} of the ${name.en} ${model}, and is it enough for us?`,
      `${name.zh} ${model} 的${other.zh}在哪里能查到，够不够用？`,
    ],
    [`Is it true that a ${cause.en} makes the ${name.en} show ${symptom.en}?`, `${cause.zh}真的会让${name.zh}${symptom.zh}吗？`],
  ] as const;
  const kind = kinds[index % kinds.length] ?? kinds[0];
  return kind[chinese ? 1 : 0];
}
