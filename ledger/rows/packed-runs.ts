import { FaultlineError, type GlyphRun } from '../../kernel/index.ts';

const HEAD_NUMBERS = 6;
const NUMBER_BYTES = 8;

/**
 * Glyph runs as little-endian doubles: start, end, page, y0, y1, number of edges, edges; run after run. A search reads some
 * hundred passages, and the edges as JSON would cost more than all the rest.
 */
export function packRuns(runs: readonly GlyphRun[]): Uint8Array {
  const numbers = runs.flatMap((run) => [run.start, run.end, run.page, run.y0, run.y1, run.edges.length, ...run.edges]);
  const packed = Buffer.alloc(numbers.length * NUMBER_BYTES);
  numbers.forEach((number, index) => {
    packed.writeDoubleLE(number, index * NUMBER_BYTES);
  });
  return packed;
}

/** @throws FaultlineError `storage-failed` when the bytes are no runs. */
export function unpackRuns(packed: Uint8Array): readonly GlyphRun[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const runs: GlyphRun[] = [];
  let at = 0;
  const next = (): number => {
    const number = view.getFloat64(at, true);
    at += NUMBER_BYTES;
    return number;
  };
  while (at < packed.byteLength) {
    if (at + HEAD_NUMBERS * NUMBER_BYTES > packed.byteLength) throw damaged();
    const [start, end, page, y0, y1, count] = [next(), next(), next(), next(), next(), next()];
    if (!Number.isInteger(count) || count < 0 || at + count * NUMBER_BYTES > packed.byteLength) throw damaged();
    const edges: number[] = [];
    for (let index = 0; index < count; index++) edges.push(next());
    runs.push({ start, end, page, y0, y1, edges });
  }
  return runs;
}

function damaged(): FaultlineError {
  return new FaultlineError('storage-failed', 'The ledger holds a damaged passage; restore a backup or ingest the document again.');
}
