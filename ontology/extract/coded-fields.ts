import type { Field, Passage, TypedRecord, Value } from '../../kernel/index.ts';
import { conceptById } from '../vocabularies/catalogue.ts';
import type { ExtractionOutput } from './extraction.ts';
import type { ConceptMention } from './find-concepts.ts';

type Coded = ExtractionOutput['coded'][number];

/** Words before a failure that say it is looked for, kept off or not there: `check for leaks`, `no leak`, `防止泄漏`, `无泄漏`. */
const NOT_A_FAILURE =
  /(?:\b(?:for|no|not|without|prevent|avoid|against|any|free of|signs? of)\s+(?:any\s+)?|[无未没]有?|防止?|避免|有无|是否有?|不)$/iu;
/** Roles whose words tell what happened. A column of codes comes before free text. */
const TEXT_ROLES = ['failure-mode', 'symptom', 'text', 'alarm-text', 'component', 'activity', 'cause', 'note'] as const;

/**
 * Terms that a log row's words stand for, so that rows can be counted whatever their wording. At most one of each field; the
 * component is the head of the first compound (`bucket cyl` → cylinder, `泵机封` → mechanical seal).
 */
export function codedFields(record: TypedRecord, passage: Passage, concepts: readonly ConceptMention[]): readonly Coded[] {
  const inText = TEXT_ROLES.flatMap((role) => {
    const cells = (passage.cells ?? []).filter((cell) => cell.role === role);
    return cells.flatMap((cell) => concepts.filter((mention) => mention.start >= cell.start && mention.end <= cell.end));
  });
  const failures = failureMentions(passage.text, inText);
  const first = (kind: string) => inText.find((mention) => mention.concept.kind === kind);
  const found: readonly (readonly [Field, ConceptMention | undefined])[] = [
    ['coded:failure-mode', failures[0]],
    ['coded:symptom', first('Symptom')],
    ['coded:mechanism', first('Mechanism')],
    ['coded:activity', renewal(passage.text, inText) ?? first('Activity')],
    ['coded:component', headComponent(passage.text, inText)],
  ];
  return found.flatMap(([field, mention]) =>
    mention === undefined ? [] : [{ ordinal: record.ordinal, field, value: conceptValue(passage, mention) }],
  );
}

/** `new` before a part, with up to two words between: `new seal`, `a new mechanical seal`, `new drive end bearing`. */
const NEW_PART = /\bnew\s+(?:\p{L}[\p{L}-]*\s+){0,2}$/iu;
/** Verbs of fitting stand beside the new part in Chinese: 新装机封, 装新轴承, 装上了新的叶轮. */
const NEW_PART_ZH = /(?:新[装换]上?了?|[装换]上?了?(?:一[个套只台根条])?新的?)$/u;

/**
 * A part put in that is said to be new took the place of another: `new seal fitted`, 新装机封. New equipment is no replacement,
 * nor is a new part that is only ordered.
 */
function renewal(text: string, concepts: readonly ConceptMention[]): ConceptMention | undefined {
  const concept = conceptById('activity/replace');
  const isFitted = concepts.some((mention) => mention.concept.id === 'activity/install');
  if (concept === undefined || concepts.some((mention) => mention.concept === concept)) return undefined;
  for (const part of concepts.filter((mention) => mention.concept.kind === 'Component')) {
    const before = text.slice(Math.max(0, part.start - 40), part.start);
    const said = NEW_PART_ZH.exec(before) ?? (isFitted ? NEW_PART.exec(before) : null);
    if (said !== null) return { concept, start: part.start - said[0].length, end: part.end };
  }
  return undefined;
}

/** Failure modes that the text says to have occurred. */
export function failureMentions(text: string, concepts: readonly ConceptMention[]): readonly ConceptMention[] {
  return concepts.filter(
    (mention) => mention.concept.kind === 'FailureMode' && !NOT_A_FAILURE.test(text.slice(Math.max(0, mention.start - 20), mention.start)),
  );
}

function headComponent(text: string, concepts: readonly ConceptMention[]): ConceptMention | undefined {
  const things = concepts.filter(({ concept }) => concept.kind === 'Component' || concept.kind === 'EquipmentClass');
  const firstPart = things.findIndex(({ concept }) => concept.kind === 'Component');
  let at = Math.max(firstPart, 0);
  for (let next = things[at + 1]; next !== undefined; next = things[at + 1]) {
    const gap = text.slice(things[at]?.end ?? 0, next.start);
    if (!/^ ?$/.test(gap) || next.concept.kind !== 'Component') break;
    at += 1;
  }
  return things[at];
}

function conceptValue(passage: Passage, mention: ConceptMention): Value {
  return { kind: 'concept', text: passage.text.slice(mention.start, mention.end), concept: mention.concept.id };
}
