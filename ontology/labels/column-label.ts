import { type ColumnRole, languageOf, type NodeKind } from '../../kernel/index.ts';
import { normaliseHeader } from '../columns/normalise-header.ts';
import { readableHeader } from '../columns/readable-header.ts';
import { findConcepts } from '../extract/find-concepts.ts';
import { EN_COLUMN_LABELS, EN_HEADER_WORDS } from '../languages/en/column-labels.ts';
import { findPolarities } from '../languages/find-polarities.ts';
import { ZH_COLUMN_LABELS, ZH_HEADER_WORDS } from '../languages/zh/column-labels.ts';
import { CONTEXT_WORDS, HEADER_ROLES } from '../vocabularies/column-headers.ts';
import type { Concept } from '../vocabularies/concept.ts';

/** Roles that say no more of a column headed by a general word than the word does. */
const UNTOLD: ReadonlySet<ColumnRole> = new Set(['note', 'definition', 'text', 'priority']);
/** Of the concepts that head columns of a role. */
const KIND_OF: Readonly<Partial<Record<ColumnRole, NodeKind>>> = { value: 'Parameter', torque: 'Parameter', component: 'Component' };

type Asked = 'zh' | 'en';

const LABELS: Readonly<Record<Asked, Readonly<Record<ColumnRole, string>>>> = { zh: ZH_COLUMN_LABELS, en: EN_COLUMN_LABELS };
const WORDS = { zh: ZH_HEADER_WORDS, en: EN_HEADER_WORDS } as const;
/** Roles of which a header often says which one (downtime, unit price, local effect): its own word for the role has to be in it. */
const WIDE: ReadonlySet<ColumnRole> = new Set([
  'component',
  'location',
  'date',
  'end-date',
  'text',
  'activity',
  'status',
  'priority',
  'person',
  'duration',
  'cost',
  'parameter',
  'tolerance',
  'condition',
  'effect',
  'control',
]);

/**
 * What a column is called for who asks in a language: its header where that is in this language and made for people, else the name
 * of what the whole header means. A header that says more than the vocabulary knows stays as it is written, and one made for
 * machines (`title_en`) is written for people. `header` comes without its unit.
 */
export function columnLabel(header: string, role: ColumnRole | undefined, language: Asked): string {
  const { text } = normaliseHeader(header);
  const own = /\p{sc=Han}/u.test(text) ? 'zh' : 'en';
  const isForMachines = /^\S*(?:_|\p{Ll}\p{Lu})\S*$/u.test(header.trim());
  if (languageOf(text) === 'none' || (own === language && !isForMachines)) return readableHeader(header);
  return meaningOf(header, text, role, own, language) ?? readableHeader(header);
}

function meaningOf(header: string, text: string, given: ColumnRole | undefined, own: Asked, language: Asked): string | undefined {
  // The name of a parameter says itself which end it means, and that a torque is of tightening.
  const named = given === undefined || KIND_OF[given] !== 'Parameter' ? undefined : conceptOf(text, given);
  if (named !== undefined) return named[language][0];
  // What stands in brackets, and which end of a range is meant, no name of the column would say.
  if (/[([（［【]/u.test(header.replace(/\((?:e?s)\)/giu, '')) || findPolarities(header).length > 0) return undefined;
  const word = CONTEXT_WORDS.get(text);
  // Of two columns that could have a role one has it; what the header of the other means is known all the same.
  const said = HEADER_ROLES.get(text);
  const role = given ?? (word === undefined && said !== 'value' ? said : undefined);
  if (word !== undefined && (role === undefined || UNTOLD.has(role))) return WORDS[language][word];
  if (role === undefined) return undefined;
  if (word === undefined && HEADER_ROLES.get(text) !== role) return conceptOf(text, role)?.[language][0];
  if (word !== undefined || (role !== 'value' && !WIDE.has(role))) return LABELS[language][role];
  return conceptOf(text, role)?.[language][0] ?? (isSaidBy(text, role, own) ? LABELS[language][role] : undefined);
}

/** What the header names as a whole, where that is of the kind that its column holds: a word alone may be another thing's name. */
function conceptOf(text: string, role: ColumnRole): Concept | undefined {
  const [mention, ...others] = findConcepts(text);
  if (mention === undefined || others.length > 0 || mention.start > 0 || mention.end < text.length) return undefined;
  return mention.concept.kind === KIND_OF[role] ? mention.concept : undefined;
}

function isSaidBy(text: string, role: ColumnRole, own: Asked): boolean {
  const label = LABELS[own][role];
  if (role === 'value') return text === label;
  return own === 'zh' ? text.includes(label) : new RegExp(`\\b${label}(?:s|es)?\\b`, 'u').test(text);
}
