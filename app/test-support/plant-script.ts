import type { Application } from '../application.ts';
import { workJobs } from '../commands/work-jobs.ts';
import { ingest, NEVER, remove, type SmallDocument } from './workspace.ts';

const ROWS = 420;
const SYMPTOMS = ['机械密封泄漏', 'bearing overheats', '振动过大', 'seal leakage'];

/** Documents that share tags, an alarm and concepts; the log is long enough for two chunks of extraction. */
const PLANT_DOCUMENTS: readonly SmallDocument[] = [
  {
    uri: '手册.md',
    text: '# 冷却水泵手册\n\nP-101 振动过大的原因是轴承磨损 (worn bearing)。\n\n> 警告：作业前必须断电。\n\n1. 关闭 P-101 的电源并上锁。\n2. 拧紧螺栓，力矩 45 N·m。\n\n| 报警 | 原因 |\n|---|---|\n| E101 | 干运转 |\n',
  },
  {
    uri: 'orders.csv',
    text: `Date,Asset,Symptom,Hours\n${Array.from({ length: ROWS }, (_, row) => `2024-0${1 + (row % 9)}-1${row % 10},P-10${1 + (row % 3)},${SYMPTOMS[row % 4]},${row % 7}\n`).join('')}`,
  },
  { uri: 'notes.txt', text: 'The seal leakage of P-102 is caused by dry running.\n\nAlarm E101 means dry running of P-101 or P-102.\n' },
];
const DELETED = 'notes.txt';

/** What is done to a data folder: three documents in, one of them out. */
export async function runPlantScript(application: Application): Promise<void> {
  for (const document of PLANT_DOCUMENTS) await ingest(application, document);
  await remove(application, DELETED);
}

/** What a person does with a state from amid the script: lets the program end what was begun, and gives the same commands again. */
export async function resumePlantScript(application: Application, wasRemoving: boolean): Promise<void> {
  await workJobs(application, {}, NEVER);
  if (!wasRemoving) for (const document of PLANT_DOCUMENTS) await ingest(application, document);
  await remove(application, DELETED);
}
