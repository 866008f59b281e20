/** Objects of a file by their numbers; what a bomb does not say is that of a page with one line of text. */
export type Objects = Readonly<Record<number, string>>;

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
export const WORDS = 'BT /F1 11 Tf 40 230 Td (Lock out pump P-101.) Tj ET';
const HELD: Objects = {
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: page(''),
  4: stream(WORDS),
  5: FONT,
};

/** A page whose entries may be said otherwise. */
export function page(more: string, resources = ''): string {
  const box = more.includes('/MediaBox') ? '' : '/MediaBox [0 0 400 300]';
  return `<< /Type /Page /Parent 2 0 R ${box} ${more} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> >>`;
}

export function stream(content: string, more = ''): string {
  return `<< /Length ${content.length} ${more} >>\nstream\n${content}\nendstream`;
}

/** A file of these objects over those of a plain page, with a list that is right unless another is given. */
export function makePdf(objects: Objects, list?: string, trailer: (at: number) => string = () => ''): string {
  const all = Object.entries({ ...HELD, ...objects });
  let text = '%PDF-1.4\n';
  const offsets = new Map<number, number>();
  for (const [number, content] of all) {
    offsets.set(Number(number), text.length);
    text += `${number} 0 obj\n${content}\nendobj\n`;
  }
  const rows = [...offsets].map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = Math.max(...offsets.keys()) + 1;
  return `${text}${list ?? `xref\n${rows}`}trailer\n<< /Size ${size} /Root 1 0 R ${trailer(text.length)} >>\nstartxref\n${text.length}\n%%EOF\n`;
}
