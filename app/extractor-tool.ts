import { canonicalJson, type IdentifierPattern, type Json, sha256, type TagGrammar } from '../kernel/index.ts';
import { EXTRACTOR_VERSION } from '../ontology/index.ts';

/** What finds keys, links and facts: another extractor or other patterns of codes find others. */
export function extractorTool({ patterns }: TagGrammar): string {
  return withPatterns(EXTRACTOR_VERSION, patterns);
}

/** The name of a tool whose output depends on the site's patterns of codes. */
export function withPatterns(tool: string, patterns: readonly IdentifierPattern[]): string {
  return patterns.length === 0 ? tool : `${tool} patterns ${sha256(canonicalJson(patterns as unknown as Json))}`;
}
