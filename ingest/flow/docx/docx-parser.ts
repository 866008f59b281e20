import { readFile } from 'node:fs/promises';
import { WORD_STYLES } from '../../../ontology/index.ts';
import { openPackage } from '../../archive/open-package.ts';
import { readCoreTitle } from '../../archive/read-core-title.ts';
import { readCustomProperty } from '../../archive/read-custom-property.ts';
import { scanArchive } from '../../archive/scan-archive.ts';
import type { DocumentParser, ParserInput } from '../../parser/document-parser.ts';
import type { PictureText } from '../../parser/picture-text.ts';
import { createBlockWriter } from '../blocks/block-writer.ts';
import { type BlockReading, createBlockParser, unread } from '../blocks/create-block-parser.ts';
import { writeHtml } from '../blocks/html-to-blocks.ts';
import { attributeOf } from '../blocks/parse-html.ts';
import { createMarkerLookup, readListMarkers } from './read-list-markers.ts';
import { readRunningTexts } from './read-running-texts.ts';

/** Styles beyond the built-in headings that make a title or caption, in the names that Chinese Word gives them too. */
const STYLE_MAP = [
  "p[style-name='Title'] => h1:fresh",
  `p[style-name='${WORD_STYLES.title}'] => h1:fresh`,
  ...['caption', 'Caption', WORD_STYLES.caption].map((name) => `p[style-name='${name}'] => p.caption:fresh`),
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='${WORD_STYLES.title} ${level}'] => h${level}:fresh`),
];

/** DOCX: the flow by mammoth as HTML, headers and footers and core properties from the package itself. */
export const docxParser: DocumentParser = createBlockParser('docx', '9', async (input) => {
  const scanned = await scanArchive(input.path, input.limits);
  if (!scanned.ok) return unread(scanned.fault);
  if (!scanned.value.has('word/document.xml')) return unread({ outcome: 'damaged', reason: 'The Word file has no document part.' });
  return readDocx(input);
});

async function readDocx(input: ParserInput): Promise<BlockReading> {
  const { path, limits } = input;
  const opened = await openPackage(path, limits);
  if (!opened.ok) return unread(opened.fault);
  const running = await readRunningTexts(opened.value);
  const title = await readCoreTitle(opened.value);
  const label = await readCustomProperty(opened.value, 'AIGC');
  const markers = await readListMarkers(opened.value);
  opened.value.close();
  const { default: mammoth } = await import('mammoth');
  const buffer = await readFile(path);
  const pictures: Buffer[] = [];
  let html: string;
  try {
    const numbered = mammoth.images.imgElement(async (image) => ({ src: String(pictures.push(await image.readAsBuffer())) }));
    const converted = await mammoth.convertToHtml({ buffer }, { convertImage: numbered, styleMap: STYLE_MAP });
    html = converted.value;
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown error';
    return unread({ outcome: 'damaged', reason: `The Word file is damaged: its text cannot be read (${message}).` });
  }
  const writer = createBlockWriter();
  const texts: (readonly PictureText[])[] = [];
  for (const picture of pictures) texts.push((await input.pictures?.read(picture)) ?? []);
  writeHtml(html, writer, {
    maxDepth: limits.maxDepth,
    markerOf: createMarkerLookup(markers),
    textsOf: (image) => texts[Number(attributeOf(image, 'src')) - 1] ?? [],
  });
  return {
    blocks: writer.blocks(),
    tables: writer.tables(),
    outside: label === undefined ? [] : [`AIGC: ${label}`],
    excluded: running,
    warnings: input.pictures?.warnings() ?? [],
    ...(title === undefined ? {} : { title }),
  };
}
