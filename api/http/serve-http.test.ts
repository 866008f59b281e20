import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig, type Service, serveThreads } from '../../app/index.ts';
import { openBlobStore } from '../../storage/index.ts';
import { documentListSchema, uploadAnswerSchema } from '../contract/document.ts';
import { jobSchema } from '../contract/job.ts';
import { problemSchema } from '../contract/problem.ts';
import { type HttpService, serveHttp } from './serve-http.ts';
import { formOf } from './test-support/open-service.ts';

const MAX_BYTES = 1_000_000;

let folder = '';
let threads: Service;
let service: HttpService;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-serve-'));
  threads = await serveThreads(
    loadConfig({ home: join(folder, 'home'), port: 0, readers: 1, maxUploadBytes: MAX_BYTES, logLevel: 'silent' }, {}),
  );
  service = await serveHttp(threads);
});
afterEach(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the service on a port', () => {
  it('listens on loopback, reads what is sent by itself and stops', async () => {
    expect(service.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const sent = await fetch(`${service.address}/v1/documents`, { method: 'POST', body: formOf('规程.md', '# 规程\n\n关闭 V-12。\n', {}) });
    const { jobId } = uploadAnswerSchema.parse(await sent.json());
    await expect.poll(async () => jobSchema.parse(await (await fetch(`${service.address}/v1/jobs/${jobId}`)).json()).state).toBe('done');
    await service.stop();
    await expect(fetch(`${service.address}/livez`)).rejects.toThrow();
  });

  it('keeps a connection longer than proxies do, so that none of them sends over one that is being closed', async () => {
    const answer = await fetch(`${service.address}/livez`);
    const [, seconds] = /timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThan(60);
  });

  it('answers a document that is too large before all of it was sent', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const upload = request(`${service.address}/v1/documents`, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=cut' },
      });
      upload.on('response', (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          expect(problemSchema.parse(JSON.parse(Buffer.concat(pieces).toString('utf8'))).code).toBe('document-too-large');
          upload.destroy();
          resolve(response.statusCode);
        });
      });
      upload.on('error', reject);
      upload.write('--cut\r\nContent-Disposition: form-data; name="file"; filename="large.txt"\r\n\r\n');
      upload.write(Buffer.alloc(MAX_BYTES * 3, 'x'));
    });
    expect(status).toBe(413);
  });

  it('outlives callers who leave in the middle of an upload, and keeps nothing of it', async () => {
    await new Promise<void>((resolve) => {
      const upload = request(`${service.address}/v1/documents`, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=cut' },
      });
      upload.on('error', () => resolve());
      upload.write('--cut\r\nContent-Disposition: form-data; name="file"; filename="half.txt"\r\n\r\nhalf', () =>
        upload.destroy(new Error('gone')),
      );
    });
    const { documents } = documentListSchema.parse(await (await fetch(`${service.address}/v1/documents`)).json());
    expect(documents).toEqual([]);
    const blobs: unknown[] = [];
    const store = openBlobStore(join(threads.config.home, 'blobs'), { now: Date.now });
    for await (const blob of store.list(threads.config.tenant)) blobs.push(blob);
    expect(blobs).toEqual([]);
  });

  it('takes bodies whose length nobody announced, and none at all', async () => {
    const send = (method: string, path: string, pieces: readonly string[]) =>
      new Promise<number | undefined>((resolve, reject) => {
        const asked = request(`${service.address}${path}`, { method, headers: { 'content-type': 'application/json' } });
        asked.on('error', reject);
        asked.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode)));
        for (const piece of pieces) asked.write(piece);
        asked.end();
      });
    expect(await send('POST', '/v1/search', ['{"query":', '"泵 P-101"}'])).toBe(200);
    expect(await send('POST', '/v1/search', ['{"query":"', 'x'.repeat(2_000_000)])).toBe(413);
    const sent = await fetch(`${service.address}/v1/documents`, { method: 'POST', body: formOf('短.txt', '文字', {}) });
    const { document } = uploadAnswerSchema.parse(await sent.json());
    expect((await fetch(`${service.address}/v1/documents/${document.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await fetch(`${service.address}/v1/documents/${document.id}`)).status).toBe(404);
  });

  it('says so when the port is taken', async () => {
    const port = Number(new URL(service.address).port);
    await expect(serveHttp({ ...threads, config: { ...threads.config, port } })).rejects.toThrow(/Cannot listen/);
  });
});
