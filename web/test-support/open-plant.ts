import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { uploadAnswerSchema } from '../../api/contract/document.ts';
import { jobSchema } from '../../api/contract/job.ts';
import { createHttpApp } from '../../api/http/create-http-app.ts';
import {
  type Config,
  configuredCaller,
  createAccount,
  createApiKey,
  keepEvaluation,
  keyRingOf,
  loadConfig,
  openApplication,
  SALT_BYTES,
  serveThreads,
  sessionRingOf,
} from '../../app/index.ts';
import type { Role } from '../../kernel/index.ts';

const LOOPBACK = '127.0.0.1';
const SILENT = { logger: { event: () => undefined, error: () => undefined } };

/** A running service with its page and an empty data folder. */
export interface Plant {
  readonly address: string;
  /** Of a reader; empty where the service wants none. */
  readonly key: string;
  /** Sends a document and waits until it has been read. */
  ingest(fileName: string, bytes: string | Uint8Array<ArrayBuffer>): Promise<void>;
  /** Keeps a report of `faultline eval`. */
  keepEvaluation(text: string): Promise<void>;
  /** Takes the service off its port, as a plant's network does, and back. */
  disconnect(): Promise<void>;
  reconnect(): Promise<void>;
  close(): Promise<void>;
}

/** Somebody who can sign in; reads everything. */
export interface PlantAccount {
  readonly name: string;
  readonly password: string;
  readonly role: Role;
}

/**
 * @param host another than loopback: the service wants a key.
 * @param people accounts; with any the service asks everybody who they are.
 */
export async function openPlant(page: string, host = LOOPBACK, people: readonly PlantAccount[] = []): Promise<Plant> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-plant-'));
  const config = loadConfig({ home: join(folder, 'home'), host, port: 0, readers: 1, logLevel: 'silent' }, {});
  const key = host === LOOPBACK ? '' : await makeKey(config);
  await addPeople(config, people);
  const threads = await serveThreads(config);
  const stopping = new AbortController();
  const http = createHttpApp(threads, {
    newRequestId: randomUUID,
    random: randomBytes,
    keys: keyRingOf(threads),
    sessions: sessionRingOf(threads),
    signal: stopping.signal,
    page,
  });
  let server: Server = await listen(0);
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;

  function listen(at: number): Promise<Server> {
    return new Promise((resolve, reject) => {
      const begun = createServer(getRequestListener(http.fetch));
      begun.once('error', reject);
      begun.listen(at, LOOPBACK, () => resolve(begun));
    });
  }
  function disconnect(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  return {
    address,
    key,
    async ingest(fileName, bytes) {
      const form = new FormData();
      form.append('file', new File([bytes], fileName));
      const { jobId } = uploadAnswerSchema.parse(await (await fetch(`${address}/v1/documents`, { method: 'POST', body: form })).json());
      for (;;) {
        const { state, reason } = jobSchema.parse(await (await fetch(`${address}/v1/jobs/${jobId}`)).json());
        if (state === 'done') return;
        if (state === 'dead' || state === 'cancelled') throw new Error(`${fileName} was not read: ${reason}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async keepEvaluation(text) {
      await keepEvaluation(config.home, text);
    },
    disconnect,
    async reconnect() {
      server = await listen(port);
    },
    async close() {
      stopping.abort(new Error('the test is over'));
      await disconnect();
      await threads.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function addPeople(config: Config, people: readonly PlantAccount[]): Promise<void> {
  if (people.length === 0) return;
  const application = await openApplication(config, SILENT);
  try {
    for (const person of people)
      await createAccount(application, configuredCaller(config), { ...person, labels: 'all', salt: randomBytes(SALT_BYTES) });
  } finally {
    await application.close();
  }
}

async function makeKey(config: Config): Promise<string> {
  const application = await openApplication(config, SILENT);
  try {
    const wanted = { name: 'reader', role: 'reader', labels: 'all', random: new Uint8Array(32).fill(7) } as const;
    return (await createApiKey(application, configuredCaller(config), wanted)).secret;
  } finally {
    await application.close();
  }
}
