import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import type { PicturePassage } from '../picture/picture-passage.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';
import { renderInChild, renderPassagesInChild } from './render-in-child.ts';

function onePage(): Promise<Buffer> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const pdf = new PDFDocument({ size: [200, 100] });
    pdf.on('data', (piece: Buffer) => pieces.push(piece));
    pdf.on('end', () => resolve(Buffer.concat(pieces)));
    pdf.text('P-101');
    pdf.end();
  });
}

describe('renderInChild', () => {
  it('gives a page as PNG', async () => {
    const path = await temporaryFile('page.pdf', await onePage());
    const png = await renderInChild({ path, page: 1, boxes: [{ x0: 10, y0: 10, x1: 50, y1: 30 }], scale: 1 });
    expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG');
  });

  it('says that there is no such page, or that the scale is out of range', async () => {
    const path = await temporaryFile('page.pdf', await onePage());
    await expect(renderInChild({ path, page: 7, boxes: [] })).rejects.toMatchObject({ code: 'no-page-image' });
    await expect(renderInChild({ path, page: 1, boxes: [], scale: 99 })).rejects.toMatchObject({ code: 'invalid-request' });
  });
});

describe('renderPassagesInChild', () => {
  it('gives the passages around a citation as PNG', async () => {
    const text = '轴承温度不得超过 80 °C。';
    const cited: PicturePassage = {
      ...{ kind: 'paragraph', order: 0, isCited: true, inList: false, labels: [] },
      content: { text, marks: [{ start: 9, end: 14 }] },
    };
    const flags = { isFromStart: true, isToEnd: true };
    const request = { title: '泵', details: '', place: [], passages: [cited], notes: [], words: { drawn: 'Drawn from text' }, ...flags };
    const png = await renderPassagesInChild(request);
    expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG');
  });
});
