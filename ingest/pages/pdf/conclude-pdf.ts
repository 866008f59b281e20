import { assertNever } from '../../../kernel/index.ts';
import type { Conclusion, Survey } from '../../parser/document-parser.ts';
import { EMPTY_STATE, type PageCounts } from '../segment/page-state.ts';
import type { PdfCarry, PdfDetail } from './read-detail.ts';

/** What became of the document, in words that say what to do next. */
export function concludePdf(survey: Survey, detail: PdfDetail, carry: PdfCarry | undefined): Conclusion {
  const counts = carry?.state.counts ?? EMPTY_STATE.counts;
  const report = reportOf(survey.total, counts);
  if ('fault' in detail) return { ...faultOf(detail.fault), report };
  const read = carry?.page ?? 0;
  const { unread, textPages, faultyPages } = counts;
  if (counts.passages === 0 && unread === 0) {
    return { outcome: 'empty', reason: 'The PDF has no text and no pictures. Check that the right file was uploaded.', report };
  }
  if (textPages === 0 && unread > 0 && faultyPages === unread) return { ...faultOf('damaged'), report };
  if (textPages === 0 && unread > 0) {
    const why = counts.unmapped > 0 ? 'Its text cannot be decoded' : 'Its pages are pictures without text';
    return {
      outcome: 'unread-scan',
      reason: `${why}. Upload a version with searchable text, or run text recognition (OCR) over it first.`,
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

function faultOf(fault: 'encrypted' | 'damaged' | 'limit-exceeded'): Pick<Conclusion, 'outcome' | 'reason'> {
  switch (fault) {
    case 'encrypted':
      return { outcome: 'encrypted', reason: 'The PDF is locked with a password. Remove the password and upload it again.' };
    case 'damaged':
      return {
        outcome: 'damaged',
        reason: 'The PDF is damaged and no page of it can be opened. Export it again from its source and upload that.',
      };
    case 'limit-exceeded':
      return {
        outcome: 'limit-exceeded',
        reason: 'The PDF has more pages or bytes than the reader is allowed to take. Split it and upload the parts.',
      };
    default:
      return assertNever(fault);
  }
}

function reportOf(total: number, counts: PageCounts): Conclusion['report'] {
  const seen = counts.characters + Object.values(counts.excluded).reduce((sum, count) => sum + count, 0);
  const warnings: string[] = [];
  if (counts.faultyPages > 0) warnings.push(`${counts.faultyPages} pages could not be run: their description is damaged.`);
  if (counts.scannedText > 0)
    warnings.push(
      `${counts.scannedText} pages are pictures with a text layer under them; its words are as good as the recognition that made it.`,
    );
  if ((counts.excluded.equation ?? 0) > 0) {
    warnings.push('Equations set over several lines are in no passage: read as text they would say something else. Look at the pages.');
  }
  if (counts.unmapped > 0) {
    const pages = counts.unmappedPages.slice(0, 20).join(', ');
    const more = counts.unmappedPages.length > 20 ? ' and others' : '';
    warnings.push(
      `${counts.unmapped} characters have no Unicode mapping and are in no passage: a sign may be missing from what is quoted from pages ${pages}${more}. Look at the page, or upload a version whose fonts are complete.`,
    );
  }
  return {
    characters: counts.characters,
    passages: counts.passages,
    pages: { total, text: counts.textPages, unread: counts.unread, unreadPages: counts.unreadPages },
    tables: counts.tables,
    excluded: counts.excluded,
    garbled: seen === 0 ? 0 : Math.min(1, counts.unmapped / seen),
    warnings,
  };
}
