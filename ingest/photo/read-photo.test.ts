import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { alarmPanel } from '../../datasets/pictures/alarm-panel.ts';
import { type KnownWord, knownTexts } from '../ocr/known-texts.test-support.ts';
import { giganticPng, HEIC } from './hostile-photos.test-support.ts';
import { readPhoto } from './read-photo.ts';

const read = (bytes: Uint8Array, words: readonly KnownWord[] | 'out-of-time' = []) =>
  readPhoto(
    { bytes, patterns: [] },
    knownTexts(() => words),
  );
const panel = alarmPanel([['AL-015']], { skew: 0 });

describe('a photo', () => {
  it('gives its lines, the parts of them that stand apart, and codes and quantities with how surely they were read', async () => {
    const { lines, mentions, engine, width, height } = await read(await panel, [
      { text: '设备：', x: 100, y: 100, size: 20 },
      { text: 'P-1O1A', x: 300, y: 100, size: 20, confidence: 0.4 },
      { text: '轴承温度高 85 °C', x: 100, y: 160, size: 20 },
    ]);
    expect({ engine, width, height }).toEqual({ engine: 'known texts 1', width: 1_200, height: 900 });
    expect(lines.map(({ text, confidence, isUnsure, parts }) => [text, confidence, isUnsure, parts.map((part) => part.text)])).toEqual([
      ['设备： P-101A', 0.4, true, ['设备：', 'P-101A']],
      ['轴承温度高 85 °C', 0.95, false, ['轴承温度高 85 °C']],
    ]);
    expect(mentions).toEqual([
      expect.objectContaining({
        ...{ type: 'identifier', subtype: 'tag', text: 'P-101A', canonical: 'P101A', recognised: 'P-1O1A' },
        ...{ line: 0, start: 4, end: 10, confidence: 0.4, isUnsure: true },
      }),
      expect.objectContaining({ type: 'quantity', subtype: 'temperature', text: '85 °C', line: 1, isUnsure: false }),
    ]);
    expect(lines[0]?.parts[1]?.recognised).toBe('P-1O1A');
  });

  it('tells where each of them stands, in pixels of the photo', async () => {
    const { lines } = await read(await panel, [{ text: 'E07', x: 72, y: 144, size: 36 }]);
    const { x0, x1, y0, y1 } = lines[0]?.box ?? { x0: 0, x1: 0, y0: 0, y1: 0 };
    // A sheet of A4 is 842 points long, the photo 1,200 pixels.
    expect([x0, x1].map((x) => Math.round((x * 842) / 1_200))).toEqual([72, 124]);
    expect(y1).toBeGreaterThan(y0);
  });

  it('without text gives no lines, also one of a single pixel', async () => {
    expect((await read(giganticPng(1, 1, deflateSync(Buffer.alloc(4))))).lines).toEqual([]);
    expect((await read(await panel)).lines).toEqual([]);
  });

  it.each([
    ['no bytes', Buffer.alloc(0), 'invalid-request', 'take it again'],
    ['HEIC', HEIC, 'unsupported-format', 'Most Compatible'],
    ['a GIF', Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0', 'latin1'), 'unsupported-format', 'send a JPEG or PNG'],
    ['a text', Buffer.from('报警 E07'), 'unsupported-format', 'send a JPEG or PNG'],
    ['gigantic dimensions', giganticPng(100_000, 100_000), 'limit-exceeded', 'lower resolution'],
    ['too many bytes', Buffer.alloc(21 * 1024 * 1024), 'limit-exceeded', 'at most 20971520'],
  ])('that cannot be read is refused with what to do: %s', async (_, bytes, code, message) => {
    await expect(read(bytes)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('that was cut off, or whose data make no sense, is damaged', async () => {
    const bytes = await panel;
    await expect(read(bytes.subarray(0, bytes.length / 2))).rejects.toMatchObject({ code: 'parse-failed' });
    const spoilt = Buffer.concat([bytes.subarray(0, 400), Buffer.alloc(400, 0xff), bytes.subarray(800)]);
    await expect(read(spoilt)).rejects.toMatchObject({ code: 'parse-failed', message: expect.stringContaining('take it again') });
  });

  it('that takes too long says to go closer', async () => {
    await expect(read(await panel, 'out-of-time')).rejects.toMatchObject({ code: 'deadline-exceeded' });
  });
});
