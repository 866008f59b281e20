import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import {
  type Application,
  configuredCaller,
  exportKnowledge,
  listDecisions,
  listDocuments,
  makeBackup,
  type Service,
  serveHere,
  undoDecision,
  workJobs,
} from '../../../app/index.ts';
import {
  type Caller,
  type DocumentClaims,
  FaultlineError,
  type KeyId,
  parseKeyId,
  parsePassageId,
  parseVersionId,
  type TextDecision,
} from '../../../kernel/index.ts';

/** What is done to a data folder, one after the other; each may be given again after a crash and then does what is left to do. */
export const PHASES = ['ingest', 'revise', 'relabel', 'decide', 'correct', 'take-back', 'delete', 'delete-log', 'backup', 'seal'] as const;
export type Phase = (typeof PHASES)[number];

const ROWS = 420;
const SYMPTOMS = ['机械密封泄漏', 'bearing overheats', '振动过大', 'seal leakage'];
const REASON = 'seen at the machine';
const LABEL = '维修';
const MISREAD = { read: '轴承磨损', text: '叶轮磨损' };

const MANUAL =
  '# 冷却水泵手册\n\nP-101 振动过大的原因是轴承磨损 (worn bearing)。\n\n> 警告：作业前必须断电。\n\n1. 关闭 P-101 的电源并上锁。\n2. 拧紧螺栓，力矩 45 N·m。\n\n| 报警 | 原因 |\n|---|---|\n| E101 | 干运转 |\n';
const NOTES = 'The seal leakage of P-102 is caused by dry running.\n\nAlarm E101 means dry running of P-101 or P-102.\n';

/** Documents that share tags, an alarm and concepts; the log is long enough for two chunks of extraction. */
const DOCUMENTS = {
  '手册.md': MANUAL,
  'orders.csv': `Date,Asset,Symptom,Hours\n${Array.from({ length: ROWS }, (_, row) => `2024-0${1 + (row % 9)}-1${row % 10},P-10${1 + (row % 3)},${SYMPTOMS[row % 4]},${row % 7}\n`).join('')}`,
  'notes.txt': NOTES,
} as const;
type Uri = keyof typeof DOCUMENTS;

interface Folder {
  readonly application: Application;
  readonly service: Service;
  readonly caller: Caller;
  readonly signal: AbortSignal;
}

/** Runs one phase to its end. `application` may be one that kills the process on the way. */
export async function runPhase(application: Application, phase: Phase, signal: AbortSignal): Promise<void> {
  const caller = configuredCaller(application.config);
  await RUN[phase]({ application, service: serveHere(application), caller, signal });
}

const RUN: Readonly<Record<Phase, (folder: Folder) => Promise<void>>> = {
  async ingest(folder) {
    for (const [uri, text] of Object.entries(DOCUMENTS)) await send(folder, uri as Uri, text, {});
  },
  revise: (folder) => send(folder, '手册.md', `${MANUAL}\nP-103 的轴承过热是由润滑不足引起的。\n`, {}),
  relabel: (folder) => send(folder, 'notes.txt', `${NOTES}\nP-103 vibrates.\n`, { labels: [LABEL] }),
  async decide(folder) {
    const [must, cannot] = await pairs(folder);
    if (must === undefined || cannot === undefined) throw new FaultlineError('internal', 'there is nothing to decide on');
    await decideOnce(folder, 'must-link', must);
    const id = await decideOnce(folder, 'cannot-link', cannot);
    const made = (await listDecisions(folder.application, folder.caller, { limit: 100 })).find((one) => one.id === id);
    if (made?.state === 'in-force') await undoDecision(folder.application, folder.caller, { id, reason: REASON }, folder.signal);
  },
  async correct(folder) {
    const { application, caller, service, signal } = folder;
    const isDecided = (await listDecisions(application, caller, { limit: 100 })).some(({ decision }) => decision.kind === 'correct-text');
    if (!isDecided) await service.makeDecision(caller, { decision: await misread(folder), reason: REASON }, signal);
    await workJobs(application, {}, signal);
  },
  async 'take-back'(folder) {
    const found = await listed(folder, '手册.md');
    const [newest, ...older] = found?.versions ?? [];
    if (found === undefined || newest === undefined || older.length === 0) return;
    await folder.service.deleteVersion(folder.caller, { document: found.document.id, version: newest.id }, folder.signal);
  },
  delete: (folder) => remove(folder, 'notes.txt'),
  /** Goes in several batches, each a commit. */
  'delete-log': (folder) => remove(folder, 'orders.csv'),
  /** Bytes that go while a backup was under way must be gone in the end, though the backup was killed. */
  async backup(folder) {
    const { application, caller, signal } = folder;
    const target = `${application.config.home}-backup`;
    if (!existsSync(target)) await makeBackup(application, caller, { target }, signal);
    await rm(target, { recursive: true, force: true });
    await remove(folder, '手册.md');
  },
  async seal({ application }) {
    await application.ledger.audit.seal();
  },
};

