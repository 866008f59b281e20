/** A TIFF of grey pages, one byte a pixel, not compressed; little endian. Each page: pixels, and what differs from the usual. */
export interface TiffPageForm {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  readonly dpi?: number;
  readonly orientation?: number;
  /** Where the next directory is said to stand, in place of where it does. */
  readonly next?: number;
  readonly stripStart?: number;
}

export function makeTiff(pages: readonly TiffPageForm[]): Buffer {
  const parts: Buffer[] = [Buffer.from('II*\0\0\0\0\0', 'latin1')];
  let at = 8;
  let link = { part: 0, offset: 4 };
  pages.forEach((page, index) => {
    const data = Buffer.from(page.pixels);
    const entries: readonly (readonly [number, number, number])[] = [
      [256, 4, page.width],
      [257, 4, page.height],
      [258, 3, 8],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, page.stripStart ?? at],
      [274, 3, page.orientation ?? 1],
      [277, 3, 1],
      [278, 4, page.height],
      [279, 4, data.length],
      [282, 5, at + data.length],
      [296, 3, 2],
    ];
    const resolution = Buffer.alloc(8);
    resolution.writeUInt32LE(page.dpi ?? 0, 0);
    resolution.writeUInt32LE(1, 4);
    const directory = Buffer.alloc(2 + entries.length * 12 + 4);
    directory.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, type, value], entry) => {
      const place = 2 + entry * 12;
      directory.writeUInt16LE(tag, place);
      directory.writeUInt16LE(type, place + 2);
      directory.writeUInt32LE(1, place + 4);
      if (type === 3) directory.writeUInt16LE(value, place + 8);
      else directory.writeUInt32LE(value, place + 8);
    });
    parts[link.part]?.writeUInt32LE(at + data.length + 8, link.offset);
    parts.push(data, resolution, directory);
    link = { part: parts.length - 1, offset: directory.length - 4 };
    if (page.next !== undefined && index === pages.length - 1) directory.writeUInt32LE(page.next, directory.length - 4);
    at += data.length + 8 + directory.length;
  });
  return Buffer.concat(parts);
}
