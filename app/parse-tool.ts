import type { TagGrammar } from '../kernel/index.ts';
import { withPatterns } from './extractor-tool.ts';

/** What makes the chunks of a version: another parser, other corrections (by their digest; empty: none) or other patterns of codes make other chunks. */
export function parseTool(parserVersion: string, digest: string, { patterns }: TagGrammar): string {
  const tool = digest === '' ? parserVersion : `${parserVersion} corrected ${digest}`;
  return withPatterns(tool, patterns);
}
