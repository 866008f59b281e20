/** A code and its value. */
type Group = readonly [code: number, value: string | number];

const INTEGERS_16 = [
  [60, 79],
  [170, 179],
  [270, 289],
  [370, 389],
  [400, 409],
] as const;
const INTEGERS_32 = [
  [90, 99],
  [420, 429],
  [440, 459],
] as const;
const DOUBLES = [
  [10, 59],
  [110, 149],
  [210, 239],
  [460, 469],
] as const;

/** The groups of a DXF file in its binary form, of release 13 and later or, with codes of one byte, of release 12. */
export function writeBinaryDxf(groups: readonly Group[], form: 'wide' | 'narrow', encode: (text: string) => Buffer): Buffer {
  const pieces = groups.flatMap(([code, value]) => [codeBytes(code, form), valueBytes(code, value, encode)]);
  return Buffer.concat([Buffer.from('AutoCAD Binary DXF\r\n\u001a\0', 'latin1'), ...pieces]);
}

function codeBytes(code: number, form: 'wide' | 'narrow'): Buffer {
  if (form === 'narrow' && code < 255) return Buffer.of(code);
  const bytes = Buffer.alloc(2);
  bytes.writeInt16LE(code);
  return form === 'wide' ? bytes : Buffer.concat([Buffer.of(255), bytes]);
}

/** Integers that are too large lose their upper bits. */
function valueBytes(code: number, value: string | number, encode: (text: string) => Buffer): Buffer {
  const isIn = (ranges: readonly (readonly [number, number])[]) => ranges.some(([from, to]) => code >= from && code <= to);
  if (isIn(DOUBLES)) {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(Number(value));
    return bytes;
  }
  if (isIn(INTEGERS_16)) {
    const bytes = Buffer.alloc(2);
    bytes.writeInt16LE((Number(value) << 16) >> 16);
    return bytes;
  }
  if (isIn(INTEGERS_32)) {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(Number(value) | 0);
    return bytes;
  }
  return Buffer.concat([encode(String(value)), Buffer.of(0)]);
}
