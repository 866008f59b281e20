import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateDemoPlant, type Random } from '../../../datasets/index.ts';
import type { Authority } from '../../../kernel/index.ts';
import { CAUSES, MACHINES, PARAMETERS, REMEDIES, STEPS, SYMPTOMS, TASKS, type Words } from '../../bench/bench-words.ts';
import { drawSheets } from './draw-sheets.ts';
import { scanNote } from './scan-note.ts';
import type { SiteDocument } from './site-document.ts';

/** Labels that documents carry and readers hold; Chinese and English, and one that is a part of another's name. */
export const LABELS = ['维修', 'safety', 'safety-audit', '财务'] as const;

export interface WrittenPlant {
  /** In the order in which they are sent: a later one of the same name is another version. */
  readonly documents: readonly SiteDocument[];
  /** Tags, codes, names and terms that documents hold, to ask about. */
  readonly words: readonly string[];
  readonly questions: readonly string[];
}

const TENANTS = { own: 'plant', other: 'neighbour' } as const;
const MACHINE_COUNT = 4;
const LOG_ROWS = 24;

/**
 * Writes a plant whose documents share tags, alarms, parts, names, document numbers and concepts across labels, so that whatever
 * is counted, ranked, joined or superseded over hidden documents shows: manuals in both languages with rival revisions, logs,
 * notes that join names, drawings of which sheets and revisions join, a scan, a second version now and then, and a neighbour tenant with
 * the same texts.
 */
export async function writePlant(folder: string, random: Random, demoSeed: number | undefined): Promise<WrittenPlant> {
  const machines = Array.from({ length: MACHINE_COUNT }, (_, index) => makeMachine(index, random));
  const worded: WordedDraft[] = machines.flatMap((machine) => manuals(machine, random));
  for (const [index, language] of (['en', 'zh', random.pick(['en', 'zh'] as const)] as const).entries())
    worded.push({ name: `orders-${index}.csv`, text: logText(machines, language, random), claims: { authority: 'log' } });
  for (let index = 0; index < 4; index++) worded.push({ name: `交接班-${index}.txt`, text: noteText(machines, random), claims: {} });
  const revised = random.sample(worded, 4).map((draft) => ({ ...draft, text: revise(draft, random) }));
  const sheets = await drawSheets(random);
  const scan = await scanNote(random, 'rounds.png', noteText(machines, random).split('\n\n'));
  const drafts: readonly Draft[] = [...worded, ...[...sheets.files, scan].map((file) => ({ ...file, claims: {} }))];

  const labelsOf = new Map(drafts.map((draft) => [draft.name, random.sample(LABELS, random.pick([0, 0, 1, 1, 1, 2]))]));
  const otherLabels = new Map(drafts.map((draft) => [draft.name, random.sample(LABELS, random.pick([0, 0, 1]))]));
  const documents: SiteDocument[] = [];
  for (const [round, drafted] of [drafts, revised].entries()) {
    const place = join(folder, String(round));
    await mkdir(place, { recursive: true });
    for (const { name, text, claims } of drafted) {
      const path = join(place, name);
      await writeFile(path, text);
      documents.push({ path, tenant: TENANTS.own, labels: labelsOf.get(name) ?? [], claims });
      if (random.chance(0.3)) documents.push({ path, tenant: TENANTS.other, labels: otherLabels.get(name) ?? [], claims });
    }
  }
  const words = [
    ...sheets.tags,
    ...machines.flatMap(({ tag, part, alarms, name }) => [tag, part, name.en, name.zh, ...alarms.map(({ code }) => code)]),
    ...[...SYMPTOMS, ...CAUSES, ...PARAMETERS].flatMap(({ en, zh }) => [en, zh]),
  ];
  const questions = [...machines.flatMap((machine) => questionsAbout(machine, random)), ...sheets.questions];
  if (demoSeed === undefined) return { documents, words, questions };
  const demo = await generateDemoPlant({ seed: demoSeed, folder: join(folder, 'demo') });
  return {
    documents: [
      ...documents,
      ...demo.manifest.documents.map(({ path }) => ({
        path: join(demo.folder, path),
        tenant: TENANTS.own,
        labels: random.sample(LABELS, random.pick([0, 1, 1])),
        claims: {},
      })),
    ],
    words,
    questions: [...questions, ...demo.gold.map(({ question }) => question)],
  };
}

interface Draft {
  readonly name: string;
  readonly text: string | Uint8Array;
  readonly claims: { readonly documentNumber?: string; readonly revision?: string; readonly authority?: Authority };
}

interface WordedDraft extends Draft {
  readonly text: string;
}

interface Machine {
  readonly tag: string;
  readonly part: string;
  readonly name: Words;
  readonly alarms: readonly { readonly code: string; readonly symptom: Words; readonly cause: Words; readonly remedy: Words }[];
}

function makeMachine(index: number, random: Random): Machine {
  return {
    tag: `P-${101 + index}`,
    part: `SKF-62${random.integer(10, 19)}`,
    name: random.pick(MACHINES),
    // Codes that machines share: what one means is said in several documents.
    alarms: random.sample([101, 102, 103, 104, 105, 106], 3).map((code) => ({
      code: `E${code}`,
      symptom: random.pick(SYMPTOMS),
      cause: random.pick(CAUSES),
      remedy: random.pick(REMEDIES),
    })),
  };
}

