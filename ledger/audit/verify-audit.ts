import type { Reading } from '../connection/connections.ts';
import { eventHash } from './audit-event.ts';
import { BLANK, trimmedThrough } from './blank-events.ts';
import { merkleRoot } from './merkle-tree.ts';
import { NO_SEAL, type Seal, sealHash } from './seal.ts';

/** The last seal of a trail at some time, kept where whoever may write the ledger cannot write. */
export interface AuditHead {
  readonly seal: number;
  readonly hash: string;
  /** Events in all seals up to this one. */
  readonly events: number;
  /** Milliseconds, UTC. */
  readonly at: number;
}

/** Something that is not as it was sealed. */
export interface AuditFault {
  readonly seal?: number;
  /** Number of the event. */
  readonly event?: number;
  readonly what: string;
}

export interface AuditVerification {
  /** In order of the trail, the first first; at most 100. Empty: the trail is whole. */
  readonly faults: readonly AuditFault[];
  readonly seals: number;
  /** Events under a seal. */
  readonly sealed: number;
  /** Of these, emptied of who did what since the site keeps that no longer: their hashes are held, their content is not there. */
  readonly emptied: number;
  /** Events that wait for theirs: until then nothing but their own hash guards them. */
  readonly waiting: number;
  readonly head?: AuditHead;
}

const FAULTS_NAMED = 100;
const SEALS_A_PAGE = 50;
const EVENTS_A_PAGE = 1_000;

/**
 * Recomputes every hash of the trail: events, roots, the chain of seals. Finds any event that was changed, removed, put in or
 * moved since its seal, and any seal that was changed, removed or put in; what was cut off at the end only shows against a head.
 */
export async function verifyAudit(db: Reading, head: AuditHead | undefined, signal: AbortSignal): Promise<AuditVerification> {
  const faults: AuditFault[] = [];
  const trimmed = await trimmedThrough(db);
  let emptied = 0;
  let previous = NO_SEAL;
  let last: Seal | undefined;
  let seals = 0;
  let sealed = 0;
  let atHead: { readonly hash: string; readonly events: number } | undefined;
  for (;;) {
    signal.throwIfAborted();
    const page = await db
      .selectFrom('audit_seal')
      .selectAll()
      .where('number', '>', last?.number ?? -1)
      .orderBy('number')
      .limit(SEALS_A_PAGE)
      .execute();
    const first = page[0];
    const final = page.at(-1);
    if (first === undefined || final === undefined) break;
    const events = await db
      .selectFrom('audit_event')
      .selectAll()
      .where('seal', '>=', first.number)
      .where('seal', '<=', final.number)
      .orderBy('seal')
      .orderBy('position')
      .orderBy('number')
      .execute();
    for (const seal of page) {
      const held = events.filter((event) => event.seal === seal.number);
      faults.push(...chainFaults(seal, (last?.number ?? 0) + 1, previous), ...eventFaults(seal, held, trimmed));
      emptied += held.filter(({ action }) => action === BLANK).length;
      previous = seal.hash;
      last = seal;
      seals += 1;
      sealed += seal.events;
      if (seal.number === head?.seal) atHead = { hash: seal.hash, events: sealed };
    }
  }
  const rest = await checkRest(db, last?.number ?? 0, signal);
  faults.push(...rest.faults);
  if (head !== undefined) faults.push(...headFaults(head, atHead, last?.number ?? 0));
  return {
    faults: faults.slice(0, FAULTS_NAMED),
    seals,
    sealed,
    emptied,
    waiting: rest.waiting,
    ...(last === undefined ? {} : { head: { seal: last.number, hash: last.hash, events: sealed, at: last.at } }),
  };
}

type EventRow = Parameters<typeof eventHash>[0] & { readonly hash: string; readonly position: number | null };

function chainFaults(seal: Seal, expected: number, previous: string): AuditFault[] {
  const faults: AuditFault[] = [];
  if (seal.number !== expected) faults.push({ seal: expected, what: `seal ${expected} is missing before seal ${seal.number}` });
  if (seal.previous !== previous) faults.push({ seal: seal.number, what: 'does not follow the seal before it' });
  if (seal.hash !== sealHash(seal)) faults.push({ seal: seal.number, what: 'was changed: its hash is not that of its content' });
  return faults;
}

function eventFaults(seal: Seal, held: readonly EventRow[], trimmed: number): AuditFault[] {
  const faults: AuditFault[] = [];
  for (const [index, event] of held.entries()) {
    const isEmptied = event.action === BLANK && event.number <= trimmed;
    if (!isEmptied && eventHash(event) !== event.hash)
      faults.push({ seal: seal.number, event: event.number, what: 'was changed after it was written' });
    if (event.position !== index) {
      faults.push({ seal: seal.number, event: event.number, what: `stands at position ${event.position} where ${index} is due` });
      break;
    }
  }
  if (held.length !== seal.events) faults.push({ seal: seal.number, what: `holds ${held.length} events where ${seal.events} were sealed` });
  if (faults.length === 0 && merkleRoot(held.map((event) => event.hash)) !== seal.root) {
    faults.push({ seal: seal.number, what: 'its events are not those that were sealed, or not in that order' });
  }
  return faults;
}

/** Events outside every seal that is held. */
async function checkRest(db: Reading, lastSeal: number, signal: AbortSignal): Promise<{ faults: AuditFault[]; waiting: number }> {
  const faults: AuditFault[] = [];
  let waiting = 0;
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    signal.throwIfAborted();
    const page = await db
      .selectFrom('audit_event')
      .selectAll()
      .where((row) => row.or([row('seal', 'is', null), row('seal', '>', lastSeal), row('seal', '<', 1)]))
      // What is being sealed while this runs is neither waiting nor astray.
      .where((row) => row.not(row.exists(row.selectFrom('audit_seal').select('root').whereRef('audit_seal.number', '=', 'seal'))))
      .where('number', '>', after)
      .orderBy('number')
      .limit(EVENTS_A_PAGE)
      .execute();
    const last = page.at(-1);
    if (last === undefined) return { faults, waiting };
    for (const event of page) {
      if (event.seal === null && event.position === null) waiting += 1;
      else if (event.seal === null) faults.push({ event: event.number, what: 'was taken out of its seal' });
      else faults.push({ seal: event.seal, event: event.number, what: 'is under a seal that there is not' });
      if (eventHash(event) !== event.hash) faults.push({ event: event.number, what: 'was changed after it was written' });
    }
    after = last.number;
  }
}

function headFaults(head: AuditHead, found: { readonly hash: string; readonly events: number } | undefined, last: number): AuditFault[] {
  if (found === undefined) return [{ seal: head.seal, what: `is in the head but not in the trail, which ends at seal ${last}` }];
  if (found.hash !== head.hash) return [{ seal: head.seal, what: 'is not the one of the head: the trail was written anew' }];
  if (found.events !== head.events) return [{ seal: head.seal, what: `the head counts ${head.events} events, the trail ${found.events}` }];
  return [];
}
