import { loadWriter } from '../load-writer.ts';

/** A page that is a picture, as a scanner gives it. */
export interface PicturePage {
  /** PNG or JPEG. */
  readonly picture: Uint8Array;
  /** Size of the page, in points. */
  readonly width: number;
  readonly height: number;
}

/** A PDF of pictures without any text, one a page, that fill their pages. */
export async function writePicturePdf(pages: readonly PicturePage[]): Promise<Buffer> {
  const { default: PDFDocument } = await loadWriter(() => import('pdfkit'));
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0, info: { CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  for (const { picture, width, height } of pages) {
    pdf.addPage({ size: [width, height], margin: 0 });
    pdf.image(Buffer.from(picture), 0, 0, { width, height });
  }
  pdf.end();
  return written;
}
