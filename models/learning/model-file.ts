import { FaultlineError } from '../../kernel/index.ts';
import type { LearnedWeights } from './learned-weights.ts';

/** A learnt model as a file: what it is as JSON, and its weights. */
export interface ModelFile {
  readonly header: unknown;
  readonly weights: LearnedWeights;
}

const MAGIC = 'FLM1';
const FIXED = 16;

/**
 * Little endian: `FLM1`, u32 length of the header, u32 number of weights, f32 scale, header (JSON, UTF-8), zeros to 4 bytes, u32 keys,
 * i8 weights. Equal models give equal bytes.
 */
export function writeModelFile({ header, weights }: ModelFile): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const keysAt = Math.ceil((FIXED + json.length) / 4) * 4;
  const count = weights.keys.length;
  const bytes = new Uint8Array(keysAt + 5 * count);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint32(4, json.length, true);
  view.setUint32(8, count, true);
  view.setFloat32(12, weights.scale, true);
  bytes.set(json, FIXED);
  weights.keys.forEach((key, at) => {
    view.setUint32(keysAt + 4 * at, key, true);
  });
  bytes.set(new Uint8Array(weights.values.buffer, weights.values.byteOffset, count), keysAt + 4 * count);
  return bytes;
}

/** @throws FaultlineError `storage-failed` when the bytes are not a whole model file. */
export function readModelFile(bytes: Uint8Array): ModelFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < FIXED || new TextDecoder().decode(bytes.subarray(0, 4)) !== MAGIC) throw damaged();
  const headerLength = view.getUint32(4, true);
  const count = view.getUint32(8, true);
  const keysAt = Math.ceil((FIXED + headerLength) / 4) * 4;
  if (keysAt + 5 * count !== bytes.byteLength) throw damaged();
  const keys = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) keys[at] = view.getUint32(keysAt + 4 * at, true);
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + keysAt + 4 * count, count);
  return { header: parse(bytes.subarray(FIXED, FIXED + headerLength)), weights: { scale: view.getFloat32(12, true), keys, values } };
}

function parse(json: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause?: unknown): FaultlineError {
  return new FaultlineError('storage-failed', 'A file of learnt weights is truncated or damaged; install Faultline again.', { cause });
}
