import { asIs, DOCTOR_WORDS } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import { hasLiveCallers } from '../callers/has-live-callers.ts';
import { extractorTool } from '../extractor-tool.ts';
import { unnamedBytes } from '../sweep-bytes.ts';
import { checkCallers } from './check-callers.ts';
import { checkTransport } from './check-transport.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

const WORDS = DOCTOR_WORDS.state;
/** A worker is behind when something waited for longer than any step takes. */
const BEHIND_MILLISECONDS = 60_000;

/** What is in the data folder, by the ledger. */
export async function checkState(application: Application, signal: AbortSignal): Promise<readonly DoctorLine[]> {
  const { ledger } = application;
  const { jobs, outbox, stored, unsealed } = await ledger.gauges();
  return [
    checkPlace(await ledger.movedTo()),
    checkCallers(application.config, await hasLiveCallers(ledger)),
    checkTransport(application.config),
    checkEmbedder(application),
    checkProjections(outbox.search.units + outbox.graph.units, Math.max(outbox.search.oldest, outbox.graph.oldest)),
    checkJobs(jobs),
    await checkBytes(application, stored.documents, signal),
    await checkReading(application),
    unsealed.oldest < BEHIND_MILLISECONDS
      ? well('audit', WORDS.unsealed(unsealed.events))
      : ill('audit', 'warn', WORDS.unsealedLong(unsealed.events), WORDS.seal),
    await checkClock(application),
  ];
}

/** What is read from a ledger that was moved is what was known on that day. */
function checkPlace(moved: string | undefined): DoctorLine {
  if (moved === undefined) return well('ledger', WORDS.takesWrites);
  return ill('ledger', 'fail', WORDS.moved(moved), WORDS.goThere);
}

function checkProjections(units: number, oldest: number): DoctorLine {
  if (units === 0) return well('projections', WORDS.upToDate);
  const detail = WORDS.waiting(units, Math.round(oldest / 1000));
  return oldest < BEHIND_MILLISECONDS ? well('projections', detail) : ill('projections', 'warn', detail, WORDS.startWorker);
}

/** Questions are compared by what the index was made with. */
function checkEmbedder({ embedder, wantedEmbedder: { model } }: Application): DoctorLine {
  if (embedder.model === model) return well('embedder', WORDS.embedder(model));
  return ill('embedder', 'warn', WORDS.former(embedder.model, model), WORDS.reindex);
}

function checkJobs(jobs: Readonly<Record<string, number>>): DoctorLine {
  const dead = jobs.dead ?? 0;
  const detail = WORDS.jobs(jobs.queued ?? 0, jobs.running ?? 0, dead);
  if (dead === 0) return well('jobs', detail);
  return ill('jobs', 'warn', detail, WORDS.seeJobs);
}

/** After an upgrade, documents answer by what the program of before made of them until they are read again. */
async function checkReading({ grammar, ledger }: Application): Promise<DoctorLine> {
  const others = await ledger.stages.extractedOtherwise(extractorTool(grammar));
  if (others === 0) return well('reading', WORDS.allRead);
  return ill('reading', 'warn', WORDS.readOtherwise(others), WORDS.readAgain);
}

/** Both ways: bytes that no document has, and documents whose bytes are gone. */
async function checkBytes(application: Application, documents: number, signal: AbortSignal): Promise<DoctorLine> {
  let unnamed = 0;
  for await (const _ of unnamedBytes(application)) unnamed += 1;
  let lost = 0;
  for await (const { tenant, sha256 } of application.ledger.namedBytes()) {
    signal.throwIfAborted();
    if ((await application.blobs.locate(tenant, sha256)) === undefined) lost += 1;
  }
  if (lost > 0) return ill('bytes', 'fail', WORDS.lost(lost), WORDS.sendAgain);
  if (unnamed > 0) return ill('bytes', 'warn', WORDS.unnamed(unnamed), WORDS.sweep);
  return well('bytes', WORDS.bytes(documents));
}

/** Leases, seals and dates of documents go wrong when the clock went back. */
async function checkClock({ clock, config, ledger }: Application): Promise<DoctorLine> {
  const [last] = await ledger.audit.list(config.tenant, { limit: 1 });
  const now = clock.now();
  if (last !== undefined && last.at > now) {
    const detail = WORDS.clockBack(new Date(now).toISOString(), new Date(last.at).toISOString());
    return ill('clock', 'fail', detail, WORDS.setClock);
  }
  return well('clock', asIs(new Date(now).toISOString()));
}
