import type { Application } from '../application.ts';
import { hasLiveCallers } from '../callers/has-live-callers.ts';
import { extractorTool } from '../extractor-tool.ts';
import { formerModel } from '../stores/tell-former-model.ts';
import { unnamedBytes } from '../sweep-bytes.ts';
import { checkCallers } from './check-callers.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

/** A worker is behind when something waited for longer than any step takes. */
const BEHIND_MILLISECONDS = 60_000;

/** What is in the data folder, by the ledger. */
export async function checkState(application: Application, signal: AbortSignal): Promise<readonly DoctorLine[]> {
  const { ledger } = application;
  const { jobs, outbox, stored, unsealed } = await ledger.gauges();
  return [
    checkPlace(await ledger.movedTo()),
    checkCallers(application.config, await hasLiveCallers(ledger)),
    checkEmbedder(application),
    checkProjections(outbox.search.units + outbox.graph.units, Math.max(outbox.search.oldest, outbox.graph.oldest)),
    checkJobs(jobs),
    await checkBytes(application, stored.documents, signal),
    await checkReading(application),
    unsealed.oldest < BEHIND_MILLISECONDS
      ? well('audit', `${unsealed.events} events wait for their seal`)
      : ill(
          'audit',
          'warn',
          `${unsealed.events} events wait for their seal for long`,
          'start the service, or run `faultline audit verify`',
        ),
    await checkClock(application),
  ];
}

/** What is read from a ledger that was moved is what was known on that day. */
function checkPlace(moved: string | undefined): DoctorLine {
  if (moved === undefined) return well('ledger', 'takes writes');
  const remedy = 'use the settings of that place, or take the move back with `faultline migrate-stores --undo`';
  return ill('ledger', 'fail', `was moved to ${moved}, and is no longer kept up to date here`, remedy);
}

function checkProjections(units: number, oldest: number): DoctorLine {
  if (units === 0) return well('projections', 'search index and graph are up to date');
  const detail = `${units} units wait to be projected, the oldest for ${Math.round(oldest / 1000)} s`;
  return oldest < BEHIND_MILLISECONDS
    ? well('projections', detail)
    : ill('projections', 'warn', detail, 'start the service: its worker does it');
}

/** Questions are compared by what the index was made with. */
function checkEmbedder({ embedder, wantedEmbedder: { model } }: Application): DoctorLine {
  if (embedder.model === model) return well('embedder', `${model}, as in the search index`);
  return ill(
    'embedder',
    'warn',
    formerModel(embedder.model, model),
    'run `faultline reindex --only search`; questions are answered meanwhile',
  );
}

function checkJobs(jobs: Readonly<Record<string, number>>): DoctorLine {
  const dead = jobs.dead ?? 0;
  const detail = `${jobs.queued ?? 0} waiting, ${jobs.running ?? 0} running, ${dead} given up`;
  if (dead === 0) return well('jobs', detail);
  return ill('jobs', 'warn', detail, 'see why with `faultline jobs list --state dead`, then retry or delete the documents');
}

/** After an upgrade, documents answer by what the program of before made of them until they are read again. */
async function checkReading({ grammar, ledger }: Application): Promise<DoctorLine> {
  const others = await ledger.stages.extractedOtherwise(extractorTool(grammar));
  if (others === 0) return well('reading', 'every document was read by this program');
  const detail = `${others} versions were read by another program or with other patterns of codes, so some answers may be in part`;
  return ill('reading', 'warn', detail, 'have them read again with `faultline documents --read-again`; they answer meanwhile');
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
  if (lost > 0)
    return ill('bytes', 'fail', `the bytes of ${lost} document versions are gone`, 'send these documents again, or restore a backup');
  if (unnamed > 0) return ill('bytes', 'warn', `${unnamed} files belong to no document`, 'start the service: it sweeps them');
  return well('bytes', `of ${documents} documents, all there and none too many`);
}

/** Leases, seals and dates of documents go wrong when the clock went back. */
async function checkClock({ clock, config, ledger }: Application): Promise<DoctorLine> {
  const [last] = await ledger.audit.list(config.tenant, { limit: 1 });
  const now = clock.now();
  if (last !== undefined && last.at > now) {
    const detail = `it is ${new Date(now).toISOString()}, but the last audit event is of ${new Date(last.at).toISOString()}`;
    return ill('clock', 'fail', detail, 'set the clock of this machine, best by NTP');
  }
  return well('clock', new Date(now).toISOString());
}
