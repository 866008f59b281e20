import { type Box, FaultlineError, type Format, type VersionId } from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { drawOpened } from '../pages/image/draw-picture-page.ts';
import { LEGIBLE_SCALE } from '../pages/render-page.ts';
import { DEFAULT_READ_LIMITS, type DocumentParser } from '../parser/document-parser.ts';
import type { PictureReader } from '../parser/picture-text.ts';
import { openPictureBytes } from '../raster/open-picture.ts';
import { pictureFormat } from '../raster/picture-format.ts';

/** Which picture of which document; plain data, since it is drawn in another process. */
export interface EmbeddedPictureRequest {
  readonly path: string;
  readonly format: Format;
  readonly versionId: VersionId;
  /** Among the pictures of the document, from 1, as its anchors have it. */
  readonly number: number;
  /** Places to mark, in points from the top left of the picture. */
  readonly boxes: readonly Box[];
}

/**
 * PNG of a picture that stands within a document, with boxes marked on it. The document is read once more by its own parser, which
 * alone knows which picture is the how manieth, without recognising anything.
 * @throws FaultlineError no-page-image when the document has no such picture or it cannot be opened.
 */
export async function drawEmbeddedPicture(request: EmbeddedPictureRequest, parser: DocumentParser): Promise<Uint8Array> {
  const bytes = await findPicture(request, parser);
  const format = bytes === undefined ? undefined : pictureFormat(bytes);
  if (bytes === undefined || format === undefined)
    throw new FaultlineError('no-page-image', `The document has no picture ${request.number} that can be drawn.`);
  const opened = openPictureBytes(bytes, format, DEFAULT_READ_LIMITS);
  const page = opened.ok ? opened.value[0] : undefined;
  if (page === undefined) throw new FaultlineError('no-page-image', 'The picture cannot be opened, so it cannot be drawn.');
  return drawOpened(page, { boxes: request.boxes, read: [] }, LEGIBLE_SCALE);
}

async function findPicture({ path, versionId, number }: EmbeddedPictureRequest, parser: DocumentParser): Promise<Buffer | undefined> {
  let count = 0;
  let found: Buffer | undefined;
  const pictures: PictureReader = {
    async read(bytes) {
      count += 1;
      if (count === number) found = bytes;
      return [];
    },
    miss: () => {
      count += 1;
    },
    warnings: () => [],
  };
  const input = { path, fileName: '', versionId, limits: DEFAULT_READ_LIMITS, grammar: siteGrammar([]), pictures };
  const survey = await parser.survey(input);
  if (found !== undefined) return found;
  const chunks = parser.segment(input, survey, undefined)[Symbol.asyncIterator]();
  while (found === undefined && (await chunks.next()).done !== true);
  return found;
}
