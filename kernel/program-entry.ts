import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** How Node starts a file of this project as a process or thread of its own. */
export interface ProgramEntry {
  /** What a process runs. */
  readonly path: string;
  /** What Node has to be told before it. */
  readonly execArgv: readonly string[];
  /** What a thread runs. */
  readonly thread: URL;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
let built: string | undefined;

/** The file of this name, without its ending, beside a module: from the sources or from the build, whichever that module runs from. */
export function entryBeside(module: string, name: string): URL {
  return new URL(`./${name}${extname(fileURLToPath(module))}`, module);
}

/**
 * A file of the build is run as it is, and whatever it starts is of the build too. A source is run through tsx, or, once
 * `startFromBuild` has named a build that holds it, from there: that starts in a fraction of the time.
 */
export function programEntry(entry: URL): ProgramEntry {
  const source = fileURLToPath(entry);
  const path = builtFileOf(source) ?? source;
  if (extname(path) !== '.ts') return { path, execArgv: [], thread: pathToFileURL(path) };
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx'));
  // A thread does not take over the loader of its parent: it has to register one before it reads its entry.
  const register = new URL('./esm/api/index.mjs', loader).href;
  const code = `import { register } from ${JSON.stringify(register)}; register(); await import(${JSON.stringify(entry.href)});`;
  return { path, execArgv: ['--import', loader.href], thread: new URL(`data:text/javascript,${encodeURIComponent(code)}`) };
}

/** From now on sources that a folder holds built, under the same path from the root of the project, are started from there. */
export function startFromBuild(folder: string): void {
  built = folder;
}

function builtFileOf(source: string): string | undefined {
  const path = relative(ROOT, source);
  if (built === undefined || extname(path) !== '.ts' || path.startsWith('..') || isAbsolute(path)) return undefined;
  const file = join(built, `${path.slice(0, -'.ts'.length)}.mjs`);
  return existsSync(file) ? file : undefined;
}
