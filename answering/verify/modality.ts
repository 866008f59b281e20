import { foldText } from '../../kernel/index.ts';
import { rootEnglish } from '../../ontology/index.ts';

/** How a sentence binds its reader. `none`: a plain statement or an imperative. */
export type Modality = 'forbid' | 'require' | 'permit' | 'none';

/** Words that look like a modality and are none: double negations, parts of other words. */
const NEUTRAL =
  /不得不|不可避免|不锈钢|不同|不平衡|不对中|不良|不足|不稳|不均|无缝|无关|无论|非标|非驱动|未来|不仅|不但|\bnot only\b|\bno later than\b|\bcannot but\b|可能|可靠|可见|可调|可燃|\bmay (?:be caused|have|occur)\b|应力|应变|响应|相应|反应|供应|感应|对应/gu;
const FORBID =
  /\b(?:must|shall|should|may|can|do|does|are|is) ?(?:not|never)\b|\b(?:don't|mustn't|cannot|can't|shouldn't)\b|\bnever\b|\b(?:prohibited|forbidden|not (?:permitted|allowed))\b|禁止|严禁|不得|切勿|请勿|勿|不可|不能|不许|不准|不要|不应|不允许|不应该/u;
const REQUIRE =
  /\b(?:must|shall|have to|has to|required to|is required|are required|always|needs? to)\b|必须|务必|应当|应该|应|须|需要|要求|一定要/u;
const PERMIT = /\b(?:may|can|allowed|permitted|optional(?:ly)?)\b|可以|允许|可|能够/u;

/** The strongest modality that a sentence shows: a prohibition before a duty before a permission. */
export function modalityOf(sentence: string): Modality {
  const text = foldText(sentence).text.replace(NEUTRAL, ' ');
  if (FORBID.test(text)) return 'forbid';
  if (REQUIRE.test(text)) return 'require';
  return PERMIT.test(text) ? 'permit' : 'none';
}

const NEGATED_ENGLISH =
  /\b(?:not|never|no|without|n't)\s+(?:be |been |being |have |the |a |an |any |to |yet |fully |more )*(?<head>[a-z]{3,})/gu;
const NEGATED_CHINESE =
  /(?:严禁|禁止|不得|切勿|请勿|不允许|不可以?|不能|不许|不准|不要|不应该?|不会|不|未|没有|没|勿|无(?!论))(?<head>\p{sc=Han}{2})/gu;

/** Heads (stemmed verb, adjective or noun; two Chinese characters) that a sentence denies or forbids. */
export function negatedHeads(sentence: string): ReadonlySet<string> {
  const text = foldText(sentence).text.replace(NEUTRAL, ' ');
  const heads = new Set<string>();
  for (const match of text.matchAll(NEGATED_ENGLISH)) heads.add(rootEnglish(match.groups?.head ?? ''));
  for (const match of text.matchAll(NEGATED_CHINESE)) heads.add(match.groups?.head ?? '');
  return heads;
}
