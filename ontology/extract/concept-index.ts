import { fold } from '../../kernel/index.ts';
import { stemEnglish } from '../languages/en/stem-english.ts';
import { CONCEPTS, conceptNames } from '../vocabularies/catalogue.ts';
import type { Concept } from '../vocabularies/concept.ts';

/** A node of the tree of Chinese names, by UTF-16 unit. */
interface NameNode {
  readonly next: Map<number, NameNode>;
  concept?: Concept;
}

/** An English name as stems, under its first stem. */
interface NameStems {
  readonly stems: readonly string[];
  readonly concept: Concept;
}

export interface ConceptIndex {
  readonly chinese: NameNode;
  readonly english: ReadonlyMap<string, readonly NameStems[]>;
}

const HAN = /\p{sc=Han}/u;
const WORD = /[\p{sc=Latin}\p{N}]+(?:'[\p{sc=Latin}]+)?|\//gu;

let built: ConceptIndex | undefined;

/** The names of the vocabulary, ready to be matched; built at first use and the same ever after. */
export function conceptIndex(): ConceptIndex {
  built ??= buildIndex();
  return built;
}

/** Words of a folded text with their offsets; a slash is a word, so that `u/s` is not `us`. */
export function wordsOf(folded: string): readonly { readonly stem: string; readonly start: number; readonly end: number }[] {
  return Array.from(folded.matchAll(WORD), (found) => ({
    stem: stemEnglish(found[0]),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function buildIndex(): ConceptIndex {
  const chinese: NameNode = { next: new Map() };
  const english = new Map<string, NameStems[]>();
  for (const concept of CONCEPTS) {
    for (const name of conceptNames(concept)) {
      const folded = fold(name);
      if (HAN.test(folded)) addChinese(chinese, folded, concept);
      else addEnglish(english, folded, concept);
    }
  }
  return { chinese, english };
}

function addChinese(root: NameNode, name: string, concept: Concept): void {
  let node = root;
  for (let at = 0; at < name.length; at += 1) {
    const unit = name.charCodeAt(at);
    const next = node.next.get(unit) ?? { next: new Map() };
    node.next.set(unit, next);
    node = next;
  }
  node.concept ??= concept;
}

function addEnglish(index: Map<string, NameStems[]>, name: string, concept: Concept): void {
  const stems = wordsOf(name).map((word) => word.stem);
  const first = stems[0];
  if (first === undefined) return;
  const held = index.get(first) ?? [];
  if (held.some((entry) => entry.stems.join(' ') === stems.join(' '))) return;
  held.push({ stems, concept });
  index.set(first, held);
}
