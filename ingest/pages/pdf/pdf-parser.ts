import { FaultlineError, failed, hashParts, type Result } from '../../../kernel/index.ts';
import type { DocumentParser, ParserInput, ResumePoint, SegmentChunk, Survey } from '../../parser/document-parser.ts';
import type { PageContent } from '../layout/glyph.ts';
import { PageFolder } from '../segment/page-folder.ts';
import { concludePdf } from './conclude-pdf.ts';
import { openPdf, type PdfFault, type PdfSource } from './open-pdf.ts';
import { FIRST_CARRY, type PdfCarry, readCarry, readDetail, writeCarry, writeDetail } from './read-detail.ts';
import { countUnread, prepareOutline, segmentPage } from './segment-page.ts';
import { type DocumentShape, PdfSurvey } from './survey-pdf.ts';

const VERSION = '12';
const PAGES_A_CHUNK = 8;
/** Glyphs of a document that are kept from the survey for segmenting: some 60 MB. Longer documents are read twice. */
const KEPT_GLYPHS = 400_000;

/** Pages read by the survey, for as long as its result is held: who segments in the same process need not read them again. */
const surveyed = new WeakMap<Survey, readonly Result<PageContent, 'unreadable'>[]>();

/** Reads digital PDFs page by page. Scanned pages are counted as unread; nothing is recognised from pictures. */
export const pdfParser: DocumentParser = {
  format: 'pdf',
  version: VERSION,

  async survey(input) {
    const opened = await openPdf(input.path, input.limits);
    if (!opened.ok) return faultSurvey(opened.fault);
    const source = opened.value;
    try {
      const findings = new PdfSurvey();
      const pages: Result<PageContent, 'unreadable'>[] = [];
      let glyphs = 0;
      for (let page = 1; page <= source.pages; page += 1) {
        const content = await readOrSkip(source, page);
        if (page % PAGES_A_CHUNK === 0) input.onSurveyed?.('page', page);
        if (content.ok) findings.addPage(content.value);
        glyphs += content.ok ? content.value.glyphs.length : 0;
        if (glyphs <= KEPT_GLYPHS) pages.push(content);
        else pages.length = 0;
      }
      const { properties, shape } = findings.find(source.title, source.pages);
      const survey: Survey = { properties, total: source.pages, unit: 'page', detail: writeDetail(shape) };
      if (pages.length === source.pages) surveyed.set(survey, pages);
      return survey;
    } finally {
      await source.close();
    }
  },

  async *segment(input, survey, from) {
    const detail = readDetail(survey.detail);
    if ('fault' in detail) return;
    const opened = await openPdf(input.path, input.limits);
    if (!opened.ok) throw new FaultlineError('parse-failed', 'The PDF could be opened before and cannot be opened now.');
    const source = opened.value;
    try {
      yield* chunks(source, input, from, detail, surveyed.get(survey) ?? []);
    } finally {
      await source.close();
    }
  },

  conclude(survey, lastCarry) {
    return concludePdf(survey, readDetail(survey.detail), lastCarry === undefined ? undefined : readCarry(lastCarry));
  },
};

async function* chunks(
  source: PdfSource,
  input: ParserInput,
  from: ResumePoint | undefined,
  shape: DocumentShape,
  kept: readonly Result<PageContent, 'unreadable'>[],
): AsyncGenerator<SegmentChunk> {
  const outline = prepareOutline(await source.outline());
  let carry: PdfCarry = from === undefined ? FIRST_CARRY : readCarry(from.carry);
  let ordinal = from === undefined ? 0 : from.ordinal + 1;
  while (carry.page < source.pages) {
    const last = Math.min(source.pages, carry.page + PAGES_A_CHUNK);
    const before = JSON.stringify(carry);
    const folder = new PageFolder(input.versionId, shape.style, carry.state);
    for (let page = carry.page + 1; page <= last; page += 1) {
      const content = kept[page - 1] ?? (await readOrSkip(source, page));
      if (content.ok) segmentPage(content.value, shape, outline, folder);
      else {
        folder.count(({ faultyPages }) => ({ faultyPages: faultyPages + 1 }));
        countUnread(page, folder);
      }
    }
    if (last === source.pages) folder.finish();
    const { passages, excluded, state } = folder.take();
    if (state.counts.characters > input.limits.maxCharacters) {
      throw new FaultlineError('limit-exceeded', 'The PDF has more characters than the reader is allowed to take.');
    }
    carry = { page: last, state };
    const inputHash = hashParts([VERSION, input.versionId, String(ordinal), String(last), before]);
    yield { ordinal, inputHash, carry: writeCarry(carry), passages, records: [], excluded, done: last };
    ordinal += 1;
  }
}

/** A page that cannot be run is skipped and counted; the others are still worth reading. */
async function readOrSkip(source: PdfSource, page: number): Promise<Result<PageContent, 'unreadable'>> {
  try {
    return { ok: true, value: await source.readPage(page) };
  } catch (error) {
    if (error instanceof FaultlineError && error.code === 'parse-failed') return failed('unreadable');
    throw error;
  }
}

function faultSurvey(fault: PdfFault): Survey {
  return { properties: { language: 'none' }, total: 0, unit: 'page', detail: writeDetail({ fault }) };
}
