import type { EntityId, KeyId } from './ids.ts';
import type { NodeKind } from './node-kind.ts';
import type { Language } from './passage.ts';

/** How strongly a key identifies, strongest first. */
export const KEY_CLASSES = ['serial', 'tag', 'part-number', 'code', 'path', 'name'] as const;
export type KeyClass = (typeof KEY_CLASSES)[number];

/** One way in which a thing is named. `folded` is the matching form, `text` the form as first read. */
export interface Key {
  readonly id: KeyId;
  readonly type: NodeKind;
  readonly class: KeyClass;
  readonly site: string;
  readonly folded: string;
  readonly text: string;
  readonly language: Language;
}

/** Why two keys are held to name one thing, strongest first; a conflict drops the weakest class of a component whole. */
export const LINK_CLASSES = ['vocabulary', 'glossary', 'apposition', 'said-together'] as const;
export type LinkClass = (typeof LINK_CLASSES)[number];

/** A thing as one reader sees it: the component of keys linked by what that reader may read. */
export interface Entity {
  readonly id: EntityId;
  readonly type: NodeKind;
  /** Ordered by (class strength, id); the first names the entity. */
  readonly keys: readonly Key[];
}
