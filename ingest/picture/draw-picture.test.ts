import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { countMarked } from './count-marked.test-support.ts';
import { drawPicture } from './draw-picture.ts';
import { passageOf } from './picture.test-support.ts';
import { PICTURE_FONT, registerFonts } from './picture-fonts.ts';
import { picturePassage } from './picture-passage.ts';
import type { PictureRequest } from './picture-request.ts';

function request(text: string, start: number, end: number): PictureRequest {
  return {
    title: '泵手册 Pump manual',
    details: '',
    place: [],
    passages: [picturePassage(passageOf(0, text), [{ start, end }])],
    isFromStart: true,
    isToEnd: true,
    notes: [],
    words: { drawn: '' },
  };
}

function inked(text: string): string {
  const context = createCanvas(60, 60).getContext('2d');
  context.font = `40px "${PICTURE_FONT}"`;
  context.fillText(text, 5, 45);
  return Buffer.from(context.getImageData(0, 0, 60, 60).data).toString('base64');
}

describe('drawPicture', () => {
  it('draws a PNG with the cited words marked, the same bytes each time', async () => {
    const text = '轴承温度不得超过 80 °C。 Keep the bearing below 80 °C.';
    const [one, all] = [await drawPicture(request(text, 9, 14)), await drawPicture(request(text, 0, text.length))];
    expect(Buffer.from(one).subarray(1, 4).toString()).toBe('PNG');
    const marked = await countMarked(one);
    expect(marked).toBeGreaterThan(500);
    expect(await countMarked(all)).toBeGreaterThan(4 * marked);
    expect(Buffer.from(await drawPicture(request(text, 9, 14))).equals(Buffer.from(one))).toBe(true);
  });

  it('has letters of its own for Han and Latin, whatever fonts the machine has', () => {
    registerFonts();
    const missing = inked('\u{e123}');
    const drawn = ['泵', '轴', '閥', 'A', '°', 'Ω', '①'].map(inked);
    expect(new Set([missing, ...drawn]).size).toBe(drawn.length + 1);
  });
});
