import {
  type Caller,
  type Fact,
  findQuantities,
  languageOf,
  makeDocumentId,
  makePassageId,
  makeVersionId,
  type Passage,
  type TagGrammar,
} from '../../kernel/index.ts';
import { extractChunk, findConcepts } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import { type LearntReading, understandText } from './understand-text.ts';

/** Kinds of the vocabulary that are no things. */
const NOT_OF_THINGS: ReadonlySet<string> = new Set(['Activity', 'FailureMode', 'Symptom', 'State']);
const LIKELY = 0.5;

export interface TextRequest {
  readonly text: string;
  /** What kind of passage the text is taken for. */
  readonly kind: Passage['kind'];
}

export interface TextMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `quantity`, `identifier`, or a kind of the vocabulary. */
  readonly type: string;
  readonly subtype?: string;
  /** Canonical form: folded identifier, concept id, or value in SI. */
  readonly canonical?: string;
}

export interface ExtractedText {
  readonly mentions: readonly TextMention[];
  readonly facts: readonly {
    readonly subject: string;
    readonly predicate: Fact['predicate'];
    readonly object: string;
    readonly quote: string;
  }[];
  /** What learnt models take the words for, apart from what rules and vocabularies find. */
  readonly learnt: LearntReading;
}

/** What extraction finds in a text on its own, without storing anything. */
export async function extractText(
  application: Application,
  { tenant }: Caller,
  { text, kind }: TextRequest,
  signal: AbortSignal,
): Promise<ExtractedText> {
  const { config, grammar } = application;
  const versionId = makeVersionId(makeDocumentId(tenant, 'text'), 'text');
  const passage: Passage = {
    id: makePassageId(versionId, kind, '[]', text),
    versionId,
    kind,
    text,
    language: languageOf(text),
    headings: [],
    anchors: [{ kind: 'block', path: 'text', start: 0, end: text.length }],
    order: 0,
    structure: {},
    scope: [],
  };
  const found = extractChunk({
    tenant,
    versionId,
    site: config.site,
    title: '',
    passages: [passage],
    records: [],
    carry: undefined,
    grammar,
  });
  const learnt = await understandText(application, text, signal);
  const names = new Map(found.keys.map((key) => [key.id, key.text]));
  return {
    mentions: mentionsOf(text, grammar).filter((mention) => !namesPart(mention, learnt)),
    facts: found.facts.map(({ fact, evidence }) => ({
      subject: names.get(fact.subject) ?? fact.subject,
      predicate: fact.predicate,
      object: fact.object.kind === 'key' ? (names.get(fact.object.key) ?? fact.object.key) : fact.object.value.text,
      quote: evidence.quote,
    })),
    learnt,
  };
}

/**
 * Whether a word that a vocabulary takes for something done or gone wrong is the first part of a thing's name: `lift` of a lift
 * cylinder.
 */
function namesPart({ type, start, end }: TextMention, { mentions }: LearntReading): boolean {
  return (
    NOT_OF_THINGS.has(type) &&
    mentions.some((thing) => thing.type === 'PhysicalObject' && thing.confidence >= LIKELY && thing.start <= start && thing.end > end)
  );
}

function mentionsOf(text: string, grammar: TagGrammar): TextMention[] {
  const words = (start: number, end: number) => ({ start, end, text: text.slice(start, end) });
  return [
    ...findQuantities(text, grammar).map(({ quantity, start, end }) => ({
      ...words(start, end),
      type: 'quantity',
      subtype: quantity.dimension,
      canonical: quantity.si.low === quantity.si.high ? String(quantity.si.low) : `${quantity.si.low}..${quantity.si.high}`,
    })),
    ...grammar.find(text).map(({ identifier, start, end }) => ({
      ...words(start, end),
      type: 'identifier',
      subtype: identifier.kind,
      canonical: identifier.folded,
    })),
    ...findConcepts(text).map(({ concept, start, end }) => ({ ...words(start, end), type: concept.kind, canonical: concept.id })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}
