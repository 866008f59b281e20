import { FaultlineError, type Format, failed, hashParts, ok, type Result } from '../../../kernel/index.ts';
import { isWhite, isWide, type PageContent } from '../../layout/glyph.ts';
import type { NearbyEdge } from '../../layout/nearby-edges.ts';
import { piecesOf } from '../../layout/pieces.ts';
import { rowsOf } from '../../layout/rows.ts';
import type { DocumentParser, ParserInput, ReadLimits, ResumePoint, SegmentChunk, Survey } from '../../parser/document-parser.ts';
import { NO_FIGURES } from '../figure/figure-counts.ts';
import { readFigures } from '../figure/read-figures.ts';
import { figuresToRead } from '../figure/repeated-figures.ts';
import { isPicturePage } from '../scan/is-picture-page.ts';
import type { PageFault, PageSource } from '../scan/page-source.ts';
import type { UsualPrint } from '../scan/usual-print.ts';
import { PageFolder } from '../segment/page-folder.ts';
import { EMPTY_STATE, type PageState } from '../segment/page-state.ts';
import { concludePdf } from './conclude-pdf.ts';
import { StyleFinder } from './page-style.ts';
import { FIRST_CARRY, type PdfCarry, readCarry, readDetail, writeCarry, writeDetail } from './read-detail.ts';
import { PAGES_AHEAD, ScannedPages } from './scanned-pages.ts';
import { countUnread, prepareOutline, segmentPage } from './segment-page.ts';
import { type DocumentShape, PdfSurvey } from './survey-pdf.ts';

const VERSION = '35';
const PAGES_A_CHUNK = 8;
/** Glyphs of a document that are kept from the survey for segmenting: some 60 MB. Longer documents are read twice. */
const KEPT_GLYPHS = 400_000;

/** Pages read by the survey, for as long as its result is held: who segments in the same process need not read them again. */
const surveyed = new WeakMap<Survey, readonly Result<PageContent, 'unreadable'>[]>();

/** Opens a file of a format that is made of pages. */
type OpenPages = (path: string, limits: ReadLimits) => Promise<Result<PageSource, PageFault>>;

/**
 * A parser of documents that are made of pages, read one after the other: as text where a page has text, and recognised from its
 * picture where it has none. Each page that is recognised is a chunk of its own, since it takes seconds.
 */
