import type { ColumnRole } from '../../kernel/index.ts';
import { CONTEXT_WORDS, HEADER_ROLES } from '../vocabularies/column-headers.ts';
import { normaliseHeader } from './normalise-header.ts';

/** What a field may say by the name before its colon; any other name is that of a parameter. */
const SAID: ReadonlySet<ColumnRole> = new Set([
  'cause',
  'remedy',
  'check',
  'symptom',
  'alarm-code',
  'alarm-text',
  'effect',
  'interval',
  'tool',
  'torque',
  'part-number',
  'quantity',
]);

/** Role of what a field says, by its name (`Cause:`, `处理：`, `Rated flow:`); undefined for a name that heads no column of tables. */
export function fieldRole(name: string): ColumnRole | undefined {
  const { text } = normaliseHeader(name);
  if (CONTEXT_WORDS.get(text) === 'description') return 'definition';
  const role = HEADER_ROLES.get(text);
  if (role === undefined) return undefined;
  return SAID.has(role) ? role : 'value';
}

const FAULT_PHRASES = [...HEADER_ROLES].flatMap(([phrase, role]) => (role === 'alarm-code' ? [phrase] : []));
/** What the title of a list of terms says, in the form that `normaliseHeader` gives. */
const TERM_PHRASES: readonly string[] = 'term,glossary,definition,abbreviation,acronym,terminology,术语,名词解释,缩略语,缩写,定义'.split(
  ',',
);

/** Whether words name alarm or fault codes, as the title above a list of them does. */
export function speaksOfFaults(text: string): boolean {
  return holdsPhrase(text, FAULT_PHRASES);
}

/** Whether a title heads explanations of terms. */
export function speaksOfTerms(title: string): boolean {
  return holdsPhrase(title, TERM_PHRASES);
}

/** Whole words in Latin script, singular or plural; in Chinese anywhere. */
function holdsPhrase(text: string, phrases: readonly string[]): boolean {
  const { text: plain } = normaliseHeader(text);
  const words = ` ${plain} `;
  return phrases.some((phrase) =>
    /\p{sc=Han}/u.test(phrase) ? plain.includes(phrase) : words.includes(` ${phrase} `) || words.includes(` ${phrase}s `),
  );
}
