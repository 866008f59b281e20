import { describe, expect, it } from 'vitest';
import { FaultlineError, type Logger } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { withApplication } from '../test-support/workspace.ts';
import { warmStores } from './warm-stores.ts';

/** An application whose stores count how often they are asked, and fail the first times. */
async function warmed(settings: Partial<Application['config']>, failures: number) {
  const asked = { graph: 0, search: 0 };
  const logged: unknown[] = [];
  const logger: Logger = { event: () => undefined, error: (category, name, _, fields) => void logged.push([category, name, fields]) };
  const counting = <Args extends readonly unknown[], Out>(store: keyof typeof asked, read: (...args: Args) => Promise<Out>) => {
    return async (...args: Args): Promise<Out> => {
      asked[store] += 1;
      if (asked[store] <= failures) throw new FaultlineError('store-unavailable', 'away');
      return read(...args);
    };
  };
  await withApplication(
    async (application) => {
      const { config, graph, index } = application;
      await warmStores({
        ...application,
        config: { ...config, ...settings },
        graph: { ...graph, neighbours: counting('graph', graph.neighbours) },
        index: { ...index, candidates: counting('search', index.candidates) },
      });
    },
    { logger },
  );
  return { asked, logged };
}

const SERVERS = { graphUrl: 'bolt://host:7687', searchUrl: 'http://host:9200' };

describe('a model of a folder that a service is about to answer by', () => {
  it('is loaded before the first question, and none where the settings name no folder', async () => {
    const asked: string[] = [];
    await withApplication(async (application) => {
      const wantedEmbedder = {
        ...application.wantedEmbedder,
        async embed(texts: readonly string[]) {
          asked.push(...texts);
          return [];
        },
      };
      await warmStores({ ...application, wantedEmbedder });
      expect(asked).toEqual([]);
      await warmStores({ ...application, wantedEmbedder, config: { ...application.config, embeddingFolder: '/models/e5' } });
      expect(asked).toHaveLength(1);
    });
  });
});

describe('stores that a service is about to serve from', () => {
  it('are read once where they are servers, and not where they are files', async () => {
    expect(await warmed(SERVERS, 0)).toEqual({ asked: { graph: 1, search: 1 }, logged: [] });
    expect(await warmed({ graphUrl: SERVERS.graphUrl }, 0)).toEqual({ asked: { graph: 1, search: 0 }, logged: [] });
    expect(await warmed({}, 0)).toEqual({ asked: { graph: 0, search: 0 }, logged: [] });
  });

  it('may be slow at first, and are told of when they are away', async () => {
    expect(await warmed(SERVERS, 2)).toEqual({ asked: { graph: 3, search: 3 }, logged: [] });
    expect(await warmed({ searchUrl: SERVERS.searchUrl }, 9)).toEqual({
      asked: { graph: 0, search: 3 },
      logged: [['lifecycle', 'store-away', { store: 'search' }]],
    });
  });
});
