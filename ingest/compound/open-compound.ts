import { type FileHandle, open } from 'node:fs/promises';
import { FaultlineError } from '../../kernel/index.ts';
import { type CompoundEntry, readDirectory } from './read-directory.ts';

/** A compound file (OLE), as the old binary Office documents are: named streams. `close` it. */
export interface Compound {
  /** Streams and storages that stand at its root, in lower case; those of embedded documents stand below. */
  readonly names: ReadonlySet<string>;
  /** Bytes of a stream at the root, whatever the case of its name; undefined where there is none. */
  readStream(name: string): Promise<Buffer | undefined>;
  close(): Promise<void>;
}

const HEADER_BYTES = 512;
/** Sectors of the allocation table that the header names itself. */
const IN_HEADER = 109;
const MINI_SECTOR = 64;
const LAST_SECTOR = 0xfffffffa;

/**
 * Opens a compound file (MS-CFB) by its allocation table and directory. Chains of sectors are followed no further than the sizes that
 * the file can hold, so one that leads in a ring ends as damaged.
 * @throws FaultlineError `parse-failed` for a file that is damaged or cut short.
 */
export async function openCompound(path: string): Promise<Compound> {
  const file = await open(path, 'r');
  try {
    return await openOn(file);
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openOn(file: FileHandle): Promise<Compound> {
  const { size: fileBytes } = await file.stat();
  const header = await readAt(file, 0, HEADER_BYTES);
  const shift = header.readUInt16LE(30);
  if (header.toString('hex', 0, 8) !== 'd0cf11e0a1b11ae1' || (shift !== 9 && shift !== 12)) throw damaged();
  const sectorBytes = 1 << shift;
  const sectorCount = Math.floor(fileBytes / sectorBytes);
  const readSector = (sector: number): Promise<Buffer> => {
    if (sector >= sectorCount) throw damaged();
    return readAt(file, (sector + 1) * sectorBytes, sectorBytes);
  };

  const table = await readTable(header, sectorCount, sectorBytes, readSector);
  const chainOf = (first: number, bytes: number, next: Uint32Array, unit: number): readonly number[] => {
    const chain: number[] = [];
    for (let sector = first; chain.length * unit < bytes; sector = next[sector] ?? LAST_SECTOR) {
      if (sector >= next.length) throw damaged();
      chain.push(sector);
    }
    return chain;
  };
  const readChain = async (first: number, bytes: number): Promise<Buffer> => {
    if (bytes > fileBytes) throw damaged();
    const sectors: Buffer[] = [];
    for (const sector of chainOf(first, bytes, table, sectorBytes)) sectors.push(await readSector(sector));
    return Buffer.concat(sectors).subarray(0, bytes);
  };
  /** Of a chain whose length nothing tells. */
  const bytesOfChain = (first: number): number => {
    let count = 0;
    for (let sector = first; sector < LAST_SECTOR; sector = table[sector] ?? LAST_SECTOR) {
      count += 1;
      if (sector >= table.length || count > sectorCount) throw damaged();
    }
    return count * sectorBytes;
  };

  const directoryStart = header.readUInt32LE(48);
  const { root, entries } = readDirectory(await readChain(directoryStart, bytesOfChain(directoryStart)));
  const smallBelow = header.readUInt32LE(56);
  const smallTable = words(await readChain(header.readUInt32LE(60), header.readUInt32LE(64) * sectorBytes));
  let small: Buffer | undefined;

  const readSmall = async ({ start, bytes }: CompoundEntry): Promise<Buffer> => {
    small ??= await readChain(root.start, root.bytes);
    if (bytes > small.length) throw damaged();
    const { length } = small;
    const pieces = chainOf(start, bytes, smallTable, MINI_SECTOR).map((sector) => {
      if (sector * MINI_SECTOR >= length) throw damaged();
      return small?.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR) ?? Buffer.alloc(0);
    });
    return Buffer.concat(pieces).subarray(0, bytes);
  };
  return {
    names: new Set(entries.keys()),
    async readStream(name) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined || !entry.isStream) return undefined;
      return entry.bytes < smallBelow ? readSmall(entry) : readChain(entry.start, entry.bytes);
    },
    close: () => file.close(),
  };
}

/** The allocation table: for each sector the one that follows it. */
async function readTable(
  header: Buffer,
  sectorCount: number,
  sectorBytes: number,
  readSector: (sector: number) => Promise<Buffer>,
): Promise<Uint32Array> {
  const places = Array.from({ length: IN_HEADER }, (_, index) => header.readUInt32LE(76 + 4 * index));
  const most = Math.ceil((sectorCount * 4) / sectorBytes) + 1;
  let next = header.readUInt32LE(68);
  for (let read = 0; next < LAST_SECTOR && read <= most; read += 1) {
    const more = words(await readSector(next));
    places.push(...more.subarray(0, -1));
    next = more.at(-1) ?? LAST_SECTOR;
  }
  const sectors: Buffer[] = [];
  for (const place of places.filter((sector) => sector < LAST_SECTOR)) {
    if (sectors.length > most) throw damaged();
    sectors.push(await readSector(place));
  }
  return words(Buffer.concat(sectors));
}

function words(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(4 * index));
}

/** Bytes of a file from a place on; what is missing at its end is zeros, as the last sector of some writers is cut. */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead === 0) throw damaged();
  return buffer;
}

function damaged(): FaultlineError {
  return new FaultlineError(
    'parse-failed',
    'The Office file is damaged or cut short: its directory leads nowhere; save it again and send that.',
  );
}
