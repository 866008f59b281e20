import type { Key, NodeKind } from '../../kernel/index.ts';
import type { ConceptMention } from './find-concepts.ts';
import { type PassageReading, tagKeys } from './passage-reading.ts';
import { rowReading } from './row-names.ts';

const EXTRACTOR = 'grammar/names';
const HAN_RUN = /[\p{sc=Han}A-Za-z0-9]{2,16}$/u;
const LATIN_RUN = /[A-Za-z][A-Za-z0-9-]*(?: [A-Za-z][A-Za-z0-9-]*){0,4}$/u;
/** Two names of which one explains the other: `机械密封 (mechanical seal)`, `mechanical seal（机械密封）`. */
const IN_BRACKETS = /[ ]?[(（]([^()（）\t\n]{2,48})[)）]/gu;
/** `pump` names any pump; a name of two words or four characters may name this one. */
const SPECIFIC = /\S[ -]\S|\p{sc=Han}{4}/u;
/** Between an equipment name and its tag: nothing, a blank, `(`, `:`. */
const BESIDE = /^[ (（:：\-–—]{0,3}$/u;

/**
 * Names that a text puts side by side: the two languages of one name are linked by apposition; an equipment name beside a tag
 * (`Cooling water pump P-101A`, `P-101A 冷却水泵`) is said together with it and gives its class.
 */
export function readNamesTogether(reading: PassageReading): void {
  readAppositions(reading);
  readNamedTags(reading);
}

function readAppositions({ draft, passage, concepts }: PassageReading): void {
  for (const found of passage.text.matchAll(IN_BRACKETS)) {
    const inner = found[1] ?? '';
    const innerStart = found.index + found[0].indexOf(inner);
    const before = passage.text.slice(0, found.index);
    const innerIsHan = /\p{sc=Han}/u.test(inner);
    const known = concepts.find((mention) => mention.end === found.index);
    const knownInner = concepts.find((mention) => mention.start === innerStart && mention.end === innerStart + inner.length);
    const kind = known?.concept.kind ?? knownInner?.concept.kind;
    const outer = known === undefined ? (innerIsHan ? LATIN_RUN : HAN_RUN).exec(before)?.[0] : passage.text.slice(known.start, known.end);
    if (kind === undefined || outer === undefined || /\p{sc=Han}/u.test(outer) === innerIsHan || !/\p{L}/u.test(inner)) continue;
    link(outer, found.index - outer.length, known, inner, innerStart, knownInner, kind);
  }

  function link(
    outer: string,
    outerStart: number,
    known: ConceptMention | undefined,
    inner: string,
    innerStart: number,
    knownInner: ConceptMention | undefined,
    kind: NodeKind,
  ): void {
    const left = draft.key(kind, 'name', outer);
    const right = draft.key(kind, 'name', inner);
    if (left === undefined || right === undefined) return;
    draft.use(left, passage, outerStart, outerStart + outer.length);
    draft.use(right, passage, innerStart, innerStart + inner.length);
    draft.link(left, right, 'apposition');
    if (known !== undefined) draft.link(left, draft.conceptKey(known.concept), 'vocabulary');
    if (knownInner !== undefined) draft.link(right, draft.conceptKey(knownInner.concept), 'vocabulary');
  }
}

function readNamedTags(reading: PassageReading): void {
  const { draft, passage } = reading;
  for (const mention of reading.identifiers) {
    const tags = tagKeys(draft, mention);
    const only: Key | undefined = tags.length === 1 ? tags[0] : undefined;
    for (const near of reading.concepts) {
      if (near.concept.kind !== 'EquipmentClass') continue;
      const gap = near.end <= mention.start ? passage.text.slice(near.end, mention.start) : passage.text.slice(mention.end, near.start);
      if (!BESIDE.test(gap) || (near.end > mention.start && near.start < mention.end)) continue;
      const place = rowReading(reading, [near, mention], EXTRACTOR, 0.8);
      for (const tag of tags) draft.fact(place, tag, 'OF_CLASS', draft.conceptKey(near.concept));
      const words = passage.text.slice(near.start, near.end);
      const name = only === undefined || !SPECIFIC.test(words) ? undefined : draft.key('FunctionalLocation', 'name', words);
      if (only === undefined || name === undefined) continue;
      draft.use(name, passage, near.start, near.end);
      draft.link(only, name, 'said-together');
    }
  }
}
