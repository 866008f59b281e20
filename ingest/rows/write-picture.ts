import { anchorsText, type BlockAnchor, languageOf, makePassageId, type Passage, type VersionId } from '../../kernel/index.ts';
import type { PictureText } from '../parser/picture-text.ts';
import type { SheetPicture } from './raw-row.ts';

interface PicturedSheet {
  readonly versionId: VersionId;
  readonly name: string;
  readonly headings: readonly string[];
  /** Of the first passage of the picture. */
  readonly order: number;
}

/** What was recognised in a picture of a sheet: lines and rows of a table under the headings of the sheet. They are no records of it. */
export function writePicture(texts: readonly PictureText[], { cell, caption }: SheetPicture, sheet: PicturedSheet): readonly Passage[] {
  const { versionId, name, headings, order } = sheet;
  // A path has one stroke between its pieces.
  const sheetPath = name === '' ? '' : `sheet/${name.replaceAll('/', '∕')}/`;
  return texts.map(({ kind, text, picture, table, cells, recognition }, at): Passage => {
    const path = `${sheetPath}at/${cell}/picture/${picture.number}/text/${at + 1}`;
    const anchors: readonly BlockAnchor[] = [{ kind: 'block', path, start: 0, end: text.length, picture }];
    return {
      ...{ id: makePassageId(versionId, kind, anchorsText(anchors), text), versionId, kind, text, language: languageOf(text) },
      ...{ headings, anchors, order: order + at },
      ...(cells === undefined ? {} : { cells }),
      ...(recognition === undefined ? {} : { recognition }),
      structure: {
        ...(table === undefined ? {} : { table: order + table }),
        ...(caption === undefined ? {} : { leadIn: { text: caption } }),
      },
      scope: [],
    };
  });
}