/** Two or three documents of one number, of which one reader sees the newest and another only the older. */
function manuals(machine: Machine, random: Random): WordedDraft[] {
  const language = random.pick(['en', 'zh'] as const);
  return ['A', 'B', 'C'].slice(0, random.integer(1, 3)).map((revision) => ({
    name: `${machine.tag}-${revision}.md`,
    text: manualText(machine, language, random),
    claims: { documentNumber: `OM-${machine.tag}`, revision, authority: random.pick(['approved-manual', 'oem-bulletin'] as const) },
  }));
}

function manualText(machine: Machine, language: keyof Words, random: Random): string {
  const { alarms, name, part, tag } = machine;
  const say = (en: string, zh: string): string => (language === 'en' ? en : zh);
  const task = random.pick(TASKS);
  return [
    say(`# ${name.en} ${tag}: manual`, `# ${name.zh} ${tag} 手册`),
    ...random
      .sample(PARAMETERS, 3)
      .map((one) => `${tag} ${one[language]}: ${Math.round(one.low + random.next() * (one.high - one.low))} ${one.unit}.`),
    [say('| Alarm | Symptom | Cause | Remedy |', '| 报警号 | 故障现象 | 原因 | 处理 |'), '|---|---|---|---|']
      .concat(
        alarms.map(({ code, symptom, cause, remedy }) => `| ${code} | ${symptom[language]} | ${cause[language]} | ${remedy[language]} |`),
      )
      .join('\n'),
    say(`Spare part of ${tag}: bearing ${part}.`, `${tag} 的备件：轴承 ${part}。`),
    `## ${task[language]}`,
    say('**WARNING** Switch the machine off before you start.', '**警告** 作业前必须断电。'),
    STEPS.map((step, index) => `${index + 1}. ${step[language]}`).join('\n'),
    '',
  ].join('\n\n');
}

function logText(machines: readonly Machine[], language: keyof Words, random: Random): string {
  const header = language === 'en' ? 'Work order,Date,Asset,Description,Action,Hours' : '工单号,日期,设备,故障现象,处理,工时';
  const lines = Array.from({ length: LOG_ROWS }, (_, row) => {
    const day = new Date(Date.UTC(2023, random.integer(0, 23), random.integer(1, 28))).toISOString().slice(0, 10);
    const said = `${random.pick(SYMPTOMS)[language]}; ${random.pick(CAUSES)[language]}`;
    const hours = random.chance(0.1) ? '' : (random.next() * 9).toFixed(1);
    return [`WO-${1000 + row}`, day, random.pick(machines).tag, said, random.pick(REMEDIES)[language], hours].join(',');
  });
  return [header, ...lines, ''].join('\n');
}

function noteText(machines: readonly Machine[], random: Random): string {
  const sentences = Array.from({ length: 5 }, () => {
    const { tag, alarms, part, name } = random.pick(machines);
    const [symptom, cause] = [random.pick(SYMPTOMS), random.pick(CAUSES)];
    const alarm = random.pick(alarms);
    return random.pick([
      `${tag} 出现${symptom.zh}，原因是${cause.zh} (${cause.en})。`,
      `The ${symptom.en} of ${tag} is caused by ${cause.en}.`,
      `Alarm ${alarm.code} means ${symptom.en}. 报警 ${alarm.code} 表示${alarm.symptom.zh}。`,
      `${tag} 是${name.zh} (${name.en})，备件 ${part}。`,
    ]);
  });
  return `${sentences.join('\n\n')}\n`;
}

function revise({ name, text }: WordedDraft, random: Random): string {
  const [tag, cause] = [`P-${101 + random.integer(0, MACHINE_COUNT - 1)}`, random.pick(CAUSES)];
  return name.endsWith('.csv')
    ? `${text}WO-2000,2024-06-05,${tag},${cause.en},${random.pick(REMEDIES).en},4\n`
    : `${text}\n${tag} 的振动过大的原因是${cause.zh}。\n`;
}

function questionsAbout({ tag, name, alarms }: Machine, random: Random): string[] {
  const [symptom, parameter, task] = [random.pick(SYMPTOMS), random.pick(PARAMETERS), random.pick(TASKS)];
  const { code } = random.pick(alarms);
  return [
    `What causes ${symptom.en} of ${tag}?`,
    `${tag} ${symptom.zh}的原因是什么？`,
    `What does alarm ${code} mean?`,
    `报警 ${code} 如何处理？`,
    `${tag} 在2023年有多少条工单？`,
    `Which asset has the most work orders in 2024?`,
    `What is the ${parameter.en.toLowerCase()} of ${tag}?`,
    `${name.zh} ${tag} 的${parameter.zh}是多少？`,
    `${task.en} on ${tag}: what are the steps?`,
    `Which spare part does ${tag} need?`,
    `Which documents are there about the ${name.en}?`,
  ];
}
