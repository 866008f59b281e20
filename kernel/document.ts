import type { DocumentId, LabelSetId, TenantId, VersionId } from './ids.ts';
import type { Authority, Language } from './passage.ts';
import type { QualityReport } from './quality-report.ts';
import type { ScopeName } from './scope-name.ts';

export const FORMATS = [
  'pdf',
  'docx',
  'doc',
  'pptx',
  'xlsx',
  'xls',
  'csv',
  'html',
  'markdown',
  'rst',
  'text',
  'dxf',
  'dexpi',
  'svg',
  'png',
  'jpeg',
  'tiff',
] as const;
export type Format = (typeof FORMATS)[number];

/** What became of a version, in words a person is given with a reason. */
export const OUTCOMES = [
  'visible',
  'partial',
  'empty',
  'unread-scan',
  'encrypted',
  'damaged',
  'limit-exceeded',
  'unsupported-format',
  'failed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Outcomes of a version that was read, so that readers are shown it, whole or in part. */
export const READ_OUTCOMES = ['visible', 'partial'] as const satisfies readonly Outcome[];

export function isReadOutcome(outcome: string | undefined): boolean {
  return READ_OUTCOMES.some((read) => read === outcome);
}

/**
 * How far a version has come. `settled` versions are visible or ended in another outcome; of `cancelled` ones nothing that was
 * read is kept, but their bytes are; `retracting` ones are being removed.
 */
export const VERSION_STATES = ['received', 'parsed', 'extracted', 'committed', 'projected', 'settled', 'cancelled', 'retracting'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** What the uploader says of a document; anything absent is read from the document itself where it can be. */
export interface DocumentClaims {
  readonly title?: string;
  readonly documentNumber?: string;
  readonly revision?: string;
  /** Milliseconds, UTC. */
  readonly effective?: number;
  readonly authority?: Authority;
  readonly site?: string;
  readonly labels?: readonly string[];
  /** Document that this one translates. */
  readonly translationOf?: DocumentId;
  /** What the document is about, as a register says it. */
  readonly scopeNames?: readonly ScopeName[];
}

/** A picture that a document names and does not hold: a file of its own. */
export interface ShownPicture {
  /** Its file as the document names it, with strokes and without escapes: `images/torques.png`. */
  readonly target: string;
  /** What the document says in its place; may be empty. */
  readonly alt: string;
  /** Titles of the sections that show it, outermost first. */
  readonly headings: readonly string[];
}

/** What the document says of itself (title block, running header, file properties). */
export interface DocumentProperties {
  readonly title?: string;
  readonly documentNumber?: string;
  readonly revision?: string;
  /** Milliseconds, UTC. */
  readonly effective?: number;
  readonly language: Language;
  readonly pages?: number;
  /** It says so in a visible line or in its metadata (labels of GB 45438-2025). */
  readonly aiGenerated?: true;
  /** What its cover and front matter say that it is about. */
  readonly scopeNames?: readonly ScopeName[];
  /** Pictures that it names, in their order. */
  readonly shows?: readonly ShownPicture[];
}

export interface DocumentRow {
  readonly id: DocumentId;
  readonly tenant: TenantId;
  readonly uri: string;
  /** Under which all stand that readers see of it. */
  readonly labelSet: LabelSetId;
  readonly site: string;
}

export interface VersionRow {
  readonly id: VersionId;
  readonly documentId: DocumentId;
  readonly sequence: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly fileName: string;
  readonly format?: Format;
  readonly title: string;
  readonly documentNumber?: string;
  readonly revision?: string;
  readonly effective?: number;
  readonly authority: Authority;
  readonly language: Language;
  readonly pages?: number;
  readonly generation: number;
  /**
   * Document number within site and language, else the document's own id: revisions of one family supersede each other. Absent
   * until readers are shown the version.
   */
  readonly family?: string;
  readonly state: VersionState;
  readonly outcome?: Outcome;
  /** Why, in a sentence that tells a person what to do; present for every outcome but `visible`. */
  readonly reason?: string;
  readonly report?: QualityReport;
  /** What all of it is about; absent where nothing says so, or it was read by an earlier release. */
  readonly scopeNames?: readonly ScopeName[];
}
