import { stat } from 'node:fs/promises';
import type { DocumentProperties, Format, QualityReport } from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { detectFormat } from '../detect-format.ts';
import { openPictureReader } from '../embedded/picture-reader.ts';
import { bytesMissing, isMissing } from '../parser/bytes-missing.ts';
import { correctPassages } from '../parser/correct-passages.ts';
import type { DocumentParser, ParserInput, Survey } from '../parser/document-parser.ts';
import { EMPTY_TALLY, makeQualityReport } from '../parser/quality-report.ts';
import { type ReadFault, toReadFault } from '../parser/read-fault.ts';
import type { Ended, Progress, ReadRequest } from './messages.ts';

const EMPTY_REPORT: QualityReport = makeQualityReport(EMPTY_TALLY, { ofRows: false, warnings: [] });

/** What a reading is given besides its request: where it tells how far it is, and what recognises text in pictures. */
export type ReadingMeans = Pick<ParserInput, 'onSurveyed' | 'onRecognising' | 'recogniser'>;

type LoadParser = (format: Format) => Promise<DocumentParser>;

/**
 * Reads a document in this process: survey, chunks, and how it ended, each with the report of what has been read by then.
 * Faults of the document end the sequence; what is thrown is a fault of the reader.
 * @throws FaultlineError `storage-failed` when the file is not there, or goes meanwhile.
 */
export async function* readInProcess(request: ReadRequest, loadParser: LoadParser, means: ReadingMeans = {}): AsyncGenerator<Progress> {
  try {
    yield* readFile(request, loadParser, means);
  } catch (error) {
    throw isMissing(error, request.path) ? bytesMissing(error) : error;
  }
}

async function* readFile(request: ReadRequest, loadParser: LoadParser, means: ReadingMeans): AsyncGenerator<Progress> {
  const { limits } = request;
  const { size } = await stat(request.path);
  if (size > limits.maxBytes) {
    yield refused({ outcome: 'limit-exceeded', reason: `The file has ${size} bytes; at most ${limits.maxBytes} are read.` });
    return;
  }
  const detected = await detectFormat(request.path, request.fileName);
  if (!detected.ok) {
    yield refused(detected.fault);
    return;
  }
  const parser = await loadParser(detected.value);
  const plain = { ...request, grammar: siteGrammar(request.patterns ?? []), ...means };
  const input = { ...plain, pictures: openPictureReader(plain) };
  let properties: DocumentProperties = { language: 'none' };
  let report = EMPTY_REPORT;
  try {
    const survey = request.survey ?? (await parser.survey(input));
    properties = survey.properties;
    report = parser.conclude(survey, request.resume?.carry).report;
    yield { kind: 'survey', format: parser.format, parserVersion: parser.version, survey, report };
    let carry = request.resume?.carry;
    for await (const parsed of parser.segment(input, survey, request.resume)) {
      const chunk =
        request.corrections === undefined ? parsed : { ...parsed, passages: correctPassages(parsed.passages, request.corrections) };
      carry = chunk.carry;
      report = parser.conclude(survey, carry).report;
      yield { kind: 'chunk', chunk, report };
    }
    yield ended(parser, survey, carry);
  } catch (error) {
    const fault = toReadFault(error);
    if (fault === undefined) throw error;
    yield { kind: 'ended', ...fault, report, properties };
  }
}

function ended(parser: DocumentParser, survey: Survey, carry: Parameters<DocumentParser['conclude']>[1]): Ended {
  const { outcome, reason, report } = parser.conclude(survey, carry);
  return { kind: 'ended', outcome, report, properties: survey.properties, ...(reason === undefined ? {} : { reason }) };
}

function refused(fault: ReadFault): Ended {
  return { kind: 'ended', ...fault, report: EMPTY_REPORT, properties: { language: 'none' } };
}
