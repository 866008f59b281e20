import type { Seed } from './fuzz-file.ts';
import { presentationParts } from './make-office-seeds.ts';
import { readZip, writeZip, type ZipPart } from './zip.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWN = 'http://schemas.openxmlformats.org/drawingml/2006';
const NAMES = `xmlns:r="${OFFICE}" xmlns:a="${DRAWN}/main" xmlns:pic="${DRAWN}/picture" xmlns:wp="${DRAWN}/wordprocessingDrawing" xmlns:xdr="${DRAWN}/spreadsheetDrawing"`;
const PNG_TYPE = '<Default Extension="png" ContentType="image/png"/>';
const BLIP = '<a:blip r:embed="p1"/>';

/** Office documents that show a picture each, made of documents without one: a Word file, a workbook, a presentation. */
export function picturedSeeds(plain: readonly Seed[], png: Buffer): readonly Seed[] {
  const bytesOf = (format: Seed['format']): readonly ZipPart[] =>
    readZip(plain.find((seed) => seed.format === format)?.bytes ?? writeZip([]));
  return [
    { format: 'docx', name: 'pictured.docx', bytes: writeZip(picturedWord(bytesOf('docx'), png)) },
    { format: 'xlsx', name: 'pictured.xlsx', bytes: writeZip(picturedBook(bytesOf('xlsx'), png)) },
    { format: 'pptx', name: 'pictured.pptx', bytes: writeZip(picturedSlides(png)) },
  ];
}

/** Slides of which the second shows a picture `times` times. */
export function picturedSlides(png: Buffer, times = 1): readonly ZipPart[] {
  const frame = '<a:xfrm><a:off x="0" y="200"/><a:ext cx="90" cy="90"/></a:xfrm>';
  // A number tells each from the others, so that they pack as honest ones do.
  const picture = (at: number): string =>
    `<p:pic><p:nvPicPr><p:cNvPr id="${Math.imul(at + 1, 2_654_435_761) >>> 0}" name="" descr="P-101"/></p:nvPicPr><p:blipFill>${BLIP}</p:blipFill><p:spPr>${frame}</p:spPr></p:pic>`;
  return changed(presentationParts(), {
    'ppt/slides/slide2.xml': (xml) =>
      xml.replace('</p:spTree>', `${Array.from({ length: times }, (_, at) => picture(at)).join('')}</p:spTree>`),
    'ppt/slides/_rels/slide2.xml.rels': (xml) => related(xml, 'image', '../media/a.png'),
    'ppt/media/a.png': () => png,
  });
}

/** A workbook whose sheet shows a picture over `times` cells. */
export function picturedBook(parts: readonly ZipPart[], png: Buffer, times = 1): readonly ZipPart[] {
  const anchor = (at: number): string =>
    `<xdr:oneCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:row>${at}</xdr:row></xdr:from><xdr:pic><xdr:blipFill>${BLIP}</xdr:blipFill></xdr:pic></xdr:oneCellAnchor>`;
  const drawing = `<xdr:wsDr ${NAMES}>${Array.from({ length: times }, (_, at) => anchor(at)).join('')}</xdr:wsDr>`;
  return changed(parts, {
    'xl/worksheets/_rels/sheet1.xml.rels': (xml) => related(xml, 'drawing', '../drawings/drawing1.xml'),
    'xl/drawings/drawing1.xml': () => drawing,
    'xl/drawings/_rels/drawing1.xml.rels': (xml) => related(xml, 'image', '../media/a.png'),
    'xl/media/a.png': () => png,
  });
}

function picturedWord(parts: readonly ZipPart[], png: Buffer): readonly ZipPart[] {
  const drawing = `<w:p><w:r><w:drawing><wp:inline ${NAMES}><a:graphic><a:graphicData><pic:pic><pic:blipFill>${BLIP}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  return changed(parts, {
    '[Content_Types].xml': (xml) => xml.replace('</Types>', `${PNG_TYPE}</Types>`),
    'word/document.xml': (xml) => xml.replace('</w:body>', `${drawing}</w:body>`),
    'word/_rels/document.xml.rels': (xml) => related(xml, 'image', 'media/a.png'),
    'word/media/a.png': () => png,
  });
}

function related(xml: string, kind: string, target: string): string {
  const relation = `<Relationship Id="p1" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const none = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  return (xml === '' ? none : xml).replace('</Relationships>', `${relation}</Relationships>`);
}

/** Parts of which some are changed, or added where they are not there. */
function changed(parts: readonly ZipPart[], changes: Readonly<Record<string, (text: string) => string | Buffer>>): readonly ZipPart[] {
  const others = parts.filter(({ name }) => !Object.hasOwn(changes, name));
  const textOf = (name: string): string => parts.find((part) => part.name === name)?.content.toString() ?? '';
  return [...others, ...Object.entries(changes).map(([name, change]) => ({ name, content: Buffer.from(change(textOf(name))) }))];
}
