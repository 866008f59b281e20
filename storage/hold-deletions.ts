import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../kernel/index.ts';

const HOLDS = '.holds';
/** A hold whose process was killed ends by itself after this. */
const HOLD_MILLISECONDS = 60_000;
const RENEWALS = 4;

/** Has deleted bytes kept aside, by whatever process deletes them, until `end`; renewed meanwhile. */
export async function holdDeletions(folder: string, clock: Clock): Promise<{ end(): Promise<void> }> {
  await mkdir(join(folder, HOLDS), { recursive: true });
  const own = await mkdtemp(join(folder, HOLDS, 'hold-'));
  const renew = () => writeFile(join(own, 'until'), String(clock.now() + HOLD_MILLISECONDS));
  await renew();
  let failure: unknown;
  const timer = setInterval(() => {
    renew().catch((error: unknown) => {
      failure = error;
    });
  }, HOLD_MILLISECONDS / RENEWALS);
  return {
    async end() {
      clearInterval(timer);
      await rm(own, { recursive: true, force: true });
      if (failure !== undefined) throw failure;
    },
  };
}

/** Whether some process holds deletions now. */
export async function isDeletionHeld(folder: string, clock: Clock): Promise<boolean> {
  const names = await readdir(join(folder, HOLDS)).catch(absentOrThrow);
  for (const name of names ?? []) {
    const until = await readFile(join(folder, HOLDS, name, 'until'), 'utf8').catch(absentOrThrow);
    // A hold that is just being written has no time yet, and counts.
    if (until === undefined || until === '' || Number(until) > clock.now()) return true;
    await rm(join(folder, HOLDS, name), { recursive: true, force: true });
  }
  return false;
}

function absentOrThrow(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
