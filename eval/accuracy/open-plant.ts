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
import { PATIENT } from './patient.ts';

/** The questions of a plant, and how the documents that they are about are called where they are asked. */
export interface PlantQuestions {
  readonly gold: readonly GoldQuestion[];
  /** Hash of the documents' list and the questions. */
  readonly corpus: string;
  readonly fileOf: (documentId: string) => string | undefined;
}

/** The plant of a seed, read into an empty data folder. */
export interface OpenPlant extends PlantQuestions {
  readonly application: Application;
  readonly caller: Caller;
  /** Leaves nothing behind. */
  close(): Promise<void>;
}

export async function openPlant(seed: number, signal: AbortSignal, settings: ConfigArguments = {}): Promise<OpenPlant> {
  const workspace = await mkdtemp(join(tmpdir(), 'faultline-plant-'));
  const plant = await generateDemoPlant({ seed, folder: join(workspace, 'plant') });
  const application = await openApplication(loadConfig({ ...PATIENT, ...settings, home: join(workspace, 'home') }, {}));
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
    const corpus = plantCorpus([...files.values()], plant.gold);
    return { application, caller, gold: plant.gold, corpus, fileOf: (document) => files.get(document), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param files names of its documents. */
export function plantCorpus(files: readonly string[], gold: readonly GoldQuestion[]): string {
  return sha256(canonicalJson({ documents: [...files].sort(), gold: gold.map((one) => JSON.stringify(one)) }));
}
