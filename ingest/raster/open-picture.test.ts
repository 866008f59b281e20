import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { PNG_MARK, pngChunk, pngHead } from '../../eval/fuzz/png-chunk.ts';
import { openPictureBytes } from './open-picture.ts';

const LIMITS = { maxPages: 9, maxPixels: 50_000_000 };

function drawn(): Canvas {
  const canvas = createCanvas(120, 40);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 120, 40);
  context.fillStyle = 'black';
  context.fillText('泵 P-101A', 5, 20);
  return canvas;
}

/** The first segment of that mark, with a byte of it changed. */
function spoilt(jpeg: Buffer, marker: number, at: number, value: number): Buffer {
  const copy = Buffer.from(jpeg);
  for (let place = 2; copy[place] === 0xff; place += 2 + copy.readUInt16BE(place + 2))
    if (copy[place + 1] === marker) {
      copy[place + at] = value;
      return copy;
    }
  throw new Error('there is no such segment');
}

describe('a picture of which nothing can be decoded, which would end the process of its decoder, is told as damaged:', () => {
  test.each([
    ['twelve bits a sample', 0xc0, 4, 12],
    ['more samples than there are', 0xc0, 11, 0xff],
    ['two kinds of colour', 0xc0, 9, 2],
    ['a table with more codes than fit', 0xc4, 5, 9],
    ['a table of divisors that is none', 0xdb, 4, 9],
    ['a scan of nine components', 0xda, 4, 9],
    ['a scan of a component that is not there', 0xda, 5, 77],
    ['a mark that no decoder knows', 0xc4, 1, 0x44],
    ['a frame of another kind', 0xc0, 1, 0xc9],
  ] as const)('a JPEG with %s', async (_, marker, at, value) => {
    const jpeg = await drawn().encode('jpeg', 70);
    expect(openPictureBytes(jpeg, 'jpeg', LIMITS).ok).toBe(true);
    expect(openPictureBytes(spoilt(jpeg, marker, at, value), 'jpeg', LIMITS)).toEqual({ ok: false, fault: 'damaged' });
  });

  test.each([
    ['without pixels', pngHead(20, 20), Buffer.alloc(0)],
    ['whose pixels are not packed', pngHead(20, 20), Buffer.alloc(500, 7)],
    ['of seven bits a sample', pngChunk('IHDR', Buffer.from('00000014000000140700000000', 'hex')), Buffer.from('789c030000000001', 'hex')],
    ['of colours of a palette that is not there', pngChunk('IHDR', Buffer.from('00000014000000140803000000', 'hex')), Buffer.alloc(9)],
  ])('a PNG %s', (_, head, pixels) => {
    const png = Buffer.concat([PNG_MARK, head, pngChunk('IDAT', pixels), pngChunk('IEND', Buffer.alloc(0))]);
    expect(openPictureBytes(png, 'png', LIMITS)).toEqual({ ok: false, fault: 'damaged' });
  });
});

test('a picture that is spoilt behind its first row is shown as far as it goes', async () => {
  const jpeg = await drawn().encode('jpeg', 70);
  const cut = Buffer.concat([jpeg.subarray(0, jpeg.length - 60), Buffer.of(0xff, 0xd9)]);
  const opened = openPictureBytes(cut, 'jpeg', LIMITS);
  expect(opened.ok && (await opened.value[0]?.decode())).toMatchObject({ width: 120, height: 40 });
});
