import { fold, type NodeKind, type TagGrammar } from '../../kernel/index.ts';
import { type ConceptMention, conceptById, FUNCTION_WORDS, findConcepts } from '../../ontology/index.ts';
import type { Term } from '../question/question.ts';
import { bagOf } from './evidence-unit.ts';
import { namesThing, termMatch } from './term-match.ts';

/** What a thing can be a part of, or be told by: a motor foot bolt, a pump cover seal. */
const PARTS: ReadonlySet<NodeKind> = new Set(['Component', 'Part', 'EquipmentClass']);
/** Within one compound: a blank or nothing, and at most a word that the vocabulary has not (`motor foot bolts`, 电机底脚螺栓). */
const WITHIN = /^(?: | ?[\p{sc=Latin}-]+ |\p{sc=Han}{0,2})$/u;

/**
 * Whether a sentence speaks of an asked thing as one of something that is not asked about, and leaves out what it is asked to be of: the
 * motor foot bolts under a title about the coupling, where bolts of the coupling are asked for. A title lends its thing to words that
 * have none of their own.
 */
export function isOfOtherCompound(terms: readonly Term[], text: string, grammar: TagGrammar): boolean {
  const bag = bagOf(text, grammar);
  const things = terms.filter(namesThing);
  const held = things.filter((term) => termMatch(term, bag) > 0);
  if (held.length === 0 || held.length === things.length) return false;
  const asked = new Set(things.map(({ concept }) => concept));
  const mentions = findConcepts(text).filter(({ concept }) => PARTS.has(concept.kind));
  const others = mentions.filter(({ concept }) => !asked.has(concept.id));
  return held
    .filter(({ concept }) => concept !== undefined && PARTS.has(conceptById(concept)?.kind ?? 'Material'))
    .some(({ concept }) => {
      const own = mentions.filter((mention) => mention.concept.id === concept);
      return own.length > 0 && own.every((mention) => others.some((other) => tells(text, other, mention)));
    });
}

function tells(text: string, other: ConceptMention, { start }: ConceptMention): boolean {
  if (other.end > start) return false;
  const between = fold(text.slice(other.end, start));
  const words = /\p{sc=Han}/u.test(between) ? [...between] : between.trim().split(' ');
  return WITHIN.test(text.slice(other.end, start)) && words.every((word) => !FUNCTION_WORDS.has(word));
}
