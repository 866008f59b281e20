import type { Plant, PlantDocument } from './plant.ts';
import type { PlantFiles } from './plant-files.ts';

/** One generated file and what ingesting it should come to. */
interface DemoDocument {
  readonly path: string;
  readonly format: 'pdf' | 'docx' | 'csv' | 'xlsx';
  readonly title: string;
  readonly language: 'en' | 'zh' | 'mixed';
  readonly expected: 'visible';
  readonly documentNumber?: string;
  readonly revision?: string;
  readonly pages?: number;
  /** Records without the header. */
  readonly rows?: number;
}

export interface DemoManifest {
  readonly set: string;
  readonly seed: number;
  readonly source: string;
  readonly licence: string;
  readonly documents: readonly DemoDocument[];
}

interface ManifestInput {
  readonly seed: number;
  readonly plant: Plant;
  readonly files: PlantFiles;
  readonly pages: { readonly en: number; readonly zh: number };
  readonly rows: { readonly workOrders: number; readonly alarms: number; readonly failureModes: number };
}

export function makeManifest({ seed, plant, files, pages, rows }: ManifestInput): DemoManifest {
  const { documents, tags } = plant;
  const named = (path: string, format: DemoDocument['format'], language: 'en' | 'zh', document: PlantDocument): DemoDocument => ({
    path,
    format,
    title: document.title,
    language,
    expected: 'visible',
    documentNumber: document.number,
    revision: document.revision,
  });
  return {
    set: 'demo-plant',
    seed,
    source: 'written for Faultline; datasets/demo-plant/generate.ts',
    licence: 'Apache-2.0',
    documents: [
      { ...named(files.manualEn, 'pdf', 'en', documents.manualEn), pages: pages.en },
      { ...named(files.manualZh, 'pdf', 'zh', documents.manualZh), pages: pages.zh },
      named(files.lockoutEn, 'docx', 'en', documents.lockoutEn),
      named(files.lockoutZh, 'docx', 'zh', documents.lockoutZh),
      {
        path: files.workOrders,
        format: 'csv',
        title: `Work orders of ${tags.skid}`,
        language: 'mixed',
        expected: 'visible',
        rows: rows.workOrders,
      },
      {
        path: files.alarms,
        format: 'csv',
        title: `Alarm history of ${tags.skid}`,
        language: 'mixed',
        expected: 'visible',
        rows: rows.alarms,
      },
      {
        path: files.failureModes,
        format: 'xlsx',
        title: `FMEA of ${tags.skid}`,
        language: 'en',
        expected: 'visible',
        rows: rows.failureModes,
      },
    ],
  };
}
