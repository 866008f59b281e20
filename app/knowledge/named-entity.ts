import type { Entity, EntityId, Key, NodeKind } from '../../kernel/index.ts';
import { conceptById } from '../../ontology/index.ts';

/** A thing with the names to show it by. */
export interface NamedEntity {
  readonly id: EntityId;
  readonly type: NodeKind;
  /** The strongest identifier, else a name as a document writes it. */
  readonly name: string;
  readonly zh?: string;
  readonly en?: string;
}

export function nameEntity({ id, type, keys }: Entity): NamedEntity {
  const [first] = keys;
  const zh = nameIn(keys, 'zh');
  const en = nameIn(keys, 'en');
  return { id, type, name: first?.text ?? id, ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) };
}

/** A term of the vocabulary is called by its preferred name, any other thing by the first of its names in the language. */
function nameIn(keys: readonly Key[], language: 'zh' | 'en'): string | undefined {
  for (const key of keys) {
    const concept = key.class === 'code' && key.site === '' ? conceptById(key.folded) : undefined;
    if (concept !== undefined) return concept[language][0];
  }
  return keys.find((key) => (key.class === 'name' || key.class === 'path') && key.language === language)?.text;
}
