import { isWhite, type PageContent } from '../../layout/glyph.ts';

/** A page with fewer characters than this under an image that covers most of it is a scan. */
const FEW_CHARACTERS = 30;
const SCAN_SHARE = 0.5;
/** An image smaller than this is a logo or sign, not content of its own. */
const PICTURE_SHARE = 0.05;
/** Paths of a page without characters from which some of them may be the outlines of characters. */
const OUTLINES = 40;
/** A page of which more than this share has no Unicode mapping is not read. */
const GARBLED_SHARE = 0.2;

/** Whether what a page says is in its picture alone: a scan, or characters that stand for none known. */
export function isPicturePage(content: PageContent): boolean {
  if (content.recognised !== undefined) return false;
  const characters = countCharacters(content);
  const hidden = content.leftOut.reduce((sum, one) => sum + (one.reason === 'unmapped-glyphs' ? 0 : one.text.length), 0);
  const garbled = content.unmapped > 0 && content.unmapped > GARBLED_SHARE * (characters + content.unmapped);
  const scanned = characters < FEW_CHARACTERS && content.imageShare >= SCAN_SHARE;
  const nothing = characters === 0 && hidden === 0;
  const pictured = nothing && (content.imageShare >= PICTURE_SHARE || (content.painted ?? 0) >= OUTLINES);
  return garbled || scanned || pictured;
}

/** Characters other than white space. */
export function countCharacters({ glyphs }: PageContent): number {
  return glyphs.reduce((sum, glyph) => sum + (isWhite(glyph.text) ? 0 : glyph.text.length), 0);
}
