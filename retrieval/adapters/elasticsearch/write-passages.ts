import { setTimeout } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { FaultlineError } from '../../../kernel/index.ts';
import type { IndexedPassage } from '../../search-index.ts';
import { responseFault } from './elasticsearch-fault.ts';
import { ownAlias } from './index-layout.ts';
import { passageDocument } from './passage-document.ts';
import type { Claim } from './run-register.ts';

/** Bytes of one request, some 1,500 passages; the server takes 100 MB at most and works best on a few. */
const BATCH_BYTES = 4_000_000;
/** Waits before what the server had no room for is sent again, in milliseconds. */
const WAITS = [100, 400, 1_600];

const RESULTS = z.object({
  items: z.array(z.object({ index: z.object({ status: z.number(), error: z.object({ type: z.string() }).optional() }) })),
});

interface Entry {
  readonly id: string;
  readonly lines: readonly [string, string];
}

/**
 * Writes the passages of a run, one request after the other while the next is being made.
 * @returns false as soon as another run took over.
 * @throws FaultlineError that names the unit and the passage which was refused; all are written or it throws.
 */
export async function writePassages(
  ask: <T>(work: (client: Client) => Promise<T>) => Promise<T>,
  claim: Claim,
  passages: AsyncIterable<IndexedPassage>,
): Promise<boolean> {
  let sending: Promise<boolean> = Promise.resolve(true);
  let batch: Entry[] = [];
  let bytes = 0;
  const send = async () => {
    const sent = batch;
    batch = [];
    bytes = 0;
    if (!(await sending)) return false;
    sending = sendBatch(ask, claim, sent);
    // It is awaited before the next is sent; until then a failure must not count as unhandled.
    sending.catch(() => undefined);
    return true;
  };
  try {
    for await (const passage of passages) {
      const entry = entryOf(passage, claim);
      batch.push(entry);
      bytes += entry.lines[0].length + Buffer.byteLength(entry.lines[1]);
      if (bytes >= BATCH_BYTES && !(await send())) return false;
    }
    return (batch.length === 0 || (await send())) && (await sending);
  } finally {
    await Promise.allSettled([sending]);
  }
}

async function sendBatch(ask: Parameters<typeof writePassages>[0], claim: Claim, entries: readonly Entry[]): Promise<boolean> {
  let rest = entries;
  for (const wait of [...WAITS, undefined]) {
    const operations = rest.flatMap(({ lines }) => [...lines]);
    const { items } = RESULTS.parse(await ask((client) => client.bulk({ index: ownAlias(claim.index), require_alias: true, operations })));
    const refused: Entry[] = [];
    for (const [at, entry] of rest.entries()) {
      const { status, error } = items[at]?.index ?? { status: 500 };
      if (status === 409) return false;
      if (status < 300) continue;
      if (status !== 429 || wait === undefined) throw refusal(claim, entry, status, error?.type);
      refused.push(entry);
    }
    if (refused.length === 0) return true;
    rest = refused;
    await setTimeout(wait);
  }
  return true;
}

function entryOf(passage: IndexedPassage, { unit, key, run }: Claim): Entry {
  const action = { index: { _id: `${passage.id}.${run}`, version: run, version_type: 'external_gte' } };
  return { id: passage.id, lines: [JSON.stringify(action), passageDocument(passage, unit.id, key)] };
}

function refusal({ unit }: Claim, { id }: Entry, status: number, type: string | undefined): FaultlineError {
  const { code, message } = responseFault(status, type);
  return new FaultlineError(code, `Passage ${id} of ${unit.id} was not indexed. ${message}`);
}
