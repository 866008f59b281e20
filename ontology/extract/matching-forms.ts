import { fold, foldIdentifier } from '../../kernel/index.ts';
import { conceptsNamed } from '../vocabularies/catalogue.ts';
import { findConcepts } from './find-concepts.ts';

/** Matching forms of a name or code as a person writes it: as text, as a code, and the terms of the vocabulary that it names. */
export function matchingForms(name: string): readonly string[] {
  const whole = name.trim();
  const concepts = findConcepts(whole).filter(({ start, end }) => start === 0 && end === whole.length);
  return distinct([fold(whole), foldIdentifier(whole), ...concepts.map(({ concept }) => concept.id)]);
}

/** The same for a part of a name: every term of the vocabulary with such a name counts. */
export function searchForms(text: string): { readonly texts: readonly string[]; readonly same: readonly string[] } {
  const texts = distinct([fold(text), foldIdentifier(text)]);
  const named = texts.flatMap((form) => conceptsNamed(form));
  return { texts, same: distinct([...matchingForms(text), ...named.map(({ id }) => id)]) };
}

function distinct(forms: readonly string[]): readonly string[] {
  return [...new Set(forms)].filter((form) => form !== '');
}
