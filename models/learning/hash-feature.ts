const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** A feature's name as a number of 32 bits (FNV-1a, mixed at the end), by which its weight is found. Equal on every machine. */
export function hashFeature(name: string): number {
  let hash = OFFSET;
  for (let at = 0; at < name.length; at += 1) {
    const unit = name.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), PRIME);
    hash = Math.imul(hash ^ (unit >>> 8), PRIME);
  }
  return mix(hash);
}

/** A feature together with something it is conjoined with, such as a label. */
export function joinHashes(feature: number, other: number): number {
  return mix(Math.imul(feature ^ Math.imul(other + 1, 0x9e3779b1), PRIME));
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
