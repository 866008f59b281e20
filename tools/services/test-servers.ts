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

/** Starts the servers of a home that do not run yet. @throws Error with the last words of a server that does not start. */
export async function startServers(home: string): Promise<TestServers> {
  return testServers.parse(JSON.parse(await runServices(['up'], home)));
}

/** Stops the servers of a home and deletes what they stored. */
export async function removeServers(home: string): Promise<void> {
  await runServices(['down', '--purge'], home);
}