async function send({ application, service, caller, signal }: Folder, uri: Uri, text: string, claims: DocumentClaims): Promise<void> {
  const kept = await service.keepBytes(caller, bytesOf(text));
  await service.acceptDocument(caller, { kept, fileName: uri, uri, claims }, signal);
  await workJobs(application, {}, signal);
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

async function remove(folder: Folder, uri: Uri): Promise<void> {
  const found = await listed(folder, uri);
  if (found !== undefined) await folder.service.deleteDocument(folder.caller, found.document.id, folder.signal);
}

/** A correction of the manual's cause where it stands first. */
async function misread({ application, caller, signal }: Folder): Promise<TextDecision> {
  for await (const lines of exportKnowledge(application, caller, undefined, signal)) {
    for (const text of lines) {
      const line = JSON.parse(text) as { readonly line: string; readonly id?: string; readonly version?: string; readonly text?: string };
      const start = line.line === 'passage' ? (line.text ?? '').indexOf(MISREAD.read) : -1;
      const [passage, version] = [parsePassageId(line.id ?? ''), parseVersionId(line.version ?? '')];
      if (start >= 0 && passage !== undefined && version !== undefined)
        return { kind: 'correct-text', passage, version, start, end: start + MISREAD.read.length, ...MISREAD };
    }
  }
  throw new FaultlineError('internal', `No passage reads "${MISREAD.read}".`);
}

async function listed({ application, caller }: Folder, uri: Uri) {
  return (await listDocuments(application, caller)).find(({ document }) => document.uri === uri);
}

/** Two keys of one kind, for the first two kinds that have them; the same ones whatever was decided before. */
async function pairs({ application, caller, signal }: Folder): Promise<readonly (readonly [KeyId, KeyId])[]> {
  const kinds = new Map<string, KeyId[]>();
  for await (const lines of exportKnowledge(application, caller, undefined, signal)) {
    for (const text of lines) {
      const line = JSON.parse(text) as { readonly line: string; readonly id?: string; readonly type?: string };
      const id = line.line === 'key' ? parseKeyId(line.id ?? '') : undefined;
      if (id !== undefined) kinds.set(line.type ?? '', [...(kinds.get(line.type ?? '') ?? []), id]);
    }
  }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [a, b]]) => (a === undefined || b === undefined ? [] : [[a, b] as const]));
}

/** Decides unless that was done before the crash. */
async function decideOnce(
  { application, service, caller, signal }: Folder,
  kind: 'must-link' | 'cannot-link',
  [a, b]: readonly [KeyId, KeyId],
) {
  const all = await listDecisions(application, caller, { limit: 100 });
  const known = all.find(({ decision }) => decision.kind === kind && decision.a === (a < b ? a : b) && decision.b === (a < b ? b : a));
  return known?.id ?? (await service.makeDecision(caller, { decision: { kind, a, b }, reason: REASON }, signal)).id;
}
