import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig, openApplication, serveHere } from '../../app/index.ts';
import { type HttpService, serveHttp } from './serve-http.ts';

let folder = '';
let service: HttpService;
let port = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-raw-'));
  const application = await openApplication(loadConfig({ home: join(folder, 'home'), port: 0, logLevel: 'silent' }, {}));
  service = await serveHttp(serveHere(application), {
    pace: { windowMilliseconds: 200, leastBytes: 1_000 },
    headersMilliseconds: 300,
    checkMilliseconds: 50,
    mostConnections: 10,
  });
  port = Number(new URL(service.address).port);
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Sends pieces with a pause between them and gives all that comes until the service closes the connection. */
function talk(pieces: readonly string[], pauseMilliseconds = 0): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let told = '';
    let isOver = false;
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      told += text;
    });
    socket.on('close', () => {
      isOver = true;
      resolve(told);
    });
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error),
    );
    void (async () => {
      for (const piece of pieces) {
        if (isOver) return;
        socket.write(piece);
        await new Promise((done) => setTimeout(done, pauseMilliseconds));
      }
    })();
  });
}
const get = (...headers: readonly string[]) =>
  talk([`GET /livez HTTP/1.1\r\n${headers.map((line) => `${line}\r\n`).join('')}Connection: close\r\n\r\n`]);

describe('a request as it stands on the wire', () => {
  it.each([
    [['Host: 127.999.999.999'], 400],
    [['Host: 127.0.0.1', 'Host: evil.example'], 400],
    [['Host: 127.0.0.1', 'hOST: 127.0.0.1'], 400],
    [['Host:'], 400],
    [['Host: a b'], 400],
    [['Host: rebound.example'], 403],
    [['Host: 127.0.0.1'], 200],
    [['Host: localhost:8617'], 200],
  ])('with %j is answered with %i', async (headers, status) => {
    expect(await get(...headers)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it('that asks for the address of another host is refused', async () => {
    expect(await talk(['GET http://evil.example/livez HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n'])).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });

  it('whose head is larger than any of ours is refused', async () => {
    expect(await get('Host: 127.0.0.1', `X-Large: ${'x'.repeat(17_000)}`)).toMatch(/^HTTP\/1\.1 431 /);
    expect(await get('Host: 127.0.0.1', `X-Large: ${'x'.repeat(15_000)}`)).toMatch(/^HTTP\/1\.1 200 /);
  });

  // Node's own limit would be a minute.
  it('whose head does not end is ended', { timeout: 30_000 }, async () => {
    expect(await talk(['GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '])).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('over more connections than there may be is not heard, and is when one of them is closed', async () => {
    const open = await Promise.all(
      Array.from({ length: 10 }, () => {
        const socket = connect(port, '127.0.0.1');
        return new Promise<typeof socket>((resolve, reject) => socket.once('connect', () => resolve(socket)).once('error', reject));
      }),
    );
    await expect.poll(() => get('Host: 127.0.0.1')).toBe('');
    for (const socket of open) socket.destroy();
    await expect.poll(() => get('Host: 127.0.0.1')).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('whose body drips in is ended with a problem', async () => {
    const head = 'POST /v1/search HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"query":"';
    const told = await talk([head, ...Array.from({ length: 100 }, () => 'x')], 50);
    expect(told).toMatch(/^HTTP\/1\.1 408 /);
    expect(told).toContain('"request-timeout"');
  });

  it('whose upload drips in is ended', async () => {
    const head =
      'POST /v1/documents HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=cut\r\nTransfer-Encoding: chunked\r\n\r\n';
    const part = '--cut\r\nContent-Disposition: form-data; name="file"; filename="slow.txt"\r\n\r\n';
    const pieces = [part, ...Array.from({ length: 100 }, () => 'x')].map((text) => `${text.length.toString(16)}\r\n${text}\r\n`);
    expect(await talk([head, ...pieces], 50)).toMatch(/^HTTP\/1\.1 408 /);
  });
});
