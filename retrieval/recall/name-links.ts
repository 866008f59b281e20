import type { DocumentId, PassageId } from '../../kernel/index.ts';

/** A passage as names join it to others. */
export interface NamedPassage {
  readonly id: PassageId;
  readonly documentId: DocumentId;
  readonly tokens: readonly string[];
  /** Tokens of what its document is called, in their order; none: it joins nothing. */
  readonly name: readonly string[];
  /** What it has to hand on to those that it names, from 0 to 1. */
  readonly worth: number;
}

/**
 * What passages are handed by texts of other documents that name theirs, from 0 to 1: the best worth of such a text, divided among
 * all texts that hold the name, as a walk from the name would be. So a thing is found that the question does not name and that a
 * text about what it names does: two steps of a walk over names, which needs no ontology and no store.
 */
export function handedByName(passages: readonly NamedPassage[]): ReadonlyMap<PassageId, number> {
  const byFirst = new Map<string, Map<string, readonly string[]>>();
  for (const { name } of passages) {
    const [first] = name;
    if (first === undefined) continue;
    const alike = byFirst.get(first) ?? new Map<string, readonly string[]>();
    alike.set(name.join(' '), name);
    byFirst.set(first, alike);
  }
  const naming = new Map<string, NamedPassage[]>();
  for (const passage of passages) {
    for (const name of namesIn(passage.tokens, byFirst)) naming.set(name, [...(naming.get(name) ?? []), passage]);
  }
  return new Map(
    passages.map(({ id, documentId, name }) => {
      const others = (naming.get(name.join(' ')) ?? []).filter((other) => other.documentId !== documentId);
      return [id, others.length === 0 ? 0 : Math.max(...others.map(({ worth }) => worth)) / others.length];
    }),
  );
}

/** Names that stand in a text word by word, each once. */
function namesIn(tokens: readonly string[], byFirst: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>): ReadonlySet<string> {
  const found = new Set<string>();
  tokens.forEach((token, at) => {
    for (const [text, name] of byFirst.get(token) ?? [])
      if (!found.has(text) && name.every((part, offset) => tokens[at + offset] === part)) found.add(text);
  });
  return found;
}
