import { type Access, compareText } from '../../kernel/index.ts';
import type { RecallDependencies, RecallPartsQuery } from './recall-query.ts';

/** A text as recall is asked it, with its codes and the keys that they are linked to. */
export async function linkCodes(
  { grammar, keys }: Pick<RecallDependencies, 'grammar' | 'keys'>,
  access: Access,
  text: string,
): Promise<Omit<RecallPartsQuery, 'parts'>> {
  const identifiers = grammar.find(text).map(({ identifier }) => identifier);
  const codes = [...new Set(identifiers.map(({ folded }) => folded))].sort(compareText);
  const linked = codes.length === 0 ? [] : await keys.find(access, codes);
  return { text, identifiers, keys: linked.map(({ id }) => id) };
}
