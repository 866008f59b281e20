import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readPhoto } from '../../../app/commands/read-photo.ts';
import { type Application, askQuestion, configuredCaller, ingestFiles, loadConfig, openApplication } from '../../../app/index.ts';

const DATASETS = join(import.meta.dirname, '..', '..', '..', 'datasets');
const SCANS = join(DATASETS, 'demo-scans');
/** Lists instruments of the same loop, whose rows are full of numbers. */
const MANUAL = join(DATASETS, 'demo-plant', 'files', 'CWS-OM-4101-ZH.pdf');
const NEVER = new AbortController().signal;
const MINUTES = 300_000;
const goldSchema = z.array(z.object({ question: z.string(), says: z.string() }));

async function withDemo(work: (application: Application) => Promise<void>): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'demo-scans-'));
  const application = await openApplication(loadConfig({ home }, {}));
  try {
    await work(application);
  } finally {
    await application.close();
    await rm(home, { recursive: true, force: true });
  }
}

describe('the scans of the demo', () => {
  it('answer their gold questions beside a manual, each with the mark that its source was recognised', { timeout: MINUTES }, async () => {
    const gold = goldSchema.parse(JSON.parse(await readFile(join(SCANS, 'gold.json'), 'utf8')));
    await withDemo(async (application) => {
      const caller = configuredCaller(application.config);
      await ingestFiles(application, caller, { paths: [join(SCANS, 'files'), MANUAL] }, () => undefined, NEVER);
      for (const { question, says } of gold) {
        const { content } = await askQuestion(application, caller, { question }, NEVER);
        expect([question, content.decision]).toEqual([question, 'answered']);
        expect(content.claims.map(({ text }) => text).join('\n')).toContain(says);
        expect(content.citations.filter(({ recognition }) => recognition === undefined)).toEqual([]);
      }
    });
  });

  it('have a panel whose alarms and machine are read off its photo', { timeout: MINUTES }, async () => {
    await withDemo(async (application) => {
      const bytes = await readFile(join(SCANS, 'photos', 'panel-101.jpg'));
      const { mentions } = await readPhoto(application, configuredCaller(application.config), { bytes }, NEVER);
      expect(mentions.map(({ text }) => text)).toEqual(['CWS-101', 'A-116', 'P-101A', 'A-124', 'P-101A', 'PT-1011A', '0.2 bar']);
    });
  });
});
