import { canonicalJson, type Json } from '../canonical-json.ts';
import { FaultlineError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import { checkPattern } from './check-pattern.ts';
import { codeShapes } from './code-shapes.ts';
import { type CodeRules, findIdentifiers } from './find-identifiers.ts';
import type { IdentifierPattern } from './identifier.ts';
import { noCodeTest } from './no-codes.ts';
import type { NamedKind, TagGrammar, TagGrammarData } from './tag-grammar.ts';
import { wordBefore } from './word-before.ts';

/**
 * Makes the grammar of a site from what the product knows and the site's own patterns.
 * @throws FaultlineError `invalid-configuration` for a pattern that `checkPattern` refuses.
 */
export function makeTagGrammar(data: TagGrammarData, patterns: readonly IdentifierPattern[]): TagGrammar {
  const rules: CodeRules = {
    shapes: codeShapes(data),
    isNoCode: noCodeTest(data),
    namedBefore: namedTest(data),
    deniedBefore: deniedTest(data),
    sitePatterns: patterns.map(({ kind, source }) => {
      const fault = checkPattern(source);
      if (fault !== undefined) throw new FaultlineError('invalid-configuration', `the pattern ${source} ${fault}`);
      return { kind, pattern: new RegExp(source, 'uy') };
    }),
  };
  return {
    digest: sha256(canonicalJson([data, patterns] as unknown as Json)),
    patterns,
    find: (text) => findIdentifiers(text, rules),
  };
}

function namedTest({ namedBy, linking }: TagGrammarData): CodeRules['namedBefore'] {
  const kinds = new Map<string, NamedKind>();
  for (const { kind, words } of namedBy) for (const word of words) if (!kinds.has(word)) kinds.set(word, kind);
  const before = wordBefore(kinds.keys(), `.:#${linking}`, 4);
  return (text) => {
    const word = before(text);
    return word === undefined ? undefined : kinds.get(word);
  };
}

function deniedTest({ noCodeAfter }: TagGrammarData): CodeRules['deniedBefore'] {
  const before = wordBefore(noCodeAfter, '.:#', 3);
  return (text) => before(text) !== undefined;
}
