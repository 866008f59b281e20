import { describe, expect, it, test } from 'vitest';
import { embedderContract } from '../../kernel/ports/embedder.contract.ts';
import { type Answering, startEndpoint } from './endpoint.test-support.ts';
import { type EndpointOptions, openEndpointEmbedder } from './endpoint-embedder.ts';

const DIMENSION = 24;
const never = () => new AbortController().signal;
const SETTINGS: Omit<EndpointOptions, 'url'> = {
  model: 'some-model',
  dimension: DIMENSION,
  prefixes: { question: '', passage: '' },
  use: 'passage',
  batch: 3,
  milliseconds: 60_000,
  attempts: 3,
  pause: async () => undefined,
};

embedderContract('OpenAI-compatible endpoint', async () => {
  const endpoint = await startEndpoint(DIMENSION);
  return { embedder: openEndpointEmbedder({ ...SETTINGS, url: endpoint.url }), close: endpoint.close };
});

async function withEndpoint(
  body: (
    endpoint: Awaited<ReturnType<typeof startEndpoint>>,
    open: (other?: Partial<EndpointOptions>) => ReturnType<typeof openEndpointEmbedder>,
  ) => Promise<void>,
  answering?: Answering,
): Promise<void> {
  const endpoint = await startEndpoint(DIMENSION, answering);
  try {
    await body(endpoint, (other = {}) => openEndpointEmbedder({ ...SETTINGS, url: endpoint.url, ...other }));
  } finally {
    await endpoint.close();
  }
}

describe('an embedder of an OpenAI-compatible endpoint', () => {
  it('asks for nothing before the first text, then for batches, each text behind its prefix, with the key as bearer', () =>
    withEndpoint(async ({ asked }, open) => {
      const prefixes = { question: 'query: ', passage: 'passage: ' };
      const passages = open({ prefixes, key: 'sk-secret' });
      const questions = open({ prefixes, use: 'question' });
      expect(asked).toEqual([]);
      await passages.embed(['泵', 'pump', '', 'seal', '密封'], never());
      await questions.embed(['为什么振动'], never());
      expect(asked.map(({ input }) => input)).toEqual([
        ['passage: 泵', 'passage: pump', 'passage: seal'],
        ['passage: 密封'],
        ['query: 为什么振动'],
      ]);
      expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer sk-secret', 'Bearer sk-secret', undefined]);
      expect(asked[0]).toMatchObject({ path: '/v1/embeddings', model: 'some-model' });
      expect(questions.model).toBe(passages.model);
    }));

  it('is another model with another name or other prefixes, and the same at another address', () => {
    const nameOf = (other: Partial<EndpointOptions>) => openEndpointEmbedder({ ...SETTINGS, url: 'http://127.0.0.1:1', ...other }).model;
    const own = nameOf({});
    expect(nameOf({ url: 'http://127.0.0.1:2/v1', batch: 7, key: 'k' })).toBe(own);
    expect(nameOf({ model: 'other' })).not.toBe(own);
    expect(nameOf({ prefixes: { question: 'query: ', passage: '' } })).not.toBe(own);
    expect(nameOf({ prefixes: { question: '', passage: 'query: ' } })).not.toBe(nameOf({ prefixes: { question: 'query: ', passage: '' } }));
  });

  it('tries again after a fault that may pass, as long as it was asked to wait, and gives up after its attempts', async () => {
    const waits: number[] = [];
    const pause = async (milliseconds: number) => void waits.push(milliseconds);
    const first: Answering = (_, count) =>
      count === 1 ? { status: 429, headers: { 'retry-after': '2' } } : count === 2 ? { status: 503 } : undefined;
    await withEndpoint(async ({ asked }, open) => {
      expect((await open({ pause }).embed(['泵'], never()))[0]?.some((value) => value !== 0)).toBe(true);
      expect(asked).toHaveLength(3);
    }, first);
    expect(waits).toEqual([2_000, 500]);
    await withEndpoint(
      async ({ asked }, open) => {
        await expect(open({ pause }).embed(['泵'], never())).rejects.toMatchObject({ code: 'store-unavailable' });
        expect(asked).toHaveLength(3);
      },
      () => ({ status: 500 }),
    );
    await withEndpoint(
      async ({ asked }, open) => {
        await expect(open().embed(['泵'], never())).rejects.toMatchObject({ code: 'store-unavailable' });
        expect(asked).toHaveLength(1);
      },
      () => ({ status: 429, headers: { 'retry-after': '3600' } }),
    );
  });

  it('says that an endpoint is away or late, and stops when it is cancelled', async () => {
    const gone = await startEndpoint(DIMENSION);
    await gone.close();
    const away = openEndpointEmbedder({ ...SETTINGS, url: gone.url });
    await expect(away.embed(['泵'], never())).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining('cannot be reached'),
    });
    const { createServer } = await import('node:http');
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    try {
      await expect(openEndpointEmbedder({ ...SETTINGS, url, milliseconds: 50, attempts: 1 }).embed(['泵'], never())).rejects.toMatchObject({
        code: 'store-unavailable',
        message: expect.stringContaining('within 50 ms'),
      });
      const stop = new AbortController();
      const waiting = openEndpointEmbedder({ ...SETTINGS, url }).embed(['泵'], stop.signal);
      stop.abort(new Error('too late'));
      await expect(waiting).rejects.toThrow('too late');
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });

  const numbers = (count: number) => Array.from({ length: count }, () => 1);
  test.each<[string, ReturnType<Answering>, string]>([
    ['refuses the key', { status: 401, body: 'sk-secret 泵' }, 'FAULTLINE_EMBEDDING_KEY'],
    ['knows no such model', { status: 404, body: 'sk-secret 泵' }, 'FAULTLINE_EMBEDDING_MODEL'],
    ['sends elsewhere', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'FAULTLINE_EMBEDDING_URL'],
    ['answers with no JSON', { body: '<html>sk-secret 泵</html>' }, 'JSON'],
    ['answers with another form', { body: '{"embeddings":[]}' }, 'no list of embeddings'],
    ['gives too few', { body: '{"data":[]}' }, '0 embeddings for 1 texts'],
    ['numbers them wrongly', { body: JSON.stringify({ data: [{ index: 1, embedding: numbers(DIMENSION) }] }) }, 'text 0'],
    ['gives vectors of another length', { body: JSON.stringify({ data: [{ index: 0, embedding: numbers(8) }] }) }, 'have 8 numbers'],
    ['gives no numbers', { body: JSON.stringify({ data: [{ index: 0, embedding: ['NaN'] }] }) }, 'no list of embeddings'],
    ['answers without end', { body: ' '.repeat(1_000_000) }, 'more than was asked for'],
  ])('refuses, asked once, an endpoint that %s, and tells neither key nor text', async (_, answer, told) => {
    await withEndpoint(
      async ({ asked }, open) => {
        const error: unknown = await open({ key: 'sk-secret' })
          .embed(['泵'], never())
          .catch((fault: unknown) => fault);
        expect(error).toMatchObject({ code: 'invalid-configuration', message: expect.stringContaining(told) });
        expect(`${String(error)} ${error instanceof Error ? String(error.cause) : ''}`).not.toMatch(/sk-secret|泵/);
        expect(asked).toHaveLength(1);
      },
      () => answer,
    );
  });
});
