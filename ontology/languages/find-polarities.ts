import { foldText } from '../../kernel/index.ts';
import * as en from './en/polarity.ts';
import { POLARITY_SETS, type PolarityForms, type PolarityMember, type PolaritySet } from './polarity-sets.ts';
import * as zh from './zh/polarity.ts';

/** A member of a polarity set in a text; offsets are UTF-16 units. `denied`: a negation stands directly before it. */
export interface PolarityMention {
  readonly set: PolaritySet;
  readonly member: PolarityMember;
  readonly start: number;
  readonly end: number;
  readonly denied: boolean;
}

interface Pattern {
  readonly set: PolaritySet;
  readonly members: readonly PolarityMember[];
  /** One group a member, in order. */
  readonly pattern: RegExp;
}

const LETTER = '[\\p{Script=Latin}\\p{N}]';
const SETS = Object.keys(POLARITY_SETS) as PolaritySet[];
const ENGLISH = patternsOf(en.POLARITY, (form) => `\\b(?:${form})(?!${LETTER})`);
const CHINESE = patternsOf(zh.POLARITY, (form) => form);
const LATIN = /\p{Script=Latin}/u;
const HAN = /\p{Script=Han}/u;
const DENIED = new RegExp(`(?:(?<!${LETTER})${en.DENIAL}\\s+|${zh.DENIAL})$`, 'u');
/** UTF-16 units before a member in which a negation is looked for. */
const DENIAL_REACH = 24;

function patternsOf(forms: PolarityForms, whole: (form: string) => string): Pattern[] {
  return SETS.map((set) => {
    const entries = Object.entries(forms[set]) as [PolarityMember, readonly string[]][];
    const groups = entries.map(([, sources]) => `(${sources.map(whole).join('|')})`);
    return { set, members: entries.map(([member]) => member), pattern: new RegExp(groups.join('|'), 'gu') };
  });
}

/** Members of all polarity sets in a text, in order of place. */
export function findPolarities(text: string): readonly PolarityMention[] {
  const folded = foldText(text);
  const found: PolarityMention[] = [];
  const patterns = [...(LATIN.test(folded.text) ? ENGLISH : []), ...(HAN.test(folded.text) ? CHINESE : [])];
  for (const { set, members, pattern } of patterns) {
    for (const match of folded.text.matchAll(pattern)) {
      const member = members[match.slice(1).findIndex((group) => group !== undefined)];
      if (member === undefined) continue;
      const before = folded.text.slice(Math.max(0, match.index - DENIAL_REACH), match.index);
      const span = folded.toSource(match.index, match.index + match[0].length);
      found.push({ set, member, ...span, denied: DENIED.test(before) });
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
