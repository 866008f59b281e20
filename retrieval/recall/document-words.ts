import type { RankablePassage, TagGrammar } from '../../kernel/index.ts';
import { foldersOf } from '../../ontology/index.ts';
import { analyse } from '../analyse.ts';
import { memo } from '../memo.ts';

/** Documents whose words are kept at hand. */
const analysed = memo<readonly string[]>(20_000);
const LAST = /[^/\\]*$/u;
const ENDING = /(?:\.[a-z][a-z0-9]{0,4})+$/iu;

/**
 * Tokens of what a document is called: its title, the folders that people put it in, its file's name. They say of each of its
 * passages what it is about, though the passage may not hold them.
 */
export function documentWords({ title, uri }: Pick<RankablePassage, 'title' | 'uri'>, grammar: TagGrammar): readonly string[] {
  return analysed(JSON.stringify([grammar.digest, title, uri]), () => {
    const name = LAST.exec(uri.replace(/[?#].*$/u, ''))?.[0] ?? '';
    return [title, ...foldersOf(uri), name.replace(ENDING, '')].flatMap((text) => analyse(text.replaceAll('_', ' '), grammar));
  });
}

/** What a title ends with to be told from equal ones. */
const IN_BRACKETS = /\s*[(（][^()（）]*[)）]\s*$/u;

/** Tokens of what texts call a document by: its title, without what it ends with in brackets. */
export function documentName({ title }: Pick<RankablePassage, 'title'>, grammar: TagGrammar): readonly string[] {
  const bare = title.replace(IN_BRACKETS, '');
  return analysed(JSON.stringify([grammar.digest, bare]), () => analyse(bare === '' ? title : bare, grammar));
}
