import { describe, expect, it } from 'vitest';
import { alarmPanel } from '../../datasets/pictures/alarm-panel.ts';
import { HEIC } from '../photo/hostile-photos.test-support.ts';
import { readPhotoInChild } from './read-photo-in-child.ts';

const NEVER = new AbortController().signal;
const read = (bytes: Uint8Array) => readPhotoInChild({ bytes, patterns: [] }, NEVER);

describe('the reading process, given a photo', () => {
  it.each([
    [
      'Chinese, light on dark',
      true,
      [
        ['设备', 'K-730'],
        ['报警代码', 'E07'],
        ['故障现象', '风机振动大'],
      ],
      ['K-730', 'E07'],
      '风机振动大',
    ],
    [
      'English, dark on light',
      false,
      [
        ['Machine', 'K-640'],
        ['Alarm', 'AL-015'],
        ['Text', 'Blower delivers no air'],
      ],
      ['K-640', 'AL-015'],
      'Blower delivers no air',
    ],
  ] as const)(
    'reads an alarm panel with the engine that comes with the program: %s',
    { timeout: 60_000 },
    async (_, isDark, rows, codes, fault) => {
      const { lines, mentions } = await read(await alarmPanel(rows, { isDark }));
      expect(mentions.filter(({ type }) => type === 'identifier').map(({ text }) => text)).toEqual(codes);
      expect(lines.flatMap(({ parts }) => parts.map(({ text }) => text))).toContain(fault);
    },
  );

  it('passes on what is wrong with it, and ends when nobody waits for it any more', { timeout: 30_000 }, async () => {
    await expect(read(HEIC)).rejects.toMatchObject({ code: 'unsupported-format' });
    const gone = new AbortController();
    const reading = readPhotoInChild({ bytes: await alarmPanel([['E07']]), patterns: [] }, gone.signal);
    setTimeout(() => gone.abort(new Error('the caller left')), 300);
    await expect(reading).rejects.toThrow('the caller left');
  });
});
