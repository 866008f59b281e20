import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { describeConfig, loadConfig, PROGRAM_VERSION } from '../app/index.ts';

const FILE = join(import.meta.dirname, 'compose.yaml');
const TEXT = await readFile(FILE, 'utf8');
const OWN = ['api', 'worker'];
const SERVERS = ['elasticsearch', 'neo4j', 'postgres'];
/** Runs once, as root, before the servers. */
const FIRST = 'certificates';

/** What this file may hold of the Compose specification: a key that is not here is a mistake or needs a thought. */
const serviceSchema = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  network_mode: z.literal('none').optional(),
  user: z.string().regex(/^\d+:\d+$/, 'must be a number'),
  read_only: z.literal(true).optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.tuple([z.literal('ALL')]),
  cap_add: z.array(z.enum(['CHOWN', 'DAC_OVERRIDE', 'FOWNER'])).optional(),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  init: z.literal(true).optional(),
  restart: z.enum(['unless-stopped', 'no']),
  stop_grace_period: z.string(),
  shm_size: z.string().optional(),
  mem_limit: z.string().regex(/^\d+[mg]$/),
  pids_limit: z.number().int().optional(),
  ulimits: z.record(z.string(), z.strictObject({ soft: z.number(), hard: z.number() })).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).min(1),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully']) })).optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()).min(2),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
      start_period: z.string(),
    })
    .optional(),
  logging: z.strictObject({ driver: z.literal('json-file'), options: z.strictObject({ 'max-size': z.string(), 'max-file': z.string() }) }),
});
const { services, volumes } = z
  .object({ services: z.record(z.string(), serviceSchema), volumes: z.record(z.string(), z.null()) })
  .parse(parse(TEXT, { merge: true }));

/** One result, since one file is looked at. */
const resultsSchema = z.tuple([z.object({ messages: z.array(z.object({ rule: z.string(), message: z.string(), line: z.number() })) })]);

/** What the Compose specification's own schema, as dclint carries it, and its rules of practice find. */
async function lint(text: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-compose-'));
  try {
    const path = join(folder, 'compose.yaml');
    await writeFile(path, text);
    const orders = [
      'service-keys-order',
      'services-alphabetical-order',
      'service-dependencies-alphabetical-order',
      'top-level-properties-order',
    ];
    const rules = Object.fromEntries([...orders, 'no-build-and-image'].map((name) => [name, 0 as const]));
    const results: unknown = new DCLinter({ rules, quiet: true, debug: false, exclude: [] }).lintFiles([path], false);
    return resultsSchema.parse(results).flatMap(({ messages }) => messages.map(({ rule, message, line }) => `${rule} ${line}: ${message}`));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The text with its variables filled in as Compose does it. @throws Error for one that is required and absent. */
function interpolate(text: string, environment: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name: string, kind: string | undefined, rest: string) => {
    const value = environment[name];
    if (value !== undefined && value !== '') return value;
    if (kind === '-') return rest;
    throw new Error(`${name}: ${rest}`);
  });
}

const service = (name: string) => {
  const found = services[name];
  if (found === undefined) throw new Error(`there is no service ${name}`);
  return found;
};

