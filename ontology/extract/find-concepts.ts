import { foldText } from '../../kernel/index.ts';
import { FUNCTION_WORDS } from '../languages/en/function-words.ts';
import { DETERMINERS, PARTICLES } from '../languages/en/phrasal-verbs.ts';
import type { Concept } from '../vocabularies/concept.ts';
import { conceptIndex, wordsOf } from './concept-index.ts';

/** A term of the vocabulary found in a text; UTF-16 offsets in the text as given. */
export interface ConceptMention {
  readonly concept: Concept;
  readonly start: number;
  readonly end: number;
}

const HAN = /\p{sc=Han}/u;
const LETTER_OR_DIGIT = /[a-z0-9]/;
/** Words of one name may be parted by blanks or hyphens, nothing else. */
const GAP = /^[ -]+$/;
/** Characters that may stand beside a one-character Chinese name without making another word with it. */
const LOOSE_NEIGHBOURS = new Set('了有已被处口严重较太不很并和及的将需把再后前大仍在未无与或');
/** Longest object between a verb and its particle, in words. */
const OBJECT_WORDS = 4;
const particles = new Set(PARTICLES.split(' '));
const determiners = new Set(DETERMINERS.split(' '));
const functionWords = new Set(FUNCTION_WORDS.trim().split(/\s+/));

/** Weighs covered characters above the number of mentions. */
const CHARACTER = 1000;

/**
 * Terms of the vocabulary in a text, Chinese and English, in reading order and without overlap: of all ways to lay the names
 * over the text, the one that covers most with fewest names. English names match whole words in any simple inflection, a verb
 * also before its object (`shut the skid down`); a Chinese name of one character counts only where it stands free or beside another name (`机封漏`, not `遗漏`).
 */
export function findConcepts(text: string): readonly ConceptMention[] {
  const folded = foldText(text);
  const chosen = layOut(folded.text.length, [...englishMatches(folded.text), ...chineseMatches(folded.text)]);
  return chosen
    .filter((match, at) => standsFree(folded.text, match, chosen[at - 1], chosen[at + 1]))
    .map((match) => ({ concept: match.concept, ...folded.toSource(match.start, match.end) }));
}

function englishMatches(folded: string): ConceptMention[] {
  const { english } = conceptIndex();
  const words = wordsOf(folded);
  const matches: ConceptMention[] = [];
  // Of two names at one place the first counts: the verb with its particle says more than the verb alone.
  const parted: ConceptMention[] = [];
  words.forEach((word, at) => {
    for (const { stems, concept } of english.get(word.stem) ?? []) {
      if (isParted(folded, words, at, stems)) parted.push({ concept, start: word.start, end: word.end });
      const last = words[at + stems.length - 1];
      if (last === undefined) continue;
      const fits = stems.every((stem, offset) => {
        const here = words[at + offset];
        const before = words[at + offset - 1];
        if (here?.stem !== stem) return false;
        return offset === 0 || before === undefined || before.end === here.start || GAP.test(folded.slice(before.end, here.start));
      });
      if (fits) matches.push({ concept, start: word.start, end: last.end });
    }
  });
  return [...parted, ...matches];
}

/** Whether the verb at this word has its particle behind its object; the object keeps names of its own, so the verb alone is the place. */
function isParted(folded: string, words: ReturnType<typeof wordsOf>, at: number, [, particle, more]: readonly string[]): boolean {
  if (particle === undefined || more !== undefined || !particles.has(particle)) return false;
  for (let offset = 1; offset <= OBJECT_WORDS + 1; offset += 1) {
    const here = words[at + offset];
    const before = words[at + offset - 1];
    if (here === undefined || before === undefined || !GAP.test(folded.slice(before.end, here.start))) return false;
    const said = folded.slice(here.start, here.end);
    if (said === particle) return offset > 1;
    if (functionWords.has(said) && !(offset === 1 && determiners.has(said))) return false;
  }
  return false;
}

function chineseMatches(folded: string): ConceptMention[] {
  const { chinese } = conceptIndex();
  const matches: ConceptMention[] = [];
  for (let start = 0; start < folded.length; start += 1) {
    let node = chinese.next.get(folded.charCodeAt(start));
    if (node === undefined) continue;
    if (LETTER_OR_DIGIT.test(folded.charAt(start)) && LETTER_OR_DIGIT.test(folded.charAt(start - 1))) continue;
    for (let end = start + 1; node !== undefined; end += 1) {
      if (node.concept !== undefined) matches.push({ concept: node.concept, start, end });
      node = end < folded.length ? node.next.get(folded.charCodeAt(end)) : undefined;
    }
  }
  return matches;
}

/** Best layout by dynamic programming from the right; of equal ones the shorter first name wins, as Chinese heads come last. */
function layOut(length: number, matches: readonly ConceptMention[]): ConceptMention[] {
  if (matches.length === 0) return [];
  const byStart = new Map<number, ConceptMention[]>();
  for (const match of matches) byStart.set(match.start, [...(byStart.get(match.start) ?? []), match]);
  const best = new Float64Array(length + 1);
  const pick: (ConceptMention | undefined)[] = new Array(length + 1).fill(undefined);
  for (let at = length - 1; at >= 0; at -= 1) {
    best[at] = best[at + 1] ?? 0;
    const here = (byStart.get(at) ?? []).sort((a, b) => a.end - b.end);
    for (const match of here) {
      const score = (match.end - match.start) * CHARACTER - 1 + (best[match.end] ?? 0);
      if (score > (best[at] ?? 0)) {
        best[at] = score;
        pick[at] = match;
      }
    }
  }
  const chosen: ConceptMention[] = [];
  for (let at = 0; at < length; ) {
    const match = pick[at];
    if (match === undefined) at += 1;
    else {
      chosen.push(match);
      at = match.end;
    }
  }
  return chosen;
}

function standsFree(folded: string, match: ConceptMention, before: ConceptMention | undefined, after: ConceptMention | undefined): boolean {
  if (match.end - match.start > 1) return true;
  const left = folded.charAt(match.start - 1);
  const right = folded.charAt(match.end);
  const leftFree = !HAN.test(left) || LOOSE_NEIGHBOURS.has(left) || before?.end === match.start;
  const rightFree = !HAN.test(right) || LOOSE_NEIGHBOURS.has(right) || after?.start === match.end;
  return leftFree && rightFree;
}
