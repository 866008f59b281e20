import { z } from 'zod';
import {
  type DocumentProperties,
  FORMATS,
  type Format,
  type IdentifierPattern,
  type Json,
  OUTCOMES,
  type Outcome,
  type QualityReport,
  type VersionCorrections,
  type VersionId,
} from '../../kernel/index.ts';
import type { DrawSheetRequest } from '../drawings/draw/draw-sheet.ts';
import type { SheetRequest } from '../drawings/draw/read-sheet.ts';
import type { SheetView } from '../drawings/draw/view-sheet.ts';
import type { EmbeddedPictureRequest } from '../embedded/draw-embedded-picture.ts';
import type { RenderPageRequest } from '../pages/render-page.ts';
import type { ReadLimits, ResumePoint, SegmentChunk, Survey } from '../parser/document-parser.ts';
import { PHOTO_READING, type PhotoReading } from '../photo/photo-reading.ts';
import type { PhotoRequest } from '../photo/read-photo.ts';
import type { PictureRequest } from '../picture/picture-request.ts';
import type { ViewPageRequest } from './view-page.ts';

/** Chunks that the reading process may make before the first of them is taken: it works while they are being committed. */
export const CHUNKS_AHEAD = 2;

/**
 * One document to read. `survey` and `resume` come from an earlier reading of the same bytes; `refinement` tells the process what
 * to make of the chunks besides and means something only to whoever wrote its entry.
 */
export interface ReadRequest {
  readonly path: string;
  readonly fileName: string;
  readonly versionId: VersionId;
  readonly limits: ReadLimits;
  readonly survey?: Survey;
  readonly resume?: ResumePoint;
  /** What people corrected in this version. */
  readonly corrections?: VersionCorrections;
  /** Shapes of codes that the site adds to those that the product knows. */
  readonly patterns?: readonly IdentifierPattern[];
  readonly refinement?: unknown;
}

/** Texts to make vectors of. `model` tells the process by which embedder and means something only to whoever wrote its entry. */
export interface EmbedRequest {
  readonly texts: readonly string[];
  readonly model?: unknown;
}

export interface Ended {
  readonly kind: 'ended';
  readonly outcome: Outcome;
  readonly reason?: string;
  readonly report: QualityReport;
  readonly properties: DocumentProperties;
  /** What the refinement still held. */
  readonly refined?: unknown;
}

/** What the reading process sends; `report` covers all that was read by then, should the process die after it. */
export type Progress =
  | {
      readonly kind: 'survey';
      readonly format: Format;
      readonly parserVersion: string;
      readonly survey: Survey;
      readonly report: QualityReport;
    }
  | {
      readonly kind: 'chunk';
      readonly chunk: SegmentChunk;
      readonly report: QualityReport;
      /** What the refinement made of it. */
      readonly refined?: unknown;
    }
  | Ended;

export type ToChild =
  | { readonly kind: 'read'; readonly request: ReadRequest }
  | { readonly kind: 'draw'; readonly request: RenderPageRequest }
  | { readonly kind: 'draw-embedded'; readonly request: EmbeddedPictureRequest }
  | { readonly kind: 'draw-passages'; readonly request: PictureRequest }
  | { readonly kind: 'draw-sheet'; readonly request: DrawSheetRequest }
  | { readonly kind: 'view-sheet'; readonly request: SheetRequest }
  | { readonly kind: 'view-page'; readonly request: ViewPageRequest }
  | { readonly kind: 'read-photo'; readonly request: PhotoRequest }
  | { readonly kind: 'embed'; readonly request: EmbedRequest }
  /** A progress was taken; one more may be made. */
  | { readonly kind: 'next' };

export type FromChild =
  /** `resident`: bytes of memory that the process holds. */
  | { readonly kind: 'progress'; readonly progress: Progress; readonly resident: number }
  /** Units that the survey has read by now; asks for no `next`. */
  | { readonly kind: 'surveyed'; readonly unit: Survey['unit']; readonly done: number }
  /** A page is about to be recognised, which may take its time; asks for no `next`. */
  | { readonly kind: 'recognising' }
  | { readonly kind: 'drawn'; readonly png: Uint8Array }
  | { readonly kind: 'sheet-viewed'; readonly view: SheetView }
  | { readonly kind: 'photo-read'; readonly reading: PhotoReading }
  /** One vector a text, in their order. */
  | { readonly kind: 'embedded'; readonly vectors: readonly Float32Array[] }
  | { readonly kind: 'fault'; readonly code: string; readonly message: string };

const json: z.ZodType<Json> = z.custom<Json>((value) => value !== undefined);
const report = z.custom<QualityReport>(
  (value) =>
    z.object({ characters: z.number(), passages: z.number(), tables: z.number(), warnings: z.array(z.string()) }).safeParse(value).success,
);
const properties = z.custom<DocumentProperties>((value) => z.object({ language: z.string() }).safeParse(value).success);
const survey = z.object({ properties, total: z.number(), unit: z.enum(['page', 'row', 'block']), detail: json });
const chunk = z.custom<SegmentChunk>(
  (value) =>
    z
      .object({
        ordinal: z.number(),
        inputHash: z.string(),
        carry: json,
        passages: z.array(z.object({ id: z.string(), text: z.string(), order: z.number() })),
        records: z.array(z.object({ ordinal: z.number(), passageId: z.string() })),
        excluded: z.array(z.object({ text: z.string(), reason: z.string() })),
        done: z.number(),
      })
      .safeParse(value).success,
);
const progress = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('survey'), format: z.enum(FORMATS), parserVersion: z.string(), survey, report }),
  z.object({ kind: z.literal('chunk'), chunk, report, refined: z.unknown().exactOptional() }),
  z.object({
    kind: z.literal('ended'),
    outcome: z.enum(OUTCOMES),
    reason: z.string().exactOptional(),
    report,
    properties,
    refined: z.unknown().exactOptional(),
  }),
]);

/** Form of a message from the child: a hostile document that took it over must not reach further with it. */
export const FROM_CHILD = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), progress, resident: z.number() }),
  z.object({ kind: z.literal('surveyed'), unit: z.enum(['page', 'row', 'block']), done: z.int().nonnegative() }),
  z.object({ kind: z.literal('recognising') }),
  z.object({ kind: z.literal('drawn'), png: z.instanceof(Uint8Array) }),
  z.object({
    kind: z.literal('sheet-viewed'),
    view: z.object({ name: z.string(), window: z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() }) }),
  }),
  z.object({ kind: z.literal('photo-read'), reading: PHOTO_READING }),
  z.object({ kind: z.literal('embedded'), vectors: z.array(z.instanceof(Float32Array)) }),
  z.object({ kind: z.literal('fault'), code: z.string(), message: z.string() }),
]);
