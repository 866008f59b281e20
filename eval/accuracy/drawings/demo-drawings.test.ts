import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Application,
  askQuestion,
  configuredCaller,
  findEntities,
  ingestFiles,
  loadConfig,
  openApplication,
} from '../../../app/index.ts';

const DATASETS = join(import.meta.dirname, '..', '..', '..', 'datasets');
const SHEETS = join(DATASETS, 'demo-drawings');
const NEVER = new AbortController().signal;

interface GoldQuestion {
  readonly asks: string;
  /** Number of the sheet that is asked of, where it is drawn in one form alone. */
  readonly sheet?: string;
  readonly question: string;
  readonly says: readonly string[];
}

async function withSheets(paths: readonly string[], work: (application: Application) => Promise<void>): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'demo-drawings-'));
  const application = await openApplication(loadConfig({ home }, {}));
  try {
    await ingestFiles(application, configuredCaller(application.config), { paths }, () => undefined, NEVER);
    await work(application);
  } finally {
    await application.close();
    await rm(home, { recursive: true, force: true });
  }
}

/** A balloon has its letters over its number, with a hyphen in some forms and without in others. */
function withoutHyphens(text: string): string {
  return text.replaceAll('-', '');
}

describe('the sheets of the demo', () => {
  it.each([
    ['DXF', 'files'],
    ['DEXPI 1', 'other-forms/dexpi'],
    ['DEXPI 2', 'other-forms/dexpi-2'],
    ['SVG', 'other-forms/svg'],
    ['PDF', 'other-forms/pdf'],
  ])(
    'answer as %s their gold questions of topology, isolation, location and revision, each sentence from a sheet',
    async (form, folder) => {
      const gold: readonly GoldQuestion[] = JSON.parse(await readFile(join(SHEETS, 'gold.json'), 'utf8'));
      expect(new Set(gold.map(({ asks }) => asks))).toEqual(new Set(['topology', 'isolation', 'location', 'revision']));
      await withSheets([join(SHEETS, folder)], async (application) => {
        const asked = gold.filter(({ sheet }) => sheet === undefined || form === 'DXF');
        for (const { asks, question, says } of asked) {
          const { content } = await askQuestion(application, configuredCaller(application.config), { question }, NEVER);
          const told = withoutHyphens(content.claims.map(({ text }) => text).join('\n'));
          const missing = says.filter((words) => !told.includes(withoutHyphens(words)));
          expect([question, content.decision, missing]).toEqual([question, 'answered', []]);
          for (const { citations } of content.claims)
            expect(citations.map((at) => content.citations[at]?.anchors[0]?.kind)).toEqual(
              citations.map(() => (form === 'PDF' ? 'page' : 'drawing')),
            );
          expect([question, content.safety.length]).toEqual([question, asks === 'isolation' ? 1 : 0]);
        }
      });
    },
    120_000,
  );

  it('know one P-101A, which the log knows too', async () => {
    const log = join(DATASETS, 'demo-plant', 'files', 'work-orders-101.csv');
    await withSheets([join(SHEETS, 'files'), log], async (application) => {
      const { entities } = await findEntities(application, configuredCaller(application.config), { text: 'P-101A', limit: 10 });
      expect(entities.filter(({ type }) => type === 'FunctionalLocation')).toHaveLength(1);
    });
  }, 120_000);
});
