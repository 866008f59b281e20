import { findQuantities, type Key, type QuantityMention } from '../../../kernel/index.ts';
import type { SentenceSpan } from '../../normalise/split-sentences.ts';
import { keyObject } from '../extraction-draft.ts';
import type { ConceptMention } from '../find-concepts.ts';
import { type PassageReading, tagKeys } from '../passage-reading.ts';
import { rowReading } from '../row-names.ts';

const EXTRACTOR = 'grammar/quantity';
/** `比吸入压力高 0.8 bar`, `higher than the suction pressure by`: the value is a difference, not the parameter's. */
const COMPARED = /(?:比|高于|低于|超过|\b(?:than|above|below|over)(?: the)? ?)$/iu;
const CLAUSE_END = /[;；,，]/u;
/** UTF-16 units between a parameter and its value. */
const FARTHEST = 40;

/**
 * Quantities of a sentence with the parameter named next before them (`the bearing temperature must not exceed 75 °C`): HAS_SPEC
 * of the tag or component that the sentence names, else of the passage's subject. The parameter's dimension must be that of the
 * quantity where the vocabulary gives one.
 */
export function readQuantitySentence(reading: PassageReading, sentence: SentenceSpan): void {
  const { passage, draft } = reading;
  const inside = (mention: { readonly start: number; readonly end: number }) =>
    mention.start >= sentence.start && mention.end <= sentence.end;
  const parameters = reading.concepts.filter((mention) => inside(mention) && mention.concept.kind === 'Parameter');
  if (parameters.length === 0) return;
  for (const found of findQuantities(passage.text.slice(sentence.start, sentence.end), reading.grammar)) {
    const mention = { ...found, start: found.start + sentence.start, end: found.end + sentence.start };
    const parameter = parameterOf(passage.text, parameters, mention);
    if (parameter === undefined) continue;
    const value = { kind: 'quantity' as const, text: passage.text.slice(mention.start, mention.end), quantity: mention.quantity };
    const qualifiers = [{ name: 'parameter' as const, value: keyObject(draft.conceptKey(parameter.concept)) }];
    for (const subject of subjectsOf(reading, sentence, parameter)) {
      draft.fact(rowReading(reading, [sentence], EXTRACTOR, 0.5), subject, 'HAS_SPEC', value, qualifiers);
    }
  }
}

function parameterOf(text: string, parameters: readonly ConceptMention[], mention: QuantityMention): ConceptMention | undefined {
  if (mention.quantity.dimension === 'none') return undefined;
  const before = parameters.filter((parameter) => parameter.end <= mention.start).at(-1);
  if (before === undefined || mention.start - before.end > FARTHEST || /[;；。\t\n]/.test(text.slice(before.end, mention.start)))
    return undefined;
  if (COMPARED.test(text.slice(0, before.start))) return undefined;
  const { code } = before.concept;
  return code === undefined || code === mention.quantity.dimension ? before : undefined;
}

/** The one tag of the parameter's clause, else of the sentence; else the component named before; else whom the passage is about. */
function subjectsOf(reading: PassageReading, sentence: SentenceSpan, parameter: ConceptMention): readonly Key[] {
  const { text } = reading.passage;
  const inside = (mention: SentenceSpan) => mention.start >= sentence.start && mention.end <= sentence.end;
  const tags = reading.identifiers.filter((mention) => inside(mention) && mention.identifier.kind === 'tag');
  const near = tags.filter((tag) => !CLAUSE_END.test(text.slice(Math.min(tag.end, parameter.end), Math.max(tag.start, parameter.start))));
  const [only, ...others] = near.length > 0 ? near : tags;
  if (only !== undefined && others.length === 0) return tagKeys(reading.draft, only);
  const component = reading.concepts
    .filter((mention) => inside(mention) && mention.end <= parameter.start && mention.concept.kind === 'Component')
    .at(-1);
  return component === undefined || tags.length > 0 ? reading.subjects : [reading.draft.conceptKey(component.concept)];
}
