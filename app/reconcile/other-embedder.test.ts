import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHere } from '../../ingest/index.ts';
import type { Logger } from '../../kernel/index.ts';
import { startEndpoint } from '../../models/endpoint/endpoint.test-support.ts';
import { askQuestion } from '../commands/ask-question.ts';
import { examineHome } from '../commands/examine-home.ts';
import { type RebuildProgress, rebuildProjections } from '../commands/rebuild-projections.ts';
import { reconcileStores } from '../commands/reconcile-stores.ts';
import { searchPassages } from '../commands/search-passages.ts';
import { loadConfig } from '../config.ts';
import { type ApplicationOptions, openApplication } from '../open-application.ts';
import { refineChunks } from '../pipeline/refine-chunks.ts';
import { tellFormerModel } from '../stores/tell-former-model.ts';
import { CALLER, ingest, NEVER, openHome } from '../test-support/workspace.ts';

const QUESTION = 'P-101 振动过大的原因是什么？';
const STATIC = 'static-zh-en-v1';

let folder = '';
let home = '';
let endpoint: Awaited<ReturnType<typeof startEndpoint>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-embedder-'));
  home = join(folder, 'home');
  endpoint = await startEndpoint(24);
  const application = await openHome(home);
  await ingest(application, { uri: '手册.md', text: '# 泵手册\n\n## 振动\n\nP-101 振动过大的原因是轴承磨损。\n' });
  await ingest(application, {
    uri: 'manual.md',
    text: '# Pump manual\n\n## Seal\n\nThe mechanical seal of P-101 leaks when it runs dry.\n',
  });
  await application.close();
});
afterAll(async () => {
  await endpoint.close();
  await rm(folder, { recursive: true, force: true });
});

/** The same site with the settings of an endpoint. */
const config = () =>
  loadConfig(
    {
      home,
      logLevel: 'silent',
      embeddingUrl: endpoint.url,
      embeddingModel: 'e5',
      embeddingDimension: 24,
      embeddingQuestionPrefix: 'query: ',
      embeddingPassagePrefix: 'passage: ',
    },
    {},
  );
const open = (options: ApplicationOptions = {}) =>
  openApplication(config(), { read: (request, signal) => readHere(request, signal, refineChunks), ...options });
const embedderLine = async () => (await examineHome(config(), NEVER)).find(({ name }) => name === 'embedder');

describe('another embedder', () => {
  it('is put in place by reindex, while questions are answered by the former one until then and by it from then on', async () => {
    const former = await openHome(home);
    const { digest } = await askQuestion(former, CALLER, { question: QUESTION }, NEVER);
    const searched = (await searchPassages(former, CALLER, { query: QUESTION, k: 5 }, NEVER)).hits;
    await former.close();

    expect(await embedderLine()).toMatchObject({ level: 'warn', remedy: expect.stringContaining('faultline reindex') });
    const told: unknown[] = [];
    const logger: Logger = { event: () => undefined, error: (category, name, error) => void told.push([category, name, String(error)]) };
    const reader = await open({ readonly: true, audit: { note: () => undefined, flush: async () => undefined }, logger });
    const writer = await open();
    try {
      await tellFormerModel(reader);
      expect(told).toEqual([['lifecycle', 'former-embedder', expect.stringMatching(`${STATIC}.*faultline reindex`)]]);
      expect(reader.embedder.model).toBe(STATIC);
      expect((await askQuestion(reader, CALLER, { question: QUESTION }, NEVER)).digest).toBe(digest);
      await ingest(writer, { uri: 'late.md', text: '# P-900\n\nThe pump P-900 vibrates because its bearing is worn.\n' });
      expect(endpoint.asked).toEqual([]);

      const progress: RebuildProgress[] = [];
      const meanwhile: unknown[] = [];
      const asking = async (): Promise<void> => {
        while (progress.length < 1)
          meanwhile.push((await searchPassages(reader, CALLER, { query: QUESTION, k: 1 }, NEVER)).hits[0]?.passageId);
      };
      await Promise.all([
        rebuildProjections(config(), { targets: ['search'], onProgress: (one) => void progress.push(one) }, NEVER),
        asking(),
      ]);
      expect(progress.at(-1)).toEqual({ target: 'search', units: 3, of: 3 });
      expect(new Set(meanwhile)).toEqual(new Set([searched[0]?.passageId]));
      const inputs = endpoint.asked.flatMap(({ input }) => input);
      expect(inputs).toContain('passage: 泵手册\n振动\nP-101 振动过大的原因是轴承磨损。');
      expect(inputs.every((input) => input.startsWith('passage: '))).toBe(true);

      endpoint.asked.length = 0;
      const answer = await askQuestion(reader, CALLER, { question: QUESTION }, NEVER);
      expect(answer.content.degraded).toEqual([]);
      expect(endpoint.asked.map(({ input }) => input)).toEqual([[`query: ${QUESTION}`]]);
      expect(reader.embedder.model).toBe(reader.wantedEmbedder.model);
      await ingest(writer, { uri: 'later.md', text: '# P-901\n\nP-901 轴承磨损。\n' });
      expect(await reconcileStores(writer, CALLER, { repair: false }, NEVER)).toMatchObject({ drift: [], faults: [] });
      expect((await searchPassages(reader, CALLER, { query: 'P-901', k: 1 }, NEVER)).hits).toHaveLength(1);
    } finally {
      await reader.close();
      await writer.close();
    }
    expect(await embedderLine()).toMatchObject({ level: 'ok' });
  });

  it('is not mixed with the static one where the settings go back, but asks for reindex', async () => {
    await expect(openHome(home)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('faultline reindex') });
    await rebuildProjections(loadConfig({ home, logLevel: 'silent' }, {}), { targets: ['search'] }, NEVER);
    const application = await openHome(home);
    expect((await askQuestion(application, CALLER, { question: QUESTION }, NEVER)).content.degraded).toEqual([]);
    expect(await reconcileStores(application, CALLER, { repair: false }, NEVER)).toMatchObject({ drift: [], faults: [] });
    await application.close();
  });
});
