import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { toGrey } from './grey-raster.ts';
import { settleBrackets } from './settle-brackets.ts';
import type { RecognisedLine } from './text-recogniser.ts';

const THRESHOLD = 128;
const [LEFT, FOOT, HIGH] = [10, 46, 64];

/** A line that prints `printed`, of which an engine says `read` as long: each sign where its print is. */
function lineOf(printed: readonly string[], read: readonly string[]) {
  const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
  GlobalFonts.registerFromPath(font, 'Test');
  const canvas = createCanvas(800, HIGH);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 800, HIGH);
  context.fillStyle = 'black';
  context.font = '36px Test';
  context.fillText(printed.join(''), LEFT, FOOT);
  const end = (count: number) => LEFT + context.measureText(printed.slice(0, count).join('')).width;
  const symbols = printed.flatMap((_, at) => {
    const text = read[at] ?? '';
    return text === '' ? [] : [{ text, box: { x0: end(at), x1: end(at + 1) - 2, y0: FOOT - 26, y1: FOOT } }];
  });
  const box = { x0: LEFT, y0: 4, x1: end(printed.length), y1: HIGH - 4 };
  const line: RecognisedLine = { box, baseline: FOOT, words: [{ symbols, box, confidence: 1 }] };
  const settled = settleBrackets(line, toGrey(context.getImageData(0, 0, 800, HIGH).data, 800, HIGH), THRESHOLD);
  return settled.words.flatMap((word) => word.symbols);
}
const textOf = (symbols: readonly { readonly text: string }[]) => symbols.map(({ text }) => text).join('');
const NAME = [...'Stop'];

describe('settleBrackets', () => {
  it.each(['O', '0', 'o', '(', ')'])(
    'tells brackets with nothing between them from %s by their ink, and keeps what was recognised',
    (taken) => {
      const symbols = lineOf([...NAME, '()'], [...NAME, taken]);
      expect(textOf(symbols)).toBe('Stop()');
      expect(symbols.at(-1)?.recognised).toBe(taken);
    },
  );

  it.each(['0', '(', '}'])('tells braces with nothing between them from %s', (taken) => {
    expect(textOf(lineOf([...'ID,', '{}', ...',Stop'], [...'ID,', taken, ...',Stop']))).toBe('ID,{},Stop');
  });

  it('takes the ink of two brackets for one pair alone', () => {
    expect(textOf(lineOf([...NAME, '(', ')', ';'], [...NAME, 'O', ')', ';']))).toBe('Stop();');
    expect(textOf(lineOf([...NAME, '(', ')', ';'], [...NAME, '(', 'O', ';']))).toBe('Stop();');
    expect(textOf(lineOf([...NAME, '()', ...'(队列)'], [...NAME, '0', ...'(队列)']))).toBe('Stop()(队列)');
  });

  it('tells braces from brackets', () => {
    expect(textOf(lineOf([...'ID,{value},f(x)'], [...'ID,(value!,f(x)']))).toBe('ID,{value},f(x)');
  });

  it('tells them amid a line, and where the second one was taken for part of what follows', () => {
    expect(textOf(lineOf([...NAME, '()', ...'//停止'], [...NAME, '(', ...'//停止']))).toBe('Stop()//停止');
  });

  it.each([
    ['StopO', 'StopO'],
    ['Pt100', 'Pt100'],
    ['Stop(3)', 'Stop(3)'],
    ['Stop(j)', 'Stop(j)'],
    ['Stop()', 'Stop()'],
    ['gypo', 'gypo'],
    ['DO(1)', 'DO(1)'],
    ['Stop!', 'Stop!'],
  ])('leaves what is printed so: %s', (printed, read) => {
    expect(textOf(lineOf([...printed], [...read]))).toBe(read);
  });
});
