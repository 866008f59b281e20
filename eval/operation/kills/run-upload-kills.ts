import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { createRandom, type Random } from '../../../datasets/index.ts';
import type { ProgramEntry } from '../../../kernel/index.ts';
import { drawDocument } from '../../suites/cluster/draw-document.ts';
import { type HttpCaller, openHttpCaller } from '../http/http-caller.ts';
import { checkKept, untilRead } from '../service/kept-documents.ts';
import { type ServiceProcess, startService } from '../service/service-process.ts';

export interface UploadKillsOptions {
  readonly seed: number;
  /** Kills in all. */
  readonly count: number;
  /** Uploads under way at a time; from 1. */
  readonly senders: number;
  /** An empty folder, which is left as it became. */
  readonly folder: string;
  readonly program: ProgramEntry;
  readonly onKill?: (done: number, acknowledged: number) => void;
}

export interface UploadKillsReport {
  readonly seed: number;
  readonly kills: number;
  /** Uploads that the service answered with 202, by documents. */
  readonly acknowledged: number;
  /** Uploads that a kill cut off, and that were sent again to the service that was started next. */
  readonly sentAgain: number;
  /** Of those the ones that the service turned out to have already. */
  readonly had: number;
  /** Times a job was being read or waited when the service was killed. */
  readonly killedWithWork: number;
  readonly documents: number;
  /** A sentence each: an answer that is neither 202 nor 429, a document that is lost, `failed` or there twice. */
  readonly faults: readonly string[];
}

/**
 * A service dies when it has acknowledged so many documents, and so many milliseconds later: some die with the first uploads and some
 * amid much work, however busy the machine is.
 */
const TAKEN = { least: 0, most: 12 };
const LATER = { least: 0, most: 600 };
/** It dies without them when they do not come. */
const MOST_LIVED = 60_000;
const LOOK_MILLISECONDS = 5;
/** Milliseconds between two uploads of one sender. */
const PAUSE = { least: 50, most: 400 };
const READ_MILLISECONDS = 900_000;
/** Rows of a document that takes long enough to be read that a kill falls into it. */
const LONG_DOCUMENTS = 0.2;
const LONG_ROWS = 1_500;
const acceptedShape = z.object({ document: z.object({ id: z.string() }), status: z.string() });

interface Upload {
  readonly name: string;
  readonly text: string;
}

/** Kills a service by SIGKILL while documents are sent to it, starts it again, and looks at the end what became of all of them. */
export async function runUploadKills(options: UploadKillsOptions, signal: AbortSignal): Promise<UploadKillsReport> {
  const { seed, count, senders, folder, program, onKill } = options;
  const home = join(folder, 'home');
  const random = createRandom(seed, 'upload kills');
  const acknowledged = new Set<string>();
  const faults: string[] = [];
  let cut: Upload[] = [];
  const figures = { sentAgain: 0, had: 0, killedWithWork: 0 };
  let sent = 0;
  let port = 0;

  async function live(life: number): Promise<void> {
    const service = await startService({ program, home, port }, signal);
    port = service.port;
    const http = openHttpCaller(service.address);
    const again = cut;
    cut = [];
    figures.sentAgain += again.length;
    let isKilled = false;
    const send = async (): Promise<void> => {
      while (!isKilled) {
        const repeated = again.pop();
        const upload = repeated ?? draw(random.fork(`document ${++sent}`), sent);
        if (!(await take(http, upload, repeated !== undefined, () => isKilled))) cut.push(upload);
        await wait(random.integer(PAUSE.least, PAUSE.most), undefined, { signal });
      }
    };
    const sending = Array.from({ length: senders }, send);
    const own = random.fork(`life ${life}`);
    const enough = acknowledged.size + own.integer(TAKEN.least, TAKEN.most);
    const until = performance.now() + MOST_LIVED;
    while (acknowledged.size < enough && performance.now() < until) await wait(LOOK_MILLISECONDS, undefined, { signal });
    await wait(own.integer(LATER.least, LATER.most), undefined, { signal });
    if (await hasWork(http)) figures.killedWithWork += 1;
    isKilled = true;
    await service.kill();
    await Promise.all(sending);
    cut.push(...again);
    http.close();
  }

  /** False where the kill cut it off. */
  async function take(http: HttpCaller, upload: Upload, isRepeated: boolean, isKilled: () => boolean): Promise<boolean> {
    try {
      const { status, body } = await http.send({ method: 'POST', path: '/v1/documents', file: upload }, undefined);
      if (status === 429) return false;
      if (status !== 202) {
        faults.push(`${upload.name}: ${status} ${body.toString('utf8').slice(0, 200)}`);
        return true;
      }
      const accepted = acceptedShape.parse(JSON.parse(body.toString('utf8')));
      acknowledged.add(accepted.document.id);
      if (isRepeated && accepted.status === 'duplicate') figures.had += 1;
      return true;
    } catch (error) {
      if (!isKilled()) faults.push(`${upload.name}: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }

  for (let life = 0; life < count; life++) {
    await live(life);
    onKill?.(life + 1, acknowledged.size);
  }
  const last: ServiceProcess = await startService({ program, home, port }, signal);
  const http = openHttpCaller(last.address);
  try {
    figures.sentAgain += cut.length;
    for (const upload of cut) await take(http, upload, true, () => false);
    await untilRead(http, undefined, READ_MILLISECONDS, signal);
    const kept = await checkKept(http, undefined, { acknowledged, deleted: new Set() });
    if (kept.documents !== sent) faults.push(`${sent} documents were sent and ${kept.documents} are there`);
    return {
      seed,
      kills: count,
      acknowledged: acknowledged.size,
      ...figures,
      documents: kept.documents,
      faults: [...faults, ...kept.faults],
    };
  } finally {
    http.close();
    await last.stop();
  }
}

async function hasWork(http: HttpCaller): Promise<boolean> {
  for (const state of ['running', 'queued']) {
    const { body } = await http.send({ method: 'GET', path: `/v1/jobs?state=${state}&limit=1` }, undefined);
    if (body.includes('"id"')) return true;
  }
  return false;
}

function draw(random: Random, number: number): Upload {
  if (!random.chance(LONG_DOCUMENTS)) {
    const name = `sent-${number}.${random.pick(['md', 'csv', 'txt'])}`;
    return { name, text: `${drawDocument(name, random)}\n${name}\n` };
  }
  const name = `sent-${number}.csv`;
  const [head = '', ...rows] = drawDocument(name, random).trim().split('\n');
  return { name, text: [head, ...Array.from({ length: LONG_ROWS }, (_, row) => `${random.pick(rows)}${row % 10}`), ''].join('\n') };
}
