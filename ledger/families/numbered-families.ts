import type { DocumentId, Language } from '../../kernel/index.ts';
import { familyOf } from './family-of.ts';

/**
 * The family of each of a document's versions, by the version's id; the versions come in order of arrival. One that names no number
 * has that of the version before it.
 */
export function numberedFamilies(
  document: { readonly id: DocumentId; readonly site: string; readonly translationOf: DocumentId | undefined },
  versions: readonly { readonly id: string; readonly number: string | null; readonly language: Language }[],
): ReadonlyMap<string, string> {
  const families = new Map<string, string>();
  let last: { readonly number: string; readonly language: Language } | undefined;
  for (const { id, number, language } of versions) {
    if (number !== null) last = { number, language };
    families.set(id, familyOf(document, last?.number, last?.language ?? language));
  }
  return families;
}
