import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { afterAll, describe, expect, it } from 'vitest';
import { readRequest } from '../test-support/read-whole.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';
import { openDocumentReader, type ReadEvent } from './document-reader.ts';

const LINES = ['铭牌 Nameplate', '电机编号：M-2041', 'Power: 7.5 kW'];

async function nameplate(): Promise<Buffer> {
  const font = 'NotoSansSC_400Regular.ttf';
  GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/400Regular/${font}`), 'Plate');
  const canvas = createCanvas(900, 330);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 900, 330);
  context.fillStyle = 'black';
  context.font = '44px Plate';
  LINES.forEach((line, index) => {
    context.fillText(line, 60, 90 + index * 90);
  });
  return canvas.encode('png');
}

const reader = openDocumentReader();
afterAll(() => reader.close());

describe('the reading process, given a picture', () => {
  it('recognises its text with the engine that comes with the program, and reads the next document', { timeout: 60_000 }, async () => {
    const events: ReadEvent[] = [];
    for (const path of [await temporaryFile('plate.png', await nameplate()), await temporaryFile('泵.md', '# 泵\n\n停机。\n')]) {
      for await (const event of reader.read(readRequest(path), new AbortController().signal)) events.push(event);
    }
    expect(events.flatMap((event) => (event.kind === 'ended' ? [event.outcome] : []))).toEqual(['visible', 'visible']);
    const passages = events.flatMap((event) => (event.kind === 'chunk' ? event.chunk.passages : []));
    const recognised = passages.filter(({ recognition }) => recognition !== undefined);
    expect(recognised.map(({ text }) => text).join('\n')).toMatch(/M-2041[\s\S]*7\.5 kW/i);
    expect(recognised[0]?.recognition?.engine).toContain('PP-OCR');
  });

  it('ends as the picture of a cut-off file does: damaged, with what to do', async () => {
    const bytes = await nameplate();
    const path = await temporaryFile('plate.png', bytes.subarray(0, bytes.length - 200));
    const events: ReadEvent[] = [];
    for await (const event of reader.read(readRequest(path), new AbortController().signal)) events.push(event);
    expect(events.at(-1)).toMatchObject({ kind: 'ended', outcome: 'damaged', reason: expect.stringContaining('Export it again') });
  });
});
