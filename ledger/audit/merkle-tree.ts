import { createHash } from 'node:crypto';

/*
 * The tree of RFC 6962 §2.1: leaves and nodes are hashed with different first bytes, so that no node can be passed off as a
 * leaf; a list is split at the largest power of two below its length. Hashes are lower-case hex SHA-256.
 */

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** A hash beside the way from a leaf to the root. */
export interface PathStep {
  readonly side: 'left' | 'right';
  readonly hash: string;
}

export function leafHash(data: string): string {
  return createHash('sha256').update(LEAF).update(data, 'utf8').digest('hex');
}

/** Root over leaf hashes in order; of none it is the hash of nothing. */
export function merkleRoot(leaves: readonly string[]): string {
  const [only] = leaves;
  if (only === undefined) return createHash('sha256').digest('hex');
  if (leaves.length === 1) return only;
  const split = splitOf(leaves.length);
  return nodeHash(merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)));
}

/** The hashes that lead from the leaf at `position` to the root, nearest first. */
export function merklePath(leaves: readonly string[], position: number): readonly PathStep[] {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  const left = leaves.slice(0, split);
  const right = leaves.slice(split);
  return position < split
    ? [...merklePath(left, position), { side: 'right', hash: merkleRoot(right) }]
    : [...merklePath(right, position - split), { side: 'left', hash: merkleRoot(left) }];
}

/** Where a path leads to from a leaf. */
export function rootOfPath(leaf: string, path: readonly PathStep[]): string {
  return path.reduce((hash, step) => (step.side === 'left' ? nodeHash(step.hash, hash) : nodeHash(hash, step.hash)), leaf);
}

function nodeHash(left: string, right: string): string {
  return createHash('sha256').update(NODE).update(Buffer.from(left, 'hex')).update(Buffer.from(right, 'hex')).digest('hex');
}

function splitOf(length: number): number {
  return 2 ** Math.floor(Math.log2(length - 1));
}
