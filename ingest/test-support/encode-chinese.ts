const CODES = makeTable();

/** Bytes of a text in GB 18030, for characters of two bytes, which all simplified ones in use are. */
export function encodeChinese(text: string): Buffer {
  return Buffer.concat(
    [...text].map((character) => {
      if (character.charCodeAt(0) < 0x80) return Buffer.from(character, 'latin1');
      const code = CODES.get(character);
      if (code === undefined) throw new RangeError(`“${character}” has no code of two bytes.`);
      return Buffer.of(code >> 8, code & 0xff);
    }),
  );
}

function makeTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (low !== 0x7f && [...character].length === 1 && !table.has(character)) table.set(character, (high << 8) | low);
    }
  }
  return table;
}
