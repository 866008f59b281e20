import type { Seed } from './fuzz-file.ts';
import { writeDoc } from './write-doc.ts';
import { writeXls } from './write-xls.ts';
import { writeZip, type ZipPart } from './zip.ts';

const NAMES =
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TITLE = '<p:nvSpPr><p:cNvPr id="2" name="t"/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>';

/** A slide, layout or page of notes that holds these shapes. */
export function slideXml(root: string, shapes: string): string {
  return `<p:${root} ${NAMES}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:${root}>`;
}

/** A shape at a place, in EMU, that holds this text. */
export function shapeXml(text: string, [x, y, width, height]: readonly number[], names = ''): string {
  return `<p:sp>${names}<p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm></p:spPr><p:txBody><a:p><a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr><a:r><a:rPr sz="1800" b="1"/><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
}

function relations(...all: readonly (readonly [kind: string, target: string])[]): string {
  return `<Relationships>${all.map(([kind, target], index) => `<Relationship Id="r${index}" Type="http://x/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
}

/** Parts of a presentation of two slides: a title, steps, a table, a group, notes, a layout and its master. */
export function presentationParts(): readonly ZipPart[] {
  const table =
    '<p:graphicFrame><p:xfrm><a:off x="9" y="900"/><a:ext cx="90" cy="90"/></p:xfrm><a:graphic><a:graphicData><a:tbl><a:tblPr firstRow="1"/><a:tr><a:tc gridSpan="2"><a:txBody><a:p><a:r><a:t>Code</a:t></a:r></a:p></a:txBody></a:tc><a:tc hMerge="1"/></a:tr><a:tr><a:tc><a:txBody><a:p><a:r><a:t>E-07</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>过热</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>';
  const group = `<p:grpSp><p:grpSpPr><a:xfrm><a:off x="500" y="9"/><a:ext cx="90" cy="90"/></a:xfrm></p:grpSpPr>${shapeXml('Torque to 45 N·m', [0, 0, 9, 9])}</p:grpSp>`;
  const title = shapeXml('密封更换 P-101', [0, 0, 900, 90], TITLE);
  const parts: readonly (readonly [string, string])[] = [
    ['ppt/presentation.xml', `<p:presentation ${NAMES}><p:sldIdLst><p:sldId r:id="r0"/><p:sldId r:id="r1"/></p:sldIdLst></p:presentation>`],
    ['ppt/_rels/presentation.xml.rels', relations(['slide', 'slides/slide1.xml'], ['slide', 'slides/slide2.xml'])],
    ['ppt/slides/slide1.xml', slideXml('sld', title + shapeXml('Close valve V-2.', [0, 200, 400, 90]) + group + table)],
    ['ppt/slides/slide2.xml', slideXml('sld', shapeXml('WARNING: Lock out P-101.', [0, 0, 900, 90]))],
    ['ppt/slides/_rels/slide1.xml.rels', relations(['slideLayout', '../slideLayouts/l.xml'], ['notesSlide', '../notesSlides/n.xml'])],
    ['ppt/slides/_rels/slide2.xml.rels', relations(['slideLayout', '../slideLayouts/l.xml'])],
    ['ppt/notesSlides/n.xml', slideXml('notes', shapeXml('先泄压。', [0, 0, 9, 9]))],
    ['ppt/slideLayouts/l.xml', slideXml('sldLayout', shapeXml('Doc No. TR-1 Rev. C', [0, 900, 9, 9]))],
    ['ppt/slideLayouts/_rels/l.xml.rels', relations(['slideMaster', '../slideMasters/m.xml'])],
    ['ppt/slideMasters/m.xml', slideXml('sldMaster', '')],
    ['docProps/core.xml', '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:title>Training</dc:title></cp:coreProperties>'],
  ];
  return parts.map(([name, content]) => ({ name, content: Buffer.from(content) }));
}

/** A presentation, and a text and a workbook of the old binary form. */
export function officeSeeds(): readonly Seed[] {
  const body = '第三章 密封更换\rWARNING: Lock out P-101.\r1. 关闭阀门 V-2\r2. Torque to 45 N·m.\rE-07\u0007过热\u0007\u0007\r';
  const rows = [
    ['Date', 'Asset', 'Description'],
    ['2024-01-01', 'P-101', 'Seal leaks'],
    ['2024-01-02', 'P-102', '密封泄漏'],
    ['2024-01-03', 'P-103', 5],
  ];
  return [
    { format: 'pptx', name: 'slides.pptx', bytes: writeZip(presentationParts()) },
    { format: 'doc', name: 'manual.doc', bytes: writeDoc({ body, footnotes: '\u0002 At 20 °C.\r', title: 'P-101' }) },
    { format: 'xls', name: 'log.xls', bytes: writeXls(rows) },
  ];
}
