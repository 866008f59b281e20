import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { connectNeo4j } from '../../graph/adapters/neo4j/connect-neo4j.ts';
import { openConnections } from '../../ledger/connection/open-connections.ts';
import { openConnection } from '../../retrieval/adapters/elasticsearch/connection.ts';
import { describeServers } from '../../tools/services/describe-servers.test-support.ts';
import { type ConfigArguments, loadConfig } from '../config.ts';
import { systemClock } from '../system-clock.ts';
import { elasticsearchOptions, ledgerStore, neo4jOptions } from './store-locations.ts';

const ROOT = join(import.meta.dirname, '../..');
const run = async (program: string, words: readonly string[]) => (await promisify(execFile)(program, words, { cwd: ROOT })).stdout;
const services = async (...words: string[]) => run(process.execPath, ['tools/services/services.mjs', ...words]);

/** Certificates of a server called localhost, of an authority of their own; in a folder that a server of another account may enter. */
async function makeCertificates(
  folder: string,
): Promise<{ readonly authority: string; readonly key: string; readonly certificate: string }> {
  await run('sh', ['deploy/make-certificates.sh', folder, 'localhost']);
  return {
    authority: join(folder, 'ca.crt'),
    key: join(folder, 'localhost/server.key'),
    certificate: join(folder, 'localhost/server.crt'),
  };
}

/** Gives a server's key to the account that owns what the server keeps. */
function handOver(key: string, owned: string): void {
  const { uid, gid } = statSync(owned);
  if (process.getuid?.() === 0) chownSync(key, uid, gid);
}

describe('settings of an authority', () => {
  const faultsOf = (settings: ConfigArguments) => expect(() => loadConfig(settings, {}));

  it('are refused where the address would not use them', () => {
    faultsOf({ ledgerUrl: 'postgres://u:p@h/d?sslmode=require', ledgerCaFile: 'ca.crt' }).toThrow(/LEDGER_CA_FILE.*verify-full/);
    faultsOf({ ledgerCaFile: 'ca.crt' }).toThrow(/LEDGER_CA_FILE/);
    faultsOf({ graphUrl: 'bolt://h:7687', graphCaFile: 'ca.crt' }).toThrow(/GRAPH_CA_FILE.*bolt\+s/);
    faultsOf({ searchUrl: 'http://h:9200', searchCaFile: 'ca.crt' }).toThrow(/SEARCH_CA_FILE.*https/);
  });

  it('name a file that is read when the store is opened, and what is wrong with it', () => {
    const config = loadConfig({ searchUrl: 'https://h:9200', searchCaFile: join(import.meta.dirname, 'store-locations.ts') }, {});
    expect(() => elasticsearchOptions(config)).toThrow(/FAULTLINE_SEARCH_CA_FILE: .*no certificate in PEM/);
  });
});

