import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type DocumentReader, openDocumentReader } from '../../../ingest/index.ts';
import { type Embedder, FaultlineError, sha256 } from '../../../kernel/index.ts';
import { filesOfSet, readManifests } from '../../accuracy/read-manifests.ts';
import { type DataFolder, openDataFolder, type SentDocument } from './data-folder.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { rememberingEmbedder } from './remembering-embedder.ts';
import { rememberingReader } from './remembering-reader.ts';
import { differences, type State, stateOf } from './state-of.ts';

/**
 * Documents that are tried together: they share site and keys, and each is removed from among the others. Every trial reads the
 * state of its whole group, so the work grows with the square of a group: large documents make small groups.
 */
const GROUP = { documents: 5, least: 2, bytes: 500_000 };

/**
 * What is tried with each document D of a group G, R being D with the bytes of another document as its next revision. `delete`
 * leaves G without D; `take-back`, a revision that is sent to D sent anew and removed, leaves G; `replace`, which adds R and
 * removes what D was, leaves G without D but with R. When all documents were tried, `afterwards` leaves G.
 */
export const REMOVAL_TRIALS = ['delete', 'take-back', 'replace', 'afterwards'] as const;
export type RemovalTrial = (typeof REMOVAL_TRIALS)[number];

interface TriedFile extends SentDocument {
  readonly bytes: number;
  readonly hash: string;
}

export interface TriedDocument {
  readonly set: string;
  readonly uri: string;
  readonly faults: readonly { readonly trial: RemovalTrial; readonly differences: readonly string[] }[];
}

export interface RemovalReport {
  readonly documents: readonly TriedDocument[];
  readonly groups: number;
  readonly groupDocuments: number;
  readonly milliseconds: number;
  /** Sets that are still to be tried. */
  readonly left: readonly string[];
}

export interface RemovalOptions {
  readonly dataFolder: string;
  readonly manifestFolder: string;
  /** Only these sets; none: all of them. */
  readonly only: readonly string[];
  readonly onGroup: (name: string) => void;
  /** Told after each set of what has been tried by then. */
  readonly onSet: (report: RemovalReport) => Promise<void>;
}

/**
 * Removes and revises every document of the demo plant and of the public sets, and holds what is left against a data folder
 * that never had it: canonical export, search index, graph and bytes.
 * @throws FaultlineError `not-found` when the data folder or the manifests are absent.
 */
export async function runRemovalSuite(options: RemovalOptions, signal: AbortSignal): Promise<RemovalReport> {
  const started = performance.now();
  const documents: TriedDocument[] = [];
  let groups = 0;
  const sets = await listSets(options);
  // In a process of its own, since some documents of the sets are made to end whoever reads them.
  const reader = openDocumentReader();
  const report = (left: readonly string[]): RemovalReport => ({
    documents,
    groups,
    groupDocuments: GROUP.documents,
    milliseconds: performance.now() - started,
    left,
  });
  try {
    for (const [place, { set, files }] of sets.entries()) {
      // Sets have few texts in common, and all of them together do not fit into memory.
      const embedder = rememberingEmbedder();
      for (const group of inGroups(files)) {
        options.onGroup(`${set}: ${group.length} of ${files.length} documents`);
        const workspace = await mkdtemp(join(tmpdir(), 'faultline-removal-'));
        try {
          documents.push(...(await tryGroup(set, reader.read, embedder, group, workspace, signal)));
        } finally {
          await rm(workspace, { recursive: true, force: true });
        }
        groups += 1;
      }
      await options.onSet(report(sets.slice(place + 1).map((next) => next.set)));
    }
    return report([]);
  } finally {
    await reader.close();
  }
}

/** Neighbours in one group: they come from one folder and share the most. A last document alone joins those before it. */
function inGroups(files: readonly TriedFile[]): TriedFile[][] {
  const groups: TriedFile[][] = [];
  for (const [index, file] of files.entries()) {
    const group = groups.at(-1);
    const bytes = group?.reduce((sum, member) => sum + member.bytes, file.bytes) ?? 0;
    const isFull = group === undefined || group.length >= GROUP.documents || (group.length >= GROUP.least && bytes > GROUP.bytes);
    if (isFull && (group === undefined || index < files.length - 1)) groups.push([file]);
    else group?.push(file);
  }
  return groups;
}

