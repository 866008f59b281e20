import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Config, describeConfig, isHeld, PROGRAM_VERSION } from '../../app/index.ts';
import { hashParts, parseJson } from '../../kernel/index.ts';

const FILE = 'service-address.json';
const SHAPE = z.object({ address: z.url({ protocol: /^http$/u }), settings: z.string() });
/** Where a service listens and who reads for it; what it answers is the same whatever they are. */
const OF_THE_SERVICE: ReadonlySet<string> = new Set(['FAULTLINE_HOST', 'FAULTLINE_PORT', 'FAULTLINE_WORKS']);

/**
 * Notes in the data folder where the service on it listens, so that commands of the same site ask it instead of starting models of their
 * own; gives what takes the note away.
 */
export async function noteAddress(config: Config, address: string): Promise<() => Promise<void>> {
  const file = join(config.home, FILE);
  const { hostname, port } = new URL(address);
  // What listens on every address of a machine is called by the one of loopback.
  const called = hostname === '0.0.0.0' ? `http://127.0.0.1:${port}` : hostname === '[::]' ? `http://[::1]:${port}` : address;
  await writeFile(`${file}.part`, JSON.stringify({ address: called, settings: settingsOf(config) }), { mode: 0o600 });
  await rename(`${file}.part`, file);
  return () => rm(file, { force: true });
}

/**
 * Address of a service that runs on the data folder and is set up as this command is, so that both answer the same; undefined where there
 * is none. Where the ledger is on a server several may run on one site, and none is found.
 */
export async function findAddress(config: Config): Promise<string | undefined> {
  const text = await readFile(join(config.home, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  const noted = text === undefined ? undefined : SHAPE.safeParse(parseJson(text)).data;
  // A service that was killed leaves its note behind, and another program may listen there by now.
  return noted !== undefined && noted.settings === settingsOf(config) && isHeld(config) ? noted.address : undefined;
}

/** Names the version and all settings that answers may depend on; secrets are redacted, so it tells nothing of them. */
function settingsOf(config: Config): string {
  const settings = describeConfig(config).filter(({ variable }) => !OF_THE_SERVICE.has(variable));
  return hashParts([PROGRAM_VERSION, ...settings.flatMap(({ variable, value }) => [variable, value])]);
}
