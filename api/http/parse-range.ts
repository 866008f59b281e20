/** Part of a file to send; `end` belongs to it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** More parts than this, or parts that overlap, ask for more work than the whole: they get the whole. */
const MOST_RANGES = 16;

const RANGE = /^(?:(\d+)-(\d*)|-(\d+))$/;

/**
 * A `Range` header over `size` bytes (RFC 9110 §14): the ranges that can be served, in the order asked for. Another unit, a
 * malformed header, many ranges or overlapping ones ask for the whole, as the standard allows; ranges outside are left out, and
 * when all are outside the request cannot be satisfied.
 */
export function parseRange(header: string | undefined, size: number): readonly ByteRange[] | 'whole' | 'unsatisfiable' {
  const set = /^\s*bytes\s*=(.*)$/i.exec(header ?? '')?.[1];
  // Empty elements of a list are to be ignored.
  const asked = set?.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()])) ?? [];
  if (asked.length === 0 || asked.length > MOST_RANGES) return 'whole';
  const ranges: ByteRange[] = [];
  for (const part of asked) {
    const [whole, first, last = '', suffix] = RANGE.exec(part) ?? [];
    if (whole === undefined) return 'whole';
    if (suffix !== undefined) {
      const length = Math.min(Number(suffix), size);
      if (length > 0) ranges.push({ start: size - length, end: size - 1 });
      continue;
    }
    const start = Number(first);
    const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
    if (last !== '' && Number(last) < start) return 'whole';
    if (start < size) ranges.push({ start, end });
  }
  if (ranges.length === 0) return 'unsatisfiable';
  const inOrder = ranges.toSorted((a, b) => a.start - b.start);
  return inOrder.some((range, index) => range.start <= (inOrder[index - 1]?.end ?? -1)) ? 'whole' : ranges;
}
