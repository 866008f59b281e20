import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { packageFile, type SiteServers } from '../../../app/index.ts';

/** The three servers of a site, by the names that `tools/services` has for them. */
export const SERVER_NAMES = ['postgres', 'neo4j', 'elasticsearch'] as const;
export type ServerName = (typeof SERVER_NAMES)[number];

const serversSchema: z.ZodType<SiteServers> = z.object({
  postgres: z.object({ url: z.string() }),
  neo4j: z.object({ uri: z.string(), username: z.string(), password: z.string() }),
  elasticsearch: z.object({ url: z.string() }),
});
const MOST_OUTPUT = 1 << 20;
const MOST_WAITS = 3;

async function services(words: readonly string[], home: string): Promise<string> {
  const program = packageFile('tools', 'services', 'services.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words, '--home', home], { maxBuffer: MOST_OUTPUT });
  return stdout;
}

/** Starts those servers of a home that do not run. @throws Error with the last words of a server that does not start. */
export async function startServers(home: string): Promise<SiteServers> {
  return serversSchema.parse(JSON.parse(await services(['up'], home)));
}

/** Ends a server by SIGKILL. */
export async function killServer(home: string, server: ServerName): Promise<void> {
  await services(['crash', server], home);
}

/**
 * Starts it again, at the same address, and waits until it answers; longer than `up` does, since workers and questions go on meanwhile
 * and a machine with little to spare takes minutes. @throws Error with the last words of a server that does not start.
 */
export async function restartServer(home: string, server: ServerName): Promise<void> {
  for (let left = MOST_WAITS; ; left--) {
    try {
      await services(['up', server], home);
      return;
    } catch (error) {
      if (left === 1) throw error;
    }
  }
}

/** Stops the servers of a home and deletes what they stored. */
export async function removeServers(home: string): Promise<void> {
  await services(['down', '--purge'], home);
}
