import type { ExclusionReason, TagGrammar } from '../../../kernel/index.ts';
import { readSheet } from '../../drawings/interpret/read-sheet.ts';
import type { PageContent } from '../../layout/glyph.ts';
import { knownByNearby, type NearbyEdge, rememberEdges } from '../../layout/nearby-edges.ts';
import { type PageElements, pageElements } from '../../layout/page-elements.ts';
import { numberedLines } from '../../layout/page-numbering.ts';
import { type Row, rowText } from '../../layout/rows.ts';
import { type EdgeLine, edgeLines, furnitureOf, type RunningLine } from '../../layout/running-lines.ts';
import { countRecognised } from '../scan/count-recognised.ts';
import { countCharacters, isPicturePage } from '../scan/is-picture-page.ts';
import type { OutlineEntry } from '../scan/page-source.ts';
import { rememberPrint } from '../scan/usual-print.ts';
import { contentsRows } from '../segment/contents-list.ts';
import { LARGER_THAN_TEXT, sectionNumber, titleKey, titleLetters } from '../segment/heading-rules.ts';
import { indexRows } from '../segment/index-list.ts';
import type { PageFolder } from '../segment/page-folder.ts';
import type { DocumentShape } from './survey-pdf.ts';
import { titleHeaders } from './title-headers.ts';

const MAX_LISTED = 200;

/** The outline, made ready to be asked page by page. */
export interface PageOutline {
  readonly entries: readonly { readonly key: string; readonly page: number; readonly depth: number; readonly letters: string }[];
}

export function prepareOutline(outline: readonly OutlineEntry[]): PageOutline {
  const entries = outline.map(({ title, page, depth }) => ({ key: titleKey(title), page, depth, letters: titleLetters(title) }));
  return { entries: entries.filter((entry) => entry.key !== '') };
}

/** What is known around a page when it is read. */
export interface PageContext {
  readonly outline: PageOutline;
  readonly grammar: TagGrammar;
  /** Pages of the document, where it is a scan, and lines at the edges of those after it that were recognised with it. */
  readonly scan?: { readonly pages: number; readonly ahead: readonly NearbyEdge[] };
}

/** Reads one page into the folder and counts how it was read. */
export function segmentPage(content: PageContent, shape: DocumentShape, { outline, grammar, scan }: PageContext, folder: PageFolder): void {
  if (content.sheet !== undefined) {
    const { page, leftOut, sheet, recognised } = content;
    const by = recognised === undefined ? {} : { engine: recognised.engine };
    folder.addSheet({ page, leftOut, sheet, reading: readSheet(sheet.sheet, grammar, false), ...by });
    countAsRecognised(content, folder);
    countPage(content, folder);
    return;
  }
  const titles = outline.entries.filter((entry) => entry.page === content.page);
  const isTitle = (row: Row): boolean => {
    const text = rowText(row);
    const isNumbered = sectionNumber(text) !== undefined && row.size >= LARGER_THAN_TEXT * shape.style.bodySize;
    return isNumbered || titles.some(({ key }) => key.startsWith(titleKey(text)));
  };
  const furniture = (rows: readonly Row[]): ReadonlyMap<Row, ExclusionReason> => {
    const reasons = new Map<Row, ExclusionReason>();
    for (const row of [...contentsRows(rows, content.page, outline.entries), ...indexRows(rows)]) reasons.set(row, 'contents-list');
    const isAsked = shape.numberings.length > 0 || (content.recognised !== undefined && scan !== undefined);
    const lines = isAsked ? edgeLines(content, rows) : [];
    const titled = rows.filter(isTitle).map(rowText);
    const isOfTitle = ({ text }: EdgeLine): boolean => titled.includes(text);
    const ofPage = [...numberedLines(lines, content.page, shape.numberings, isOfTitle), ...runningOfScan(content, lines, folder, scan)];
    for (const row of titleHeaders(content, rows, shape.titles, shape.style.bodySize)) {
      if (!reasons.has(row)) reasons.set(row, 'running-header');
    }
    const running = furnitureOf([...shape.running, ...ofPage], content.height, isTitle);
    for (const row of rows) {
      const reason = running(row);
      if (reason !== undefined) reasons.set(row, reason);
    }
    return reasons;
  };
  countAsRecognised(content, folder);
  folder.addPage(content.page, asShown(pageElements(content, furniture, folder.state.lineNumbering), content), titles);
  countPage(content, folder);
}

/** Running lines of a page that was recognised, by those of the pages around it; its own are noted for those that follow. */
function runningOfScan(
  content: PageContent,
  lines: readonly EdgeLine[],
  folder: PageFolder,
  scan: PageContext['scan'],
): readonly RunningLine[] {
  if (content.recognised === undefined || scan === undefined) return [];
  const before = folder.state.edges ?? [];
  const known = knownByNearby(lines, {
    ...{ page: content.page, pages: scan.pages, titles: folder.openTitles },
    edges: [...before, ...scan.ahead],
  });
  folder.note({ edges: rememberEdges(before, lines, content.page) });
  return known;
}

function countAsRecognised(content: PageContent, folder: PageFolder): void {
  const { recognised, bodySize, glyphs, print } = content;
  if (print !== undefined) folder.note({ print: rememberPrint(folder.state.print, print) });
  if (bodySize !== undefined) {
    const size = bodySize.toFixed(1);
    const characters = glyphs.filter((glyph) => glyph.size === bodySize).length;
    folder.count(({ bodySizes = {} }) => ({ bodySizes: { ...bodySizes, [size]: (bodySizes[size] ?? 0) + characters } }));
  }
  if (recognised !== undefined) folder.count((counts) => ({ recognised: countRecognised(counts.recognised, content, recognised.engine) }));
}

/** Furniture of a page that was put straight, as it stands on the page that is shown. */
function asShown(page: PageElements, { recognised, leftOut: before }: PageContent): PageElements {
  if (recognised === undefined) return page;
  const { leftOut } = page;
  const found = leftOut.slice(before.length).map((one) => ({ ...one, boxes: one.boxes.map((box) => recognised.shown(box)) }));
  return { ...page, leftOut: [...leftOut.slice(0, before.length), ...found] };
}

function countPage(content: PageContent, folder: PageFolder): void {
  const characters = countCharacters(content);
  if (content.unmapped > 0) {
    folder.count(({ unmapped, unmappedPages }) => ({
      unmapped: unmapped + content.unmapped,
      unmappedPages: unmappedPages.length < MAX_LISTED ? [...unmappedPages, content.page] : unmappedPages,
    }));
  }
  if (isPicturePage(content)) countUnread(content.page, folder);
  else if (characters === 0) folder.count(({ blankPages }) => ({ blankPages: blankPages + 1 }));
  else {
    folder.count(({ textPages, scannedText }) => ({
      textPages: textPages + 1,
      scannedText: scannedText + (content.recognised === undefined && content.imageShare >= 0.8 ? 1 : 0),
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
