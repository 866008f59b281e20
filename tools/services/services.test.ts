import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { describeServers } from './describe-servers.test-support.ts';

const isListening = (address: string) =>
  new Promise<boolean>((resolve) => {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

describeServers('servers for tests', (servers) => {
  test('all three listen where the tests are told', async () => {
    for (const address of [servers.neo4j.uri, servers.elasticsearch.url, servers.postgres.url]) {
      expect([address, await isListening(address)]).toEqual([address, true]);
    }
  });

  test('Elasticsearch has the analyser of Chinese text', async () => {
    const response = await fetch(`${servers.elasticsearch.url}/_analyze`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ analyzer: 'cjk', text: '轴承过热' }),
    });
    const { tokens } = (await response.json()) as { tokens: { token: string }[] };
    expect(tokens.map(({ token }) => token)).toEqual(['轴承', '承过', '过热']);
  });

  test('a home of its own keeps address and data over a crash, and is gone after down --purge', async () => {
    const home = await mkdtemp(join(tmpdir(), 'faultline-services-'));
    await chmod(home, 0o711);
    const run = (...words: string[]) =>
      promisify(execFile)(process.execPath, [join(import.meta.dirname, 'services.mjs'), ...words, 'postgres', '--home', home]);
    const up = async () => JSON.parse((await run('up')).stdout).postgres as { readonly url: string; readonly pid: number };
    try {
      const first = await up();
      expect(first.url).not.toBe(servers.postgres.url);
      expect(await up()).toEqual(first);
      await run('crash');
      expect(await isListening(first.url)).toBe(false);
      await expect(run('status')).rejects.toMatchObject({ code: 3 });
      const second = await up();
      expect(second.url).toBe(first.url);
      expect(second.pid).not.toBe(first.pid);
      expect((await run('status', '--env')).stdout).toBe(`export DATABASE_URL='${first.url}'\n`);
    } finally {
      await run('down', '--purge');
      expect(existsSync(join(home, 'postgres'))).toBe(false);
      await rm(home, { recursive: true });
    }
  }, 900_000);
});
