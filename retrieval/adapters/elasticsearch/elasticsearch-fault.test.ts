import { createServer, type RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { ALL, signal, unitOf } from '../../../kernel/ports/projection.test-support.ts';
import { openElasticsearchIndex } from '../../index.ts';
import { CONTRACT_IDENTITY, passage, stream, weighed } from '../../search-index.test-support.ts';

const QUERY = { words: weighed(['泵体']), n: 5 };

async function withServer(answer: RequestListener, body: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  try {
    await body(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const answering =
  (status: number, body: unknown): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
    response.end(JSON.stringify(body));
  };

async function failure(url: string): Promise<unknown> {
  const index = openElasticsearchIndex({ url, prefix: 'test', auth: { username: 'elastic', password: 'geheim-密码' } }, CONTRACT_IDENTITY);
  try {
    const reads = await index.candidates(ALL, QUERY, signal()).catch((error: unknown) => error);
    const writes = await index.replace(unitOf('a'), 1, stream([passage('a', '1', '泵体')])).catch((error: unknown) => error);
    expect(writes).toMatchObject({ code: (reads as { code: string }).code });
    return reads;
  } finally {
    await index.close();
  }
}

test('a server that is down is a typed fault of reading and writing that may be tried again', async () => {
  const found = await failure('http://127.0.0.1:9');
  expect(found).toMatchObject({ code: 'store-unavailable', retryable: true });
});

test.each([
  [401, 'security_exception', 'invalid-configuration'],
  [403, 'security_exception', 'invalid-configuration'],
  [403, 'cluster_block_exception', 'store-unavailable'],
  [429, 'cluster_block_exception', 'store-unavailable'],
  [429, 'es_rejected_execution_exception', 'busy'],
  [500, 'null_pointer_exception', 'store-unavailable'],
  [503, 'search_phase_execution_exception', 'store-unavailable'],
  [400, 'illegal_argument_exception', 'internal'],
])('status %i with %s is %s, and neither secrets nor the words of the server are in it', async (status, type, code) => {
  await withServer(answering(status, { error: { type, reason: 'document text 泵体' }, status }), async (url) => {
    const found = await failure(url);
    expect(found).toMatchObject({ code, message: expect.not.stringMatching(/geheim|密码|泵体/u) });
    expect(JSON.stringify(found)).not.toMatch(/geheim|密码|泵体/u);
    expect(found).not.toHaveProperty('cause');
  });
});

test('what is no Elasticsearch is told from one', async () => {
  await withServer(
    (_, response) => response.end('<html>'),
    async (url) => expect(await failure(url)).toMatchObject({ code: expect.stringMatching(/^(invalid-configuration|store-unavailable)$/) }),
  );
});

test('a server that never answers holds a search no longer than its signal, and a write no longer than its limit', async () => {
  await withServer(
    () => undefined,
    async (url) => {
      const index = openElasticsearchIndex({ url, prefix: 'test', timeoutMs: 3_000 }, CONTRACT_IDENTITY);
      try {
        const stop = AbortSignal.timeout(100);
        await expect(index.candidates(ALL, QUERY, stop)).rejects.toMatchObject({ name: 'TimeoutError' });
        await expect(index.flush()).rejects.toMatchObject({ code: 'store-unavailable' });
      } finally {
        await index.close();
      }
    },
  );
});

test.each(['', '*', 'Plant', 'a,b', '-plant', '_all', '../x', '泵', 'a'.repeat(61)])('%j is no prefix for names of indices', (prefix) => {
  expect(() => openElasticsearchIndex({ url: 'http://127.0.0.1:9', prefix }, CONTRACT_IDENTITY)).toThrow(
    expect.objectContaining({ code: 'invalid-configuration' }),
  );
});
