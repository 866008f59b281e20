import type { Dimension, DocumentId, Key, QuantityMention, TagGrammar } from '../../kernel/index.ts';
import type { PolarityMember } from '../../ontology/index.ts';

/** What kind of answer a question asks for: a closed set. Some have a composer, the others get the passages found. */
export const INTENTS = [
  'cause-of-symptom',
  'alarm-code',
  'remedy',
  'next-check',
  'procedure',
  'specification',
  'part-or-tool',
  'topology',
  'asset-history',
  'similar-cases',
  'aggregate',
  'pattern',
  'sensor-for-mode',
  'safety-isolation',
  'where-drawn',
  'find-document',
  'definition',
  'unknown',
] as const;
export type Intent = (typeof INTENTS)[number];

/** A word or vocabulary entry that evidence has to account for; offsets are UTF-16 units in the question. */
export interface Term {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Id of the vocabulary entry that the words name, when there is one. */
  readonly concept?: string;
  /** Of a word that qualifies the value asked for (`maximum`, 额定): which of its set it is. */
  readonly member?: PolarityMember;
}

/** What a code or name in the question is taken to be. `other`: a code that no document uses for a thing we know. */
export type EntityRole = 'asset' | 'alarm' | 'part' | 'document' | 'other';

/** A code or name of the question with the keys that it may stand for; without keys, no readable document knows it. */
export interface LinkedEntity {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly role: EntityRole;
  /** A code (tag, alarm, part number) names one thing exactly; a name may be a word of the language. */
  readonly isCode: boolean;
  readonly keys: readonly Key[];
}

/** Time in milliseconds UTC, `from` inclusive, `to` exclusive. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Something that the question takes for granted and that the documents may deny. */
export interface Premise {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Question {
  readonly text: string;
  readonly language: 'zh' | 'en';
  /** By which its codes were found, and those of the evidence are. */
  readonly grammar: TagGrammar;
  readonly intent: Intent;
  readonly terms: readonly Term[];
  readonly entities: readonly LinkedEntity[];
  readonly quantities: readonly QuantityMention[];
  /** Physical kinds that the asked value may have; empty when none is asked for. */
  readonly dimensions: readonly Dimension[];
  /** A time is asked for that something takes, not one after which it is due again. */
  readonly isDurationAsked: boolean;
  readonly scope: {
    readonly documents: readonly DocumentId[];
    readonly revision?: string;
    /** Further times that are named beside `time`, in the order of the question. */
    readonly times?: readonly TimeRange[];
    readonly time?: TimeRange;
  };
  readonly premises: readonly Premise[];
}
