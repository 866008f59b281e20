import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHere } from '../../ingest/index.ts';
import type { Application } from '../application.ts';
import { deleteDocument } from '../commands/delete-document.ts';
import { listDocuments } from '../commands/list-documents.ts';
import { receiveDocument } from '../commands/receive-document.ts';
import { workJobs } from '../commands/work-jobs.ts';
import { loadConfig } from '../config.ts';
import { configuredCaller } from '../configured-caller.ts';
import { type ApplicationOptions, openApplication } from '../open-application.ts';
import { refineChunks } from '../pipeline/refine-chunks.ts';

export interface SmallDocument {
  /** Names the document; its ending is the file's. */
  readonly uri: string;
  readonly text: string;
}

/** Whoever acts in a test: may read everything. */
export const CALLER = configuredCaller(loadConfig({}, {}));
export const NEVER = new AbortController().signal;

/** Opens the data folder without a reading process; its settings are the defaults, whatever the environment says. */
export function openHome(home: string, overrides: ApplicationOptions = {}): Promise<Application> {
  return openApplication(loadConfig({ home, logLevel: 'silent' }, {}), {
    read: (request, signal) => readHere(request, signal, refineChunks),
    ...overrides,
  });
}

/** A folder that is gone when the work has ended. */
export async function withFolder<Out>(work: (folder: string) => Promise<Out>): Promise<Out> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-app-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An application on an empty data folder, both gone when the work has ended. */
export async function withApplication<Out>(
  work: (application: Application) => Promise<Out>,
  overrides: ApplicationOptions = {},
): Promise<Out> {
  return withFolder(async (folder) => {
    const application = await openHome(join(folder, 'home'), overrides);
    try {
      return await work(application);
    } finally {
      await application.close();
    }
  });
}

/** Takes a document in and works until it has its outcome. */
export async function ingest(application: Application, document: SmallDocument, signal: AbortSignal = NEVER): Promise<void> {
  await receiveDocument(application, CALLER, {
    source: bytesOf(document.text),
    fileName: document.uri,
    uri: document.uri,
    claims: {},
  });
  await workJobs(application, {}, signal);
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

/** Removes the document of this name; false when there is none. */
export async function remove(application: Application, uri: string): Promise<boolean> {
  const listed = (await listDocuments(application, CALLER)).find(({ document }) => document.uri === uri);
  if (listed === undefined) return false;
  await deleteDocument(application, CALLER, listed.document.id, NEVER);
  return true;
}
