import { failed, ok, type Passage, type PassageKind, type Result } from '../../kernel/index.ts';
import { pictureSource } from '../pages/image/picture-source.ts';
import { prepareOutline, segmentPage } from '../pages/pdf/segment-page.ts';
import { PdfSurvey } from '../pages/pdf/survey-pdf.ts';
import { recogniseText } from '../pages/scan/recognise-content.ts';
import { PageFolder } from '../pages/segment/page-folder.ts';
import { EMPTY_STATE } from '../pages/segment/page-state.ts';
import type { ParserInput } from '../parser/document-parser.ts';
import type { PictureText } from '../parser/picture-text.ts';
import type { PicturePage } from '../raster/open-picture.ts';

type Means = Required<Pick<ParserInput, 'recogniser'>> & Pick<ParserInput, 'grammar' | 'limits' | 'versionId' | 'onRecognising'>;

/**
 * What stands in a picture of a document, the `number`th, read as a page of its own: lines and tables in reading order. It opens no
 * section and counts no steps, since what is around it is the document's.
 */
export async function readPictureTexts(
  picture: PicturePage,
  number: number,
  input: Means,
): Promise<Result<readonly PictureText[], 'unreadable'>> {
  const source = pictureSource([picture]);
  const recognised = await recogniseText(source, await source.readPage(1), input, input.onRecognising);
  if (!recognised.ok) return failed('unreadable');
  const content = recognised.value();
  const survey = new PdfSurvey();
  survey.addPage(content, input.grammar);
  const { shape } = survey.find(source);
  const folder = new PageFolder(input.versionId, shape.style, EMPTY_STATE);
  segmentPage(content, shape, { outline: prepareOutline([]), grammar: input.grammar }, folder);
  folder.finish();
  const { passages } = folder.take();
  return ok(passages.map((passage) => textOf(passage, number, passages)));
}

const KEPT: ReadonlySet<PassageKind> = new Set(['table-row', 'warning', 'caption', 'definition']);

function textOf({ kind, text, anchors, cells, structure, recognition }: Passage, number: number, all: readonly Passage[]): PictureText {
  const boxes = anchors.flatMap((anchor) => (anchor.kind === 'page' ? anchor.boxes : []));
  const table = all.findIndex(({ order }) => order === structure.table);
  return {
    ...{ kind: KEPT.has(kind) ? kind : 'paragraph', text, picture: { number, boxes } },
    ...(table < 0 ? {} : { table }),
    ...(cells === undefined ? {} : { cells }),
    ...(recognition === undefined ? {} : { recognition }),
  };
}
