import type { Reading } from '../connection/connections.ts';
import { merklePath, type PathStep, rootOfPath } from './merkle-tree.ts';
import type { Seal } from './seal.ts';

/** That an event is in the trail: whoever holds a head can check it with these hashes alone. */
export interface InclusionProof {
  readonly event: number;
  /** Leaf of the event. */
  readonly leaf: string;
  readonly path: readonly PathStep[];
  /** From the seal that holds the event to the last one, each naming the hash of the one before. */
  readonly seals: readonly Seal[];
}

/** `unsealed` while the event waits; undefined when there is none, or when what is stored does not lead to its seal. */
export async function proveEvent(db: Reading, number: number): Promise<InclusionProof | 'unsealed' | undefined> {
  const event = await db.selectFrom('audit_event').select(['hash', 'seal', 'position']).where('number', '=', number).executeTakeFirst();
  if (event === undefined) return undefined;
  if (event.seal === null || event.position === null) return 'unsealed';
  const seals = await db.selectFrom('audit_seal').selectAll().where('number', '>=', event.seal).orderBy('number').execute();
  const held = await db.selectFrom('audit_event').select('hash').where('seal', '=', event.seal).orderBy('position').execute();
  const path = merklePath(
    held.map((row) => row.hash),
    event.position,
  );
  return rootOfPath(event.hash, path) === seals[0]?.root ? { event: number, leaf: event.hash, path, seals } : undefined;
}
