import { type IdentifierPattern, makeTagGrammar, type TagGrammar } from '../../kernel/index.ts';
import { BUILT_IN_CODES } from './built-in-codes.ts';

/**
 * The grammar of codes of a site: what the product knows and the site's own patterns.
 * @throws FaultlineError `invalid-configuration` for a pattern that cannot be used.
 */
export function siteGrammar(patterns: readonly IdentifierPattern[]): TagGrammar {
  return makeTagGrammar(BUILT_IN_CODES, patterns);
}
