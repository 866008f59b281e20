import {
  type Access,
  fold,
  foldIdentifier,
  foldText,
  type IdentifierMention,
  type Key,
  type KeyReader,
  type NodeKind,
  type TagGrammar,
} from '../../kernel/index.ts';
import type { EntityRole, LinkedEntity } from './question.ts';

const ROLE_OF_TYPE: Readonly<Partial<Record<NodeKind, EntityRole>>> = {
  Asset: 'asset',
  FunctionalLocation: 'asset',
  Tag: 'asset',
  Component: 'asset',
  Line: 'asset',
  Loop: 'asset',
  AlarmCode: 'alarm',
  Part: 'part',
  Document: 'document',
  Drawing: 'document',
};
const NAMED_TYPES: readonly NodeKind[] = ['Asset', 'FunctionalLocation', 'Tag'];
/** Words of a name, Chinese characters of a name: longer names are not looked for. */
const LONGEST_NAME = { words: 4, characters: 8 };
const LATIN_WORD = /[\p{L}\p{N}][\p{L}\p{N}'/-]*/gu;
const HAN_RUN = /\p{sc=Han}{2,}/gu;

/**
 * Codes and equipment names in a question with the keys they stand for, in order. A name counts when the documents join it to
 * exactly one tag: `the pump` is no equipment of its own. A code that nobody knows is kept without
 * keys, with the role its shape suggests: the answer has to refuse it.
 */
export async function linkEntities(keys: KeyReader, access: Access, text: string, grammar: TagGrammar): Promise<LinkedEntity[]> {
  const codes = grammar.find(text);
  const names = nameCandidates(text).filter((name) => !codes.some((code) => code.start < name.end && name.start < code.end));
  const known = await keys.find(access, [
    ...new Set([...codes.map((code) => code.identifier.folded), ...names.map((name) => name.folded)]),
  ]);
  const byFolded = new Map<string, Key[]>();
  for (const key of known) byFolded.set(key.folded, [...(byFolded.get(key.folded) ?? []), key]);
  const linked: LinkedEntity[] = codes.map((code) => codeEntity(code, byFolded.get(code.identifier.folded) ?? []));
  const named = names.flatMap((name) =>
    (byFolded.get(name.folded) ?? []).filter((key) => NAMED_TYPES.includes(key.type)).map((key) => ({ name, key })),
  );
  const entities = await keys.entities(access, [...new Set(named.map(({ key }) => key.id))]);
  const taken: { start: number; end: number }[] = [];
  for (const { name, key } of named) {
    const tags = (entities.get(key.id)?.keys ?? []).filter((other) => other.class === 'tag');
    if (tags.length !== 1 || taken.some((other) => other.start < name.end && name.start < other.end)) continue;
    taken.push(name);
    linked.push({ text: text.slice(name.start, name.end), ...name, role: 'asset', isCode: false, keys: tags });
  }
  return linked.sort((a, b) => a.start - b.start);
}

function codeEntity({ identifier, start, end }: IdentifierMention, keys: readonly Key[]): LinkedEntity {
  const shaped: EntityRole =
    identifier.kind === 'tag' || identifier.kind === 'line' || identifier.kind === 'serial'
      ? 'asset'
      : identifier.kind === 'order'
        ? 'other'
        : identifier.kind;
  const roles = keys.map((key) => ROLE_OF_TYPE[key.type] ?? 'other');
  // A bare number is what the word before it says (`error 22`), whatever else in the plant has that number.
  const role = roles.includes(shaped) || /^[\d-]+$/.test(identifier.folded) ? shaped : (roles[0] ?? shaped);
  return { text: identifier.text, start, end, folded: foldIdentifier(identifier.text), role, isCode: true, keys };
}

/** Runs of words that may be a name, longest first, then in order of place. */
function nameCandidates(text: string): { start: number; end: number; folded: string }[] {
  const folded = foldText(text);
  const found: { start: number; end: number; folded: string }[] = [];
  const add = (start: number, end: number) => found.push({ ...folded.toSource(start, end), folded: folded.text.slice(start, end) });
  const words = [...folded.text.matchAll(LATIN_WORD)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  words.forEach((first, index) => {
    for (const last of words.slice(index, index + LONGEST_NAME.words)) add(first.start, last.end);
  });
  for (const run of folded.text.matchAll(HAN_RUN)) {
    for (let from = 0; from < run[0].length - 1; from += 1) {
      const longest = Math.min(run[0].length, from + LONGEST_NAME.characters);
      for (let to = from + 2; to <= longest; to += 1) add(run.index + from, run.index + to);
    }
  }
  return found.filter((name) => fold(name.folded) !== '').sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
}
