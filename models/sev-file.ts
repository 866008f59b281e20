import { z } from 'zod';
import { FaultlineError } from '../kernel/index.ts';

/** A static embedding as read from a SEV1 file: a vocabulary of pieces and one int8 row with its scale for each. */
export interface SevModel {
  readonly name: string;
  readonly dimension: number;
  /** Row of each piece; pieces that continue a Latin word start with `##`. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Cost of taking a piece, in the unit of the segmentation (0–255, lower is more likely). */
  readonly cost: Uint8Array;
  readonly scale: Float32Array;
  /** `rows[row * dimension + i]`. */
  readonly rows: Int8Array;
}

const HEADER = z.object({
  format: z.string(),
  name: z.string(),
  dim: z.number().int().positive().max(4096),
  size: z.number().int().positive(),
});

/**
 * Reads the SEV1 format (little endian): `SEV1`, u32 header length, u32 vocabulary length, header JSON, vocabulary (UTF-8, one a
 * line), u8 cost a piece, zero padding to 4 bytes, f32 scale a piece, int8 rows.
 * @throws FaultlineError `storage-failed` when the bytes are not a whole SEV1 file.
 */
export function readSevFile(bytes: Uint8Array): SevModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (start: number, length: number) => new TextDecoder().decode(bytes.subarray(start, start + length));
  if (bytes.byteLength < 12 || text(0, 4) !== 'SEV1') throw damaged();
  const headerLength = view.getUint32(4, true);
  const vocabularyLength = view.getUint32(8, true);
  if (12 + headerLength + vocabularyLength > bytes.byteLength) throw damaged();
  const header = parseHeader(text(12, headerLength));
  const pieces = text(12 + headerLength, vocabularyLength).split('\n');
  const costAt = 12 + headerLength + vocabularyLength;
  const scaleAt = Math.ceil((costAt + header.size) / 4) * 4;
  const rowsAt = scaleAt + 4 * header.size;
  if (pieces.length !== header.size || rowsAt + header.size * header.dim !== bytes.byteLength) throw damaged();
  const scale = new Float32Array(header.size);
  for (let index = 0; index < header.size; index++) scale[index] = view.getFloat32(scaleAt + 4 * index, true);
  return {
    name: header.name,
    dimension: header.dim,
    vocabulary: new Map(pieces.map((piece, index) => [piece, index])),
    cost: bytes.subarray(costAt, costAt + header.size),
    scale,
    rows: new Int8Array(bytes.buffer, bytes.byteOffset + rowsAt, header.size * header.dim),
  };
}

function parseHeader(json: string): z.infer<typeof HEADER> {
  try {
    return HEADER.parse(JSON.parse(json));
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause?: unknown): FaultlineError {
  return new FaultlineError('storage-failed', 'The embedding file is truncated or damaged; install Faultline again.', { cause });
}
