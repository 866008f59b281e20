import { basename } from 'node:path';
import {
  makeDocumentId,
  makeVersionId,
  type Passage,
  parseTenantId,
  type TenantId,
  type TypedRecord,
  type VersionId,
} from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import {
  type Conclusion,
  DEFAULT_READ_LIMITS,
  type DocumentParser,
  type ParserInput,
  type ReadLimits,
  type ResumePoint,
  type SegmentChunk,
  type Survey,
} from '../parser/document-parser.ts';

/** A document read to its end in this process, as tests look at it. */
export interface WholeReading {
  readonly survey: Survey;
  readonly chunks: readonly SegmentChunk[];
  readonly passages: readonly Passage[];
  readonly records: readonly TypedRecord[];
  readonly conclusion: Conclusion;
}

function testTenant(): TenantId {
  const tenant = parseTenantId('plant');
  if (tenant === undefined) throw new Error('the test tenant has no valid name');
  return tenant;
}

export const TEST_TENANT = testTenant();

function testVersionId(): VersionId {
  return makeVersionId(makeDocumentId(TEST_TENANT, 'test'), '0'.repeat(64));
}

function parserInput(path: string, limits: Partial<ReadLimits> = {}): ParserInput {
  return {
    path,
    fileName: basename(path),
    versionId: testVersionId(),
    limits: { ...DEFAULT_READ_LIMITS, ...limits },
    grammar: siteGrammar([]),
  };
}

/** A request to the reading process, which takes no grammar: it cannot be sent. */
export function readRequest(path: string, limits: Partial<ReadLimits> = {}): Omit<ParserInput, 'grammar'> {
  const { grammar: _, ...request } = parserInput(path, limits);
  return request;
}

export async function readWhole(
  parser: DocumentParser,
  path: string,
  options: { readonly limits?: Partial<ReadLimits>; readonly from?: ResumePoint } = {},
): Promise<WholeReading> {
  const input = parserInput(path, options.limits);
  const survey = await parser.survey(input);
  const chunks: SegmentChunk[] = [];
  for await (const chunk of parser.segment(input, survey, options.from)) chunks.push(chunk);
  const passages = chunks.flatMap((chunk) => chunk.passages);
  const records = chunks.flatMap((chunk) => chunk.records);
  return { survey, chunks, passages, records, conclusion: parser.conclude(survey, (chunks.at(-1) ?? options.from)?.carry) };
}

/** A document read anew from each of its chunks, beside what was still to come there. */
export async function readFromEveryChunk(
  parser: DocumentParser,
  path: string,
): Promise<readonly { readonly rest: unknown; readonly expected: unknown }[]> {
  const whole = await readWhole(parser, path);
  const readings: { rest: unknown; expected: unknown }[] = [];
  for (const { ordinal, carry } of whole.chunks) {
    const { chunks, conclusion } = await readWhole(parser, path, { from: { ordinal, carry } });
    readings.push({ rest: { chunks, conclusion }, expected: { chunks: whole.chunks.slice(ordinal + 1), conclusion: whole.conclusion } });
  }
  return readings;
}
