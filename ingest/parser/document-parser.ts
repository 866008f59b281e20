import type {
  DocumentProperties,
  ExcludedRun,
  Format,
  Json,
  Outcome,
  Passage,
  QualityReport,
  TagGrammar,
  TypedRecord,
  VersionCorrections,
  VersionId,
} from '../../kernel/index.ts';
import type { TextRecogniser } from '../ocr/text-recogniser.ts';
import type { PictureReader } from './picture-text.ts';

/** What a reader may use before it must stop; a breach ends the version as `limit-exceeded` and keeps what was read. */
export interface ReadLimits {
  readonly maxBytes: number;
  readonly maxPages: number;
  readonly maxRows: number;
  readonly maxCells: number;
  readonly maxCharacters: number;
  /** Sum over all entries of a package (DOCX, PPTX, XLSX). */
  readonly maxDecompressedBytes: number;
  readonly maxEntries: number;
  /** Decompressed to compressed size of one entry. */
  readonly maxRatio: number;
  /** Nesting of blocks, lists and XML elements. */
  readonly maxDepth: number;
  /** Entities of a drawing, and elements that come out of them when its blocks are expanded. */
  readonly maxElements: number;
  /** Time the reading process may work; time in which its output waits to be taken does not count. */
  readonly wallMilliseconds: number;
  readonly heapMegabytes: number;
  /** All memory of the reading process: buffers and native libraries stand outside its heap. */
  readonly residentMegabytes: number;
  /** Pages and pictures of one document whose text is recognised; 0 leaves them unread. */
  readonly maxRecognisedPages: number;
  /** Time for recognising one page, by the clock. */
  readonly recognitionMilliseconds: number;
  /** Of one picture, before it is unpacked. */
  readonly maxPixels: number;
}

export const DEFAULT_READ_LIMITS: ReadLimits = {
  maxBytes: 500_000_000,
  maxPages: 20_000,
  maxRows: 5_000_000,
  maxCells: 100_000_000,
  maxCharacters: 1_000_000_000,
  maxDecompressedBytes: 1_000_000_000,
  maxEntries: 20_000,
  maxRatio: 250,
  maxDepth: 100,
  maxElements: 200_000,
  wallMilliseconds: 30 * 60_000,
  heapMegabytes: 1_024,
  residentMegabytes: 2_048,
  maxRecognisedPages: 2_000,
  recognitionMilliseconds: 120_000,
  maxPixels: 100_000_000,
};

/** What a first pass over the whole document found; segmenting needs nothing else that spans chunks. */
export interface Survey {
  readonly properties: DocumentProperties;
  readonly total: number;
  readonly unit: 'page' | 'row' | 'block';
  /** The parser's own findings, at most 64 KB as JSON. */
  readonly detail: Json;
}

/** The output of one step. A reader that has committed it resumes from its `ordinal` and `carry`. */
export interface SegmentChunk {
  /** From 0, without gaps. */
  readonly ordinal: number;
  readonly inputHash: string;
  /** State after this chunk, at most 64 KB as JSON. */
  readonly carry: Json;
  readonly passages: readonly Passage[];
  readonly records: readonly TypedRecord[];
  readonly excluded: readonly ExcludedRun[];
  /** Units of the survey done so far. */
  readonly done: number;
}

export interface ParserInput {
  readonly path: string;
  readonly fileName: string;
  readonly versionId: VersionId;
  readonly limits: ReadLimits;
  readonly grammar: TagGrammar;
  /** What people corrected: parsers whose output rests on roles or types of cells take it in; passages are corrected for all. */
  readonly corrections?: VersionCorrections;
  /** Told by a survey that takes long how many units it has read by now. */
  readonly onSurveyed?: (unit: Survey['unit'], done: number) => void;
  /** Recognises text in pictures; where it is absent they stay unread. */
  readonly recogniser?: TextRecogniser;
  /** Reads pictures that stand within a document whose text is no picture. */
  readonly pictures?: PictureReader;
  /** Told before each page that is recognised: it takes longer than others. */
  readonly onRecognising?: () => void;
}

/** The last committed chunk: its ordinal and its carry. The next chunk has `ordinal + 1`. */
export interface ResumePoint {
  readonly ordinal: number;
  readonly carry: Json;
}

export interface Conclusion {
  readonly outcome: Outcome;
  /** A sentence for a person; present for every outcome but `visible`. */
  readonly reason?: string;
  readonly report: QualityReport;
}

/**
 * Reads one format. A document that cannot be read is no exception: the parser notes it in `detail` or `carry` and says so
 * in `conclude`. Equal bytes give equal surveys and chunks, whether read in one go or resumed.
 */
export interface DocumentParser {
  readonly format: Format;
  /** Raised when the output for some document changes. */
  readonly version: string;
  survey(input: ParserInput): Promise<Survey>;
  segment(input: ParserInput, survey: Survey, from: ResumePoint | undefined): AsyncIterable<SegmentChunk>;
  /** Pure: also called after each chunk, for the report of what has been read so far. */
  conclude(survey: Survey, lastCarry: Json | undefined): Conclusion;
}