describe('compose.yaml', () => {
  it('is valid by the Compose specification, and a misspelt key would not be', async () => {
    expect(await lint(TEXT)).toEqual([]);
    expect((await lint(TEXT.replace('mem_limit: 1g', 'memory_limit: 1g'))).join()).toMatch(/invalid-schema.*services\/postgres/);
    expect((await lint(TEXT.replace("'127.0.0.1:", "'"))).join()).toContain('no-unbound-port-interfaces');
  });

  it('starts the servers, one api that leaves reading to the workers, and workers', () => {
    expect(Object.keys(services).sort()).toEqual([...OWN, ...SERVERS, FIRST].sort());
    expect(service('api').command).toEqual(['serve', '--no-work']);
    expect(service('worker').command).toEqual(['work']);
    const mounted = Object.values(services).flatMap((each) => each.volumes.map((volume) => volume.split(':')[0] ?? ''));
    const used = mounted.filter((volume) => !volume.startsWith('./'));
    expect([...new Set(used)].sort()).toEqual(Object.keys(volumes).sort());
    for (const name of OWN)
      expect(service(name).volumes).toEqual([`data:${service(name).environment.FAULTLINE_HOME}`, 'certificates:/certificates:ro']);
  });

  it('gives our services settings that exist and that the program accepts', () => {
    const known = describeConfig(loadConfig({}, {})).map(({ variable }) => variable);
    // Whatever passwords: hexadecimal digits stand in an address as they are.
    const passwords = { POSTGRES_PASSWORD: 'a1', FAULTLINE_GRAPH_PASSWORD: 'b2', FAULTLINE_SEARCH_PASSWORD: 'c3' };
    for (const name of OWN) {
      const settings = Object.entries(service(name).environment);
      expect(settings.map(([variable]) => variable).filter((variable) => !known.includes(variable))).toEqual([]);
      const environment = Object.fromEntries(settings.map(([variable, value]) => [variable, interpolate(value, passwords)]));
      const { ledgerUrl, graphPassword, searchPassword } = loadConfig({}, environment);
      expect([ledgerUrl, graphPassword, searchPassword]).toEqual([
        'postgres://faultline:a1@postgres:5432/faultline?sslmode=verify-full',
        'b2',
        'c3',
      ]);
    }
  });

  it('holds no secret and no default for one', () => {
    const secrets = Object.values(services).flatMap(({ environment }) =>
      Object.entries(environment).filter(
        ([name, value]) => /password|(?<!client__)auth|_url/i.test(name) && /password|(?<!client__)auth|@/i.test(`${name}${value}`),
      ),
    );
    expect(secrets.length).toBeGreaterThanOrEqual(9);
    for (const [name, value] of secrets) expect(() => interpolate(value, {}), name).toThrow(/_PASSWORD: put .+ into deploy\/\.env/);
    expect(TEXT).not.toMatch(/\$\{\w*PASSWORD(:?-|\})/);
  });

  it('lets nobody be root but what makes the certificates, which has no network and ends', () => {
    for (const [name, { user, restart, cap_add: added, network_mode: network }] of Object.entries(services)) {
      if (name === FIRST) expect({ restart, network }).toEqual({ restart: 'no', network: 'none' });
      else expect({ name, restart, added, isRoot: user.startsWith('0:') }).toEqual({ name, restart: 'unless-stopped', isRoot: false });
    }
  });

  it('asks for encryption on each link, checked by the authority that was made for it', () => {
    for (const name of OWN) {
      const { environment } = service(name);
      expect(environment.FAULTLINE_LEDGER_URL).toMatch(/@postgres:5432\/faultline\?sslmode=verify-full$/);
      expect(environment.FAULTLINE_GRAPH_URL).toBe('bolt+s://neo4j:7687');
      expect(environment.FAULTLINE_SEARCH_URL).toBe('https://elasticsearch:9200');
      for (const store of ['LEDGER', 'GRAPH', 'SEARCH']) expect(environment[`FAULTLINE_${store}_CA_FILE`]).toBe('/certificates/ca.crt');
    }
    expect(service('postgres').command?.join(' ')).toMatch(/ssl=on .*hba_file=/);
    expect(service('neo4j').environment).toMatchObject({
      NEO4J_server_bolt_tls__level: 'REQUIRED',
      NEO4J_dbms_ssl_policy_bolt_enabled: 'true',
      NEO4J_server_http_listen__address: expect.stringMatching(/^127\.0\.0\.1:/),
    });
    expect(service('elasticsearch').environment['xpack.security.http.ssl.enabled']).toBe('true');
    for (const name of SERVERS) {
      const { volumes: mounted, depends_on: needed } = service(name);
      expect(mounted.filter((volume) => volume.startsWith('certificates:'))).toEqual([expect.stringMatching(/:ro$/)]);
      expect(needed).toEqual({ [FIRST]: { condition: 'service_completed_successfully' } });
    }
  });

  it('lets nothing in but the api, from this machine only', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(['api']);
    expect(service('api').ports?.map((port) => interpolate(port, {}))).toEqual(['127.0.0.1:8617:8617']);
  });

  it('waits for servers that are healthy, and pins the versions that the tests run', async () => {
    expect(Object.keys(service('api').depends_on ?? {}).sort()).toEqual(SERVERS);
    for (const name of [...SERVERS, 'api']) expect(service(name).healthcheck, name).toBeDefined();
    const read = (path: string) => readFile(join(import.meta.dirname, '../tools/services', path), 'utf8');
    expect(service('neo4j').image).toBe(`neo4j:${/<neo4j\.version>(.+)</.exec(await read('neo4j/pom.xml'))?.[1]}-community`);
    expect(service('elasticsearch').image.split(':')[1]).toBe(
      /<elasticsearch\.version>(.+)</.exec(await read('elasticsearch/pom.xml'))?.[1],
    );
    expect(service('postgres').image).toBe(`postgres:${/linux-x64": "(\d+\.\d+)/.exec(await read('postgres/package.json'))?.[1]}-bookworm`);
    for (const name of OWN) {
      expect(service(name)).toMatchObject({ image: `faultline:${PROGRAM_VERSION}`, read_only: true, init: true });
    }
  });

  it('asks the api whether it is ready, by a command that tells ready from not ready and from away', async () => {
    const [kind, program, ...words] = service('api').healthcheck?.test ?? [];
    expect([kind, program]).toEqual(['CMD', 'node']);
    let status = 200;
    const server = createServer((request, response) => response.writeHead(request.url === '/readyz' ? status : 404).end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const exit = async () => {
      const child = spawn(
        process.execPath,
        words.map((word) => word.replace('8617', String(port))),
      );
      return (await once(child, 'exit'))[0];
    };
    expect(await exit()).toBe(0);
    status = 503;
    expect(await exit()).toBe(1);
    server.close();
    expect(await exit()).toBe(1);
  });
});

describe('Dockerfile', () => {
  it('builds on a pinned image and runs as nobody in particular', async () => {
    const lines = (await readFile(join(import.meta.dirname, 'Dockerfile'), 'utf8')).split('\n');
    const all = (word: string) => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
    expect(all('ARG')).toEqual([expect.stringMatching(/^NODE_IMAGE=node:\d+\.\d+\.\d+-\w+-slim$/)]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Docker's variable
    expect(all('FROM')).toEqual(['${NODE_IMAGE} AS build', '${NODE_IMAGE}']);
    expect(all('USER')).toEqual([service('api').user]);
    expect(all('EXPOSE')).toEqual([service('api').environment.FAULTLINE_PORT]);
    expect(all('ENTRYPOINT')).toEqual(['["node", "/opt/faultline/dist/api/cli/main.mjs"]']);
  });
});
