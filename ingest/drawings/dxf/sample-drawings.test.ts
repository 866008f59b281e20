import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../parser/document-parser.ts';
import type { DrawingText } from '../model/drawing.ts';
import { countTexts } from './count-texts.test-support.ts';
import { readDxf } from './read-dxf.ts';

const data = process.env.FAULTLINE_DATA;
const folder = join(data ?? '', 'dxf-samples');
const FORMS: Readonly<Record<string, string>> = { text: 'TEXT', paragraphs: 'MTEXT', attribute: 'ATTRIB', dimension: 'DIMENSION' };
/** Share of a unit that sums of products may differ by. */
const NOISE = 1e-6;

function contains({ box }: DrawingText, x: number, y: number): boolean {
  const slack = NOISE * Math.max(1, Math.abs(x), Math.abs(y));
  return x >= box.x0 - slack && x <= box.x1 + slack && y >= box.y0 - slack && y <= box.y1 + slack;
}

describe.skipIf(data === undefined)('public drawings', () => {
  const names =
    data === undefined
      ? ['']
      : ['dxf', 'dxf-parser'].flatMap((part) =>
          readdirSync(join(folder, part))
            .filter((name) => name.endsWith('.dxf'))
            .map((name) => join(part, name)),
        );

  test('are all there', () => {
    expect(names.length).toBeGreaterThanOrEqual(17);
  });

  test.each(names)('give of %s every string with its handle where a count of group codes has it', async (name) => {
    const { drawing } = await readDxf(join(folder, name), DEFAULT_READ_LIMITS);
    const texts = drawing.sheets.flatMap(({ elements }) => elements).filter((one) => one.kind === 'text');
    const counted = countTexts(join(folder, name));
    const line = (type: string, handles: string, text: string) => `${type} ${handles} ${text}`;
    const read = texts.filter(({ form }) => FORMS[form] !== undefined);
    expect(read.map(({ form, id, text }) => line(FORMS[form] ?? '', id, text)).sort()).toEqual(
      counted.map(({ type, handles, text }) => line(type, handles, text)).sort(),
    );
    const boxes = new Map(read.map((text) => [text.id, text]));
    expect(
      counted.filter(({ handles, x, y }) => {
        const text = boxes.get(handles);
        return text === undefined || !contains(text, x, y);
      }),
    ).toEqual([]);
  });
});