export function createPageParser(format: Format, open: OpenPages): DocumentParser {
  return {
    format,
    version: VERSION,

    async survey(input) {
      const opened = await open(input.path, input.limits);
      if (!opened.ok) return faultSurvey(opened.fault);
      const source = opened.value;
      try {
        const findings = new PdfSurvey();
        const pages: Result<PageContent, 'unreadable'>[] = [];
        let glyphs = 0;
        for (let page = 1; page <= source.pages; page += 1) {
          const drawn = await readOrSkip(source, page);
          if (page % PAGES_A_CHUNK === 0) input.onSurveyed?.('page', page);
          // The first page says what the document is; the others are recognised when their turn comes.
          const isAwaited = page === 1 && awaitsRecognition(drawn, input, EMPTY_STATE);
          const taken = isAwaited ? await new ScannedPages(source, input).take(drawn.value) : drawn;
          const content = taken.ok ? taken : drawn;
          if (content.ok) findings.addPage(content.value, input.grammar);
          glyphs += content.ok ? weightOf(content.value) : 0;
          if (glyphs <= KEPT_GLYPHS) pages.push(content);
          else pages.length = 0;
        }
        const { properties, shape } = findings.find(source);
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
      const opened = await open(input.path, input.limits);
      if (!opened.ok) throw new FaultlineError('parse-failed', 'The document could be opened before and cannot be opened now.');
      const source = opened.value;
      try {
        yield* chunks(source, input, from, detail, surveyed.get(survey) ?? []);
      } finally {
        await source.close();
      }
    },

    conclude(survey, lastCarry) {
      return concludePdf(format, survey, readDetail(survey.detail), lastCarry === undefined ? undefined : readCarry(lastCarry));
    },
  };
}

/** What a page takes of the memory for kept pages, in glyphs: an element of a sheet takes about as much. */
function weightOf({ glyphs, sheet }: PageContent): number {
  return glyphs.length + (sheet?.sheet.elements.length ?? 0);
}

type ReadPage = Result<PageContent, 'unreadable'>;

async function* chunks(
  source: PageSource,
  input: ParserInput,
  from: ResumePoint | undefined,
  shape: DocumentShape,
  kept: readonly ReadPage[],
): AsyncGenerator<SegmentChunk> {
  const outline = prepareOutline(await source.outline());
  const scanned = new ScannedPages(source, input);
  let carry: PdfCarry = from === undefined ? FIRST_CARRY : readCarry(from.carry);
  let ordinal = from === undefined ? 0 : from.ordinal + 1;
  let next: ReadPage | undefined;
  while (carry.page < source.pages) {
    const before = JSON.stringify(carry);
    let page = carry.page + 1;
    const drawn = next ?? kept[page - 1] ?? (await readOrSkip(source, page));
    next = undefined;
    const isAwaited = awaitsRecognition(drawn, input, carry.state);
    const isAlone = isRecognised(drawn) || isAwaited || showsFigures(drawn, shape);
    const taken = isAwaited ? await scanned.take(drawn.value, usualPrint(carry.state)) : drawn;
    const first = taken.ok ? taken : drawn;
    const ahead = isRecognised(first) ? await edgesAhead(page) : [];
    const ownShape = isRecognised(first) ? { ...shape, style: { ...shape.style, ...styleOf(first.value) } } : shape;
    const folder = new PageFolder(input.versionId, ownShape.style, carry.state);
    if (isAwaited && !isRecognised(first)) folder.count(({ givenUp = 0 }) => ({ givenUp: givenUp + 1 }));
    addPage(await withFigures(first), page, ownShape, ahead);
    const last = isAlone ? page : Math.min(source.pages, carry.page + PAGES_A_CHUNK);
    for (; page < last; page += 1) {
      const content = kept[page] ?? (await readOrSkip(source, page + 1));
      if (awaitsRecognition(content, input, carry.state) || showsFigures(content, shape)) {
        next = content;
        break;
      }
      addPage(content, page + 1, shape);
    }
    if (page === source.pages) folder.finish();
    const { passages, excluded, state } = folder.take();
    if (state.counts.characters > input.limits.maxCharacters) {
      throw new FaultlineError('limit-exceeded', 'The document has more characters than the reader is allowed to take.');
    }
    carry = { page, state };
    const inputHash = hashParts([VERSION, input.versionId, String(ordinal), String(page), before]);
    yield { ordinal, inputHash, carry: writeCarry(carry), passages, records: [], excluded, done: page };
    ordinal += 1;

    /** Lines at the edges of the pages that are recognised after this one. */
    async function edgesAhead(of: number): Promise<readonly NearbyEdge[]> {
      const edges: NearbyEdge[] = [];
      for (let later = of + 1; later <= Math.min(source.pages, of + PAGES_AHEAD); later += 1) {
        const content = kept[later - 1] ?? (await readOrSkip(source, later));
        if (!awaitsRecognition(content, input, carry.state, later - of)) break;
        edges.push(...(await scanned.edges(content.value)));
      }
      return edges;
    }

    async function withFigures(content: ReadPage): Promise<ReadPage> {
      if (!showsFigures(content, shape)) return content;
      const before = carry.state.counts.figures ?? NO_FIGURES;
      const { read, counts } = await readFigures(source, content.value, figuresToRead(content.value, shape.repeated), before, input);
      folder.count(() => ({ figures: counts }));
      return ok({ ...content.value, read });
    }

    function addPage(content: ReadPage, number: number, of: DocumentShape, ahead: readonly NearbyEdge[] = []): void {
      if (content.ok) {
        segmentPage(content.value, of, { outline, grammar: input.grammar, scan: { pages: source.pages, ahead } }, folder);
        return;
      }
      folder.count(({ faultyPages }) => ({ faultyPages: faultyPages + 1 }));
      countUnread(number, folder);
    }
  }
}

/** Whether a page says nothing as text and may still be recognised, after so many others that are recognised before it. */
function awaitsRecognition(content: ReadPage, { recogniser, limits }: ParserInput, { counts }: PageState, others = 0): content is Readable {
  if (!content.ok || recogniser === undefined || !isPicturePage(content.value)) return false;
  return (counts.recognised?.pages ?? 0) + (counts.givenUp ?? 0) + others < limits.maxRecognisedPages;
}

/** Whether a page shows pictures among its text: a page that is a picture itself is read as one. */
function showsFigures(content: ReadPage, { repeated }: DocumentShape): content is Readable {
  if (!content.ok || content.value.recognised !== undefined || isPicturePage(content.value)) return false;
  return figuresToRead(content.value, repeated).length > 0;
}

type Readable = Extract<ReadPage, { ok: true }>;

function isRecognised(content: ReadPage): content is Readable {
  return content.ok && content.value.recognised !== undefined;
}

/** Characters that make a size usual: a cover has few, and none of running text. */
const RUNNING_TEXT = 400;

/** How the pages recognised before are printed, where there was running text: in the size of most of it, of equal ones the smallest. */
function usualPrint({ counts, print }: PageState): UsualPrint | undefined {
  const sizes = Object.entries(counts.bodySizes ?? {}).map(([size, characters]) => ({ size: Number(size), characters }));
  const usual = sizes.filter(({ characters }) => characters >= RUNNING_TEXT);
  const [most] = usual.sort((a, b) => b.characters - a.characters || a.size - b.size);
  return most === undefined ? undefined : { size: most.size, ...(print ?? { signs: {}, steps: [] }) };
}

/** Share of the signs of a page in a face of fixed pitch from which it is written on a typewriter; others show a listing that fills them. */
const TYPEWRITTEN = 0.95;

/** Each scan has measures of its own: pages of one document may be of several. */
function styleOf(content: PageContent): ReturnType<StyleFinder['find']> {
  const styles = new StyleFinder();
  styles.add(content, rowsOf(piecesOf(content.glyphs)));
  const style = styles.find();
  // Chinese is equally wide in every face, and a plate or panel with few signs shows no listing.
  const narrow = content.glyphs.filter(({ text }) => !isWhite(text) && !isWide(text));
  const least = narrow.length < RUNNING_TEXT ? 0 : TYPEWRITTEN;
  const bodyMono = style.bodyMono && narrow.filter(({ mono }) => mono === true).length >= least * narrow.length;
  return { ...style, bodyMono, bodySize: content.bodySize ?? style.bodySize };
}

/** A page that cannot be run is skipped and counted; the others are still worth reading. */
async function readOrSkip(source: PageSource, page: number): Promise<ReadPage> {
  try {
    return { ok: true, value: await source.readPage(page) };
  } catch (error) {
    if (error instanceof FaultlineError && error.code === 'parse-failed') return failed('unreadable');
    throw error;
  }
}

function faultSurvey(fault: PageFault): Survey {
  return { properties: { language: 'none' }, total: 0, unit: 'page', detail: writeDetail({ fault }) };
}
