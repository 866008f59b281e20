import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openService, type TestService } from './test-support/open-service.ts';

let folder: string;
let service: TestService;
let empty: TestService;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Faultline</title>');
  await writeFile(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'assets', 'index-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'private.txt'), 'no part of the page');
  service = await openService({}, undefined, folder);
  empty = await openService({}, undefined, join(folder, 'absent'));
});
afterAll(async () => {
  await service.close();
  await empty.close();
  await rm(folder, { recursive: true });
});

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

describe('the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/icon.svg', 'image/svg+xml', 'no-cache'],
    ['/assets/index-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('is sent at %s under a policy that lets it load nothing of others and run nothing inline', async (path, type, caching) => {
    const { status, headers } = await service.http.request(path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, type, caching]);
    expect(headers.get('content-security-policy')).toBe(POLICY);
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'no-referrer']);
  });

  it('gives no file that is no part of it', async () => {
    for (const path of ['/private.txt', '/assets/', '/assets/..%2fprivate.txt', '/assets/none.js']) {
      expect((await service.problem(path)).status).toBe(404);
    }
  });

  it('leaves the policy of the API as it was', async () => {
    const { headers } = await service.http.request('/livez');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('says how to build it where it has not been built', async () => {
    const response = await empty.http.request('/');
    expect([response.status, response.headers.get('content-type')]).toEqual([503, 'text/plain; charset=UTF-8']);
    expect(await response.text()).toContain('`npm run build`');
    expect((await empty.http.request('/livez')).status).toBe(200);
  });
});
