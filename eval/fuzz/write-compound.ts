const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;
const NONE = 0xffffffff;

/** A compound file (MS-CFB) that holds these streams at its root, all in sectors of the usual size. */
export function writeCompound(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const names = Object.keys(streams);
  const bodies = names.map((name) => padded(Buffer.from(streams[name] ?? [])));
  const directory = padded(Buffer.alloc(128 * (names.length + 1)));
  const dataSectors = [...bodies, directory].reduce((sum, body) => sum + body.length / SECTOR, 0);
  let tableSectors = 1;
  while (tableSectors * (SECTOR / 4) < dataSectors + tableSectors) tableSectors += 1;
  if (tableSectors > 109) throw new Error('a compound file of a test is larger than its header can name');
  const table = new Uint32Array((tableSectors * SECTOR) / 4).fill(FREE).fill(TABLE, 0, tableSectors);
  let next = tableSectors;
  const place = (bytes: Buffer): number => {
    const count = bytes.length / SECTOR;
    if (count === 0) return END;
    for (let sector = next; sector < next + count; sector += 1) table[sector] = sector === next + count - 1 ? END : sector + 1;
    next += count;
    return next - count;
  };
  const starts = bodies.map(place);
  const directoryStart = place(directory);
  writeEntry(directory, 0, 'Root Entry', 5, END, 0, { right: NONE, child: names.length === 0 ? NONE : 1 });
  names.forEach((name, index) => {
    const right = index + 2 <= names.length ? index + 2 : NONE;
    writeEntry(directory, index + 1, name, 2, starts[index] ?? END, streams[name]?.length ?? 0, { right, child: NONE });
  });
  const header = Buffer.alloc(SECTOR);
  header.write('d0cf11e0a1b11ae1', 'hex');
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    header.writeUInt16LE(value, at);
  for (const [at, value] of [
    [44, tableSectors],
    [48, directoryStart],
    [56, 0],
    [60, END],
    [68, END],
  ] as const)
    header.writeUInt32LE(value, at);
  for (let index = 0; index < 109; index += 1) header.writeUInt32LE(index < tableSectors ? index : NONE, 76 + 4 * index);
  return Buffer.concat([header, Buffer.from(table.buffer), ...bodies, directory]);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((SECTOR - (bytes.length % SECTOR)) % SECTOR)]);
}

function writeEntry(
  directory: Buffer,
  id: number,
  name: string,
  kind: number,
  start: number,
  bytes: number,
  { right, child }: { readonly right: number; readonly child: number },
): void {
  const at = 128 * id;
  directory.write(name, at, 'utf16le');
  directory.writeUInt16LE(2 * name.length + 2, at + 64);
  directory[at + 66] = kind;
  for (const [offset, value] of [
    [68, NONE],
    [72, right],
    [76, child],
    [116, start],
    [120, bytes],
  ] as const)
    directory.writeUInt32LE(value, at + offset);
}

/** Streams of a compound file of our own making: each in one piece, none small. */
export function readCompound(bytes: Buffer): Readonly<Record<string, Buffer>> {
  const sectorAt = (sector: number): number => (sector + 1) * SECTOR;
  const streams: Record<string, Buffer> = {};
  for (let at = sectorAt(bytes.readUInt32LE(48)) + 128; at + 128 <= bytes.length && bytes[at + 66] === 2; at += 128) {
    const name = bytes.toString('utf16le', at, at + bytes.readUInt16LE(at + 64) - 2);
    const begin = sectorAt(bytes.readUInt32LE(at + 116));
    streams[name] = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 120));
  }
  return streams;
}
