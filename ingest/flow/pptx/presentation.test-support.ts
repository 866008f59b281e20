import { makeZip } from '../../test-support/make-zip.ts';

export const NAMES =
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relations = (...all: readonly (readonly [id: string, kind: string, target: string])[]) =>
  `<Relationships>${all.map(([id, kind, target]) => `<Relationship Id="${id}" Type="http://x/relationships/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
export const frame = ([x, y, cx, cy]: readonly number[]) => `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>`;
export const paragraph = (text: string, properties = '') => `<a:p>${properties}<a:r><a:t>${text}</a:t></a:r></a:p>`;
export const shape = (content: string, at: readonly number[] | undefined, place = '', hidden = '') =>
  `<p:sp><p:nvSpPr><p:cNvPr id="1" name="" ${hidden}/><p:nvPr>${place}</p:nvPr></p:nvSpPr><p:spPr>${at === undefined ? '' : frame(at)}</p:spPr>` +
  `<p:txBody><a:bodyPr/>${content}</p:txBody></p:sp>`;
const tree = (root: string, shapes: string, behind = '') =>
  `<p:${root} ${NAMES}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld>${behind}</p:${root}>`;

/** A presentation of these slides, each the content of its tree, with a layout and a master as programs write them. */
export function presentation(
  slides: readonly string[],
  more: readonly { name: string; content: Uint8Array | string }[] = [],
  slideRelations = '',
): Buffer {
  const order = slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="s${index}"/>`).join('');
  return makeZip([
    { name: 'ppt/presentation.xml', content: `<p:presentation ${NAMES}><p:sldIdLst>${order}</p:sldIdLst></p:presentation>` },
    {
      name: 'ppt/_rels/presentation.xml.rels',
      // The files bear their numbers from the last to the first.
      content: relations(...slides.map((_, index) => [`s${index}`, 'slide', `slides/slide${slides.length - index}.xml`] as const)),
    },
    ...slides.flatMap((content, index) => [
      { name: `ppt/slides/slide${slides.length - index}.xml`, content: tree('sld', content) },
      {
        name: `ppt/slides/_rels/slide${slides.length - index}.xml.rels`,
        content: relations(['l', 'slideLayout', '../slideLayouts/slideLayout1.xml']).replace(
          '</Relationships>',
          `${slideRelations}</Relationships>`,
        ),
      },
    ]),
    {
      name: 'ppt/slideLayouts/slideLayout1.xml',
      content: tree(
        'sldLayout',
        shape(paragraph('Click to edit'), [0, 0, 900, 100], '<p:ph type="title"/>') +
          shape(paragraph('Click'), [0, 200, 400, 300], '<p:ph idx="1"/>') +
          shape(paragraph('Click'), [500, 200, 400, 300], '<p:ph idx="2"/>'),
      ),
    },
    { name: 'ppt/slideLayouts/_rels/slideLayout1.xml.rels', content: relations(['m', 'slideMaster', '../slideMasters/slideMaster1.xml']) },
    {
      name: 'ppt/slideMasters/slideMaster1.xml',
      content: tree(
        'sldMaster',
        shape(paragraph('文件编号：TR-0042  版本：V2.1'), [0, 900, 400, 50]),
        '<p:txStyles><p:bodyStyle><a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr><a:lvl2pPr><a:buAutoNum type="arabicPeriod"/></a:lvl2pPr></p:bodyStyle></p:txStyles>',
      ),
    },
    ...more,
  ]);
}
