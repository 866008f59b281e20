import { type DocumentProperties, fold, type ScopeName } from '../../kernel/index.ts';
import { statedScopeNames } from '../../ontology/index.ts';

/** Names of scope from the lines of a title block (`Model: X200`, `适用型号：X200`). */
export function readScopeLabels(texts: readonly string[], source: 'front-matter' | 'cover'): readonly ScopeName[] {
  return texts.flatMap((text) => text.split('\n')).flatMap((line) => statedScopeNames(line, source));
}

/** Properties that hold these names, each once; none where there are none. */
export function withScopeNames(names: readonly ScopeName[]): Pick<DocumentProperties, 'scopeNames'> {
  const distinct = new Map<string, ScopeName>();
  for (const name of names) {
    const known = `${name.kind} ${fold(name.text)}`;
    if (!distinct.has(known)) distinct.set(known, name);
  }
  return distinct.size === 0 ? {} : { scopeNames: [...distinct.values()] };
}
