import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { type LaidManual, layOutManual, type ManualSource } from './lay-out-manual.ts';
import { type Face, type Mark, PAGE } from './page-canvas.ts';

const require = createRequire(import.meta.url);
const FONTS: Record<Face, string> = {
  regular: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
};

/** Draws a manual with embedded font subsets. The creation date is the document's own, so equal sources give equal bytes. */
export async function writePdf(source: ManualSource): Promise<{ bytes: Buffer; laid: LaidManual }> {
  const { document } = source;
  const pdf = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: source.language === 'en' ? 'en-GB' : 'zh-CN',
    info: {
      Title: document.title,
      Author: 'Engineering, document control',
      Subject: `${document.number} ${document.revision}`,
      CreationDate: new Date(`${document.date}T08:00:00Z`),
      ModDate: new Date(`${document.date}T08:00:00Z`),
    },
  });
  const chunks: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  for (const [face, file] of Object.entries(FONTS)) pdf.registerFont(face, file);
  const laid = layOutManual(source, (text, face, size) => pdf.font(face).fontSize(size).widthOfString(text));
  let chapter = pdf.outline;
  laid.pages.forEach((marks, index) => {
    pdf.addPage();
    for (const mark of marks) draw(pdf, mark);
    for (const entry of laid.outline.filter(({ page }) => page === index + 1)) {
      if (entry.level === 1) chapter = pdf.outline.addItem(entry.title);
      else chapter.addItem(entry.title);
    }
  });
  pdf.end();
  return { bytes: await written, laid };
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
