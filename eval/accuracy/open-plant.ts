import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  type Application,
  type ConfigArguments,
  configuredCaller,
  ingestFiles,
  listDocuments,
  loadConfig,
  openApplication,
} from '../../app/index.ts';
import { type GoldQuestion, generateDemoPlant } from '../../datasets/index.ts';
import { type Caller, canonicalJson, sha256 } from '../../kernel/index.ts';

/** The plant of a seed, read into an empty data folder. */
export interface OpenPlant {
  readonly application: Application;
  readonly caller: Caller;
  readonly gold: readonly GoldQuestion[];
  /** Hash of the documents' list and the questions. */
  readonly corpus: string;
  readonly fileOf: (documentId: string) => string | undefined;
  /** Leaves nothing behind. */
  close(): Promise<void>;
}

export async function openPlant(seed: number, signal: AbortSignal, settings: ConfigArguments = {}): Promise<OpenPlant> {
  const workspace = await mkdtemp(join(tmpdir(), 'faultline-plant-'));
  const plant = await generateDemoPlant({ seed, folder: join(workspace, 'plant') });
  const application = await openApplication(loadConfig({ ...settings, home: join(workspace, 'home') }, {}));
  const close = async () => {
    await application.close();
    await rm(workspace, { recursive: true, force: true });
  };
  try {
    const caller = configuredCaller(application.config);
    const paths = plant.manifest.documents.map((document) => join(plant.folder, document.path));
    await ingestFiles(application, caller, { paths }, () => undefined, signal);
    const documents = await listDocuments(application, caller);
    const files = new Map(documents.map(({ document }) => [String(document.id), basename(document.uri)]));
    const corpus = sha256(canonicalJson({ documents: [...files.values()].sort(), gold: plant.gold.map((one) => JSON.stringify(one)) }));
    return { application, caller, gold: plant.gold, corpus, fileOf: (document) => files.get(document), close };
  } catch (error) {
    await close();
    throw error;
  }
}
