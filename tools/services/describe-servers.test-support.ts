import { describe, inject } from 'vitest';
import type { TestServers } from './test-servers.ts';

/** Nothing listens there: a body that asks at once, and not in a test, fails. */
const NOWHERE: TestServers = {
  neo4j: { uri: 'bolt://127.0.0.1:9', username: 'nobody', password: 'none' },
  elasticsearch: { url: 'http://127.0.0.1:9' },
  postgres: { url: 'postgres://nobody:none@127.0.0.1:9/none' },
};

/** Tests that need real servers: skipped, saying why, where FAULTLINE_TEST_SERVERS is not set. */
export function describeServers(name: string, body: (servers: TestServers) => void): void {
  const servers = inject('servers');
  if (servers === undefined) describe.skip(`${name} (skipped: FAULTLINE_TEST_SERVERS is not set)`, () => body(NOWHERE));
  else describe(name, () => body(servers));
}
