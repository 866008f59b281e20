/** Draws small PDFs for tests and reads them back whole; not used by the product. */
import { createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { type ExcludedRun, makeDocumentId, makeVersionId, type Passage, parseTenantId } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import {
  type Conclusion,
  DEFAULT_READ_LIMITS,
  type ParserInput,
  type ResumePoint,
  type SegmentChunk,
  type Survey,
} from '../../parser/document-parser.ts';
import { temporaryPath } from '../../test-support/temporary-file.ts';
import { pdfParser } from './pdf-parser.ts';

export type Pen = InstanceType<typeof PDFDocument>;

const fonts = createRequire(import.meta.url);
const REGULAR = fonts.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
const BOLD = fonts.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf');

/** Writes what `draw` draws on A4 to a new file and returns its path. Fonts `regular` and `bold` hold Chinese. */
export async function makePdf(draw: (pen: Pen) => void): Promise<string> {
  const path = await temporaryPath('made.pdf');
  const pen = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false });
  pen.registerFont('regular', REGULAR);
  pen.registerFont('bold', BOLD);
  const file = createWriteStream(path);
  pen.pipe(file);
  draw(pen);
  pen.end();
  await finished(file);
  return path;
}

/** Sets one line of text with its top left corner at a place. */
export function line(pen: Pen, text: string, x: number, y: number, size = 10, font: 'regular' | 'bold' = 'regular'): void {
  pen.font(font).fontSize(size).fillColor('black').text(text, x, y, { lineBreak: false });
}

export interface ReadPdf {
  readonly survey: Survey;
  readonly chunks: readonly SegmentChunk[];
  readonly passages: readonly Passage[];
  readonly excluded: readonly ExcludedRun[];
  readonly conclusion: Conclusion;
}

export function parserInput(path: string): ParserInput {
  const tenant = parseTenantId('test');
  if (tenant === undefined) throw new Error('the tenant of the tests is not valid');
  const versionId = makeVersionId(makeDocumentId(tenant, 'upload:test'), 'test');
  return { path, fileName: 'made.pdf', versionId, limits: DEFAULT_READ_LIMITS, grammar: siteGrammar([]) };
}

export async function readPdf(path: string, from?: ResumePoint): Promise<ReadPdf> {
  const input = parserInput(path);
  const survey = await pdfParser.survey(input);
  const chunks: SegmentChunk[] = [];
  for await (const chunk of pdfParser.segment(input, survey, from)) chunks.push(chunk);
  return {
    survey,
    chunks,
    passages: chunks.flatMap((chunk) => chunk.passages),
    excluded: chunks.flatMap((chunk) => chunk.excluded),
    conclusion: pdfParser.conclude(survey, chunks.at(-1)?.carry),
  };
}
