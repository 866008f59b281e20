import { isUtf8 } from 'node:buffer';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { compareText, FaultlineError } from '../../kernel/index.ts';
import { type LeftOut, unreadable } from './left-out.ts';

export interface FoundFile {
  readonly path: string;
  /** Path below the argument, its last part included, with `/`: names the document, never the machine. */
  readonly uri: string;
}

/** What arguments name, each list ordered by uri. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly leftOut: readonly LeftOut[];
}

const SPECIAL = 'It is no regular file (a device, pipe or socket); only files are read.';

/**
 * The files that arguments name: a file itself, a folder with all below it; dot files are not looked at. Taken are regular files,
 * and links to files within the folder; all else is left out with its reason, and keeps nothing else from being read.
 * @throws FaultlineError `not-found` for an argument that does not exist.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const found = new Map<string, FoundFile>();
  const leftOut: LeftOut[] = [];
  for (const argument of paths) {
    const path = resolve(argument);
    const uri = basename(path).normalize('NFC');
    const entry = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new FaultlineError('not-found', `There is no file or folder "${argument}".`);
      leftOut.push(unreadable(shown(uri), error));
      return undefined;
    });
    if (entry === undefined) continue;
    if (entry.isDirectory()) {
      const below = await listBelow(path, uri, await realpath(path));
      for (const file of below.files) found.set(file.path, file);
      leftOut.push(...below.leftOut);
    } else if (!entry.isFile()) leftOut.push({ uri: shown(uri), kind: 'special', reason: SPECIAL });
    else found.set(path, { path, uri });
  }
  return {
    files: [...found.values()].sort((a, b) => compareText(a.uri, b.uri) || compareText(a.path, b.path)),
    leftOut: leftOut.sort((a, b) => compareText(a.uri, b.uri) || compareText(a.kind, b.kind)),
  };
}

/** `root` is the real path of the folder that the argument names. */
async function listBelow(folder: string, uri: string, root: string): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const leftOut: LeftOut[] = [];
  let entries: Awaited<ReturnType<typeof readNames>>;
  try {
    entries = await readNames(folder);
  } catch (error) {
    return { files, leftOut: [unreadable(shown(uri), error)] };
  }
  for (const entry of entries) {
    const name = entry.name.toString();
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    const below = `${uri}/${name.normalize('NFC')}`;
    if (!isUtf8(entry.name) || /\p{Cc}/u.test(name)) {
      leftOut.push({ uri: shown(below), kind: 'name', reason: 'Its name is no line of UTF-8 text; give it another name.' });
    } else if (entry.isDirectory()) {
      const inner = await listBelow(path, below, root);
      files.push(...inner.files);
      leftOut.push(...inner.leftOut);
    } else if (entry.isFile()) files.push({ path, uri: below });
    else if (!entry.isSymbolicLink()) leftOut.push({ uri: below, kind: 'special', reason: SPECIAL });
    else {
      const fault = await faultOfLink(path, below, root);
      if (fault === undefined) files.push({ path, uri: below });
      else leftOut.push(fault);
    }
  }
  return { files, leftOut };
}

/** Names as bytes: a name that is no UTF-8 cannot be opened by the text that it seems to be. */
function readNames(folder: string) {
  return readdir(folder, { withFileTypes: true, encoding: 'buffer' });
}

async function faultOfLink(path: string, uri: string, root: string): Promise<LeftOut | undefined> {
  try {
    const target = await realpath(path);
    const way = relative(root, target);
    const link = (reason: string): LeftOut => ({ uri, kind: 'link', reason });
    if (way === '..' || way.startsWith(`..${sep}`)) return link('It is a link that leads out of the folder; name its target to read it.');
    const entry = await stat(target);
    if (entry.isDirectory()) return link('It is a link to a folder, which is read in its own place.');
    return entry.isFile() ? undefined : { uri, kind: 'special', reason: SPECIAL };
  } catch (error) {
    return unreadable(uri, error);
  }
}

/** In one line, whatever the name holds. */
function shown(uri: string): string {
  return uri.replace(/\p{Cc}/gu, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}
