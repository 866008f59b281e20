import { describe, expect, test } from 'vitest';
import { readSevFile } from './sev-file.ts';

function sev(pieces: readonly string[], dimension: number): Uint8Array {
  const header = Buffer.from(JSON.stringify({ format: 'SEV1', name: 'tiny', dim: dimension, size: pieces.length }));
  const vocabulary = Buffer.from(pieces.join('\n'));
  const start = Buffer.alloc(12);
  start.write('SEV1');
  start.writeUInt32LE(header.length, 4);
  start.writeUInt32LE(vocabulary.length, 8);
  const head = Buffer.concat([start, header, vocabulary, Buffer.alloc(pieces.length, 7)]);
  const padding = Buffer.alloc((4 - (head.length % 4)) % 4);
  const scales = Buffer.alloc(4 * pieces.length);
  for (let index = 0; index < pieces.length; index++) scales.writeFloatLE(0.5, 4 * index);
  return Buffer.concat([head, padding, scales, Buffer.alloc(pieces.length * dimension, 3)]);
}

describe('a SEV1 file', () => {
  test('is read whole, Chinese pieces too', () => {
    const model = readSevFile(sev(['泵', 'pump', '##s'], 4));
    expect([...model.vocabulary]).toEqual([
      ['泵', 0],
      ['pump', 1],
      ['##s', 2],
    ]);
    expect(model.cost[2]).toBe(7);
    expect(model.scale[1]).toBe(0.5);
    expect(model.rows).toHaveLength(12);
  });

  test.each([
    ['empty', new Uint8Array(0)],
    ['of another kind', new TextEncoder().encode('PK\u0003\u0004 some zip file')],
    ['cut short', sev(['泵', 'pump'], 4).subarray(0, -1)],
    ['too long', Buffer.concat([sev(['泵', 'pump'], 4), Buffer.alloc(1)])],
  ])('that is %s is refused with a typed error', (_, bytes) => {
    expect(() => readSevFile(bytes)).toThrow(expect.objectContaining({ code: 'storage-failed' }));
  });
});
