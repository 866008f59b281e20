import { type Language, PASSAGE_KINDS, type PassageKind } from '../../kernel/index.ts';
import type { Scope } from '../search-index.ts';

/** Passages that are ranked among themselves only. */
export interface Stream {
  readonly kinds: readonly PassageKind[];
  readonly languages?: readonly Language[];
}

/**
 * A log says one thing a thousand times, a manual says once what it means: ranked together, the rows of a log would leave no
 * place for the sentence that explains them.
 */
const LOG: Stream = { kinds: ['log-entry'] };
const TEXT: Stream = { kinds: PASSAGE_KINDS.filter((kind) => kind !== 'log-entry') };
export const STREAMS: readonly Stream[] = [TEXT, LOG];

/** Lexical scores of texts in two languages are not comparable; rows of a log are mixed and short enough to be. */
export const LEXICAL_STREAMS: readonly Stream[] = [{ ...TEXT, languages: ['zh', 'mixed'] }, { ...TEXT, languages: ['en', 'none'] }, LOG];

/** The part of a scope that lies in a stream; undefined where they have no passage in common. */
export function withinStream(where: Scope, { kinds, languages }: Stream): Scope | undefined {
  const both = <T>(asked: readonly T[] | undefined, own: readonly T[]) => own.filter((value) => asked?.includes(value) !== false);
  const narrowed = { ...where, kinds: both(where.kinds, kinds) };
  const scope = languages === undefined ? narrowed : { ...narrowed, languages: both(where.languages, languages) };
  return Object.values(scope).some((list: readonly unknown[]) => list.length === 0) ? undefined : scope;
}

export function isInStream(passage: { readonly kind: PassageKind; readonly language: Language }, { kinds, languages }: Stream): boolean {
  return kinds.includes(passage.kind) && languages?.includes(passage.language) !== false;
}
