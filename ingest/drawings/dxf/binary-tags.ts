import { FaultlineError } from '../../../kernel/index.ts';
import { limitExceeded } from './dxf-limits.ts';
import type { TagCutter, TakeTag } from './tag-cutter.ts';

type ValueType = 'string' | 'double' | 'int16' | 'int32' | 'int64' | 'byte' | 'bytes';

/** Types of values by the upper end of the range of their group codes. */
const TYPES: readonly (readonly [number, ValueType])[] = [
  [9, 'string'],
  [59, 'double'],
  [79, 'int16'],
  [99, 'int32'],
  [109, 'string'],
  [149, 'double'],
  [169, 'int64'],
  [179, 'int16'],
  [209, 'string'],
  [239, 'double'],
  [269, 'int16'],
  [289, 'int16'],
  [299, 'byte'],
  [309, 'string'],
  [319, 'bytes'],
  [369, 'string'],
  [389, 'int16'],
  [399, 'string'],
  [409, 'int16'],
  [419, 'string'],
  [429, 'int32'],
  [439, 'string'],
  [459, 'int32'],
  [469, 'double'],
  [999, 'string'],
  [1003, 'string'],
  [1004, 'bytes'],
  [1009, 'string'],
  [1059, 'double'],
  [1070, 'int16'],
  [1071, 'int32'],
];
const SIZES: Readonly<Record<Exclude<ValueType, 'string' | 'bytes'>, number>> = { double: 8, int16: 2, int32: 4, int64: 8, byte: 1 };
const LONGEST_STRING = 1_000_000;

interface CutTag {
  readonly code: number;
  readonly value: string;
  readonly next: number;
}

/** Cuts the binary form. Up to release 12 a group code is one byte, or three for codes from 255; from release 13 it is two. */
export function createBinaryTags(take: TakeTag): TagCutter {
  let left: Buffer = Buffer.alloc(0);
  let isWide: boolean | undefined;
  let offset = 0;
  const cut = (bytes: Buffer): number => {
    let at = 0;
    // The first tag is `0 SECTION`: its second byte is the upper half of a wide code, or the first letter.
    if (isWide === undefined && bytes.length >= 2) isWide = bytes[1] === 0;
    for (;;) {
      const tag = isWide === undefined ? undefined : tagAt(bytes, at, isWide, offset);
      if (tag === undefined) return at;
      take(tag.code, tag.value);
      at = tag.next;
    }
  };
  return {
    push(bytes) {
      const all = left.length === 0 ? bytes : Buffer.concat([left, bytes]);
      const at = cut(all);
      left = all.subarray(at);
      offset += at;
      if (left.length > LONGEST_STRING) throw limitExceeded('A text of the drawing is longer than a million characters.');
    },
    end() {
      left = Buffer.alloc(0);
    },
  };
}

function tagAt(bytes: Buffer, start: number, isWide: boolean, offset: number): CutTag | undefined {
  const head = codeAt(bytes, start, isWide);
  if (head === undefined) return undefined;
  const { code, next } = head;
  const type = code < 0 ? undefined : TYPES.find(([last]) => code <= last)?.[1];
  if (type === undefined) {
    throw new FaultlineError(
      'parse-failed',
      `The binary DXF file is damaged: byte ${offset + start} should hold a group code; save the drawing again as DXF.`,
    );
  }
  if (type === 'string') {
    const end = bytes.indexOf(0, next);
    return end < 0 ? undefined : { code, value: bytes.toString('latin1', next, end), next: end + 1 };
  }
  if (type === 'bytes') {
    const length = bytes[next];
    const end = next + 1 + (length ?? 0);
    return length === undefined || end > bytes.length ? undefined : { code, value: '', next: end };
  }
  const end = next + SIZES[type];
  return end > bytes.length ? undefined : { code, value: numberAt(bytes, next, type), next: end };
}

function codeAt(bytes: Buffer, start: number, isWide: boolean): { readonly code: number; readonly next: number } | undefined {
  if (isWide) return start + 2 > bytes.length ? undefined : { code: bytes.readInt16LE(start), next: start + 2 };
  const code = bytes[start];
  if (code === undefined) return undefined;
  if (code !== 255) return { code, next: start + 1 };
  return start + 3 > bytes.length ? undefined : { code: bytes.readInt16LE(start + 1), next: start + 3 };
}

function numberAt(bytes: Buffer, at: number, type: keyof typeof SIZES): string {
  switch (type) {
    case 'double':
      return String(bytes.readDoubleLE(at));
    case 'int16':
      return String(bytes.readInt16LE(at));
    case 'int32':
      return String(bytes.readInt32LE(at));
    case 'int64':
      return String(bytes.readBigInt64LE(at));
    case 'byte':
      return String(bytes.readUInt8(at));
    default:
      return type satisfies never;
  }
}
