import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { removeServers, startServers, type TestServers } from './test-servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absent unless FAULTLINE_TEST_SERVERS is set. */
    servers?: TestServers;
  }
}

/**
 * FAULTLINE_TEST_SERVERS=1 starts the servers once for all tests, in a folder of their own that goes with them at the end.
 * An absolute path names a home whose servers are used and left running, which saves their start while one works on an adapter.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const asked = process.env.FAULTLINE_TEST_SERVERS;
  if (asked === undefined || asked === '' || asked === '0') {
    console.log('FAULTLINE_TEST_SERVERS is not set: tests of Neo4j, Elasticsearch and PostgreSQL are skipped');
    return undefined;
  }
  if (isAbsolute(asked)) {
    project.provide('servers', await startServers(asked));
    return undefined;
  }
  if (asked !== '1') throw new Error(`FAULTLINE_TEST_SERVERS is ${asked}: it takes 1, or the absolute path of a home of tools/services`);
  const home = mkdtempSync(join(tmpdir(), 'faultline-test-servers-'));
  // PostgreSQL runs under another account than root, which has to pass through.
  chmodSync(home, 0o711);
  const remove = async () => {
    await removeServers(home);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    project.provide('servers', await startServers(home));
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}
