import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'tsdown';
import type { TestProject } from 'vitest/node';
import config from '../../tsdown.config.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the sources as built for this run. */
    builtPrograms: string;
  }
}

/**
 * Builds the sources of this run once, for the processes and threads that tests start: through tsx each of them would spend seconds
 * of work on its start. What fails to build fails the run.
 */
export async function setup({ config: { root }, provide }: TestProject): Promise<() => Promise<void>> {
  // Inside the project, where its packages are found.
  const cache = join(root, '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'built-for-tests-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await build({
      ...config,
      config: false,
      cwd: root,
      entry: [...[config.entry ?? []].flat(), '{api,app,eval,ingest,ledger}/**/*.fixture.ts'],
      outDir: folder,
      copy: [{ from: 'models/data', to: join(folder, 'models') }],
      logLevel: 'error',
    });
  } catch (error) {
    await remove();
    throw error;
  }
  provide('builtPrograms', folder);
  return remove;
}
