import { createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { pipeline } from 'node:stream/promises';
import { loadWriter } from '../load-writer.ts';
import { type LaidManual, layOutManual, type ManualSource } from './lay-out-manual.ts';
import { type Face, type Mark, type Measure, PAGE } from './page-canvas.ts';

const require = createRequire(import.meta.url);

/** Draws a manual with embedded font subsets. The creation date is the document's own, so equal sources give equal bytes. */
export async function writePdf(source: ManualSource): Promise<{ bytes: Buffer; laid: LaidManual }> {
  const chunks: Buffer[] = [];
  const pdf = await startPdf(source);
  const written = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  const laid = layOutManual(source, measureOf(pdf));
  addManual(pdf, laid, laid.pages.length);
  pdf.end();
  return { bytes: await written, laid };
}

/** Draws manuals one behind the other into a file, `pages` pages in all, with the first one's particulars. Pages go to the disk as they are drawn. */
export async function writeBinder(path: string, sources: Iterable<ManualSource>, pages: number): Promise<void> {
  let pdf: PDFKit.PDFDocument | undefined;
  let written: Promise<void> | undefined;
  let left = pages;
  for (const source of sources) {
    if (left === 0) break;
    if (pdf === undefined) {
      pdf = await startPdf(source);
      written = pipeline(pdf, createWriteStream(path));
    }
    const laid = layOutManual(source, measureOf(pdf));
    addManual(pdf, laid, left);
    left -= Math.min(left, laid.pages.length);
  }
  pdf?.end();
  await written;
}

async function startPdf({ document, language }: ManualSource): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await loadWriter(() => import('pdfkit'));
  const fonts: Record<Face, string> = await loadWriter(async () => ({
    regular: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    bold: require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  }));
  const pdf = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: language === 'en' ? 'en-GB' : 'zh-CN',
    info: {
      Title: document.title,
      Author: 'Engineering, document control',
      Subject: `${document.number} ${document.revision}`,
      CreationDate: new Date(`${document.date}T08:00:00Z`),
      ModDate: new Date(`${document.date}T08:00:00Z`),
    },
  });
  for (const [face, file] of Object.entries(fonts)) pdf.registerFont(face, file);
  return pdf;
}

function measureOf(pdf: PDFKit.PDFDocument): Measure {
  return (text, face, size) => pdf.font(face).fontSize(size).widthOfString(text);
}

/** At most `most` pages of a manual, with its part of the outline. */
function addManual(pdf: PDFKit.PDFDocument, laid: LaidManual, most: number): void {
  let chapter = pdf.outline;
  laid.pages.slice(0, most).forEach((marks, index) => {
    pdf.addPage();
    for (const mark of marks) draw(pdf, mark);
    for (const entry of laid.outline.filter(({ page }) => page === index + 1)) {
      if (entry.level === 1) chapter = pdf.outline.addItem(entry.title);
      else chapter.addItem(entry.title);
    }
  });
}

function draw(pdf: PDFKit.PDFDocument, mark: Mark): void {
  switch (mark.kind) {
    case 'text':
      pdf.font(mark.face).fontSize(mark.size).fillColor(mark.colour).text(mark.text, mark.x, mark.y, { lineBreak: false });
      return;
    case 'line':
      pdf.lineWidth(mark.width).strokeColor(mark.colour).moveTo(mark.box.x0, mark.box.y0).lineTo(mark.box.x1, mark.box.y1).stroke();
      return;
    case 'fill':
      pdf
        .fillColor(mark.colour)
        .rect(mark.box.x0, mark.box.y0, mark.box.x1 - mark.box.x0, mark.box.y1 - mark.box.y0)
        .fill();
  }
}
