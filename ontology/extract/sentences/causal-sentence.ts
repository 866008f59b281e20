import type { SentenceSpan } from '../../normalise/split-sentences.ts';
import type { ConceptMention } from '../find-concepts.ts';
import type { PassageReading } from '../passage-reading.ts';
import { nameAt, rowReading } from '../row-names.ts';
import { CAUSAL_PATTERNS } from './causal-patterns.ts';

const EXTRACTOR = 'grammar/causal';
/** Kinds of terms of which one must stand in a cause or effect: without it `due to its size` would enter the graph. */
const TROUBLE_KINDS: ReadonlySet<string> = new Set([
  'FailureMode',
  'Mechanism',
  'Symptom',
  'Hazard',
  'Parameter',
  'Component',
  'EquipmentClass',
  'State',
]);
const FAILURE_KINDS: ReadonlySet<string> = new Set(['FailureMode', 'Mechanism', 'Symptom']);
/** Words before the matter itself. */
const LEAD =
  /^(?:(?:it is possible for|is possible for|which|that|this|these|it|and|but|or|the|a|an|may|can|also|then|otherwise|to avoid|to prevent)\s+|(?:并且|并|且|而|但是|但|则|也|这|会|可能|可|将|容易|从而|进而|否则|以免|以防|避免|防止|当|如果|若|[:：,，、])\s*|\s+)+/iu;
/** Words behind the matter itself. */
const TRAIL = /(?:[\s。.,，;；:：、)）]|(?<=..)(?:并|且|而|时|的时候|等|所| which| that| such as| this))+$/u;
/** A side without a term of the vocabulary has to be more than a stray word. */
const SHORTEST_SIDE = 4;

/** A sentence that states a cause (`A is caused by B`, `B 导致 A`) or what to do on a condition (`if A, do B`, `如果 A，则 B`). */
export function readCausalSentence(reading: PassageReading, sentence: SentenceSpan): void {
  const text = reading.passage.text.slice(sentence.start, sentence.end);
  const concepts = reading.concepts.filter((mention) => mention.start >= sentence.start && mention.end <= sentence.end);
  if (!concepts.some((mention) => TROUBLE_KINDS.has(mention.concept.kind))) return;
  for (const { expression, relation } of CAUSAL_PATTERNS) {
    const found = new RegExp(expression.source, `${expression.flags}d`).exec(text);
    const groups = found?.indices?.groups;
    if (groups === undefined) continue;
    if (relation === 'cause') addCause(reading, concepts, part(reading, sentence, groups.effect), part(reading, sentence, groups.cause));
    else addRemedy(reading, concepts, part(reading, sentence, groups.condition), part(reading, sentence, groups.action));
    return;
  }
}

function addCause(reading: PassageReading, concepts: readonly ConceptMention[], effect: SentenceSpan, cause: SentenceSpan): void {
  const known = [effect, cause].map((span) => holds(concepts, span, TROUBLE_KINDS));
  if (!known.some((kinds) => kinds) || !(holds(concepts, effect, FAILURE_KINDS) || holds(concepts, cause, FAILURE_KINDS))) return;
  if ([effect, cause].some((span, at) => known[at] !== true && span.end - span.start < SHORTEST_SIDE)) return;
  const symptom = nameAt(reading, 'Symptom', effect.start, effect.end);
  const reason = nameAt(reading, 'Cause', cause.start, cause.end);
  if (symptom === undefined || reason === undefined) return;
  reading.draft.fact(
    rowReading(reading, [effect, cause], EXTRACTOR, known.every((kinds) => kinds) ? 0.6 : 0.45),
    symptom.key,
    'CAUSED_BY',
    reason.key,
  );
}

function addRemedy(reading: PassageReading, concepts: readonly ConceptMention[], condition: SentenceSpan, action: SentenceSpan): void {
  if (!holds(concepts, condition, FAILURE_KINDS) || !holds(concepts, action, new Set(['Activity']))) return;
  const symptom = nameAt(reading, 'Symptom', condition.start, condition.end);
  const activity = nameAt(reading, 'Activity', action.start, action.end);
  if (symptom === undefined || activity === undefined) return;
  reading.draft.fact(rowReading(reading, [condition, action], EXTRACTOR, 0.55), symptom.key, 'REMEDIED_BY', activity.key);
}

function holds(concepts: readonly ConceptMention[], span: SentenceSpan, kinds: ReadonlySet<string>): boolean {
  return concepts.some((mention) => mention.start >= span.start && mention.end <= span.end && kinds.has(mention.concept.kind));
}

/** Span of a group in the passage, without the words before and the marks behind. */
function part(reading: PassageReading, sentence: SentenceSpan, indices: readonly [number, number] | undefined): SentenceSpan {
  if (indices === undefined) return { start: sentence.start, end: sentence.start };
  const start = sentence.start + indices[0];
  const text = reading.passage.text.slice(start, sentence.start + indices[1]);
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const body = text.slice(lead).replace(TRAIL, '');
  const blank = body.length - body.trimStart().length;
  return { start: start + lead + blank, end: start + lead + body.length };
}
