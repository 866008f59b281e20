import { hashParts } from './hash.ts';

declare const brand: unique symbol;
/** A text that only a parser or a maker in this file can produce, so that ids of two kinds never mix. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };

export type TenantId = Brand<'TenantId'>;
export type DocumentId = Brand<'DocumentId'>;
export type VersionId = Brand<'VersionId'>;
export type PassageId = Brand<'PassageId'>;
export type KeyId = Brand<'KeyId'>;
export type FactId = Brand<'FactId'>;
export type EntityId = Brand<'EntityId'>;
export type LabelSetId = Brand<'LabelSetId'>;
export type JobId = Brand<'JobId'>;
export type DecisionId = Brand<'DecisionId'>;
/** Of the form that tables of many documents follow: named after its headers, in every tenant alike. */
export type FormId = Brand<'FormId'>;
export type ReviewId = Brand<'ReviewId'>;
export type FeedbackId = Brand<'FeedbackId'>;
export type ApiKeyId = Brand<'ApiKeyId'>;
export type AccountId = Brand<'AccountId'>;

const HEX = /^[0-9a-f]{32}$/;
const TENANT = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** A tenant's short name: lower-case letters, digits, `-`, `_`, at most 63. Undefined when the text is none. */
export function parseTenantId(text: string): TenantId | undefined {
  return TENANT.test(text) ? (text as TenantId) : undefined;
}

export const parseDocumentId = (text: string) => parseId<DocumentId>('doc', text);
export const parseVersionId = (text: string) => parseId<VersionId>('ver', text);
export const parsePassageId = (text: string) => parseId<PassageId>('psg', text);
export const parseKeyId = (text: string) => parseId<KeyId>('key', text);
export const parseFactId = (text: string) => parseId<FactId>('fct', text);
export const parseEntityId = (text: string) => parseId<EntityId>('ent', text);
export const parseLabelSetId = (text: string) => parseId<LabelSetId>('lbl', text);
export const parseJobId = (text: string) => parseId<JobId>('job', text);
export const parseDecisionId = (text: string) => parseId<DecisionId>('dec', text);
export const parseApiKeyId = (text: string) => parseId<ApiKeyId>('apk', text);
export const parseAccountId = (text: string) => parseId<AccountId>('acc', text);
export const parseFormId = (text: string) => parseId<FormId>('frm', text);
export const parseReviewId = (text: string) => parseId<ReviewId>('rev', text);
export const parseFeedbackId = (text: string) => parseId<FeedbackId>('fbk', text);

/** `uri` is the one the caller gave, else `upload:<sha256>`; never a path of a machine. */
export function makeDocumentId(tenant: TenantId, uri: string): DocumentId {
  return makeId<DocumentId>('doc', [tenant, uri]);
}

/** `contentHash` is the hex SHA-256 of the bytes. */
export function makeVersionId(document: DocumentId, contentHash: string): VersionId {
  return makeId<VersionId>('ver', [document, contentHash]);
}

/** `anchors` is the canonical text of the anchors (see `anchorsText`). */
export function makePassageId(version: VersionId, kind: string, anchors: string, text: string): PassageId {
  return makeId<PassageId>('psg', [version, kind, anchors, text]);
}

export function makeKeyId(tenant: TenantId, type: string, keyClass: string, site: string, folded: string): KeyId {
  return makeId<KeyId>('key', [tenant, type, keyClass, site, folded]);
}

/** `object` and `qualifiers` are canonical JSON. */
export function makeFactId(subject: KeyId, predicate: string, object: string, qualifiers: string): FactId {
  return makeId<FactId>('fct', [subject, predicate, object, qualifiers]);
}

/** An entity is named after the smallest key of its component. */
export function makeEntityId(smallest: KeyId): EntityId {
  return `ent_${smallest.slice('key_'.length)}` as EntityId;
}

/** The key that an entity is named after, so that an entity's id stays a handle when another key has become the smallest. */
export function keyOfEntity(entity: EntityId): KeyId {
  return `key_${entity.slice('ent_'.length)}` as KeyId;
}

/** The order in which labels are given does not matter. */
export function makeLabelSetId(tenant: TenantId, labels: readonly string[]): LabelSetId {
  return makeId<LabelSetId>('lbl', [tenant, ...[...new Set(labels)].sort()]);
}

export function makeJobId(parts: readonly string[]): JobId {
  return makeId<JobId>('job', parts);
}

export function makeFormId(parts: readonly string[]): FormId {
  return makeId<FormId>('frm', parts);
}

/** `content` is the canonical JSON of what is decided; `nth` counts equal decisions before it, from 0. */
export function makeDecisionId(tenant: TenantId, content: string, nth: number): DecisionId {
  return makeId<DecisionId>('dec', [tenant, content, String(nth)]);
}

/** `subject` says in canonical JSON what is to be looked at, in words that stay while the matter stays. */
export function makeReviewId(tenant: TenantId, kind: string, subject: string): ReviewId {
  return makeId<ReviewId>('rev', [tenant, kind, subject]);
}

/** What one person says, in these words, of one answer to one question. */
export function makeFeedbackId(tenant: TenantId, parts: readonly string[]): FeedbackId {
  return makeId<FeedbackId>('fbk', [tenant, ...parts]);
}

/** By its name, which no other key of the tenant ever bears. */
export function makeApiKeyId(tenant: TenantId, name: string): ApiKeyId {
  return makeId<ApiKeyId>('apk', [tenant, name]);
}

/** By its name, which no other account of the tenant ever bears. */
export function makeAccountId(tenant: TenantId, name: string): AccountId {
  return makeId<AccountId>('acc', [tenant, name]);
}

function makeId<Id extends string>(prefix: string, parts: readonly string[]): Id {
  return `${prefix}_${hashParts(parts)}` as Id;
}

function parseId<Id extends string>(prefix: string, text: string): Id | undefined {
  return text.startsWith(`${prefix}_`) && HEX.test(text.slice(prefix.length + 1)) ? (text as Id) : undefined;
}
