import { connect } from 'node:net';
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
});
