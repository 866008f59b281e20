export interface PngChunk {
  readonly kind: string;
  readonly data: Buffer;
  /** Kind and data, over which the sum is taken. */
  readonly summed: Buffer;
  /** Undefined where the file ends before it. */
  readonly sum: number | undefined;
}

/** The chunks of a PNG in their order, the last one perhaps cut off. */
export function* pngChunks(bytes: Buffer): Generator<PngChunk> {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    yield {
      kind: bytes.toString('latin1', at + 4, at + 8),
      data: bytes.subarray(at + 8, end),
      summed: bytes.subarray(at + 4, end),
      sum: end + 4 > bytes.length ? undefined : bytes.readUInt32BE(end),
    };
    at = end + 4;
  }
}

export interface JpegSegment {
  readonly marker: number;
  readonly body: Buffer;
  /** Where its marker stands. */
  readonly at: number;
}

/** The segments of a JPEG in their order, as far as they are whole and follow each other. */
export function* jpegSegments(bytes: Buffer): Generator<JpegSegment> {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return;
    yield { marker, body: bytes.subarray(at + 4, end), at };
    at = end;
  }
}