describeServers('stores behind certificates of an authority of the site', ({ elasticsearch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-certificates-'));
  chmodSync(folder, 0o755);
  const homes = { postgres: join(folder, 'ledger'), neo4j: join(folder, 'graph') };
  let right: Awaited<ReturnType<typeof makeCertificates>>;
  let wrong: Awaited<ReturnType<typeof makeCertificates>>;
  beforeAll(async () => {
    right = await makeCertificates(join(folder, 'right'));
    wrong = await makeCertificates(join(folder, 'wrong'));
  });
  afterAll(async () => {
    for (const [name, home] of Object.entries(homes)) await services('down', name, '--home', home, '--purge');
    rmSync(folder, { recursive: true, force: true });
  });

  it('keep a ledger in PostgreSQL encrypted, refuse another authority, and the server refuses who does not encrypt', async () => {
    // Once without, so that there is an account to give the key to.
    await services('up', 'postgres', '--home', homes.postgres);
    await services('down', 'postgres', '--home', homes.postgres);
    const data = join(homes.postgres, 'postgres/data');
    handOver(right.key, data);
    chmodSync(join(folder, 'right/localhost'), 0o755);
    const files = ['--set', `ssl_cert_file=${right.certificate}`, '--set', `ssl_key_file=${right.key}`];
    const started = JSON.parse(await services('up', 'postgres', '--home', homes.postgres, '--set', 'ssl=on', ...files));
    const { url } = z.object({ postgres: z.object({ url: z.string() }) }).parse(started).postgres;
    const named = url.replace('127.0.0.1', 'localhost');
    const open = (ledgerUrl: string, ledgerCaFile?: string) =>
      openConnections({ store: ledgerStore(loadConfig({ ledgerUrl, ledgerCaFile }, {})), clock: systemClock });

    const connections = await open(`${named}?sslmode=verify-full`, right.authority);
    const never = new AbortController().signal;
    const ask = async <Row extends object>(text: string): Promise<readonly Row[]> => connections.query<Row>(sql.raw<Row>(text), never);
    expect(await ask('select ssl from pg_stat_ssl where pid = pg_backend_pid()')).toEqual([{ ssl: true }]);
    for (const [address, authority] of [
      [`${named}?sslmode=verify-full`, wrong.authority],
      [named, wrong.authority],
      [`${named}?sslmode=verify-full`, undefined],
    ] as const)
      await expect(open(address, authority)).rejects.toMatchObject({
        code: 'store-unavailable',
        message: expect.stringContaining('FAULTLINE_LEDGER_CA_FILE'),
      });
    // What the compose file gives the server.
    const rules = join(data, 'pg_hba.conf');
    cpSync(join(ROOT, 'deploy/pg_hba.conf'), rules);
    handOver(rules, data);
    await ask('select pg_reload_conf()');
    await expect
      .poll(() =>
        open(named).then(
          (opened) => opened.close().then(() => 'open'),
          ({ code }) => code,
        ),
      )
      .toBe('invalid-configuration');
    await (await open(named, right.authority)).close();
    await connections.close();
  });

  it('keep a graph in Neo4j encrypted and refuse another authority', async () => {
    const policy = { enabled: 'true', base_directory: join(folder, 'right/localhost'), client_auth: 'NONE' };
    const files = { private_key: 'server.key', public_certificate: 'server.crt' };
    const settings = Object.entries({ ...policy, ...files }).flatMap(([name, value]) => ['--set', `dbms.ssl.policy.bolt.${name}=${value}`]);
    // Optional, since what waits for the server to start does not encrypt.
    const started = JSON.parse(
      await services('up', 'neo4j', '--home', homes.neo4j, '--set', 'server.bolt.tls_level=OPTIONAL', ...settings),
    );
    const { uri, ...account } = z
      .object({ neo4j: z.object({ uri: z.string(), username: z.string(), password: z.string() }) })
      .parse(started).neo4j;
    const one = async (graphCaFile: string | undefined) => {
      const config = loadConfig(
        {
          graphUrl: uri.replace('bolt://127.0.0.1', 'bolt+s://localhost'),
          graphCaFile,
          graphUser: account.username,
          graphPassword: account.password,
        },
        {},
      );
      const options = neo4jOptions(config);
      if (options === undefined) throw new Error('the graph is on a server');
      const connection = connectNeo4j(options);
      try {
        return await connection.read((ask) => ask('RETURN 1 AS one', {}));
      } finally {
        await connection.close();
      }
    };
    expect(await one(right.authority)).toEqual([{ one: 1 }]);
    for (const authority of [wrong.authority, undefined])
      await expect(one(authority)).rejects.toMatchObject({
        code: 'store-unavailable',
        message: expect.stringContaining('FAULTLINE_GRAPH_CA_FILE'),
      });
  });

  it('keep a search index in Elasticsearch behind TLS and refuse another authority', async () => {
    const { hostname, port } = new URL(elasticsearch.url);
    const proxy = createServer({ key: readFileSync(right.key), cert: readFileSync(right.certificate) }, (socket) => {
      const server = connect(Number(port), hostname);
      socket.on('error', () => server.destroy());
      server.on('error', () => socket.destroy());
      socket.pipe(server).pipe(socket);
    });
    proxy.on('tlsClientError', () => undefined);
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const searchUrl = `https://localhost:${(proxy.address() as AddressInfo).port}`;
    const name = async (searchCaFile: string | undefined) => {
      const options = elasticsearchOptions(loadConfig({ searchUrl, searchCaFile }, {}));
      if (options === undefined) throw new Error('the index is on a server');
      const connection = openConnection(options);
      try {
        return await connection.ask(async (client) => (await client.info()).cluster_name);
      } finally {
        await connection.close();
      }
    };
    expect(await name(right.authority)).toMatch(/./);
    for (const authority of [wrong.authority, undefined])
      await expect(name(authority)).rejects.toMatchObject({
        code: 'store-unavailable',
        message: expect.stringContaining('FAULTLINE_SEARCH_CA_FILE'),
      });
    proxy.close();
  });
});

describe('make-certificates.sh', () => {
  it('leaves no key of the authority behind, and makes nothing anew where there is one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faultline-authority-'));
    await makeCertificates(folder);
    expect(readdirSync(folder).sort()).toEqual(['ca.crt', 'localhost']);
    const before = readFileSync(join(folder, 'ca.crt'), 'utf8');
    const key = statSync(join(folder, 'localhost/server.key'));
    expect(key.mode & 0o777).toBe(0o400);
    await makeCertificates(folder);
    expect(readFileSync(join(folder, 'ca.crt'), 'utf8')).toBe(before);
    rmSync(folder, { recursive: true });
  });
});
