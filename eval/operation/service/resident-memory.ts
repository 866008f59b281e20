import { readdir, readFile } from 'node:fs/promises';

/** Memory that is held, in bytes. */
export interface ResidentMemory {
  readonly service: number;
  /** Of the processes that it started, and that those did. */
  readonly children: number;
}

/** Undefined where the system does not tell (no /proc) or the process is gone. */
export async function residentMemory(pid: number): Promise<ResidentMemory | undefined> {
  const service = await heldBy(pid);
  if (service === undefined) return undefined;
  let children = 0;
  const open = await startedBy(pid);
  for (let child = open.pop(); child !== undefined; child = open.pop()) {
    children += (await heldBy(child)) ?? 0;
    open.push(...(await startedBy(child)));
  }
  return { service, children };
}

async function heldBy(pid: number): Promise<number | undefined> {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(await textOf(`/proc/${pid}/status`)) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

async function startedBy(pid: number): Promise<number[]> {
  // A process has the children of all its threads.
  const threads = await readdir(`/proc/${pid}/task`).catch(noneWhereGone);
  const lists = await Promise.all(threads.map((thread) => textOf(`/proc/${pid}/task/${thread}/children`)));
  return lists.flatMap((list) => list.split(' ').flatMap((text) => (/^\d+$/.test(text) ? [Number(text)] : [])));
}

function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    noneWhereGone(error);
    return '';
  });
}

/** Processes come and go while they are looked at. */
function noneWhereGone(error: unknown): string[] {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ESRCH') return [];
  throw error;
}
