import { access, constants, statfs } from 'node:fs/promises';
import type { Caller } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { readerScope } from '../reader-access.ts';

const LEAST_FREE_BYTES = 1024 ** 3;

export interface HealthCheck {
  readonly name: string;
  readonly ok: boolean;
  /** What was found and, where it is not well, what to do. */
  readonly detail: string;
}

/** Looks at what the service stands on: data folder, stores, outbox, jobs. Changes nothing. */
export async function checkHealth(application: Application, caller: Caller): Promise<readonly HealthCheck[]> {
  const { config, ledger } = application;
  const folder = await access(config.home, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  const disk = await statfs(config.home);
  const free = disk.bavail * disk.bsize;
  const pending = (await ledger.outbox.pending('search', 1_000)).length + (await ledger.outbox.pending('graph', 1_000)).length;
  const scope = await readerScope(application, caller);
  const dead = await ledger.jobs.list(caller.tenant, { states: ['dead'], limit: 100, scope });
  const waiting = await ledger.jobs.list(caller.tenant, { states: ['queued', 'running'], limit: 1_000, scope });
  const moved = await ledger.movedTo();
  const checks: HealthCheck[] = [
    {
      name: 'ledger',
      ok: moved === undefined,
      detail: moved === undefined ? 'It takes writes.' : `It was moved to ${moved}: start this process with the settings of that place.`,
    },
    {
      name: 'data-folder',
      ok: folder,
      detail: folder ? config.home : `${config.home} cannot be read and written: correct its owner or choose another with --home.`,
    },
    { name: 'free-space', ok: free >= LEAST_FREE_BYTES, detail: `${Math.round(free / 1024 ** 2)} MB free on the disk of the data folder.` },
    {
      name: 'projections',
      ok: pending === 0,
      detail: pending === 0 ? 'Search index and graph are up to date.' : `${pending} units wait to be projected; a running worker does it.`,
    },
    { name: 'jobs', ok: dead.length === 0, detail: `${waiting.length} waiting, ${dead.length} given up.` },
  ];
  // How much waits to be projected would tell of documents that this caller may not know of.
  return scope.isWhole ? checks : checks.filter(({ name }) => name !== 'projections');
}