async function listSets({ dataFolder, manifestFolder, only }: RemovalOptions): Promise<{ set: string; files: TriedFile[] }[]> {
  const sets: { set: string; root: string }[] = [
    { set: join('demo-plant', 'files'), root: manifestFolder },
    ...(await readManifests(manifestFolder)).map(({ set }) => ({ set, root: dataFolder })),
  ];
  const wanted = sets.filter(({ set }) => only.length === 0 || only.includes(set.split(/[\\/]/)[0] ?? ''));
  const found: { set: string; files: TriedFile[] }[] = [];
  for (const { set, root } of wanted) {
    const files: TriedFile[] = [];
    for (const path of await filesOfSet(root, set)) {
      const uri = relative(root, path).replaceAll('\\', '/').normalize('NFC');
      const content = await readFile(path);
      files.push({ path, uri, bytes: content.byteLength, hash: sha256(content) });
    }
    found.push({ set: set.split(/[\\/]/)[0] ?? set, files });
  }
  return found;
}

async function tryGroup(
  set: string,
  read: DocumentReader['read'],
  embedder: Embedder,
  group: readonly TriedFile[],
  workspace: string,
  signal: AbortSignal,
): Promise<TriedDocument[]> {
  const tools = { read: rememberingReader(read), embedder };
  const tried: TriedDocument[] = [];
  const whole = await openDataFolder(join(workspace, 'whole'), tools, signal);
  try {
    for (const document of group) await whole.send(document);
    let before = await stateOf(whole.application, new Map(), signal);
    await leaveOneOut(
      group,
      workspace,
      tools,
      async (document, home) => {
        const without = await openDataFolder(home, tools, signal);
        try {
          const revised = { uri: document.uri, path: neighbourOf(document, group).path };
          const result = await tryDocument(document, revised, { whole, without, before }, signal);
          before = result.before;
          tried.push({ set, uri: document.uri, faults: result.faults });
        } finally {
          await without.close();
        }
      },
      signal,
    );
    const differing = differences(before, await stateOf(whole.application, before.units, signal));
    const last = tried.at(-1);
    if (differing.length > 0 && last !== undefined) {
      tried.splice(-1, 1, { ...last, faults: [...last.faults, { trial: 'afterwards', differences: differing }] });
    }
  } finally {
    await whole.close();
  }
  return tried;
}

interface Folders {
  /** Holds the group. */
  readonly whole: DataFolder;
  /** Holds the group but the document, which it never had. */
  readonly without: DataFolder;
  /** State of the whole group. */
  readonly before: State;
}

async function tryDocument(document: SentDocument, revised: SentDocument, { whole, without, before }: Folders, signal: AbortSignal) {
  const faults: TriedDocument['faults'][number][] = [];
  let seen = before.units;
  const check = async (trial: RemovalTrial, expected: State): Promise<void> => {
    const found = await stateOf(whole.application, seen, signal);
    seen = found.units;
    const differing = differences(expected, found);
    if (differing.length > 0) faults.push({ trial, differences: differing });
  };
  const never = await stateOf(without.application, seen, signal);
  const added = await without.send(revised);
  const replaced = await stateOf(without.application, seen, signal);

  await whole.deleteDocument(document.uri);
  await check('delete', never);
  const first = await whole.send(document);
  const second = await whole.send(revised);
  if (second !== added) throw new FaultlineError('internal', 'equal bytes under equal names are two versions');
  if (second !== first) {
    await whole.deleteVersion(document.uri, second);
    await check('take-back', before);
    await whole.send(revised);
    await whole.deleteVersion(document.uri, first);
    await check('replace', replaced);
    await whole.send(document);
    await whole.deleteVersion(document.uri, second);
  }
  return { faults, before: { ...before, units: seen } };
}

/** The next document of the group with other bytes; where there is none there is no other revision to try. */
function neighbourOf(document: TriedFile, group: readonly TriedFile[]): TriedFile {
  const place = group.indexOf(document);
  return [...group.slice(place + 1), ...group.slice(0, place)].find(({ hash }) => hash !== document.hash) ?? document;
}
