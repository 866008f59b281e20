import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createRandom,
  drawPage,
  makePageText,
  PAGE_LANGUAGES,
  type PageLanguage,
  type ScanManner,
  scanPage,
} from '../../../datasets/index.ts';
import { DEFAULT_READ_LIMITS, openDocumentReader } from '../../../ingest/index.ts';
import { makeDocumentId, makeVersionId, type Passage, parseTenantId } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { type PageScore, scorePage } from './score-page.ts';

/** One generated page: how it was made and how it was recognised. */
export interface RecognisedSample {
  readonly seed: number;
  readonly language: PageLanguage;
  readonly dpi: number;
  readonly manner: ScanManner;
  readonly outcome: string;
  readonly milliseconds: number;
  readonly score: PageScore;
  /** Words below the floor of confidence. */
  readonly unsure: number;
}

/** Pages in turn: every second is clean; resolutions, quarter turns and skews vary so that each meets the others. */
function mannerOf(index: number): { readonly language: PageLanguage; readonly dpi: number; readonly manner: ScanManner } {
  const language = PAGE_LANGUAGES[index % PAGE_LANGUAGES.length] ?? 'zh';
  const round = Math.floor(index / PAGE_LANGUAGES.length);
  const degraded = round % 2 === 1;
  const dpi = Math.floor(round / 2) % 2 === 0 ? 300 : 200;
  const lies = LIES[index % LIES.length] ?? { quarters: 0, skew: 0 };
  return { language, dpi, manner: { degraded, ...lies } };
}

const LIES: readonly Pick<ScanManner, 'quarters' | 'skew'>[] = [
  { quarters: 0, skew: 0 },
  { quarters: 0, skew: 0.8 },
  { quarters: 0, skew: 0 },
  { quarters: 1, skew: 0 },
  { quarters: 0, skew: -2.5 },
  { quarters: 0, skew: 0 },
  { quarters: 3, skew: 1 },
  { quarters: 0, skew: 5 },
  { quarters: 2, skew: 0 },
];

/** Draws pages by seed, has them read by the reading process as any document, and scores what came out. */
export async function runRecognitionSuite(
  { seed, pages }: { readonly seed: number; readonly pages: number },
  onPage: (sample: RecognisedSample) => void,
  signal: AbortSignal,
): Promise<readonly RecognisedSample[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-scans-'));
  const reader = openDocumentReader();
  const grammar = siteGrammar([]);
  const samples: RecognisedSample[] = [];
  try {
    for (let index = 0; index < pages; index += 1) {
      const { language, dpi, manner } = mannerOf(index);
      const random = createRandom(seed + index, 'scanned-page');
      const drawn = drawPage(random, makePageText(random, language), dpi);
      const scanned = await scanPage(random, drawn, manner);
      const fileName = `page-${index}.${scanned.format}`;
      const path = join(folder, fileName);
      await writeFile(path, scanned.bytes);
      const started = performance.now();
      const passages: Passage[] = [];
      let outcome = '';
      for await (const event of reader.read({ path, fileName, versionId: versionOf(fileName), limits: DEFAULT_READ_LIMITS }, signal)) {
        if (event.kind === 'chunk') passages.push(...event.chunk.passages);
        if (event.kind === 'ended') outcome = event.outcome;
      }
      const score = scorePage({ text: drawn.text, facts: scanned.facts }, passages, grammar);
      const unsure = passages.reduce((sum, { recognition }) => sum + (recognition?.unsure.length ?? 0), 0);
      const milliseconds = performance.now() - started;
      const sample = { seed: seed + index, language, dpi, manner, outcome, milliseconds, score, unsure };
      onPage(sample);
      samples.push(sample);
    }
    return samples;
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function versionOf(name: string): ReturnType<typeof makeVersionId> {
  const tenant = parseTenantId('scans');
  if (tenant === undefined) throw new Error('the tenant of the suite has no valid name');
  return makeVersionId(makeDocumentId(tenant, name), '0'.repeat(64));
}
