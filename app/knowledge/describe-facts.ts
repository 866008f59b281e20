import {
  type Access,
  AUTHORITIES,
  compareText,
  type DocumentId,
  type Entity,
  type Evidence,
  type FactId,
  type FactObject,
  type KeyId,
  type Predicate,
  type QualifierName,
  type StoredPassage,
  type SupportedFact,
  type Value,
  type VersionId,
} from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { type NamedEntity, nameEntity } from './named-entity.ts';

/** A quoted span that supports a fact, with the document to cite. */
export interface CitedEvidence extends Evidence {
  readonly documentId: DocumentId;
  readonly versionId: VersionId;
  readonly title: string;
  readonly documentNumber?: string;
  readonly revision?: string;
  /** Another revision of the document has replaced this one. */
  readonly superseded: boolean;
}

export type DescribedObject = { readonly kind: 'entity'; readonly entity: NamedEntity } | { readonly kind: 'value'; readonly value: Value };

export interface DescribedFact {
  readonly id: FactId;
  readonly subject: NamedEntity;
  readonly predicate: Predicate;
  readonly object: DescribedObject;
  readonly qualifiers: readonly { readonly name: QualifierName; readonly text: string }[];
  /** Never empty; valid revisions first, then by authority of the document. */
  readonly evidence: readonly CitedEvidence[];
}

type Readers = Pick<Application['ledger'], 'keys' | 'passages'>;

/**
 * Facts in words with the evidence that the reader may see, in the order of their ids. `seen` are entities that are known already.
 */
export async function describeFacts(
  { keys, passages }: Readers,
  access: Access,
  facts: readonly SupportedFact[],
  seen: ReadonlyMap<string, Entity> = new Map(),
): Promise<readonly DescribedFact[]> {
  const known = new Map<KeyId, Entity>([...seen.values()].flatMap((entity) => entity.keys.map(({ id }) => [id, entity] as const)));
  const named = facts.flatMap(({ fact }) => [fact.subject, ...[fact.object, ...fact.qualifiers.map(({ value }) => value)].flatMap(keyOf)]);
  const asked = [...new Set(named)].filter((key) => !known.has(key)).sort(compareText);
  for (const [key, entity] of await keys.entities(access, asked)) known.set(key, entity);
  const cited = [...new Set(facts.flatMap(({ evidence }) => evidence.map((piece) => piece.evidence.passageId)))];
  const stored = new Map((await passages.get(access, cited)).map((one) => [one.passage.id, one]));
  return facts.flatMap((supported) => describe(supported, known, stored) ?? []);
}

function describe(
  { fact, evidence }: SupportedFact,
  known: ReadonlyMap<KeyId, Entity>,
  stored: ReadonlyMap<string, StoredPassage>,
): DescribedFact | undefined {
  const subject = known.get(fact.subject);
  const object = describeObject(fact.object, known);
  const cited = evidence.flatMap((piece) => {
    const source = stored.get(piece.evidence.passageId);
    return source === undefined ? [] : [{ piece, source }];
  });
  // Between two reads a document may have been removed: what it alone supported is not there any more.
  if (subject === undefined || object === undefined || cited.length === 0) return undefined;
  return {
    id: fact.id,
    subject: nameEntity(subject),
    predicate: fact.predicate,
    object,
    qualifiers: fact.qualifiers.flatMap(({ name, value }) => {
      const text = describeObject(value, known);
      return text === undefined ? [] : [{ name, text: text.kind === 'value' ? text.value.text : text.entity.name }];
    }),
    evidence: cited.sort((a, b) => compareSources(a.source, b.source)).map(({ piece, source }) => cite(piece, source)),
  };
}

function describeObject(object: FactObject, known: ReadonlyMap<KeyId, Entity>): DescribedObject | undefined {
  if (object.kind === 'value') return object;
  const entity = known.get(object.key);
  return entity === undefined ? undefined : { kind: 'entity', entity: nameEntity(entity) };
}

function cite({ versionId, evidence }: SupportedFact['evidence'][number], source: StoredPassage): CitedEvidence {
  const { documentId, title, documentNumber, revision, age } = source;
  return {
    ...evidence,
    documentId,
    versionId,
    title,
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(revision === undefined ? {} : { revision }),
    superseded: age > 0,
  };
}

/** Pieces of one source keep their order. */
function compareSources(left: StoredPassage, right: StoredPassage): number {
  return (
    Number(left.age > 0) - Number(right.age > 0) ||
    AUTHORITIES.indexOf(left.authority) - AUTHORITIES.indexOf(right.authority) ||
    compareText(left.documentId, right.documentId) ||
    left.passage.order - right.passage.order
  );
}

function keyOf(object: FactObject): KeyId[] {
  return object.kind === 'key' ? [object.key] : [];
}
