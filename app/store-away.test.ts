import { describe, expect, it } from 'vitest';
import { FaultlineError } from '../kernel/index.ts';
import type { Application } from './application.ts';
import { askQuestion } from './commands/ask-question.ts';
import { listDocuments } from './commands/list-documents.ts';
import { reconcileStores } from './commands/reconcile-stores.ts';
import { searchPassages } from './commands/search-passages.ts';
import { workJobs } from './commands/work-jobs.ts';
import { CALLER, ingest, NEVER, remove, withApplication } from './test-support/workspace.ts';

const NOTE = { uri: '巡检.txt', text: '泵 P-101 的轴承过热。The bearing of P-101 runs hot.\n' };
const LATER = { uri: 'later.txt', text: 'Seal leakage of P-102 is caused by dry running.\n' };
const QUESTION = 'What is known of the bearing of P-101?';

/** The application with both of its servers away until told otherwise, and a clock that can be set ahead. */
function withServersAway(application: Application) {
  const state = { isAway: true };
  const away = <Args extends readonly unknown[], Out>(method: (...args: Args) => Promise<Out>) => {
    return async (...args: Args): Promise<Out> => {
      if (state.isAway) throw new FaultlineError('store-unavailable', 'The server cannot be reached.');
      return method(...args);
    };
  };
  const { graph, index } = application;
  const guarded: Application = {
    ...application,
    graph: {
      ...graph,
      replace: away(graph.replace),
      replaceKeys: away(graph.replaceKeys),
      drop: away(graph.drop),
      neighbours: away(graph.neighbours),
      revision: away(graph.revision),
    },
    index: {
      ...index,
      replace: away(index.replace),
      drop: away(index.drop),
      candidates: away(index.candidates),
      cosines: away(index.cosines),
      revision: away(index.revision),
    },
  };
  return { application: guarded, state };
}

describe('while the servers of graph and index are away', () => {
  it('questions are answered from the ledger, and that is said', async () => {
    await withApplication(async (whole) => {
      await ingest(whole, NOTE);
      const { application } = withServersAway(whole);
      const { content, envelope } = await askQuestion(application, CALLER, { question: QUESTION }, NEVER);
      expect(content.degraded).toEqual(['no-graph', 'no-index']);
      expect(envelope.lacking).toEqual(content.degraded.map((what) => ({ what, why: 'away' })));
      const { hits, degraded } = await searchPassages(application, CALLER, { query: '轴承过热', k: 3 }, NEVER);
      expect(hits.length).toBeGreaterThan(0);
      expect(degraded).toEqual(['no-graph', 'no-index']);
    });
  });

  it('a document that was taken waits with its attempts whole, and is read to the end when they are back', async () => {
    const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
    await withApplication(
      async (whole) => {
        const { application, state } = withServersAway(whole);
        await ingest(application, NOTE);
        for (let round = 0; round < 6; round++) {
          clock.ahead += 10_000;
          await workJobs(application, {}, NEVER);
          const [job] = await application.ledger.jobs.list(CALLER.tenant, { limit: 1 });
          expect(job).toMatchObject({ state: 'queued', attempts: 0, reason: 'The server cannot be reached.' });
        }
        state.isAway = false;
        clock.ahead += 10_000;
        await workJobs(application, {}, NEVER);
        expect((await listDocuments(application, CALLER))[0]?.versions[0]).toMatchObject({ outcome: 'visible' });
        expect(await reconcileStores(application, CALLER, { repair: false }, NEVER)).toMatchObject({ drift: [], faults: [] });
      },
      { clock },
    );
  });

  it('a document that was deleted is gone for readers at once, and from the stores when they are back', async () => {
    await withApplication(async (whole) => {
      await ingest(whole, NOTE);
      await ingest(whole, LATER);
      const { application, state } = withServersAway(whole);
      expect(await remove(application, NOTE.uri)).toBe(true);
      const { hits } = await searchPassages(application, CALLER, { query: '轴承过热 bearing', k: 9 }, NEVER);
      expect(hits.filter(({ text }) => text.includes('轴承'))).toEqual([]);
      state.isAway = false;
      await workJobs(application, {}, NEVER);
      expect((await listDocuments(application, CALLER)).map(({ document }) => document.uri)).toEqual([LATER.uri]);
      expect(await reconcileStores(application, CALLER, { repair: false }, NEVER)).toMatchObject({ drift: [], faults: [] });
    });
  });
});
