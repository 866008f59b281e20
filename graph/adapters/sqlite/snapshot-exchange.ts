import { statSync } from 'node:fs';
import { BroadcastChannel, threadId } from 'node:worker_threads';
import type { Adjacency } from './adjacency.ts';

/** The edges of one state of the file. `maker` is the thread that read them. */
export interface Snapshot {
  readonly revision: number;
  readonly maker: number;
  readonly adjacency: Adjacency;
}

/** Gives snapshots to the other threads that have the same file open. */
export interface SnapshotExchange {
  readonly maker: number;
  offer(snapshot: Snapshot): void;
  close(): void;
}

/** Opens an exchange; `take` is called with what others offer. */
export type OpenExchange = (take: (snapshot: Snapshot) => void) => SnapshotExchange;

/**
 * Threads of one process that have this very file open. The arrays of a snapshot lie in shared memory, so what is given is not
 * copied. Waiting for offers keeps no process alive.
 */
export function openSnapshotExchange(path: string, take: (snapshot: Snapshot) => void): SnapshotExchange {
  const { dev, ino } = statSync(path);
  const channel = new BroadcastChannel(`faultline graph ${dev} ${ino}`);
  channel.unref();
  // Nothing but `offer` below posts to this channel.
  channel.onmessage = (message) => take(withBuffers((message as { readonly data: Snapshot }).data));
  return {
    maker: threadId,
    offer: (snapshot) => channel.postMessage(snapshot),
    close: () => channel.close(),
  };
}

/** A Buffer arrives as the plain array below it. */
function withBuffers({ adjacency, ...snapshot }: Snapshot): Snapshot {
  const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength);
  return { ...snapshot, adjacency: { ...adjacency, keys: bufferOf(adjacency.keys), facts: bufferOf(adjacency.facts) } };
}
