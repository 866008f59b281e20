import { sha256 } from '../../kernel/index.ts';
import type { ParserInput } from '../parser/document-parser.ts';
import type { PictureReader, PictureText, UnreadPicture } from '../parser/picture-text.ts';
import { openPictureBytes } from '../raster/open-picture.ts';
import { pictureFormat } from '../raster/picture-format.ts';

/** Pixels that a line of print and a short word take at least: smaller pictures are signs. */
const LOWEST = 24;
const NARROWEST = 64;

type Means = Pick<ParserInput, 'recogniser' | 'grammar' | 'limits' | 'versionId' | 'onRecognising'>;

/** At most `limits.maxRecognisedPages` are recognised. Without a recogniser none is read, and all are told. */
export function openPictureReader(input: Means): PictureReader {
  const seen = new Set<string>();
  const unread = new Map<UnreadPicture, number>();
  let [recognised, number] = [0, 0];
  const miss = (why: UnreadPicture): readonly PictureText[] => {
    unread.set(why, (unread.get(why) ?? 0) + 1);
    return [];
  };
  return {
    async read(bytes) {
      number += 1;
      const hash = sha256(bytes);
      if (seen.has(hash)) return [];
      seen.add(hash);
      const format = pictureFormat(bytes);
      if (format === undefined) return miss('of a form that is not read');
      const opened = openPictureBytes(bytes, format, input.limits);
      if (!opened.ok) return miss(opened.fault === 'damaged' ? 'damaged' : 'too large');
      // What shows a document shows the first page of a picture alone.
      const [page] = opened.value;
      if (page === undefined || page.width < NARROWEST || page.height < LOWEST) return [];
      const { recogniser } = input;
      if (recogniser === undefined) return miss('not recognised');
      if (recognised >= input.limits.maxRecognisedPages) return miss('beyond the number that is read');
      recognised += 1;
      // A document without pictures loads nothing of what reads pages.
      const { readPictureTexts } = await import('./read-picture-texts.ts');
      const read = await readPictureTexts(page, number, { ...input, recogniser });
      return read.ok ? read.value : miss('not recognised');
    },
    miss(why) {
      number += 1;
      miss(why);
    },
    warnings: () => [...unread].map(([why, count]) => `${count === 1 ? '1 picture is' : `${count} pictures are`} ${why}.`),
  };
}
