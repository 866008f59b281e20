import { createReadStream } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Application,
  type ApplicationOptions,
  configuredCaller,
  deleteDocument,
  listDocuments,
  loadConfig,
  openApplication,
  type Service,
  serveHere,
  workJobs,
} from '../../../app/index.ts';
import { type Caller, FaultlineError, type VersionId } from '../../../kernel/index.ts';

/** Bytes of a file under a name: what is sent to a data folder. */
export interface SentDocument {
  readonly uri: string;
  readonly path: string;
}

/** What several data folders work with. */
export type SharedTools = Pick<ApplicationOptions, 'read' | 'embedder' | 'reading'>;

/** One data folder with the few moves that removal is tried with. */
export interface DataFolder {
  readonly application: Application;
  /** Sends a document, has it read and names the version. */
  send(document: SentDocument): Promise<VersionId>;
  deleteDocument(uri: string): Promise<void>;
  deleteVersion(uri: string, version: VersionId): Promise<void>;
  close(): Promise<void>;
}

export async function openDataFolder(home: string, tools: SharedTools, signal: AbortSignal): Promise<DataFolder> {
  const application = await openApplication(loadConfig({ home, logLevel: 'silent' }, {}), tools);
  const service: Service = serveHere(application);
  const caller: Caller = configuredCaller(application.config);

  async function documentOf(uri: string) {
    const found = (await listDocuments(application, caller)).find(({ document }) => document.uri === uri);
    if (found === undefined) throw new FaultlineError('internal', `The document "${uri}" is not in the data folder.`);
    return found.document.id;
  }

  return {
    application,
    async send({ uri, path }) {
      const kept = await service.keepBytes(caller, createReadStream(path));
      const { version } = await service.acceptDocument(
        caller,
        { kept, fileName: basename(path).normalize('NFC'), uri, claims: {} },
        signal,
      );
      await workJobs(application, { untilSettled: true }, signal);
      return version.id;
    },
    deleteDocument: async (uri) => deleteDocument(application, caller, await documentOf(uri), signal),
    deleteVersion: async (uri, version) => service.deleteVersion(caller, { document: await documentOf(uri), version }, signal),
    close: () => application.close(),
  };
}

/** A copy of a data folder that nobody has open; its work is done on the copy, which is gone afterwards. */
export async function withCopy<Out>(from: string | undefined, to: string, work: () => Promise<Out>): Promise<Out> {
  if (from !== undefined) await cp(from, to, { recursive: true });
  try {
    return await work();
  } finally {
    await rm(to, { recursive: true, force: true });
  }
}
