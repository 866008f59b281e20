import type {
  Evidence,
  Fact,
  Field,
  Json,
  Key,
  KeyId,
  LinkClass,
  Passage,
  PassageId,
  TagGrammar,
  TenantId,
  TypedRecord,
  Value,
  VersionId,
} from '../../kernel/index.ts';

/** Raised whenever the same text may give another output, so that stored extractions are made again. */
export const EXTRACTOR_VERSION = '17';

/** One chunk of a version, in reading order, with the carry of the chunk before (`undefined` for the first). */
export interface ExtractionInput {
  readonly tenant: TenantId;
  readonly versionId: VersionId;
  readonly site: string;
  readonly title: string;
  readonly passages: readonly Passage[];
  readonly records: readonly TypedRecord[];
  readonly carry: Json | undefined;
  readonly grammar: TagGrammar;
}

/** A place where a key is named, UTF-16 offsets in the passage's text; an empty span where the passage is about it without naming it. */
export interface KeyUse {
  readonly key: KeyId;
  readonly passageId: PassageId;
  readonly start: number;
  readonly end: number;
}

/** What was read of a chunk. Depends on the chunk, its carry and the pinned vocabulary alone. `carry` is at most 64 KB as JSON. */
export interface ExtractionOutput {
  readonly keys: readonly Key[];
  readonly uses: readonly KeyUse[];
  readonly links: readonly { readonly a: KeyId; readonly b: KeyId; readonly class: LinkClass; readonly n: number }[];
  readonly facts: readonly { readonly fact: Fact; readonly evidence: Evidence }[];
  readonly scopes: readonly { readonly passageId: PassageId; readonly keys: readonly KeyId[] }[];
  readonly coded: readonly { readonly ordinal: number; readonly field: Field; readonly value: Value }[];
  /** Facts that break the schema, with why, and the fact in words. */
  readonly quarantine: readonly { readonly fact: Fact; readonly evidence: Evidence; readonly reason: string; readonly detail: string }[];
  readonly carry: Json;
}
