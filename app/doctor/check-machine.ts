import { access, constants, stat, statfs } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { asIs, DOCTOR_WORDS } from '../../ontology/index.ts';
import type { Config } from '../config.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

const WORDS = DOCTOR_WORDS.machine;
const MEBIBYTE = 1024 ** 2;
/** Below the first nothing more should be taken in; below the second SQLite may not be able to commit. */
const LITTLE_BYTES = 1024 * MEBIBYTE;
const TOO_LITTLE_BYTES = 100 * MEBIBYTE;
const LEAST_NODE = [20, 19] as const;
/** Compiled parts, which fail when Node.js or the machine is another than the one that they were installed for. */
const NATIVE_MODULES = ['better-sqlite3', '@node-rs/jieba', '@napi-rs/canvas', 'onnxruntime-node'];

/** Program and machine, whatever is in the data folder. */
export async function checkMachine({ home }: Config): Promise<readonly DoctorLine[]> {
  return [checkNode(process.versions.node), ...checkNativeModules(), await checkFolder(home), await checkSpace(home)];
}

export function checkNode(version: string): DoctorLine {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  return isNew ? well('node', asIs(`Node.js ${version}`)) : ill('node', 'fail', WORDS.old(version), WORDS.install(LEAST_NODE.join('.')));
}

function checkNativeModules(): DoctorLine[] {
  const require = createRequire(import.meta.url);
  return NATIVE_MODULES.map((name) => {
    try {
      require(name);
      return well(`module ${name}`, WORDS.loads);
    } catch (error) {
      const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      return ill(`module ${name}`, 'fail', asIs(said), WORDS.installAgain);
    }
  });
}

async function checkFolder(home: string): Promise<DoctorLine> {
  const fault = await access(home, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error.code ?? 'unknown',
  );
  if (fault === undefined) {
    const { mode } = await stat(home);
    if ((mode & 0o077) === 0) return well('data-folder', asIs(home));
    return ill('data-folder', 'warn', WORDS.open(home), WORDS.closeFolder(home));
  }
  if (fault === 'ENOENT') return ill('data-folder', 'warn', WORDS.notThere(home), WORDS.ingest);
  return ill('data-folder', 'fail', WORDS.noAccess(home, fault), WORDS.rights);
}

async function checkSpace(home: string): Promise<DoctorLine> {
  const disk = await statfs(home).catch(() => undefined);
  if (disk === undefined) return well('free-space', WORDS.noSpaceKnown);
  const free = disk.bavail * disk.bsize;
  const detail = WORDS.free(Math.round(free / MEBIBYTE));
  if (free >= LITTLE_BYTES) return well('free-space', detail);
  return ill('free-space', free < TOO_LITTLE_BYTES ? 'fail' : 'warn', detail, WORDS.makeRoom);
}
