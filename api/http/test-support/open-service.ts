import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  type Application,
  type ConfigArguments,
  keyRingOf,
  loadConfig,
  openApplication,
  serveHere,
  sessionRingOf,
  workJobs,
} from '../../../app/index.ts';
import type { Clock, Logger } from '../../../kernel/index.ts';
import { documentSchema, uploadAnswerSchema } from '../../contract/document.ts';
import { problemSchema } from '../../contract/problem.ts';
import { createHttpApp } from '../create-http-app.ts';
import type { HttpApp } from '../http-app.ts';

type Problem = z.infer<typeof problemSchema>;
type Uploaded = z.infer<typeof uploadAnswerSchema>;
type Document = z.infer<typeof documentSchema>;

/** The HTTP surface on an empty data folder, without a port: requests are objects. */
export interface TestService {
  readonly application: Application;
  readonly http: HttpApp;
  /** Names of the errors that were logged. */
  readonly logged: string[];
  /** How often a write asked for a worker. */
  readonly woken: () => number;
  /** Sends a request and checks status and body against the contract. */
  ask<Schema extends z.ZodType>(schema: Schema, path: string, init?: RequestInit, status?: number): Promise<z.infer<Schema>>;
  post<Schema extends z.ZodType>(schema: Schema, path: string, body: unknown): Promise<z.infer<Schema>>;
  problem(path: string, init?: RequestInit): Promise<Problem>;
  send(fileName: string, bytes: string | Uint8Array, fields?: Readonly<Record<string, string>>): Promise<Uploaded>;
  /** Sends a document, has it read and gives what became of it. */
  ingest(fileName: string, bytes: string | Uint8Array, fields?: Readonly<Record<string, string>>): Promise<Document>;
  /** Reads what was sent. */
  work(): Promise<void>;
  close(): Promise<void>;
}

const NEVER = new AbortController().signal;

export async function openService(
  settings: ConfigArguments = {},
  change = (application: Application) => application,
  page?: string,
  clock?: Clock,
): Promise<TestService> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-http-'));
  const logged: string[] = [];
  const logger: Logger = { event: () => undefined, error: (category, name) => void logged.push(`${category} ${name}`) };
  const opened = await openApplication(loadConfig({ home: join(folder, 'home'), ...settings }, {}), {
    logger,
    ...(clock === undefined ? {} : { clock }),
  });
  const application = change(opened);
  let wakes = 0;
  let requests = 0;
  let secrets = 0;
  const here = serveHere(application, () => {
    wakes += 1;
  });
  const http = createHttpApp(here, {
    newRequestId: () => `request-${++requests}`,
    random: (bytes) => {
      secrets += 1;
      return new Uint8Array(bytes).fill(255 - secrets);
    },
    keys: keyRingOf(here, clock),
    sessions: sessionRingOf(here, clock),
    ...(clock === undefined ? {} : { clock }),
    signal: NEVER,
    ...(page === undefined ? {} : { page }),
  });

  const service: TestService = {
    application,
    http,
    logged,
    woken: () => wakes,
    async ask(schema, path, init = {}, status = 200) {
      const response = await http.request(path, init);
      const text = await response.text();
      if (response.status !== status) throw new Error(`${init.method ?? 'GET'} ${path} gave ${response.status}: ${text}`);
      return schema.parse(JSON.parse(text));
    },
    post: (schema, path, body) =>
      service.ask(schema, path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    async problem(path, init = {}) {
      const response = await http.request(path, init);
      const problem = problemSchema.parse(await response.json());
      if (problem.status !== response.status || response.headers.get('content-type') !== 'application/problem+json') {
        throw new Error(`${path} gave ${response.status} with the problem ${JSON.stringify(problem)}`);
      }
      return problem;
    },
    send: (fileName, bytes, fields = {}) =>
      service.ask(uploadAnswerSchema, '/v1/documents', { method: 'POST', body: formOf(fileName, bytes, fields) }, 202),
    async ingest(fileName, bytes, fields = {}) {
      const { document } = await service.send(fileName, bytes, fields);
      await workJobs(application, {}, NEVER);
      return service.ask(documentSchema, `/v1/documents/${document.id}`);
    },
    async work() {
      await workJobs(application, {}, NEVER);
    },
    async close() {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return service;
}

export function formOf(fileName: string, bytes: string | Uint8Array, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  form.append('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], fileName));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
