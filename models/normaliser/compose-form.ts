import { likeliestForm } from './likeliest-form.ts';
import type { WordLexicon } from './word-lexicon.ts';
import { codeTemplate, numberTemplate } from './word-shape.ts';

const CODE = /^(?:[a-z]{1,3}\d{1,6}[a-z]?|\d{1,3}[a-z]{1,2}\d+)$/;
const COARSE = /[a-z0-9]+(?:'[a-z]+)?|[^a-z0-9\s]/g;
const FINE = /[a-z]+(?:'[a-z]+)?|\d+|[^a-z0-9\s]/g;
const AT_HYPHENS = /[^-]+|-/g;
const NUMBER = /^\d+$/;

/** Forms of a word put together from the forms of its parts, cut in several ways: at hyphens, at every sign, and between letters and digits. */
export function composeForms(lower: string, lexicon: WordLexicon): string[] {
  const composed: string[] = [];
  for (const cut of [AT_HYPHENS, COARSE, FINE]) {
    const parts = lower.match(cut) ?? [];
    if (parts.length < 2) continue;
    composed.push(
      parts
        .map((part) => formOfPart(part, lexicon))
        .filter((form) => form !== '')
        .join(' '),
    );
  }
  return composed;
}

function formOfPart(part: string, lexicon: WordLexicon): string {
  if (NUMBER.test(part)) return '<num>';
  const known =
    likeliestForm(lexicon.formsOf(part)) ??
    likeliestForm(lexicon.templates.get(numberTemplate(part))) ??
    likeliestForm(lexicon.templates.get(codeTemplate(part)));
  return known ?? (CODE.test(part) ? '<id>' : part);
}
