import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const testServers = z.object({
  neo4j: z.object({ uri: z.string(), username: z.string(), password: z.string() }),
  elasticsearch: z.object({ url: z.string() }),
  postgres: z.object({ url: z.string() }),
});

/** Where the three servers of one home listen, and what opens them. */
export type TestServers = z.infer<typeof testServers>;

async function runServices(words: readonly string[], home: string): Promise<string> {
  const program = join(import.meta.dirname, 'services.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words, '--home', home], { maxBuffer: 1 << 20 });
  return stdout;
}

/**
 * Neo4j plans a query anew when the counts that its plan was made for have changed much and ten seconds have passed: with graphs that
 * come and go test by test this was most of what it did. On graphs as small any plan is good.
 */
const KEEP_PLANS = 'dbms.cypher.min_replan_interval=1d';

/** Starts the servers of a home that do not run yet. @throws Error with the last words of a server that does not start. */
export async function startServers(home: string): Promise<TestServers> {
  const started = await Promise.all(
    [
      ['neo4j', '--set', KEEP_PLANS],
      ['elasticsearch', 'postgres'],
    ].map(async (words): Promise<object> => JSON.parse(await runServices(['up', ...words], home))),
  );
  return testServers.parse(Object.assign({}, ...started));
}

/** Stops the servers of a home and deletes what they stored. */
export async function removeServers(home: string): Promise<void> {
  await runServices(['down', '--purge'], home);
}
