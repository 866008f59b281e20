import {
  compareText,
  type Evidence,
  type EvidenceStatus,
  type Fact,
  type FactObject,
  type Key,
  type KeyClass,
  type KeyId,
  type LinkClass,
  makeFact,
  type NodeKind,
  type Passage,
  type PassageId,
  type Predicate,
  type Qualifier,
  spanAnchors,
  type TenantId,
  type Value,
} from '../../kernel/index.ts';
import { conceptKey, makeKey } from '../keys/make-key.ts';
import { validate } from '../schema.ts';
import type { Concept } from '../vocabularies/concept.ts';
import { EXTRACTOR_VERSION, type ExtractionOutput, type KeyUse } from './extraction.ts';

/** Where a fact is read and by whom; `confidence` is the extractor's grade from 0 to 1. */
export interface Reading {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly extractor: string;
  readonly confidence: number;
  readonly status?: EvidenceStatus;
}

type Link = ExtractionOutput['links'][number];

/** Collects what the extractors read of one chunk: each key once, each fact checked against the schema, links counted. */
export class ExtractionDraft {
  readonly #tenant: TenantId;
  readonly #site: string;
  readonly #keys = new Map<KeyId, Key>();
  readonly #scoped = new Map<KeyId, PassageId>();
  readonly #named = new Map<string, Key | undefined>();
  readonly #uses = new Map<string, KeyUse>();
  readonly #links = new Map<string, Link>();
  readonly #facts = new Map<string, { readonly fact: Fact; readonly evidence: Evidence }>();
  readonly #quarantine: ExtractionOutput['quarantine'][number][] = [];

  constructor(tenant: TenantId, site: string) {
    this.#tenant = tenant;
    this.#site = site;
  }

  /** A key by its text; undefined when the text names nothing. */
  key(type: NodeKind, keyClass: KeyClass, text: string): Key | undefined {
    const name = `${type} ${keyClass} ${text}`;
    if (this.#named.has(name)) return this.#named.get(name);
    const made = makeKey({ tenant: this.#tenant, type, class: keyClass, site: this.#site, text });
    const key = made === undefined ? undefined : this.#register(made);
    this.#named.set(name, key);
    return key;
  }

  conceptKey(concept: Concept): Key {
    const held = this.#named.get(concept.id);
    if (held !== undefined) return held;
    const key = this.#register(conceptKey(this.#tenant, concept));
    this.#named.set(concept.id, key);
    return key;
  }

  /** Says that a passage is about a key; where nothing of the chunk names the key, an empty use keeps it. */
  scope(key: Key, passage: Passage): void {
    if (!this.#scoped.has(key.id)) this.#scoped.set(key.id, passage.id);
  }

  use(key: Key, passage: Passage, start: number, end: number): void {
    const use = { key: key.id, passageId: passage.id, start, end };
    this.#uses.set(`${use.key} ${use.passageId} ${start} ${end}`, use);
  }

  link(left: Key, right: Key, linkClass: LinkClass): void {
    if (left.id === right.id || left.type !== right.type) return;
    const [a, b] = compareText(left.id, right.id) < 0 ? [left.id, right.id] : [right.id, left.id];
    const name = `${a} ${b} ${linkClass}`;
    this.#links.set(name, { a, b, class: linkClass, n: (this.#links.get(name)?.n ?? 0) + 1 });
  }

  /** Keeps a fact with its evidence, or sends it to quarantine with the reason. */
  fact(reading: Reading, subject: Key, predicate: Predicate, object: Key | Value, qualifiers: readonly Qualifier[] = []): void {
    const fact = makeFact(subject.id, predicate, 'id' in object ? keyObject(object) : { kind: 'value', value: object }, qualifiers);
    const { passage, start, end } = reading;
    const evidence: Evidence = {
      passageId: passage.id,
      start,
      end,
      quote: passage.text.slice(start, end),
      anchors: spanAnchors(passage, start, end),
      extractor: reading.extractor,
      extractorVersion: EXTRACTOR_VERSION,
      confidence: reading.confidence,
      status: reading.status ?? 'stated',
    };
    const reason = validate(fact, this.#keys);
    if (reason !== undefined) {
      this.#quarantine.push({ fact, evidence, reason, detail: `${subject.text} ${predicate} ${object.text}` });
      return;
    }
    const name = `${fact.id} ${passage.id} ${start} ${end}`;
    const held = this.#facts.get(name);
    if (held === undefined || held.evidence.confidence < evidence.confidence) this.#facts.set(name, { fact, evidence });
  }

  /** All that was collected; a key that stands in facts only is given a use where the first of them was read. */
  finish(): Pick<ExtractionOutput, 'keys' | 'uses' | 'links' | 'facts' | 'quarantine'> {
    const used = new Set([...this.#uses.values()].map((use) => use.key));
    for (const { fact, evidence } of [...this.#facts.values(), ...this.#quarantine]) {
      for (const id of keysOf(fact)) {
        if (used.has(id)) continue;
        used.add(id);
        this.#uses.set(`${id} fact`, { key: id, passageId: evidence.passageId, start: evidence.start, end: evidence.end });
      }
    }
    for (const [key, passageId] of this.#scoped) {
      if (used.has(key)) continue;
      used.add(key);
      this.#uses.set(`${key} scope`, { key, passageId, start: 0, end: 0 });
    }
    const linked = new Set([...this.#links.values()].flatMap((link) => [link.a, link.b]));
    return {
      keys: [...this.#keys.values()].filter((key) => used.has(key.id) || linked.has(key.id)).sort((a, b) => compareText(a.id, b.id)),
      uses: [...this.#uses.values()],
      links: [...this.#links.entries()].sort(([a], [b]) => compareText(a, b)).map(([, link]) => link),
      facts: [...this.#facts.values()],
      quarantine: this.#quarantine,
    };
  }

  #register(key: Key): Key {
    const held = this.#keys.get(key.id);
    if (held !== undefined) return held;
    this.#keys.set(key.id, key);
    return key;
  }
}

/** A key as the object of a fact or qualifier. */
export function keyObject(key: Key): FactObject {
  return { kind: 'key', key: key.id };
}

function keysOf(fact: Fact): readonly KeyId[] {
  const objects = [fact.object, ...fact.qualifiers.map((qualifier) => qualifier.value)];
  return [fact.subject, ...objects.flatMap((object) => (object.kind === 'key' ? [object.key] : []))];
}
