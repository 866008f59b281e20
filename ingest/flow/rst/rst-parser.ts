import { readText } from '../../clean/read-text.ts';
import type { DocumentParser } from '../../parser/document-parser.ts';
import { createBlockWriter } from '../blocks/block-writer.ts';
import { createBlockParser } from '../blocks/create-block-parser.ts';
import { findReferences } from './find-references.ts';
import { plainLines } from './indented-lines.ts';
import { flatText, writeBody } from './read-body.ts';
import type { RstContext } from './rst-context.ts';

/** reStructuredText, as docutils reads it and with the directives of Sphinx, to blocks. */
export const rstParser: DocumentParser = createBlockParser('rst', '7', async ({ path, limits }) => {
  const { text, encoding, warnings } = await readText(path);
  const lines = plainLines(text);
  const writer = createBlockWriter();
  const context: RstContext = {
    writer,
    references: findReferences(lines),
    maxDepth: limits.maxDepth,
    styles: [],
    warnings: new Set(warnings),
    write: (part, depth) => writeBody(part, context, depth),
    flat: (part, depth) => flatText(part, context, depth),
  };
  writeBody(lines, context, 0);
  return {
    blocks: writer.blocks(),
    tables: writer.tables(),
    outside: [],
    excluded: writer.excluded(),
    encoding,
    warnings: [...context.warnings],
  };
});
