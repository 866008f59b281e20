import type { ExclusionReason } from '../../../kernel/index.ts';
import { isWhite, type PageContent } from '../layout/glyph.ts';
import { pageElements } from '../layout/page-elements.ts';
import { type Row, rowText } from '../layout/rows.ts';
import { furnitureOf } from '../layout/running-lines.ts';
import { contentsRows } from '../segment/contents-list.ts';
import { sectionNumber, titleKey, titleLetters } from '../segment/heading-rules.ts';
import type { PageFolder } from '../segment/page-folder.ts';
import type { OutlineEntry } from './open-pdf.ts';
import type { DocumentShape } from './survey-pdf.ts';

/** A page with fewer characters than this under an image that covers most of it is a scan. */
const FEW_CHARACTERS = 30;
const SCAN_SHARE = 0.5;
/** An image smaller than this is a logo or sign, not content of its own. */
const PICTURE_SHARE = 0.05;
/** A page of which more than this share has no Unicode mapping is not read. */
const GARBLED_SHARE = 0.2;
/** Titles are set larger than running text by this. */
const LARGER = 1.12;
const MAX_LISTED = 200;

/** The outline, made ready to be asked page by page. */
export interface PageOutline {
  readonly entries: readonly { readonly key: string; readonly page: number; readonly depth: number; readonly letters: string }[];
}

export function prepareOutline(outline: readonly OutlineEntry[]): PageOutline {
  const entries = outline.map(({ title, page, depth }) => ({ key: titleKey(title), page, depth, letters: titleLetters(title) }));
  return { entries: entries.filter((entry) => entry.key !== '') };
}

/** Reads one page into the folder and counts how it was read. */
export function segmentPage(content: PageContent, shape: DocumentShape, outline: PageOutline, folder: PageFolder): void {
  const titles = outline.entries.filter((entry) => entry.page === content.page);
  const isTitle = (row: Row): boolean => {
    const text = rowText(row);
    const isNumbered = sectionNumber(text) !== undefined && row.size >= LARGER * shape.style.bodySize;
    return isNumbered || titles.some(({ key }) => key.startsWith(titleKey(text)));
  };
  const running = furnitureOf(shape.running, content.height, isTitle);
  const furniture = (rows: readonly Row[]): ReadonlyMap<Row, ExclusionReason> => {
    const reasons = new Map<Row, ExclusionReason>();
    for (const row of contentsRows(rows, content.page, outline.entries)) reasons.set(row, 'contents-list');
    for (const row of rows) {
      const reason = running(row);
      if (reason !== undefined) reasons.set(row, reason);
    }
    return reasons;
  };
  const elements = pageElements(content, furniture);
  folder.addPage(content.page, elements, titles);
  countPage(content, folder);
}

function countPage(content: PageContent, folder: PageFolder): void {
  const characters = content.glyphs.reduce((sum, glyph) => sum + (isWhite(glyph.text) ? 0 : glyph.text.length), 0);
  const hidden = content.leftOut.reduce((sum, one) => sum + (one.reason === 'unmapped-glyphs' ? 0 : one.text.length), 0);
  const garbled = content.unmapped > GARBLED_SHARE * (characters + content.unmapped);
  const scanned = characters < FEW_CHARACTERS && content.imageShare >= SCAN_SHARE;
  const pictured = characters === 0 && hidden === 0 && content.imageShare >= PICTURE_SHARE;
  if (content.unmapped > 0) {
    folder.count(({ unmapped, unmappedPages }) => ({
      unmapped: unmapped + content.unmapped,
      unmappedPages: unmappedPages.length < MAX_LISTED ? [...unmappedPages, content.page] : unmappedPages,
    }));
  }
  if ((garbled && content.unmapped > 0) || scanned || pictured) countUnread(content.page, folder);
  else if (characters === 0) folder.count(({ blankPages }) => ({ blankPages: blankPages + 1 }));
  else {
    folder.count(({ textPages, scannedText }) => ({
      textPages: textPages + 1,
      scannedText: scannedText + (content.imageShare >= 0.8 ? 1 : 0),
    }));
  }
}

/** Notes a page whose content no reader of text gets at. */
export function countUnread(page: number, folder: PageFolder): void {
  folder.count(({ unread, unreadPages }) => ({
    unread: unread + 1,
    unreadPages: unreadPages.length < MAX_LISTED ? [...unreadPages, page] : unreadPages,
  }));
}
