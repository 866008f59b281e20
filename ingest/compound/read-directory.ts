import { FaultlineError } from '../../kernel/index.ts';

export interface CompoundEntry {
  readonly isStream: boolean;
  /** Its first sector. */
  readonly start: number;
  readonly bytes: number;
}

export interface CompoundDirectory {
  readonly root: CompoundEntry;
  /** What stands at the root, by name in lower case. */
  readonly entries: ReadonlyMap<string, CompoundEntry>;
}

const ENTRY_BYTES = 128;
const ROOT = 5;
const STREAM = 2;

/**
 * The entries at the root of a compound file (MS-CFB 2.6), which form a tree; one that leads back to where it was is left there.
 * @throws FaultlineError `parse-failed` for a directory without a root.
 */
export function readDirectory(bytes: Buffer): CompoundDirectory {
  const count = Math.floor(bytes.length / ENTRY_BYTES);
  if (count === 0 || bytes[66] !== ROOT) {
    throw new FaultlineError('parse-failed', 'The Office file is damaged: it has no directory; save it again and send that.');
  }
  const entries = new Map<string, CompoundEntry>();
  const seen = new Set<number>([0]);
  const open = [bytes.readUInt32LE(76)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id >= count || seen.has(id)) continue;
    seen.add(id);
    const at = id * ENTRY_BYTES;
    const nameBytes = Math.min(64, Math.max(0, bytes.readUInt16LE(at + 64) - 2));
    entries.set(bytes.toString('utf16le', at, at + nameBytes).toLowerCase(), readEntry(bytes, at));
    open.push(bytes.readUInt32LE(at + 68), bytes.readUInt32LE(at + 72));
  }
  return { root: readEntry(bytes, 0), entries };
}

function readEntry(bytes: Buffer, at: number): CompoundEntry {
  // Sizes are of 64 bits in files of 4 KB sectors; what needs the upper half is larger than any file that is read.
  return { isStream: bytes[at + 66] === STREAM, start: bytes.readUInt32LE(at + 116), bytes: bytes.readUInt32LE(at + 120) };
}
