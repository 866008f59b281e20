import type { Random } from '../../../datasets/index.ts';
import { CAUSES, MACHINES, PARAMETERS, REMEDIES, STEPS, SYMPTOMS, type Words } from '../../bench/bench-words.ts';

const TAGS = ['P-101', 'P-102', 'P-103', 'V-7'] as const;
const ALARMS = ['E101', 'E102', 'AL-17'] as const;
const PARTS = ['SKF-6205', 'MS-2041-08', '6310-C3'] as const;
const ROWS = { least: 3, most: 15 } as const;

/** A small manual, log or note in Chinese, English or both, by the ending of its name; any two share tags, alarms and terms. */
export function drawDocument(uri: string, random: Random): string {
  if (uri.endsWith('.md')) return manualText(random);
  return uri.endsWith('.csv') ? logText(random) : noteText(random);
}

/** Questions that such documents answer in part. */
export function drawQuestion(random: Random): string {
  const [tag, alarm, symptom] = [random.pick(TAGS), random.pick(ALARMS), random.pick(SYMPTOMS)];
  return random.pick([
    `What causes ${symptom.en} of ${tag}?`,
    `${tag} ${symptom.zh}的原因是什么？`,
    `What does alarm ${alarm} mean?`,
    `报警 ${alarm} 如何处理？`,
    `${tag} 有多少条工单？`,
    `Which spare part does ${tag} need?`,
  ]);
}

/** A few words to search by. */
export function drawWords(random: Random): string {
  const words = [random.pick(TAGS), random.pick(SYMPTOMS).zh, random.pick(CAUSES).en, random.pick(PARTS), random.pick(ALARMS)];
  return random.sample(words, random.integer(1, 3)).join(' ');
}

function manualText(random: Random): string {
  const [machine, tag, parameter] = [random.pick(MACHINES), random.pick(TAGS), random.pick(PARAMETERS)];
  const language = random.pick(['en', 'zh'] as const);
  const rows = random.sample(ALARMS, random.integer(1, 3)).map((alarm) => {
    return `| ${alarm} | ${random.pick(SYMPTOMS)[language]} | ${random.pick(CAUSES)[language]} |`;
  });
  return [
    `# ${machine.zh} ${tag} ${machine.en}`,
    `${tag} ${parameter[language]}: ${parameter.low + random.integer(0, 20)} ${parameter.unit}.`,
    ...sentences(random, random.integer(1, 4)),
    language === 'en' ? '**WARNING** Switch the machine off before you start.' : '**警告** 作业前必须断电。',
    STEPS.map((step, index) => `${index + 1}. ${step[language]}`).join('\n'),
    [language === 'en' ? '| Alarm | Symptom | Cause |' : '| 报警号 | 故障现象 | 原因 |', '|---|---|---|', ...rows].join('\n'),
    '',
  ].join('\n\n');
}

function logText(random: Random): string {
  const language = random.pick(['en', 'zh'] as const);
  const header = language === 'en' ? 'Date,Asset,Symptom,Action,Hours' : '日期,设备,故障现象,处理,工时';
  const say = (words: readonly Words[]): string => random.pick(words)[language];
  const lines = Array.from({ length: random.integer(ROWS.least, ROWS.most) }, () => {
    const day = `2024-0${random.integer(1, 9)}-${String(random.integer(1, 28)).padStart(2, '0')}`;
    return [day, random.pick(TAGS), say(SYMPTOMS), say(REMEDIES), random.integer(0, 9)].join(',');
  });
  return [header, ...lines, ''].join('\n');
}

function noteText(random: Random): string {
  return `${sentences(random, random.integer(2, 5)).join('\n\n')}\n`;
}

function sentences(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => {
    const [tag, alarm, part] = [random.pick(TAGS), random.pick(ALARMS), random.pick(PARTS)];
    const [symptom, cause] = [random.pick(SYMPTOMS), random.pick(CAUSES)];
    return random.pick([
      `${tag} 出现${symptom.zh}，原因是${cause.zh} (${cause.en})。`,
      `The ${symptom.en} of ${tag} is caused by ${cause.en}.`,
      `Alarm ${alarm} means ${symptom.en}. 报警 ${alarm} 表示${symptom.zh}。`,
      `泵 ${tag} 使用备件 ${part}（机械密封 (mechanical seal)）。`,
    ]);
  });
}
