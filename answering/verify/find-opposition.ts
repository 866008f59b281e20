import { findQuantities, type TagGrammar } from '../../kernel/index.ts';
import { findConcepts, findPolarities, OPEN_MEMBERS, type PolarityMention, STOP_WORDS, wordingPattern } from '../../ontology/index.ts';
import { memo } from '../../retrieval/index.ts';
import { matchWords } from './match-words.ts';

/** A member that the question names, and the other member of its set that a text says of the same thing. */
export interface Opposition {
  readonly asked: PolarityMention;
  readonly found: PolarityMention;
}

/** A member with the words and vocabulary entries that stand by it: what it is said of. */
interface BoundMember {
  readonly mention: PolarityMention;
  readonly about: ReadonlySet<string>;
  /** Written in Chinese characters. */
  readonly isHan: boolean;
}

/** UTF-16 units on either side of a member within its clause in which the thing it is said of is named. */
const REACH = { before: 24, after: 32 };
/** Words on either side of a member, of those within its reach. */
const WORDS = { before: 1, after: 3 };
/** A member that stands alone in its clause, as in a column header, is said of whatever the clause belongs to. */
const ALONE = 0.5;
const CLAUSE_BREAK = wordingPattern('clauseBreak', 'gu');

const HAN = /\p{sc=Han}/u;

const MOST_KNOWN = 20_000;
const known = memo<readonly BoundMember[]>(MOST_KNOWN);

/** Members of polarity sets that a text asserts, asks for or denies. */
function boundMembers(text: string, grammar: TagGrammar): readonly BoundMember[] {
  return known(`${grammar.digest} ${text}`, () => {
    const mentions = findPolarities(text);
    return mentions.map((mention) => ({
      mention,
      about: aboutOf(text, mention, mentions, grammar),
      isHan: HAN.test(text.slice(mention.start, mention.end)),
    }));
  });
}

/**
 * Whether texts, the nearest to the statement first (its own words, then titles from the inside out), say the other member of a
 * set than the question asks for, about the same thing. The first text that says the asked member, or any member of its set
 * about the thing, decides. With both in one text, what stands by them tells which one is meant. What is denied is held against
 * what is denied only: `does not open` and `closed` may be the same.
 */
export function findOpposition(question: string, levels: readonly string[], grammar: TagGrammar): Opposition | undefined {
  const asked = boundMembers(question, grammar);
  for (const one of asked.filter(({ mention }) => !OPEN_MEMBERS.has(mention.member))) {
    for (const level of levels) {
      const held = boundMembers(level, grammar).filter(
        ({ mention }) => mention.set === one.mention.set && mention.denied === one.mention.denied,
      );
      const same = held.filter(({ mention }) => mention.member === one.mention.member);
      const others = held
        .filter(({ mention }) => mention.member !== one.mention.member && !OPEN_MEMBERS.has(mention.member))
        .map((other) => ({ mention: other.mention, near: nearness(one, other), other }))
        .filter(({ near, other }) => !asked.some((also) => also.mention.member === other.mention.member && nearness(also, other) >= near))
        .sort((a, b) => b.near - a.near);
      const [nearest] = others;
      const own = Math.max(-1, ...same.map((other) => nearness(one, other)));
      if (nearest !== undefined && nearest.near > 0 && nearest.near > own) return { asked: one.mention, found: nearest.mention };
      if (same.length > 0) break;
    }
  }
  return undefined;
}

/**
 * How much of what stands by one member stands by the other. Members without neighbours go with everything, and so do members of
 * two languages whose neighbours the vocabulary does not know.
 */
function nearness(left: BoundMember, right: BoundMember): number {
  const shared = [...left.about].filter((word) => right.about.has(word)).length;
  if (shared > 0) return shared;
  return left.about.size === 0 || right.about.size === 0 || left.isHan !== right.isHan ? ALONE : 0;
}

function aboutOf(text: string, mention: PolarityMention, mentions: readonly PolarityMention[], grammar: TagGrammar): ReadonlySet<string> {
  const breaks = [...text.matchAll(CLAUSE_BREAK)];
  const start = Math.max(
    0,
    mention.start - REACH.before,
    ...breaks.map((match) => match.index + match[0].length).filter((at) => at <= mention.start),
  );
  const end = Math.min(text.length, mention.end + REACH.after, ...breaks.map((match) => match.index).filter((at) => at >= mention.end));
  const others = [...mentions, ...grammar.find(text), ...findQuantities(text, grammar)];
  const isFree = (word: { readonly start: number; readonly end: number }) =>
    !others.some((other) => other.start < word.end && word.start < other.end);
  const words = matchWords(text).filter(
    (word) =>
      word.start >= start &&
      word.end <= end &&
      isFree(word) &&
      !/\d/.test(word.text) &&
      !STOP_WORDS.has(text.slice(word.start, word.end).toLowerCase()),
  );
  const before = words.filter((word) => word.end <= mention.start).slice(-WORDS.before);
  const after = words.filter((word) => word.start >= mention.end).slice(0, WORDS.after);
  const near = [...before, ...after];
  const concepts = findConcepts(text.slice(start, mention.start)).concat(findConcepts(text.slice(mention.end, end)));
  return new Set([...near.map((word) => word.text), ...concepts.map(({ concept }) => concept.id)]);
}
