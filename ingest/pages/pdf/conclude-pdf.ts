import { assertNever, type Format } from '../../../kernel/index.ts';
import type { Conclusion, Survey } from '../../parser/document-parser.ts';
import { figureWarnings } from '../figure/figure-counts.ts';
import { sumRecognised } from '../scan/count-recognised.ts';
import type { PageFault } from '../scan/page-source.ts';
import { EMPTY_STATE, type PageCounts } from '../segment/page-state.ts';
import type { PdfCarry, PdfDetail } from './read-detail.ts';

const NAMES = { pdf: 'PDF', png: 'picture', jpeg: 'picture', tiff: 'picture' } as const;

/** What became of the document, in words that say what to do next. */
export function concludePdf(format: Format, survey: Survey, detail: PdfDetail, carry: PdfCarry | undefined): Conclusion {
  const name = nameOf(format);
  const counts = carry?.state.counts ?? EMPTY_STATE.counts;
  const report = { ...reportOf(survey.total, counts), ...(survey.properties.aiGenerated === true ? { aiGenerated: true as const } : {}) };
  if ('fault' in detail) return { ...faultOf(detail.fault, name), report };
  const read = carry?.page ?? 0;
  const { unread, textPages, faultyPages } = counts;
  if (counts.passages === 0 && unread === 0) return { outcome: 'empty', reason: emptyReason(name, counts), report };
  if (textPages === 0 && unread > 0 && faultyPages === unread) return { ...faultOf('damaged', name), report };
  if (textPages === 0 && unread > 0) {
    const why = counts.unmapped > 0 ? 'Its text cannot be decoded' : 'Its pages are pictures without text';
    const tried = (counts.givenUp ?? 0) > 0 ? ', and recognising it took too long or failed' : '';
    return {
      outcome: 'unread-scan',
      reason: `${why}${tried}. Upload a version with searchable text, or run text recognition (OCR) over it first.`,
      report,
    };
  }
  if (read < survey.total) {
    return {
      outcome: 'partial',
      reason: `Reading stopped after page ${read} of ${survey.total}. Upload the remaining pages as another file.`,
      report,
    };
  }
  if (unread > 0) {
    const list = counts.unreadPages.slice(0, 10).join(', ');
    const more = unread > 10 ? ' and others' : '';
    return {
      outcome: 'partial',
      reason: `${unread} of ${survey.total} pages could not be read as text (pages ${list}${more}). Upload a version with searchable text for them.`,
      report,
    };
  }
  return { outcome: 'visible', report };
}

type Name = (typeof NAMES)[keyof typeof NAMES];

function nameOf(format: Format): Name {
  return format === 'png' || format === 'jpeg' || format === 'tiff' ? NAMES[format] : NAMES.pdf;
}

function emptyReason(name: Name, { recognised }: PageCounts): string {
  if (recognised !== undefined)
    return `No text was recognised in the ${name}. Where it does show text, upload a sharper picture or a version with searchable text.`;
  return `The ${name} has no text and no pictures. Check that the right file was uploaded.`;
}

function faultOf(fault: PageFault, name: Name): Pick<Conclusion, 'outcome' | 'reason'> {
  switch (fault) {
    case 'encrypted':
      return { outcome: 'encrypted', reason: `The ${name} is locked with a password. Remove the password and upload it again.` };
    case 'damaged':
      return {
        outcome: 'damaged',
        reason: `The ${name} is damaged and no page of it can be opened. Export it again from its source and upload that.`,
      };
    case 'limit-exceeded':
      return {
        outcome: 'limit-exceeded',
        reason: limitReason(name),
      };
    default:
      return assertNever(fault);
  }
}

function limitReason(name: Name): string {
  if (name === 'picture')
    return 'The picture has more pixels, pages or bytes than the reader is allowed to take. Upload it smaller, or in parts.';
  return 'The PDF has more pages or bytes than the reader is allowed to take. Split it and upload the parts.';
}

function reportOf(total: number, counts: PageCounts): Conclusion['report'] {
  const seen = counts.characters + Object.values(counts.excluded).reduce((sum, count) => sum + count, 0);
  const warnings: string[] = [];
  if (counts.faultyPages > 0) warnings.push(`${counts.faultyPages} pages could not be run: their description is damaged.`);
  if (counts.scannedText > 0)
    warnings.push(
      `${counts.scannedText} pages are pictures with a text layer under them; its words are as good as the recognition that made it.`,
    );
  if (counts.cutSheets !== undefined) {
    const pages = counts.cutSheets.slice(0, 20).join(', ');
    warnings.push(
      `More is drawn on ${counts.cutSheets.length === 1 ? 'page' : 'pages'} ${pages} than is taken of one sheet: the words there are read, and not how things are connected.`,
    );
  }
  const unsureWords = (counts.recognised?.unsure ?? 0) + (counts.figures?.recognised?.unsure ?? 0);
  if (unsureWords > 0) {
    warnings.push(
      `${unsureWords} words were recognised unsurely: what rests on them is shown as nearest and never as a value. Compare them with the pages.`,
    );
  }
  if ((counts.givenUp ?? 0) > 0) warnings.push(`${counts.givenUp} pages could not be recognised in the time allowed.`);
  if (counts.figures !== undefined) warnings.push(...figureWarnings(counts.figures));
  if ((counts.excluded.equation ?? 0) > 0) {
    warnings.push('Equations set over several lines are in no passage: read as text they would say something else. Look at the pages.');
  }
  if (counts.unmapped > 0) {
    const pages = counts.unmappedPages.slice(0, 20).join(', ');
    const more = counts.unmappedPages.length > 20 ? ' and others' : '';
    warnings.push(
      `${counts.unmapped} characters have no Unicode mapping and are in no passage: a sign may be missing from what is quoted from ${counts.unmappedPages.length === 1 ? 'page' : 'pages'} ${pages}${more}. Look at the page, or upload a version whose fonts are complete.`,
    );
  }
  return {
    characters: counts.characters,
    passages: counts.passages,
    pages: { total, text: counts.textPages, unread: counts.unread, unreadPages: counts.unreadPages },
    ...recognisedOf(counts),
    tables: counts.tables,
    ...(counts.stamps === undefined ? {} : { stamps: counts.stamps }),
    excluded: counts.excluded,
    garbled: seen === 0 ? 0 : Math.min(1, counts.unmapped / seen),
    warnings,
  };
}

function recognisedOf(counts: PageCounts): Pick<Conclusion['report'], 'recognised'> {
  const recognised = sumRecognised(counts.recognised, counts.figures?.recognised);
  if (recognised === undefined) return {};
  const { engine, pages, characters, confidence, unsure, regions } = recognised;
  const mean = characters === 0 ? 0 : Math.min(1, Math.round((1_000 * confidence) / characters) / 1_000);
  return { recognised: { engine, pages, confidence: mean, unsure, regions } };
}
