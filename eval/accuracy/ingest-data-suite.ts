import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { configuredCaller, ingestFiles, loadConfig, openApplication } from '../../app/index.ts';
import { type Manifest, type ManifestEntry, manifestEntryOf } from '../../datasets/index.ts';
import { compareText, type VersionRow } from '../../kernel/index.ts';
import { filesOfSet, readManifests } from './read-manifests.ts';

export interface CheckedFile {
  readonly set: string;
  readonly file: string;
  readonly outcome: string;
  readonly reason: string;
  readonly rows?: number;
  readonly pages?: number;
  /** How it differs from the manifest; empty when it is as expected. */
  readonly faults: readonly string[];
}

export interface IngestDataReport {
  readonly files: readonly CheckedFile[];
  readonly milliseconds: number;
}

/**
 * Reads every file of the public sets that have a manifest and holds state, row and page counts against it. A file that no
 * manifest entry names is a fault, as is an entry without a file.
 * @throws FaultlineError `not-found` when the data folder or the manifests are absent.
 */
export async function runIngestDataSuite(
  dataFolder: string,
  manifestFolder: string,
  onSet: (set: string) => void,
  signal: AbortSignal,
  only?: readonly string[],
): Promise<IngestDataReport> {
  const started = performance.now();
  const files: CheckedFile[] = [];
  for (const manifest of await readManifests(manifestFolder)) {
    if (only !== undefined && only.length > 0 && !only.includes(manifest.set)) continue;
    onSet(manifest.set);
    files.push(...(await checkSet(dataFolder, manifest, signal)));
  }
  return { files, milliseconds: performance.now() - started };
}

async function checkSet(dataFolder: string, manifest: Manifest, signal: AbortSignal): Promise<CheckedFile[]> {
  const root = join(dataFolder, manifest.set);
  const paths = await filesOfSet(dataFolder, manifest.set);
  const home = await mkdtemp(join(tmpdir(), 'faultline-data-'));
  const application = await openApplication(loadConfig({ home }, {}));
  try {
    const { files: ingested } = await ingestFiles(
      application,
      configuredCaller(application.config),
      { paths: [root] },
      () => undefined,
      signal,
    );
    const found = new Map(ingested.map(({ uri, version }) => [uri, version]));
    const checked = paths
      .map((path) => relative(dataFolder, path).replaceAll('\\', '/').normalize('NFC'))
      .sort(compareText)
      .map((file) => checkFile(manifest.set, file, manifestEntryOf(manifest, file), found.get(file)));
    const absent = manifest.documents.flatMap((entry) => ('path' in entry && !found.has(entry.path) ? [entry.path] : []));
    return [
      ...checked,
      ...absent.map((file) => ({ set: manifest.set, file, outcome: '', reason: '', faults: ['named by the manifest but not there'] })),
    ];
  } finally {
    await application.close();
    await rm(home, { recursive: true, force: true });
  }
}

function checkFile(set: string, file: string, entry: ManifestEntry | undefined, version: VersionRow | undefined): CheckedFile {
  const rows = version?.report?.rows?.total;
  const pages = version?.pages;
  const outcome = version?.outcome ?? version?.state ?? 'not ingested';
  const faults: string[] = [];
  if (entry === undefined) faults.push('no manifest entry');
  else {
    const expected = typeof entry.expected === 'string' ? [entry.expected] : entry.expected;
    if (!expected.some((one) => one === outcome)) faults.push(`${outcome} instead of ${expected.join(' or ')}`);
    if (entry.format !== undefined && version?.format !== undefined && version.format !== entry.format)
      faults.push(`read as ${version.format} instead of ${entry.format}`);
    if (entry.rows !== undefined && rows !== entry.rows) faults.push(`${rows ?? 'no'} rows instead of ${entry.rows}`);
    if (entry.pages !== undefined && pages !== entry.pages) faults.push(`${pages ?? 'no'} pages instead of ${entry.pages}`);
  }
  return {
    set,
    file,
    outcome,
    reason: version?.reason ?? '',
    ...(rows === undefined ? {} : { rows }),
    ...(pages === undefined ? {} : { pages }),
    faults,
  };
}
