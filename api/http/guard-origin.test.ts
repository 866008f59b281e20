import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../app/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import { guardOrigin } from './guard-origin.ts';
import type { HttpEnvironment } from './http-app.ts';

async function isLetIn(bound: string, url: string, headers: Record<string, string> = {}, method = 'GET', hosts = ''): Promise<boolean> {
  const http = new Hono<HttpEnvironment>();
  http.use(guardOrigin(loadConfig({ host: bound, hosts }, {})));
  http.all('*', (context) => context.text('in'));
  http.onError((error, context) => context.text('out', error instanceof FaultlineError && error.code === 'forbidden' ? 403 : 500));
  const { status } = await http.request(url, { method, headers });
  if (status === 500) throw new Error('neither let in nor refused');
  return status === 200;
}

describe('the guard of host and origin', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:8617/', true],
    ['127.0.0.1', 'http://localhost:8617/', true],
    ['127.0.0.1', 'http://[::1]:8617/', true],
    ['127.0.0.1', 'http://rebound.example/', false],
    ['127.0.0.1', 'http://10.0.0.5/', false],
    ['127.0.0.1', 'http://localhost.rebound.example/', false],
    ['0.0.0.0', 'http://rebound.example:8617/', false],
    ['0.0.0.0', 'http://10.0.0.5:8617/', true],
    ['::', 'http://[fe80::1]/', true],
    ['0.0.0.0', 'http://localhost/', true],
    ['Plant.example', 'http://plant.example/', true],
    ['10.0.0.5', 'http://other.example/', false],
  ])('of a service at %s lets %s in: %s', async (bound, url, isIn) => {
    expect(await isLetIn(bound, url)).toBe(isIn);
  });

  it('lets in by the names of the configuration, at any binding and in whatever case', async () => {
    const hosts = 'faultline.plant.example, API';
    for (const bound of ['127.0.0.1', '0.0.0.0']) {
      expect(await isLetIn(bound, 'http://FAULTLINE.plant.example/', {}, 'GET', hosts)).toBe(true);
      expect(await isLetIn(bound, 'http://api:8617/', {}, 'GET', hosts)).toBe(true);
      expect(await isLetIn(bound, 'http://plant.example/', {}, 'GET', hosts)).toBe(false);
    }
  });

  it.each<[string, Record<string, string>, string, boolean]>([
    ['a page of its own', { origin: 'http://localhost:8617', 'sec-fetch-site': 'same-origin' }, 'POST', true],
    ['an address typed by a person', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 'GET', true],
    ['a program', {}, 'POST', true],
    ['a link on another page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 'GET', true],
    ['a frame on another page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 'GET', false],
    [
      'a form on another page',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      'POST',
      false,
    ],
    ['a picture on another page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, 'GET', false],
    ['a page at another port', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' }, 'POST', false],
    ['a page at another port that shows no origin', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }, 'GET', false],
    ['a page without an origin', { origin: 'null' }, 'POST', false],
  ])('lets in %s as it should', async (_, headers, method, isIn) => {
    expect(await isLetIn('127.0.0.1', 'http://localhost:8617/v1/documents', headers, method)).toBe(isIn);
  });
});
