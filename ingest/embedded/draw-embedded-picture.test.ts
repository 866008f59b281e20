import { createCanvas, loadImage } from '@napi-rs/canvas';
import { Document, ImageRun, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { VersionId } from '../../kernel/index.ts';
import { docxParser } from '../flow/docx/docx-parser.ts';
import { htmlParser } from '../flow/html/html-parser.ts';
import { pptxParser } from '../flow/pptx/pptx-parser.ts';
import type { DocumentParser } from '../parser/document-parser.ts';
import { countMarked } from '../picture/count-marked.test-support.ts';
import { xlsxParser } from '../rows/xlsx/xlsx-parser.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';
import { writePptx } from '../test-support/write-pptx.ts';
import { drawEmbeddedPicture } from './draw-embedded-picture.ts';

const VERSION = 'ver_1' as VersionId;
const BOX = { x0: 10, y0: 20, x1: 60, y1: 40 };

async function picture(width: number, height: number): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  return canvas.encode('png');
}

async function wordFile(pictures: readonly Buffer[]): Promise<string> {
  const children = pictures.map(
    (data) => new Paragraph({ children: [new ImageRun({ type: 'png', data, transformation: { width: 90, height: 60 } })] }),
  );
  return temporaryFile('力矩.docx', await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

const webPage = (pictures: readonly Buffer[]): Promise<string> =>
  temporaryFile(
    'torques.html',
    Buffer.from(pictures.map((data) => `<p>表<img src="data:image/png;base64,${data.toString('base64')}"></p>`).join('')),
  );

async function slides(pictures: readonly Buffer[]): Promise<string> {
  const made = pictures.map((png, at) => ({ title: `力矩 ${at}`, pictures: [{ png, at: { x: 1, y: 2, width: 6, height: 2 } }] }));
  return temporaryFile('slides.pptx', await writePptx(made));
}

async function workbook(pictures: readonly Buffer[]): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('力矩');
  sheet.addRows([
    ['Part', 'Torque'],
    ['M12', '45 N·m'],
  ]);
  for (const [at, png] of pictures.entries()) {
    // Its types are of a Buffer from before Node had arrays of several kinds below it.
    const image = book.addImage({ buffer: png as unknown as ExcelJS.Buffer, extension: 'png' });
    sheet.addImage(image, { tl: { col: 4, row: 20 * at }, ext: { width: 300, height: 200 } });
  }
  return temporaryFile('book.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
}

async function draw(parser: DocumentParser, path: string, number: number, boxes = [BOX]) {
  const png = await drawEmbeddedPicture({ path, format: parser.format, versionId: VERSION, number, boxes }, parser);
  const { width, height } = await loadImage(Buffer.from(png));
  return { shape: (width / height).toFixed(1), marked: await countMarked(png) };
}

describe.each([
  ['Word file', docxParser, wordFile],
  ['web page', htmlParser, webPage],
  ['presentation', pptxParser, slides],
  ['workbook', xlsxParser, workbook],
] as const)('a picture of a %s that is drawn', (_, parser, write) => {
  it('is the one that the reading counted, with its places marked', async () => {
    const path = await write([await picture(300, 300), await picture(600, 300)]);
    expect(await draw(parser, path, 1)).toMatchObject({ shape: '1.0' });
    const wide = await draw(parser, path, 2);
    expect(wide.shape).toBe('2.0');
    expect(wide.marked).toBeGreaterThan(500);
    expect((await draw(parser, path, 2, [])).marked).toBe(0);
  });

  it('is refused where the document has no such picture', async () => {
    const path = await write([await picture(300, 300)]);
    await expect(draw(parser, path, 2)).rejects.toMatchObject({ code: 'no-page-image' });
  });
});
